#include "grading/grade.h"

#include <cassert>

#include "grading/questions/rules.h"

namespace grading {

Verdict grade(const course::Question& question, const Response& response, std::string_view language) {
  return std::visit(
      [&](const auto& kind) {
        using R = Rules<std::decay_t<decltype(kind)>>;
        const auto* answer = std::get_if<typename R::Answer>(&response);
        assert(answer != nullptr && "a response of another kind");
        return answer != nullptr ? R::grade(kind, *answer, language) : Verdict{};
      },
      question.kind);
}

double credit_after(double credit, int attempt, int hints) {
  const double tries_lost = std::max(0, attempt - 1) / 3.0;
  const double hints_lost = std::max(0, hints) / 10.0;
  return std::clamp(credit - tries_lost - hints_lost, 0.0, 1.0);
}

bool costs_a_try(const Verdict& verdict) {
  return verdict.remark != Remark::not_a_number && verdict.remark != Remark::wrong_unit;
}

Response right_response(const course::Question& question) {
  return std::visit([](const auto& kind) -> Response { return Rules<std::decay_t<decltype(kind)>>::right(kind); },
                    question.kind);
}

}  // namespace grading
