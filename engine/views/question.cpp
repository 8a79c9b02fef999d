#include "views/question.h"

#include <algorithm>
#include <array>

#include "course/variant.h"
#include "text/catalogue.h"
#include "text/number.h"
#include "ui/widgets/controls.h"
#include "views/phrases.h"

namespace views {
namespace {

using grading::Outcome;
using grading::Remark;
using text::fill;

struct DrawKind {
  ui::Frame& f;
  const QuestionContext& c;

  template <class Response>
  const Response& response() const {
    return std::get<Response>(c.state.response);
  }

  Edited operator()(const course::Choices& k) { return choices(f, c, k, response<grading::ChoicesResponse>()); }
  Edited operator()(const course::Number& k) { return number(f, c, k, response<grading::NumberResponse>()); }
  Edited operator()(const course::Answers& k) { return answers(f, c, k, response<grading::AnswersResponse>()); }
  Edited operator()(const course::Blanks& k) { return blanks(f, c, k, response<grading::BlanksResponse>()); }
  Edited operator()(const course::Order& k) { return order(f, c, k, response<grading::OrderResponse>()); }
  Edited operator()(const course::Match& k) { return match(f, c, k, response<grading::MatchResponse>()); }
  Edited operator()(const course::Sort& k) { return sort(f, c, k, response<grading::SortResponse>()); }
  Edited operator()(const course::Scale& k) { return scale(f, c, k, response<grading::ScaleResponse>()); }
  Edited operator()(const course::Open& k) { return open(f, c, k, response<grading::OpenResponse>()); }
  Edited operator()(const course::Goal& k) { return goal(f, c, k, response<grading::GoalResponse>()); }
  Edited operator()(const course::Predict& k) { return predict(f, c, k, response<grading::PredictResponse>()); }
  Edited operator()(const course::Spot& k) { return spot(f, c, k, response<grading::SpotResponse>()); }
};

std::string instruction(const course::Question& question, ui::Frame& f) {
  struct Words {
    ui::Frame& f;
    std::string operator()(const course::Choices& k) {
      return k.several() ? f.tr("Several may be right.") : std::string();
    }
    std::string operator()(const course::Order&) {
      return f.tr("Drag into order, or Space to pick up and arrows to move.");
    }
    std::string operator()(const course::Match&) {
      return f.tr("Choose one on the left, then what belongs to it on the right.");
    }
    std::string operator()(const course::Sort&) {
      return f.tr("Drag each card into a bin, or choose a card and then its bin.");
    }
    std::string operator()(const course::Scale&) { return f.tr("Your opinion: nothing is right or wrong here."); }
    std::string operator()(const course::Number&) { return {}; }
    std::string operator()(const course::Answers&) { return {}; }
    std::string operator()(const course::Blanks&) { return {}; }
    std::string operator()(const course::Open&) { return {}; }
    std::string operator()(const course::Goal&) { return f.tr("Move what can be moved until it is reached."); }
    std::string operator()(const course::Predict& k) {
      if (k.shape == course::Predict::Shape::timeline)
        return f.tr("Drag on each line, or choose with ← and → and set with ↑ and ↓; digits type the year.");
      return f.tr("Draw with the mouse, or choose with ← and → and set with ↑ and ↓; digits type a number.");
    }
    std::string operator()(const course::Spot& k) {
      if (k.chart) return f.tr("Click the points you mean, or go there with the arrow keys and set them with Space.");
      return f.tr("Click the places, or move the cross with the arrow keys (Shift: finer) and set it with Space.");
    }
  };
  return std::visit(Words{f}, question.kind);
}

std::string remark_words(const grading::Verdict& verdict, ui::Frame& f) {
  switch (verdict.remark) {
    case Remark::slip_forgiven: {
      const auto letters = static_cast<std::uint64_t>(verdict.slips);
      return fill(f.words().trn("Accepted: one letter off from “{answer}”.",
                                "Accepted: {n} letters off from “{answer}”.", letters),
                  {{"answer", verdict.remark_text}});
    }
    case Remark::not_a_number: return f.tr("This is not a number: type digits, such as 2.6 or 1,200.");
    case Remark::wrong_unit: return f.tr("The number may be right, but the unit is not.");
    case Remark::too_few_figures: return f.tr("Right so far: more significant figures are wanted.");
    case Remark::too_many_figures: return f.tr("Right, but with more figures than are known.");
    case Remark::close: return f.tr("Close.");
    case Remark::none: break;
  }
  return {};
}

/// What saying how sure one is has won or lost.
std::string marks_words(const QuestionContext& c, ui::Frame& f) {
  if (c.state.marks) {
    return fill(f.tr("Certainty marks: {marks} (you said “{certainty}”)"),
                {{"marks", signed_number(*c.state.marks, f.words())},
                 {"certainty", certainty_name(c.state.certainty, f.words())}});
  }
  const bool spared = c.state.unknown && grading::asks_certainty(c.question) && !c.question.pretest;
  return spared ? f.tr("Certainty marks: 0. Saying so costs nothing.") : std::string();
}

struct Headline {
  std::string words;
  ui::Tone tone;
  ui::Icon icon;
};

Headline headline(const QuestionContext& c, ui::Frame& f) {
  if (c.state.unknown) {
    return {f.tr("Good to know what you do not know yet. Here is the answer."), ui::Tone::accent, ui::Icon::lightbulb};
  }
  if (c.state.gave_up && std::holds_alternative<course::Scale>(c.question.kind)) {
    return {f.tr("Skipped."), ui::Tone::soft, ui::Icon::info};
  }
  if (c.state.gave_up) return {f.tr("Here is the answer."), ui::Tone::soft, ui::Icon::lightbulb};
  if (c.question.pretest && c.done() && c.state.verdict.outcome != Outcome::right) {
    return {f.tr("A guess before reading: it is not counted. Now look for the answer."), ui::Tone::accent,
            ui::Icon::lightbulb};
  }
  switch (c.state.verdict.outcome) {
    case Outcome::right: return {f.tr("Right."), ui::Tone::good, ui::Icon::check};
    case Outcome::partly:
      return {c.done() ? f.tr("Partly right.") : f.tr("Partly right. Have another try."), ui::Tone::warn,
              ui::Icon::half};
    case Outcome::wrong:
      return {c.done() ? f.tr("Not right.") : f.tr("Not yet. Have another try."), ui::Tone::bad, ui::Icon::cross};
    case Outcome::ungraded: break;
  }
  return {f.tr("Noted."), ui::Tone::accent, ui::Icon::check};
}

/// Right, wrong, and why: beside what was answered, never by colour alone.
ui::RichEvent feedback(ui::Frame& f, const QuestionContext& c) {
  ui::RichEvent followed;
  const Headline head = headline(c, f);
  f.space(ui::Space::l);
  f.row({ui::fixed(20), ui::share()}, {.gap = ui::Space::s, .fit = ui::Fit::top}, [&](int cell) {
    if (cell == 0) {
      f.space(2.0f);
      return ui::icon(f, head.icon, 18, head.tone);
    }
    ui::words(f, head.words, ui::style::strong, head.tone);
    const std::string remark = remark_words(c.state.verdict, f);
    if (!remark.empty()) ui::words(f, remark, ui::style::body, ui::Tone::soft);
    const std::string marks = marks_words(c, f);
    if (!marks.empty()) ui::words(f, marks, ui::style::body, ui::Tone::soft);
    if (c.done() && !c.question.explain.empty()) {
      f.space(ui::Space::xs);
      followed = ui::rich(f, "explain", c.question.explain, c.rich());
    }
  });
  return followed;
}

void hints(ui::Frame& f, const QuestionContext& c, QuestionEvents& events) {
  for (int i = 0; i < c.state.hints && i < static_cast<int>(c.question.hints.size()); ++i) {
    f.space(ui::Space::m);
    f.row({ui::fixed(20), ui::share()}, {.gap = ui::Space::s, .fit = ui::Fit::top}, [&](int cell) {
      if (cell == 0) {
        f.space(2.0f);
        return ui::icon(f, ui::Icon::lightbulb, 18, ui::Tone::accent);
      }
      const auto event =
          ui::rich(f, "hint-" + std::to_string(i), c.question.hints[static_cast<std::size_t>(i)].text, c.rich());
      if (event) events.followed = event;
    });
  }
}

/// How sure one is, each with what it wins and loses, said before one chooses.
void certainty(ui::Frame& f, const QuestionContext& c, QuestionEvents& events) {
  if (!screens::can_say_certainty(c.question, c.state)) return;
  f.space(ui::Space::l);
  ui::words(f, f.tr("How sure are you?"), ui::style::small, ui::Tone::soft);
  f.space(ui::Space::s);
  const auto detail_of = [&](learner::Certainty which) {
    return c.question.pretest ? std::string() : stakes_words(which, f.words());
  };
  const auto option = [&](learner::Certainty which) {
    const std::string detail = detail_of(which);
    const bool chosen = c.state.certainty == which;
    const std::string id = "sure-" + std::to_string(static_cast<int>(which));
    const std::string name = certainty_name(which, f.words());
    if (ui::rating(f, id, name, {.detail = detail, .proposed = chosen, .chosen = chosen})) events.certainty = which;
  };
  constexpr std::array all{learner::Certainty::guess, learner::Certainty::fairly, learner::Certainty::certain};
  // Side by side where that cuts none of them.
  constexpr float kAround = 2 * 16 + 24;
  float widest = 0;
  for (const learner::Certainty which : all) {
    const float name = f.paint().text_width(certainty_name(which, f.words()), ui::style::strong);
    widest = std::max({widest, name + kAround, f.paint().text_width(detail_of(which), ui::style::small) + kAround});
  }
  f.group("sure", [&] {
    if (f.width() < 3 * widest + 2 * ui::px(ui::Space::s)) {
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0) f.space(ui::Space::s);
        option(all[i]);
      }
      return;
    }
    f.row({ui::share(), ui::share(), ui::share()}, {.gap = ui::Space::s, .fit = ui::Fit::top},
          [&](int cell) { option(all[static_cast<std::size_t>(cell)]); });
  });
}

/// Which variant it was, for whoever wants to talk about it: told when asked for.
void variant_number(ui::Frame& f, const QuestionContext& c) {
  if (c.state.variant == nullptr) return;
  f.space(ui::Space::m);
  const bool open = f.recall("variant-told") > 0;
  const std::string number = std::to_string(course::variant_number(c.state.seed));
  if (open) ui::words(f, fill(f.tr("Variant {number}"), {{"number", number}}), ui::style::small, ui::Tone::soft);
  const bool asked = !open && ui::link(f, "variant", f.tr("Which variant?"), ui::style::small);
  if (open || asked) f.remember("variant-told", 1);
}

}  // namespace

ui::Mark mark_of(const QuestionContext& c, std::size_t part) {
  if (!c.checked() || part >= c.state.verdict.parts.size()) return ui::Mark::open;
  switch (c.state.verdict.parts[part].outcome) {
    case Outcome::right: return ui::Mark::right;
    case Outcome::partly: return ui::Mark::partly;
    case Outcome::wrong: return c.state.gave_up ? ui::Mark::open : ui::Mark::wrong;
    case Outcome::ungraded: break;
  }
  return ui::Mark::open;
}

ui::Tone edge_of(const QuestionContext& c, std::size_t part) {
  const ui::Mark mark = mark_of(c, part);
  return mark == ui::Mark::open ? ui::Tone::ink : ui::tone_of(mark);
}

void show_expected(ui::Frame& f, const std::string& expected) {
  if (expected.empty()) return;
  f.space(ui::Space::s);
  ui::words(f, fill(f.tr("Answer: {answer}"), {{"answer", expected}}), ui::style::strong);
}

bool looks_now(ui::Frame& f, std::uint64_t serial) {
  const float now = static_cast<float>(serial), seen = f.recall("look");
  const bool looks = seen != now;
  const bool measured = seen == now - 0.5f;
  f.remember("look", !looks || measured ? now : now - 0.5f);
  if (looks) f.redraw();
  return looks;
}

std::string give_up_label(screens::GivingUp what, ui::Frame& f) {
  switch (what) {
    case screens::GivingUp::unknown: return f.tr("I don't know");
    case screens::GivingUp::show_answer: return f.tr("Show me the answer");
    case screens::GivingUp::skip: return f.tr("Skip");
  }
  return {};
}

QuestionEvents question(ui::Frame& f, const QuestionContext& asked) {
  QuestionEvents events;
  const QuestionContext c{screens::as_asked(asked.question, asked.state),
                          asked.state,
                          asked.active,
                          asked.note_number,
                          asked.explorable,
                          &events};
  f.scope(c.question.id.str(), [&] {
    ui::RichOptions ask = c.rich();
    ask.text = ui::style::strong;
    if (const auto event = ui::rich(f, "ask", c.question.ask, ask)) events.followed = event;
    const std::string how = c.editable() ? instruction(c.question, f) : std::string();
    if (!how.empty()) {
      f.space(ui::Space::xs);
      ui::words(f, how, ui::style::small, ui::Tone::soft);
    }
    f.space(ui::Space::m);
    events.edited = std::visit(DrawKind{f, c}, c.question.kind);
    hints(f, c, events);
    certainty(f, c, events);
    if (c.checked()) {
      if (const auto event = feedback(f, c)) events.followed = event;
      variant_number(f, c);
    }
  });
  return events;
}

}  // namespace views
