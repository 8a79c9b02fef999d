#pragma once
// What the machine can refuse: a value, or a Failure that says in plain words what happened.
// What a person wrote wrongly is not a Failure but a Diagnostic (diagnostic.h).

#include <string>
#include <tl/expected.hpp>

namespace base {

/// Why the machine refused; the screens choose their advice by it.
enum class Refusal {
  not_found,
  no_permission,  ///< read-only disk or file, missing rights
  disk_full,
  busy,       ///< locked by another program for longer than we wait
  damaged,    ///< the file is not what it should be
  too_new,    ///< written by a newer version of the program
  too_large,  ///< over a bound that protects the program
  outside,    ///< a path that leaves the folder it must stay in
  unsupported,
  other,
};

/// A refusal with its particulars. `detail` is for the log and for experts: the system's own words, a path.
struct Failure {
  Refusal refusal = Refusal::other;
  std::string detail;
};

/// A value or a Failure. Functions that return it never throw.
template <class T>
using Result = tl::expected<T, Failure>;

using Status = Result<void>;

/// Shorthand: `return base::fail(Refusal::disk_full, path);`
inline tl::unexpected<Failure> fail(Refusal refusal, std::string detail) {
  return tl::unexpected<Failure>(Failure{refusal, std::move(detail)});
}

}  // namespace base
