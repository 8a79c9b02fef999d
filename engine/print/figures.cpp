// What is pointed at, drawn into or moved on the screen, as paper allows it: a drawing, and room to write beside it.

#include <algorithm>

#include "explorable/situation.h"
#include "print/forms.h"
#include "text/number.h"

namespace print {
namespace {

using explorable::Input;
using pdf::Part;

/// What an input can be: "from 60 to 100 °C", "yes / no", "red / green / blue".
std::string range_words(const FormContext& c, const Input& input) {
  const auto number = [&](double v) { return text::format_number(v, input.decimals, c.options.language); };
  switch (input.kind) {
    case Input::Kind::toggle: return c.tr("yes") + " / " + c.tr("no");
    case Input::Kind::choice: {
      std::string words;
      for (const explorable::Option& option : input.options) words += (words.empty() ? "" : " / ") + option.label;
      return words;
    }
    case Input::Kind::slider: break;
  }
  const std::string unit = input.unit.empty() ? "" : "\u202f" + input.unit;
  return text::fill(c.tr("from {low} to {high}"), {{"low", number(input.from)}, {"high", number(input.to) + unit}});
}

/// A label with what belongs behind it.
std::string labelled(const FormContext& c, const std::string& label) {
  return text::fill(c.tr("{label}:"), {{"label", label}});
}

struct DrawnForm {
  const FormContext& c;

  bool operator()(const course::Spot& kind) const {
    const auto count = static_cast<std::uint64_t>(kind.places.size());
    const std::string words =
        kind.chart ? c.options.words.trn("Mark the point with a cross.", "Mark {n} points, each with a cross.", count)
                   : c.options.words.trn("Mark the place with a cross.", "Mark {n} places, each with a cross.", count);
    return instructed(words);
  }

  bool operator()(const course::Predict& kind) const {
    switch (kind.shape) {
      case course::Predict::Shape::line: return instructed(c.tr("Draw how you think the line goes on."));
      case course::Predict::Shape::bars: return instructed(c.tr("Draw how high you think each bar is."));
      case course::Predict::Shape::timeline: break;
    }
    return instructed(c.tr("Mark on each line when you think it was."));
  }

  bool operator()(const course::Goal& kind) const {
    if (!instructed(c.tr("This is where it begins."))) return false;
    c.soft(escaped(c.tr("Write down what you would set:")));
    for (const Input& input : kind.model->inputs)
      c.parts.push_back({Part::Kind::field, "<small>" + escaped(range_words(c, input)) + "</small>",
                         escaped(labelled(c, input.label))});
    return true;
  }

  template <class InWords>
  bool operator()(const InWords&) const {
    return false;
  }

 private:
  /// What to do, and the drawing under it.
  bool instructed(const std::string& words) const {
    c.soft(escaped(words));
    if (c.drawn(Figure::Kind::question)) return true;
    c.parts.pop_back();
    return false;
  }
};

struct DrawnAnswer {
  const FormContext& c;

  bool operator()(const course::Spot& kind) const {
    if (!c.drawn(Figure::Kind::answer)) return false;
    for (std::size_t i = 0; i < kind.places.size(); ++i) {
      const course::Place& place = kind.places[i];
      const std::string name = kind.name_of(place), because = c.line(place.because);
      std::string words = std::to_string(i + 1) + ". ";
      if (!name.empty()) words += "<b>" + escaped(name) + "</b>";
      if (!because.empty()) words += (name.empty() ? "" : "  ") + because;
      if (!name.empty() || !because.empty()) c.soft(words);
    }
    return true;
  }

  bool operator()(const course::Predict&) const { return c.drawn(Figure::Kind::answer); }

  bool operator()(const course::Goal& kind) const {
    if (!explorable::find(*kind.model, *kind.aim)) return false;
    c.soft(escaped(c.tr("One way to reach it; others may be right, too.")));
    return c.drawn(Figure::Kind::answer);
  }

  template <class InWords>
  bool operator()(const InWords&) const {
    return false;
  }
};

}  // namespace

bool add_drawn_form(const FormContext& context) { return std::visit(DrawnForm{context}, context.question.kind); }
bool add_drawn_answer(const FormContext& context) { return std::visit(DrawnAnswer{context}, context.question.kind); }

}  // namespace print
