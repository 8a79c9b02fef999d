#include "course/checks/question.h"
#include "text/fold.h"

namespace course {
namespace {

/// The node of an answer's text, in its short or its long form; nullptr for a pattern.
const Node* text_of(const Node& answer) { return answer.is_scalar() ? &answer : answer.find("text"); }
const Node* pattern_of(const Node& answer) { return answer.find("pattern"); }

/// Compares as grading does, for a text that is typed without a slip.
class Comparison {
 public:
  explicit Comparison(const Answers& kind) : kind_(kind) {}

  bool same(std::string_view a, std::string_view b) const { return folded(a) == folded(b); }
  bool matches(std::string_view pattern, std::string_view words) const {
    const std::string cased = text::fold(words, {.ignore_case = false, .ignore_accents = !kind_.exact_accents});
    return Pattern(pattern).matches(cased, {kind_.exact_case, kind_.exact_accents});
  }
  /// What of `other` is typed as well whenever `text` is: its text or its pattern; nullptr where none is.
  const Node* catcher(const Node& other, std::string_view text) const {
    const Node* words = text_of(other);
    if (words != nullptr && same(words->text(), text)) return words;
    const Node* pattern = pattern_of(other);
    return pattern != nullptr && matches(pattern->text(), text) ? pattern : nullptr;
  }

 private:
  std::string folded(std::string_view words) const {
    return text::fold(words, {.ignore_case = !kind_.exact_case, .ignore_accents = !kind_.exact_accents});
  }

  const Answers& kind_;
};

/// A foreseen wrong answer that is accepted can never be told why it is wrong.
bool report_accepted(Reader& reader, const Comparison& compare, const std::vector<Node>& accepted, const Node& text) {
  for (const Node& other : accepted) {
    const Node* by = compare.catcher(other, text.text());
    if (by == nullptr) continue;
    auto& d = reader.error("accepted-and-wrong", text, msg("this answer is foreseen as wrong and accepted as well"),
                           msg("delete one of the two"));
    d.related.push_back(reader.place(*by, msg("accepted here")));
    return true;
  }
  return false;
}

/// Of two foreseen wrong answers that are the same, the first one speaks.
void check_wrong(Reader& reader, const Comparison& compare, const std::vector<Node>& wrong, std::size_t i) {
  const Node* text = text_of(wrong[i]);
  const Node* pattern = pattern_of(wrong[i]);
  for (std::size_t j = 0; j < i; ++j) {
    const Node* earlier = pattern_of(wrong[j]);
    const bool equal_patterns = pattern != nullptr && earlier != nullptr && earlier->text() == pattern->text();
    const Node* by = text != nullptr ? compare.catcher(wrong[j], text->text()) : equal_patterns ? earlier : nullptr;
    if (by == nullptr) continue;
    auto& d = reader.warning("unreachable", text != nullptr ? *text : *pattern,
                             msg("nobody is ever told this: an answer above it is taken instead"),
                             msg("delete it, or put it above the other"));
    d.related.push_back(reader.place(*by, msg("taken instead")));
    return;
  }
}

/// An accepted text that earns less than a pattern which it matches, or says what is never said.
void check_accepted(Reader& reader, const Answers& kind, const Comparison& compare, const std::vector<Node>& accepted,
                    std::size_t i) {
  const Node* text = text_of(accepted[i]);
  if (text == nullptr) return;
  for (std::size_t j = 0; j < accepted.size(); ++j) {
    const Node* pattern = pattern_of(accepted[j]);
    if (pattern == nullptr || !compare.matches(pattern->text(), text->text())) continue;
    const double mine = kind.accepted[i].credit, other = kind.accepted[j].credit;
    const bool taken = other > mine || (other == mine && j < i && !kind.accepted[i].because.empty());
    if (!taken) continue;
    auto& d = reader.warning(
        "unreachable", *text, msg("this answer is never taken for itself: a pattern matches it as well"),
        other > mine ? msg("the pattern earns more; make it narrower") : msg("put it above the pattern"));
    d.related.push_back(reader.place(*pattern, msg("taken instead")));
    return;
  }
}

}  // namespace

void check_reachable(Reader& reader, const Answers& kind, const std::vector<Node>& accepted,
                     const std::vector<Node>& wrong) {
  const Comparison compare(kind);
  for (std::size_t i = 0; i < std::min(accepted.size(), kind.accepted.size()); ++i)
    check_accepted(reader, kind, compare, accepted, i);
  for (std::size_t i = 0; i < wrong.size(); ++i) {
    const Node* text = text_of(wrong[i]);
    if (text != nullptr && report_accepted(reader, compare, accepted, *text)) continue;
    check_wrong(reader, compare, wrong, i);
  }
}

}  // namespace course
