#include "words/french.h"

#include <cctype>
#include <regex>

namespace words {
namespace {

constexpr std::string_view kNarrow = "\u202f";

/// Code and addresses, where other rules hold: between backticks, in braces (“{text: …}”), and in quotes where they hold a key (“text: …”).
std::string without_code(std::string_view text) {
  const std::regex code("`[^`]*`|[a-z]+:(//)?\\S+");
  const std::regex map("\\{[^{}]*: [^{}]*\\}");  // the innermost
  const std::regex key("«\u202f[^»]*[a-z_}]: ?[^»]*»");
  std::string plain = std::regex_replace(std::string(text), code, "x");
  while (std::regex_search(plain, map)) plain = std::regex_replace(plain, map, "x");
  return std::regex_replace(plain, key, "«\u202fx\u202f»");
}

bool after_narrow(std::string_view text, std::size_t at) { return text.substr(0, at).ends_with(kNarrow); }

/// A mark that wants its space: not the second of "?!", not the colon of "10:30" or "concept:id".
bool wants_space(std::string_view text, std::size_t at) {
  if (std::string_view(":;!?%").find(text[at]) == std::string_view::npos) return false;
  const bool doubled = at > 0 && (text[at - 1] == '!' || text[at - 1] == '?');
  const bool inside =
      text[at] == ':' && at + 1 < text.size() && std::isalnum(static_cast<unsigned char>(text[at + 1])) != 0;
  return !doubled && !inside;
}

}  // namespace

std::set<std::string> placeholders(std::string_view text) {
  const std::string copy(text);
  const std::regex pattern(R"(\{[A-Za-z_][A-Za-z0-9_]*\})");
  std::set<std::string> found;
  for (std::sregex_iterator it(copy.begin(), copy.end(), pattern); it != std::sregex_iterator(); ++it)
    found.insert(it->str());
  return found;
}

std::vector<std::string> french_faults(std::string_view original) {
  const std::string text = without_code(original);
  const std::string_view view = text;
  std::vector<std::string> faults;
  for (std::size_t i = 0; i < view.size(); ++i) {
    if (wants_space(view, i) && !after_narrow(view, i)) {
      faults.push_back(std::string("a narrow no-break space (U+202F) goes before ") + view[i]);
    }
    if (view[i] == '\'') faults.emplace_back("the apostrophe is ’ (U+2019)");
    if (view[i] == '"') faults.emplace_back("quotes are « and »");
    const std::string_view rest = view.substr(i);
    if (rest.starts_with("“") || rest.starts_with("”")) faults.emplace_back("quotes are « and »");
    if (rest.starts_with("...")) faults.emplace_back("three dots are one … (U+2026)");
    if (rest.starts_with("«") && !rest.starts_with("«\u202f")) faults.emplace_back("U+202F goes after «");
    if (rest.starts_with("»") && !after_narrow(view, i)) faults.emplace_back("U+202F goes before »");
  }
  return faults;
}

}  // namespace words
