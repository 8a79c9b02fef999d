#pragma once
// Under a question that was just answered: when it comes back, and the means to say otherwise.

#include <optional>

#include "screens/returns.h"
#include "ui/frame.h"

namespace views {

std::string grade_name(memory::Grade grade, const text::Translator& words);

/// What the person said to it in this frame.
struct ReturnEvents {
  std::optional<memory::Grade> grade;
  std::optional<learner::Standing> standing;
};

ReturnEvents return_line(ui::Frame& f, const screens::Returns& returns, memory::Grade grade, learner::Standing standing,
                         const screens::Shared& shared);

}  // namespace views
