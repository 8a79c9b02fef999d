#include "course/reading/xml.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace course {
namespace {

using base::msg;

constexpr auto npos = std::string_view::npos;
constexpr std::string_view blank = " \t\r\n";

class Scan {
 public:
  explicit Scan(std::string_view text) : text_(text) {}

  std::optional<XmlMistake> run() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    while (!mistake_ && at_ < text_.size()) {
      const std::size_t next = std::min(text_.find('<', at_), text_.size());
      words(at_, next);
      at_ = next;
      if (!mistake_ && at_ < text_.size()) markup();
    }
    if (!mistake_ && !open_.empty())
      tell(open_.back().at, msg("<{name}> is never closed", {{"name", open_.back().name}}));
    return std::move(mistake_);
  }

 private:
  struct Element {
    std::string_view name;
    std::size_t at = 0;
  };

  void tell(std::size_t at, base::Message what) {
    if (!mistake_) mistake_ = XmlMistake{at, std::move(what)};
    at_ = text_.size();
  }

  std::string_view rest() const { return text_.substr(at_); }

  /// What stands between tags.
  void words(std::size_t from, std::size_t to) {
    const std::size_t first = std::min(text_.find_first_not_of(blank, from), to);
    if (open_.empty() && first < to) return tell(first, msg("text stands outside of <svg>"));
    references(from, to);
  }

  /// `&amp;`, `&#38;`; other names only where the document declares its own.
  void references(std::size_t from, std::size_t to) {
    constexpr std::array<std::string_view, 5> known{"amp", "lt", "gt", "quot", "apos"};
    for (std::size_t i = text_.find('&', from); i < to; i = text_.find('&', i + 1)) {
      const std::size_t end = text_.find(';', i);
      const std::string_view name = end < to ? text_.substr(i + 1, end - i - 1) : std::string_view();
      const bool number = name.size() > 1 && name[0] == '#';
      const bool word = declares_ || std::find(known.begin(), known.end(), name) != known.end();
      if (name.empty() || name.find_first_of(" \t\r\n&<") != npos || (!number && !word))
        return tell(i, msg("an & stands alone; it is written {escape}", {{"escape", std::string("&amp;")}}));
    }
  }

  void markup() {
    if (rest().starts_with("<!--")) return skip("-->", msg("a comment is never closed"));
    if (rest().starts_with("<![CDATA[")) return skip("]]>", msg("a CDATA section is never closed"));
    if (rest().starts_with("<?")) return skip("?>", msg("a processing instruction is never closed"));
    if (rest().starts_with("<!")) return declaration();
    if (rest().starts_with("</")) return end_tag();
    start_tag();
  }

  void skip(std::string_view end, base::Template otherwise) {
    const std::size_t close = text_.find(end, at_ + 2);
    if (close == npos) return tell(at_, otherwise);
    at_ = close + end.size();
  }

  /// <!DOCTYPE …>, with declarations of its own in […].
  void declaration() {
    int depth = 0;
    for (std::size_t i = at_; i < text_.size(); ++i) {
      const char c = text_[i];
      if (c == '[') declares_ = true;
      if (c == '<') ++depth;
      if (c == '"' || c == '\'') i = std::min(text_.find(c, i + 1), text_.size());
      if (c != '>' || --depth > 0) continue;
      at_ = i + 1;
      return;
    }
    tell(at_, msg("a declaration is never closed"));
  }

  std::string_view name_at(std::size_t at) const {
    const std::size_t end = std::min(text_.find_first_of(" \t\r\n/>=<\"'", at), text_.size());
    const std::string_view name = text_.substr(at, end - at);
    const auto first = static_cast<unsigned char>(name.empty() ? ' ' : name[0]);
    const bool letter = (first | 0x20) >= 'a' && (first | 0x20) <= 'z';
    return letter || first == '_' || first == ':' || first >= 0x80 ? name : std::string_view();
  }

  void end_tag() {
    const std::string_view name = name_at(at_ + 2);
    const std::size_t close = text_.find_first_not_of(blank, at_ + 2 + name.size());
    if (open_.empty()) return tell(at_, msg("</{name}> closes nothing", {{"name", name}}));
    if (name != open_.back().name)
      return tell(at_, msg("</{found}> stands where </{wanted}> should",
                           {{"found", name.substr(0, 30)}, {"wanted", open_.back().name}}));
    if (close == npos || text_[close] != '>')
      return tell(at_, msg("the end of </{name}> is missing", {{"name", name}}));
    open_.pop_back();
    at_ = close + 1;
  }

  void start_tag() {
    const std::size_t begin = at_;
    const std::string_view name = name_at(at_ + 1);
    if (name.empty())
      return tell(at_, msg("a < begins no tag; it is written {escape}", {{"escape", std::string("&lt;")}}));
    if (open_.empty() && std::exchange(has_root_, true))
      return tell(at_, msg("a second picture begins behind the first"));
    at_ += 1 + name.size();
    attributes_.clear();
    while (!mistake_) {
      const std::size_t next = text_.find_first_not_of(blank, at_);
      if (next == npos || text_[next] == '<')
        return tell(begin, msg("the tag <{name}> is never closed", {{"name", name}}));
      if (text_[next] == '>') {
        open_.push_back({name, begin});
        at_ = next + 1;
        return;
      }
      if (text_.substr(next).starts_with("/>")) {
        at_ = next + 2;
        return;
      }
      attribute(name, next, next > at_);
    }
  }

  void attribute(std::string_view element, std::size_t at, bool apart) {
    const std::string_view name = name_at(at);
    const std::size_t sign = text_.find_first_not_of(blank, at + name.size());
    const std::size_t open = sign == npos ? npos : text_.find_first_not_of(blank, sign + 1);
    const bool quoted = open != npos && text_[sign] == '=' && (text_[open] == '"' || text_[open] == '\'');
    if (name.empty() || !apart || !quoted)
      return tell(at, msg("an attribute of <{name}> is not written {form}",
                          {{"name", element}, {"form", std::string("name=\"value\"")}}));
    const std::size_t close = text_.find(text_[open], open + 1);
    if (close == npos || text_.substr(open, close - open).find('<') != npos)
      return tell(open, msg("the quote of the attribute {name} is never closed", {{"name", name}}));
    if (std::find(attributes_.begin(), attributes_.end(), name) != attributes_.end())
      return tell(at, msg("the attribute {name} is given twice", {{"name", name}}));
    attributes_.push_back(name);
    references(open, close);
    if (!mistake_) at_ = close + 1;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool declares_ = false;
  bool has_root_ = false;
  std::vector<Element> open_;
  std::vector<std::string_view> attributes_;
  std::optional<XmlMistake> mistake_;
};

}  // namespace

std::optional<XmlMistake> xml_mistake(std::string_view bytes) { return Scan(bytes).run(); }

}  // namespace course
