#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/message.h"

namespace course {

/// A pattern in RE2 syntax that a whole answer must match; or none, when it is empty. It is compiled when it is first asked for
/// and then kept with the question. Copies share what was compiled. Usable by many threads at once.
class Pattern {
 public:
  Pattern() = default;
  Pattern(std::string_view text);  // NOLINT(google-explicit-constructor): a pattern is its text
  Pattern(const char* text) : Pattern(std::string_view(text)) {}  // NOLINT(google-explicit-constructor)

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }

  /// What counts besides the letters themselves.
  struct Exact {
    bool letter_case = false;
    bool accents = false;
  };

  /// True when all of `typed` matches, which must be folded but for its case (in which \w and \W differ), and for its accents where
  /// these count. A pattern that is not valid, or takes more than a megabyte, matches nothing.
  bool matches(std::string_view typed, Exact exact) const;

  /// What is wrong with it, mostly in RE2's words; empty when it can be used.
  base::Message problem() const;

 private:
  struct Compiled;
  std::string text_;
  std::shared_ptr<Compiled> compiled_;
};

}  // namespace course
