#include "screens/draft.h"

#include <charconv>

namespace screens {
namespace {

/// Takes `expected` from the front of `text`.
bool take(std::string_view& text, std::string_view expected) {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(expected.size());
  return true;
}

bool take(std::string_view& text, int& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || number < 0) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

}  // namespace

std::string to_json(const Draft& draft) {
  return "{\"round\":" + std::to_string(draft.round) + ",\"attempt\":" + std::to_string(draft.attempt) +
         ",\"sure\":" + std::to_string(static_cast<int>(draft.certainty)) + ",\"response\":" + draft.response + "}";
}

std::optional<Draft> draft_from_json(std::string_view json) {
  Draft draft;
  int sure = 0;
  const bool read = take(json, "{\"round\":") && take(json, draft.round) && take(json, ",\"attempt\":") &&
                    take(json, draft.attempt) && take(json, ",\"sure\":") && take(json, sure) &&
                    take(json, ",\"response\":") && json.ends_with('}');
  if (!read || sure > static_cast<int>(learner::Certainty::certain)) return std::nullopt;
  json.remove_suffix(1);
  draft.certainty = static_cast<learner::Certainty>(sure);
  draft.response = json;
  return draft;
}

}  // namespace screens
