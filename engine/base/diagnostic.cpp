#include "base/diagnostic.h"

#include <algorithm>
#include <tuple>

#include "base/edit_distance.h"
#include "base/utf8.h"

namespace base {
namespace {

std::string lower_ascii(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void sort(Diagnostics& diagnostics) {
  const auto place = [](const Diagnostic& d) { return std::tie(d.file, d.span.line, d.span.column, d.severity); };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
}

Message did_you_mean(std::string_view name) {
  return name.empty() ? Message() : msg("did you mean “{name}”?", {{"name", name}});
}

Message take_one_of(const std::vector<std::string>& names) {
  constexpr std::size_t most = 5, most_characters = 60;
  Message all;
  std::size_t told = 0;
  for (const std::string& name : names) {
    if (name.empty()) continue;
    if (++told > most) return msg("take one of {names}, …", {{"names", std::move(all)}});
    const std::string words = shortened(name, most_characters);
    all = told == 1 ? base::quoted(words)
                    : msg("{names}, {name}", {{"names", std::move(all)}, {"name", base::quoted(words)}});
  }
  if (told == 0) return {};
  return told == 1 ? msg("there is only {name}", {{"name", std::move(all)}})
                   : msg("take one of {names}", {{"names", std::move(all)}});
}

Message meant_or_known(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string near = nearest(word, candidates);
  return near.empty() ? take_one_of(candidates) : did_you_mean(near);
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string wanted = lower_ascii(word);
  const int characters = static_cast<int>(count_characters(wanted));
  // A third of the letters may differ; of a short word one, but never all of it.
  int limit = std::min(std::max(1, characters / 3), characters - 1);
  std::string best;
  for (const std::string& candidate : candidates) {
    if (limit < 0) break;
    const int distance = edit_distance(wanted, lower_ascii(candidate), limit);
    if (distance > limit) continue;
    best = candidate;
    limit = distance - 1;
  }
  return best;
}

}  // namespace base
