#include "course/reading/fingerprint.h"

#include <algorithm>
#include <array>

#include "base/random.h"

namespace course {
namespace {

/// Beside the kind's own key.
constexpr std::array<std::string_view, 8> kBeside{"unit", "significant", "within", "of",
                                                  "when", "places",      "none",   "columns"};
/// What is said about an answer, and answers that are foreseen to be wrong.
constexpr std::array<std::string_view, 7> kWords{"because", "wrong", "alt", "model", "low", "high", "label"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& all, std::string_view name) {
  return std::find(all.begin(), all.end(), name) != all.end();
}

class Fingerprint {
 public:
  /// With its length, so that parts cannot run into each other.
  void add(std::string_view words) {
    const std::uint64_t size = words.size();
    std::array<char, 8> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(size >> (8 * i));
    value_ = base::seed_of(bytes.data(), bytes.size(), value_);
    value_ = base::seed_of(words.data(), words.size(), value_);
  }

  void add(const Node& node) {
    if (node.is_map()) {
      for (std::uint32_t i = 0; i < node.size(); ++i) {
        if (is_one_of(kWords, node.key(i).text())) continue;
        add(node.key(i).text());
        add(node.value(i));
      }
    } else if (node.is_list()) {
      for (std::uint32_t i = 0; i < node.size(); ++i) add(node.item(i));
    } else {
      add(node.text());
    }
  }

  /// Which of them are right.
  void add_choices(const Node& choices) {
    for (std::uint32_t i = 0; i < choices.size() && choices.is_list(); ++i)
      add(choices.item(i).find("right") != nullptr ? "right" : "wrong");
  }

  /// What stands in the gaps: [[heat|warmth]].
  void add_gaps(std::string_view words) {
    for (std::size_t open = words.find("[["); open != std::string_view::npos; open = words.find("[[", open)) {
      const std::size_t close = words.find("]]", open);
      if (close == std::string_view::npos) return;
      add(words.substr(open + 2, close - open - 2));
      open = close;
    }
  }

  std::uint64_t value() const { return value_ == 0 ? 1 : value_; }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

}  // namespace

std::uint64_t key_fingerprint(const Node& step, std::string_view kind) {
  Fingerprint print;
  print.add(kind);
  if (const Node* key = step.find(kind)) {
    if (kind == "choices")
      print.add_choices(*key);
    else if (kind == "blanks" && key->is_scalar())
      print.add_gaps(key->text());
    else if (kind != "open" && kind != "scale")  // one grades these oneself
      print.add(*key);
  }
  for (const std::string_view name : kBeside) {
    const Node* beside = step.find(name);
    if (beside == nullptr) continue;
    print.add(name);
    print.add(*beside);
  }
  return print.value();
}

}  // namespace course
