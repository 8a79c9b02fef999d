#include "course/questions/pattern.h"

#include <re2/re2.h>

#include <array>
#include <cstdint>
#include <mutex>

#include "text/fold.h"

namespace course {
namespace {

/// Bounds the memory of a stranger's pattern (RE2 bounds the time by itself).
constexpr std::int64_t most_memory = 1 << 20;
constexpr std::size_t longest = 2000;

std::unique_ptr<RE2> compile(const std::string& pattern, Pattern::Exact exact) {
  RE2::Options options;
  options.set_case_sensitive(exact.letter_case);
  options.set_max_mem(most_memory);
  options.set_log_errors(false);
  options.set_never_capture(true);
  return std::make_unique<RE2>(text::fold(pattern, {.ignore_case = false, .ignore_accents = !exact.accents}), options);
}

}  // namespace

/// One for each way in which answers are compared; a question has one of them.
struct Pattern::Compiled {
  struct Way {
    std::once_flag once;
    std::unique_ptr<RE2> re2;
  };
  std::array<Way, 4> ways;

  const RE2& get(const std::string& pattern, Exact exact) {
    Way& way = ways[(exact.letter_case ? 1 : 0) + (exact.accents ? 2 : 0)];
    std::call_once(way.once, [&] { way.re2 = compile(pattern, exact); });
    return *way.re2;
  }
};

Pattern::Pattern(std::string_view text) : text_(text) {
  if (!text_.empty()) compiled_ = std::make_shared<Compiled>();
}

bool Pattern::matches(std::string_view typed, Exact exact) const {
  if (empty() || text_.size() > longest) return false;
  const RE2& re2 = compiled_->get(text_, exact);
  return re2.ok() && RE2::FullMatch(re2::StringPiece(typed.data(), typed.size()), re2);
}

base::Message Pattern::problem() const {
  if (text_.size() > longest) return base::msg("longer than {most} bytes", {{"most", longest}});
  const auto re2 = compile(text_, {});
  return re2->ok() ? base::Message() : base::msg("{said}", {{"said", re2->error()}});
}

}  // namespace course
