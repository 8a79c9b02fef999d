#include "course/questions/blanks.h"

#include <algorithm>

#include "base/utf8.h"
#include "course/questions/format.h"
#include "text/fold.h"

namespace course {
namespace {

constexpr Key blanks_key{"blanks", shape::markdown, Need::required,
                         msg("a text with gaps: {{typed}}, {{typed|or so}}, {{right/wrong}}")};
constexpr auto npos = std::string_view::npos;

struct Problem {
  std::size_t at = 0;  ///< in the text
  std::size_t bytes = 0;
  base::Message message;
  base::Message remedy;
};

/// Splits at `mark`; a backslash takes a mark, a brace or itself literally.
std::vector<std::string> split(std::string_view words, char mark) {
  std::vector<std::string> pieces(1);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == '\\' && i + 1 < words.size() && std::string_view("/|{}\\").find(words[i + 1]) != npos) {
      pieces.back() += words[++i];
    } else if (words[i] == mark) {
      pieces.emplace_back();
    } else {
      pieces.back() += words[i];
    }
  }
  for (std::string& piece : pieces) piece = std::string(base::trimmed(piece));
  return pieces;
}

bool has_mark(std::string_view words, char mark) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == '\\') {
      ++i;
    } else if (words[i] == mark) {
      return true;
    }
  }
  return false;
}

/// What is between the braces of one gap.
std::optional<Gap> read_gap(std::string_view inner, Problem& problem) {
  const bool picked = has_mark(inner, '/');
  Gap gap;
  gap.accepted = split(inner, picked ? '/' : '|');
  if (std::find(gap.accepted.begin(), gap.accepted.end(), "") != gap.accepted.end()) {
    problem.message = msg("a gap has an empty answer");
    problem.remedy = msg("write what belongs in it: {{heat}}, {{heat|warmth}} or {{heat/light}}");
    return std::nullopt;
  }
  if (!picked) return gap;
  if (has_mark(inner, '|')) {
    problem.message = msg("a gap mixes | (typed alternatives) and / (picked options)");
    problem.remedy = msg("use one of them; a mark that belongs to an answer is written \\/ or \\|");
    return std::nullopt;
  }
  gap.options = gap.accepted;
  gap.accepted.resize(1);
  std::vector<std::string> sorted = gap.options;
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) {
    problem.message = msg("a gap offers the same option twice");
    problem.remedy = msg("delete one of them");
    return std::nullopt;
  }
  return gap;
}

std::optional<Blanks> parse_blanks(std::string_view text, Problem& problem) {
  Blanks kind;
  std::size_t from = 0;
  for (std::size_t open = text.find("{{"); open != npos; open = text.find("{{", from)) {
    const std::size_t close = text.find("}}", open + 2);
    const std::size_t next = text.find("{{", open + 2);
    problem.at = open;
    problem.bytes = close == npos ? 2 : close + 2 - open;
    if (close == npos || next < close) {
      problem.bytes = 2;
      problem.message = msg("a gap that opens here is not closed");
      problem.remedy = msg("end it with }}");
      return std::nullopt;
    }
    auto gap = read_gap(text.substr(open + 2, close - open - 2), problem);
    if (!gap) return std::nullopt;
    kind.parts.emplace_back(text.substr(from, open - from));
    kind.gaps.push_back(std::move(*gap));
    from = close + 2;
  }
  kind.parts.emplace_back(text.substr(from));
  if (!kind.gaps.empty()) return kind;
  problem = {0, text.size(), msg("this text has no gap"), msg("put what is to be filled in into {{…}}")};
  return std::nullopt;
}

Kind read(Object& step) {
  Reader& reader = step.reader();
  const Node* node = step.take(blanks_key);
  const auto words = node != nullptr ? reader.scalar(blanks_key, *node) : std::nullopt;
  if (!words) return Blanks{};
  Problem problem;
  auto written = parse_blanks(*words, problem);
  const std::string shown = reader.shown(*words, *node, Form::markdown);
  if (!written) {
    const std::string_view place = words->substr(problem.at, problem.bytes);
    reader.error("blanks", reader.file().words_span(node->offset(), place), problem.message, problem.remedy);
    return Blanks{};
  }
  // A translation that breaks the gaps is not shown; `check` reports it where it stands.
  auto translated = parse_blanks(shown, problem);
  const bool fits = translated && translated->gaps.size() == written->gaps.size();
  return fits ? std::move(*translated) : std::move(*written);
}

/// Words of one gap that read the same: of picked ones nobody can tell which is right, of typed ones the second is idle.
void check_gap(Reader& reader, const Node& node, const Gap& gap) {
  const std::vector<std::string>& words = gap.picked() ? gap.options : gap.accepted;
  std::vector<std::string> seen;
  for (const std::string& one : words) {
    const std::string folded = text::fold(one);
    const bool again = std::find(seen.begin(), seen.end(), folded) != seen.end();
    seen.push_back(folded);
    if (!again) continue;
    const base::Span place = reader.file().words_span(node.offset(), one);
    if (gap.picked()) {
      reader.error("equal", place, msg("a gap offers the same option twice: {option}", {{"option", in_quotes(one)}}),
                   msg("delete or reword one of them"));
    } else {
      reader.warning(
          "equal-answers", place,
          msg("{answer} is accepted already: case, accents and spaces do not count", {{"answer", in_quotes(one)}}),
          msg("delete one of them"));
    }
  }
}

void check(Reader& reader, const Node& step, const Kind& any) {
  for (const Gap& gap : std::get<Blanks>(any).gaps) check_gap(reader, *step.find("blanks"), gap);
}

constexpr KindFormat format{"blanks", read, check};

}  // namespace

std::optional<std::size_t> count_gaps(std::string_view text) {
  Problem problem;
  const auto kind = parse_blanks(text, problem);
  return kind ? std::optional(kind->gaps.size()) : std::nullopt;
}

template <>
const KindFormat& format_of<Blanks>() {
  return format;
}

}  // namespace course
