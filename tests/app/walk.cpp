#include "app/walk.h"

#include <algorithm>

#include "grading/other_responses.h"

namespace test {
namespace {

using screens::QuestionState;
namespace lesson = screens::lesson;
using Act = screens::lesson::Action;

/// The question's words, found in the course as it is now: the screen's own is gone when the lesson is left.
course::Question question_of(const course::Step& step) { return *step.question(); }

void fill_in(Player& player, const course::StepId& id, grading::Response response) {
  player.apply(Act{lesson::SetCertainty{id, learner::Certainty::certain}});
  player.apply(Act{lesson::Edit{id, std::move(response)}});
}

const QuestionState& state_of(Player& player, const course::StepId& id) { return player.lesson().questions.at(id); }

void answer_wrong(Player& player, const course::StepId& id, const course::Question& question) {
  const auto wrong = wrong_response(question);
  if (!wrong) return;
  for (int attempt = 0; attempt < 10 && state_of(player, id).phase != QuestionState::Phase::done; ++attempt) {
    player.apply(Act{lesson::ShowHint{id}});
    fill_in(player, id, *wrong);
    check_texts(player, id.str() + " filled in wrongly");
    player.apply(Act{lesson::Continue{}});
    check_texts(player, id.str() + " wrong, try " + std::to_string(attempt + 1));
    if (state_of(player, id).phase == QuestionState::Phase::marking) player.apply(Act{lesson::Continue{}});
  }
  CHECK(state_of(player, id).phase == QuestionState::Phase::done);
  CHECK(state_of(player, id).earned < 1);
}

void answer_right(Player& player, const course::StepId& id, const course::Question& question) {
  const grading::Response right = grading::right_response(question);
  fill_in(player, id, right);
  check_texts(player, id.str() + " filled in");
  player.apply(Act{lesson::Continue{}});
  if (state_of(player, id).phase == QuestionState::Phase::marking) {
    player.apply(Act{lesson::Edit{id, right}});
    check_texts(player, id.str() + " being marked");
    player.apply(Act{lesson::Continue{}});
  }
  CHECK(state_of(player, id).phase == QuestionState::Phase::done);
  const grading::Verdict& verdict = state_of(player, id).verdict;
  CHECK((verdict.outcome == grading::Outcome::right || verdict.outcome == grading::Outcome::ungraded));
}

void answer(Player& player, const course::Step& step, Manner manner) {
  const course::StepId id = step.id;
  const course::Question question = screens::as_asked(question_of(step), state_of(player, id));
  INFO("the question " << id.str());
  if (manner == Manner::wrong) answer_wrong(player, id, question);
  if (manner == Manner::right && grading::is_complete(question, grading::right_response(question)))
    answer_right(player, id, question);
  // What is left has no wrong answer, or none that is right can be made.
  if (state_of(player, id).phase != QuestionState::Phase::done) player.apply(Act{lesson::GiveUp{id}});
  CHECK(state_of(player, id).phase == QuestionState::Phase::done);
  check_texts(player, id.str() + " done");
}

}  // namespace

void check_texts(Player& player, const std::string& where, bool may_shorten) {
  INFO(where);
  const ui::Record& record = player.robot().record();
  CHECK_FALSE(record.texts.empty());
  CHECK(record.overlaps() == std::vector<std::string>{});
  std::vector<std::string> clipped = record.clipped();
  if (may_shorten) std::erase_if(clipped, [](const std::string& text) { return text.ends_with("…”"); });
  CHECK(clipped == std::vector<std::string>{});
}

std::optional<grading::Response> wrong_response(const course::Question& question) {
  if (std::holds_alternative<course::Open>(question.kind)) return grading::OpenResponse{"No idea.", {}};
  return other_response(question, Marked::lowest);
}

void study_lesson(Player& player, const course::CourseId& course, const course::LessonId& id, Manner manner) {
  INFO("the lesson " << id.str());
  player.go({screens::ScreenName::lesson, course, id, {}});
  REQUIRE(player.in_lesson());
  player.apply(Act{lesson::Restart{}});
  const std::size_t steps = player.lesson().lesson->steps.size();
  for (std::size_t guard = 0; guard < 4 * steps + 8 && player.in_lesson(); ++guard) {
    check_texts(player, "step " + std::to_string(lesson::step_number(player.lesson())));
    const lesson::Visible seen = lesson::visible(player.lesson());
    for (std::size_t i = seen.first; i < seen.end; ++i) {
      const course::StepId step = player.lesson().lesson->steps[i].id;
      player.apply(Act{lesson::RevealText{step}});
      for (int n = 0; n < 3; ++n) player.apply(Act{lesson::NextWorkedStep{step}});
    }
    if (const course::Step* open = lesson::open_question(player.lesson())) answer(player, *open, manner);
    player.apply(Act{lesson::Continue{}});
  }
  CHECK_FALSE(player.in_lesson());
  check_texts(player, "summary", true);  // a lesson's long title may be cut in the trail
}

void begin_as_anna(Player& player) {
  player.type("Anna");
  player.press(ui::Key::enter);
  player.wait_for_courses();
}

}  // namespace test
