#include "screens/spoken.h"

#include <algorithm>

#include "text/formula.h"
#include "text/markdown.h"
#include "text/sentences.h"

namespace screens {
namespace {

std::string sentence(const course::Diagram& diagram, const course::Diagram::Arrow& arrow,
                     const text::Translator& words) {
  const std::string& from = diagram.boxes[arrow.from].text;
  const std::string& to = diagram.boxes[arrow.to].text;
  if (arrow.label.empty()) {
    const std::string pattern =
        arrow.both ? words.tr("“{from}” and “{to}” lead to each other.") : words.tr("“{from}” leads to “{to}”.");
    return text::fill(pattern, {{"from", from}, {"to", to}});
  }
  const std::string pattern = arrow.both ? words.tr("“{from}” and “{to}” lead to each other: {label}.")
                                         : words.tr("“{from}” leads to “{to}”: {label}.");
  return text::fill(pattern, {{"from", from}, {"to", to}, {"label", arrow.label}});
}

/// Collects the sentences of one step.
class Speaker {
 public:
  Speaker(const lesson::State& state, const course::Step& step, const text::Translator& words)
      : state_(state), step_(step), words_(words) {}

  std::vector<Sentence> take() && { return std::move(all_); }

  void operator()(const course::TextBlock& b) { markdown(b.markdown); }
  void operator()(const course::Callout& b) {
    plain(b.title);
    markdown(b.markdown);
  }
  void operator()(const course::Quote& b) {
    markdown(b.markdown);
    plain(b.by);
  }
  void operator()(const course::Picture& b) {
    say(text::fill(words_.tr("A picture: {what}"), {{"what", b.alt}}));
    markdown(b.caption);
  }
  void operator()(const course::Chart& b) {
    plain(b.title);
    if (!b.alt.empty()) return say(text::fill(words_.tr("A chart: {what}"), {{"what", b.alt}}));
    for (std::size_t i = 0; i < b.y.size(); ++i) series(b, i);
  }
  void operator()(const course::Reveal& b) {
    plain(b.button);
    if (state_.revealed.contains(step_.id)) markdown(b.markdown);
  }
  void operator()(const course::Worked& b) {
    plain(b.title);
    const WorkedNow now = lesson::worked_now(state_, step_);
    for (std::size_t i = 0; i < now.shown; ++i) {
      markdown(b.steps[i].markdown);
      markdown(b.steps[i].why);
    }
    if (!now.asks) return;
    const std::string& ask = b.steps[now.shown].ask;
    ask.empty() ? plain(words_.tr("What comes next?")) : markdown(ask);
  }
  void operator()(const course::Diagram& b) {
    plain(b.title);
    plain(b.alt);
    for (const std::string& one : sentences(b, words_)) plain(one);
    markdown(b.caption);
  }
  void operator()(const course::Compare& b) {
    plain(b.title);
    for (const auto& column : b.columns) {
      plain(column.title);
      markdown(column.markdown);
    }
    for (const auto& row : b.rows) {
      plain(row.what);
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const std::string cell = text::plain_text(row.cells[i]);
        all_.push_back({step_.id, b.columns[i].title + ": " + cell, cell});
      }
    }
  }
  void operator()(const course::Timeline& b) {
    plain(b.title);
    for (const course::TimelineEvent& event : b.events) markdown(event.markdown);
  }
  void operator()(const course::Explore& b) {
    plain(b.title);
    markdown(b.markdown);
    plain(b.alt);
  }
  void operator()(const course::Question& written) {
    const QuestionState& answer = state_.questions.at(step_.id);
    const course::Question& q = as_asked(written, answer);
    markdown(q.ask);
    std::visit([&](const auto& kind) { offered(kind, answer); }, q.kind);
    for (int i = 0; i < answer.hints && i < static_cast<int>(q.hints.size()); ++i)
      markdown(q.hints[static_cast<std::size_t>(i)].text);
    if (answer.phase == QuestionState::Phase::done) markdown(q.explain);
  }

 private:
  void say(std::string words) { all_.push_back({step_.id, std::move(words), {}}); }
  void plain(std::string_view words) {
    for (std::string& one : text::sentences(words)) all_.push_back({step_.id, one, one});
  }
  /// Formulas are marked as they stand and said in words.
  void markdown(std::string_view words) {
    text::Document document = text::parse_markdown(words);
    std::vector<std::string> shown = text::sentences(text::plain_text(document));
    if (!say_formulas(document.blocks)) {
      for (std::string& one : shown) all_.push_back({step_.id, one, one});
      return;
    }
    std::vector<std::string> said = text::sentences(text::plain_text(document));
    shown.resize(said.size() == shown.size() ? said.size() : 0);
    for (std::size_t i = 0; i < said.size(); ++i)
      all_.push_back({step_.id, std::move(said[i]), shown.empty() ? std::string() : std::move(shown[i])});
  }

  bool say_formulas(text::Runs& runs) {
    bool any = false;
    for (text::Run& run : runs) {
      if (!text::has(run.style, text::Style::formula)) continue;
      run.text = text::formula_speech(run.text, state_.course->language);
      run.style = text::Style::none;
      any = true;
    }
    return any;
  }
  bool say_formulas(text::Blocks& blocks) {
    bool any = false;
    for (text::Block& block : blocks) {
      any = say_formulas(block.runs) || any;
      any = say_formulas(block.children) || any;
      for (text::TableRow& row : block.rows) {
        for (text::Runs& cell : row.cells) any = say_formulas(cell) || any;
      }
    }
    return any;
  }

  void series(const course::Chart& chart, std::size_t i) {
    const auto& cells = chart.table.cells;
    if (cells.empty()) return;
    const std::size_t column = chart.y[i];
    say(text::fill(words_.tr("{series}: {first} at {from}, {last} at {to}."), {{"series", chart.labels[i]},
                                                                               {"first", cells.front()[column]},
                                                                               {"from", cells.front()[chart.x]},
                                                                               {"last", cells.back()[column]},
                                                                               {"to", cells.back()[chart.x]}}));
  }

  // What a question offers to answer with; kinds that are typed offer nothing.
  template <class Other>
  void offered(const Other&, const QuestionState&) {}
  void offered(const course::Choices& kind, const QuestionState& answer) {
    for (std::size_t i = 0; i < answer.shown.size(); ++i) {
      const course::Choice& choice = kind.choices[answer.shown[i]];
      const std::string words = text::plain_text(choice.text);
      all_.push_back({step_.id, std::string(1, static_cast<char>('A' + i)) + ": " + words, words});
      const auto* picked = std::get_if<grading::ChoicesResponse>(&answer.response);
      const bool told =
          answer.phase != QuestionState::Phase::answering && picked &&
          std::find(picked->picked.begin(), picked->picked.end(), answer.shown[i]) != picked->picked.end();
      if (told) markdown(choice.because);
    }
  }
  void offered(const course::Blanks& kind, const QuestionState&) {
    std::string all;
    for (std::size_t i = 0; i < kind.parts.size(); ++i) {
      all += text::plain_text(kind.parts[i]);
      if (i < kind.gaps.size()) all += " " + words_.trc("in a text", "gap") + " ";
    }
    for (std::string& one : text::sentences(all)) say(std::move(one));
  }
  void offered(const course::Order& kind, const QuestionState& answer) {
    for (const std::size_t i : answer.shown) markdown(kind.items[i]);
  }
  void offered(const course::Match& kind, const QuestionState& answer) {
    for (const course::Pair& pair : kind.pairs) markdown(pair.left);
    const std::vector<std::string> rights = kind.rights();
    for (const std::size_t i : answer.shown) {
      if (i < rights.size()) markdown(rights[i]);
    }
  }
  void offered(const course::Sort& kind, const QuestionState& answer) {
    for (const std::string& bin : kind.bins) markdown(bin);
    for (const std::size_t i : answer.shown) markdown(kind.cards[i].text);
  }
  void offered(const course::Scale& kind, const QuestionState&) {
    say(text::fill(words_.tr("From {from}, {low}, to {to}, {high}."), {{"from", std::to_string(kind.from)},
                                                                       {"low", kind.low},
                                                                       {"to", std::to_string(kind.to)},
                                                                       {"high", kind.high}}));
  }

  const lesson::State& state_;
  const course::Step& step_;
  const text::Translator& words_;
  std::vector<Sentence> all_;
};

}  // namespace

std::vector<std::string> sentences(const course::Diagram& diagram, const text::Translator& words) {
  std::vector<std::string> all;
  for (const course::Diagram::Arrow& arrow : diagram.arrows) all.push_back(sentence(diagram, arrow, words));
  return all;
}

std::vector<Sentence> spoken(const lesson::State& state, const course::Step& step, const text::Translator& words) {
  Speaker speaker(state, step, words);
  std::visit(speaker, step.content);
  return std::move(speaker).take();
}

std::vector<Sentence> spoken(const lesson::State& state, const text::Translator& words) {
  std::vector<Sentence> all;
  const lesson::Visible range = lesson::visible(state);
  const std::size_t from = std::clamp(state.look_at, range.first, range.end);
  for (std::size_t i = from; i < range.end; ++i) {
    for (Sentence& one : spoken(state, state.lesson->steps[i], words)) all.push_back(std::move(one));
  }
  return all;
}

}  // namespace screens
