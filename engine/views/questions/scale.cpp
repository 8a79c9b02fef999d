#include "views/question.h"

namespace views {

Edited scale(ui::Frame& f, const QuestionContext& c, const course::Scale& kind,
             const grading::ScaleResponse& response) {
  const auto picked = ui::scale_row(f, "scale", kind.from, kind.to, response.step, kind.low, kind.high, c.editable());
  if (!picked) return std::nullopt;
  return grading::ScaleResponse{*picked};
}

}  // namespace views
