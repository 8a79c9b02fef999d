#pragma once
// How the kinds of questions stand in files. Each kind's own NAME.cpp has its format; question.cpp has the list of them.

#include <array>
#include <string_view>
#include <variant>
#include <vector>

#include "course/question.h"
#include "course/reading/object.h"
#include "course/reading/steps.h"

namespace course {

/// How one kind stands in a step of a lesson.
struct KindFormat {
  /// Tells the kind, and holds the answer.
  std::string_view key;
  /// Takes the kind's keys and gives its value; what does not fit is reported.
  Kind (*read)(Object& step);
  /// Reports what only `check` looks for. Called for kinds that were read without errors.
  void (*check)(Reader& reader, const Node& step, const Kind& kind);
  /// Instead of `read`, for kinds that point at tables or pictures.
  Kind (*read_with)(StepContext& context, Object& step) = nullptr;
};

/// Each kind specialises this one, as a constant of its file; a kind that lacks it does not link.
template <class K>
const KindFormat& format_of();

/// The formats of all kinds, in the order of `Kind`.
std::array<const KindFormat*, std::variant_size_v<Kind>> kind_formats();

/// Reports texts that read the same to a learner (case, accents and spaces do not count). `twice` says it of such {words}.
void check_equal(Reader& reader, const std::vector<Node>& texts, base::Template twice);

/// Reports links and notes in texts that are carried about, where nothing can be clicked.
void check_carried(Reader& reader, const std::vector<Node>& texts);

/// The items of a list, or the value itself where it stands alone.
std::vector<Node> items_of(const Node* list);

/// How many items a kind can have. `otherwise` is said of a {key} that needs {least} to {most} and has {count}.
struct Bounds {
  std::size_t least = 0;
  std::size_t most = 0;
  base::Template otherwise;
};

/// Reports a list with fewer or more items than a kind can have.
bool check_count(Reader& reader, const Key& key, const Node& node, std::size_t count, const Bounds& bounds);

}  // namespace course
