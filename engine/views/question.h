#pragma once
// One question on screen, whatever its kind and wherever it is asked.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "screens/explore.h"
#include "screens/question.h"
#include "ui/frame.h"
#include "ui/rich.h"
#include "ui/widgets/answers.h"

namespace views {

struct QuestionEvents;

struct QuestionContext {
  const course::Question& question;
  const screens::QuestionState& state;
  bool active = false;                                  ///< takes the digit and letter keys
  std::function<int(std::string_view)> note_number;     ///< number of a source in the lesson
  const screens::explore::State* explorable = nullptr;  ///< of a goal, where a screen keeps one
  QuestionEvents* events = nullptr;                     ///< of this frame, set while the kinds draw

  bool editable() const {
    using Phase = screens::QuestionState::Phase;
    return state.phase == Phase::answering || state.phase == Phase::retry;
  }
  bool checked() const {
    return state.phase == screens::QuestionState::Phase::done || state.phase == screens::QuestionState::Phase::retry;
  }
  bool done() const { return state.phase == screens::QuestionState::Phase::done; }
  ui::RichOptions rich() const { return {.note_number = note_number}; }
};

/// What the person did with the question in this frame.
struct QuestionEvents {
  std::optional<grading::Response> edited;
  std::optional<learner::Certainty> certainty;
  ui::RichEvent followed;                            ///< a link or note that was clicked
  std::optional<screens::explore::Action> explored;  ///< what was done with the explorable of a goal
  bool show_reached = false;                         ///< where a goal is reached wants to be seen
};

/// The question, the means to answer it, and after checking its feedback with the reasons.
QuestionEvents question(ui::Frame& f, const QuestionContext& context);

/// True in the two frames after `serial` rose, by which a screen asks to look at a step of it: the page can only scroll to what it
/// has measured once. Asked once a frame.
bool looks_now(ui::Frame& f, std::uint64_t serial);

/// What giving up is called now.
std::string give_up_label(screens::GivingUp what, ui::Frame& f);

// The kinds, each in a file of its own name in views/questions. They draw what is answered with, and after checking how each part
// stands; a new response when the person changed it.
using Edited = std::optional<grading::Response>;
Edited choices(ui::Frame& f, const QuestionContext& context, const course::Choices& kind,
               const grading::ChoicesResponse& response);
Edited number(ui::Frame& f, const QuestionContext& context, const course::Number& kind,
              const grading::NumberResponse& response);
Edited answers(ui::Frame& f, const QuestionContext& context, const course::Answers& kind,
               const grading::AnswersResponse& response);
Edited blanks(ui::Frame& f, const QuestionContext& context, const course::Blanks& kind,
              const grading::BlanksResponse& response);
Edited order(ui::Frame& f, const QuestionContext& context, const course::Order& kind,
             const grading::OrderResponse& response);
Edited match(ui::Frame& f, const QuestionContext& context, const course::Match& kind,
             const grading::MatchResponse& response);
Edited sort(ui::Frame& f, const QuestionContext& context, const course::Sort& kind,
            const grading::SortResponse& response);
Edited scale(ui::Frame& f, const QuestionContext& context, const course::Scale& kind,
             const grading::ScaleResponse& response);
Edited open(ui::Frame& f, const QuestionContext& context, const course::Open& kind,
            const grading::OpenResponse& response);
Edited goal(ui::Frame& f, const QuestionContext& context, const course::Goal& kind,
            const grading::GoalResponse& response);
Edited predict(ui::Frame& f, const QuestionContext& context, const course::Predict& kind,
               const grading::PredictResponse& response);
Edited spot(ui::Frame& f, const QuestionContext& context, const course::Spot& kind,
            const grading::SpotResponse& response);

/// How a part of the answer stands, once checked; open before.
ui::Mark mark_of(const QuestionContext& context, std::size_t part);
/// The border of a field, once checked.
ui::Tone edge_of(const QuestionContext& context, std::size_t part);
/// "Answer: …" under what was not right, once no try is left.
void show_expected(ui::Frame& f, const std::string& expected);

}  // namespace views
