#include "print/forms.h"

#include <algorithm>
#include <numeric>

#include "base/random.h"
#include "base/utf8.h"
#include "print/markup.h"
#include "text/number.h"

namespace print {
namespace {

using pdf::Part;

constexpr int kFewestLines = 4, kMostLines = 16, kWordsOnALine = 10;

std::string gap(std::size_t letters) {
  std::string rule;
  for (std::size_t i = 0; i < std::clamp<std::size_t>(letters + 4, 10, 30); ++i) rule += '_';
  return rule;
}

struct Form {
  const FormContext& c;

  void operator()(const course::Choices& kind) const {
    const bool several = kind.several();
    c.soft(escaped(several ? c.tr("Tick all that are right.") : c.tr("Tick one.")));
    std::vector<std::size_t> order = c.shown_order(kind.choices.size());
    if (kind.keep_last) std::erase(order, kind.choices.size() - 1), order.push_back(kind.choices.size() - 1);
    for (std::size_t i = 0; i < order.size(); ++i)
      c.parts.push_back({Part::Kind::option, c.line(kind.choices[order[i]].text),
                         std::string(1, static_cast<char>('A' + i)),
                         several ? Part::Mark::square : Part::Mark::circle});
  }

  void operator()(const course::Number& kind) const {
    c.parts.push_back({Part::Kind::field, escaped(kind.unit), escaped(c.tr("Answer:"))});
  }

  void operator()(const course::Answers&) const { c.parts.push_back({Part::Kind::lines, {}, {}, Part::Mark::none, 1}); }

  void operator()(const course::Blanks& kind) const {
    std::string words;
    for (std::size_t i = 0; i < kind.parts.size(); ++i) {
      words += around(kind.parts[i]);
      if (i >= kind.gaps.size()) continue;
      const course::Gap& each = kind.gaps[i];
      if (!each.picked()) {
        words += gap(longest(each.accepted));
        continue;
      }
      words += gap(longest(each.options)) + " (";
      std::vector<std::string> sorted = each.options;  // the first is right in the file
      std::sort(sorted.begin(), sorted.end());
      for (const std::string& option : sorted) words += (&option == &sorted.front() ? "" : " / ") + escaped(option);
      words += ")";
    }
    c.words(words);
  }

  void operator()(const course::Order& kind) const {
    c.soft(escaped(c.tr("Number them in the right order.")));
    Part part{Part::Kind::columns};
    for (const std::size_t i : moved(c.shown_order(kind.items.size()))) part.left.push_back(c.line(kind.items[i]));
    c.parts.push_back(std::move(part));
  }

  void operator()(const course::Match& kind) const {
    c.soft(escaped(c.tr("Write the letter that belongs to each.")));
    const std::vector<std::string> rights = kind.rights();
    Part part{Part::Kind::columns};
    for (const course::Pair& pair : kind.pairs) part.left.push_back(c.line(pair.left));
    for (const std::size_t i : c.shown_order(rights.size()))
      part.right.push_back("<b>" + std::string(1, static_cast<char>('A' + part.right.size())) + "</b>  " +
                           c.line(rights[i]));
    c.parts.push_back(std::move(part));
  }

  void operator()(const course::Sort& kind) const {
    c.soft(escaped(c.tr("Write each into its box:")));
    std::string cards;
    for (const std::size_t i : c.shown_order(kind.cards.size()))
      cards += (cards.empty() ? "" : "  ·  ") + c.line(kind.cards[i].text);
    c.words(cards);
    Part part{Part::Kind::bins};
    for (const std::string& bin : kind.bins) part.left.push_back(c.line(bin));
    part.count = static_cast<int>(std::min<std::size_t>(8, (kind.cards.size() + 1) / 2 + 1));
    c.parts.push_back(std::move(part));
  }

  void operator()(const course::Scale& kind) const {
    Part part{Part::Kind::scale, c.line(kind.high), c.line(kind.low)};
    for (int i = kind.from; i <= kind.to; ++i) part.left.push_back(std::to_string(i));
    c.parts.push_back(std::move(part));
  }

  /// Kinds that are moved, drawn or pointed at: without a drawing, paper can only say where they are.
  template <class Drawn>
  void operator()(const Drawn&) const {
    if (!add_drawn_form(c)) c.soft(escaped(c.tr("This one is answered on the screen.")));
  }

  void operator()(const course::Open& kind) const {
    if (kind.words > 0)
      c.soft(escaped(text::fill(c.tr("About {words} words"), {{"words", std::to_string(kind.words)}})));
    c.parts.push_back({Part::Kind::lines,
                       {},
                       {},
                       Part::Mark::none,
                       std::clamp(kind.words / kWordsOnALine + 2, kFewestLines, kMostLines)});
  }

 private:
  /// A piece of a text with the spaces that stand at its ends.
  std::string around(const std::string& markdown) const {
    const std::string words = c.line(markdown);
    if (words.empty()) return escaped(markdown);
    return (markdown.starts_with(' ') ? " " : "") + words + (markdown.ends_with(' ') ? " " : "");
  }

  static std::size_t longest(const std::vector<std::string>& words) {
    std::size_t most = 0;
    for (const std::string& each : words) most = std::max(most, base::count_characters(each));
    return most;
  }

  /// A question that is solved already asks nothing.
  static std::vector<std::size_t> moved(std::vector<std::size_t> order) {
    if (std::is_sorted(order.begin(), order.end())) std::rotate(order.begin(), order.begin() + 1, order.end());
    return order;
  }
};

struct Answer {
  const FormContext& c;

  void operator()(const course::Choices& kind) const {
    std::vector<std::size_t> order = c.shown_order(kind.choices.size());
    if (kind.keep_last) std::erase(order, kind.choices.size() - 1), order.push_back(kind.choices.size() - 1);
    for (std::size_t i = 0; i < order.size(); ++i) {
      const course::Choice& choice = kind.choices[order[i]];
      const std::string because = c.line(choice.because);
      std::string words = choice.right ? "<b>" + c.line(choice.text) + "</b>" : c.line(choice.text);
      if (!because.empty()) words += "\n<small>" + because + "</small>";
      c.parts.push_back({Part::Kind::option, std::move(words), std::string(1, static_cast<char>('A' + i)),
                         choice.right ? Part::Mark::cross : Part::Mark::square});
    }
  }

  void operator()(const course::Number& kind) const {
    const auto number = [&](double value) { return text::format_number(value, kind.decimals, c.options.language); };
    std::string words = number(kind.is) + (kind.unit.empty() ? "" : "\u202f" + kind.unit);
    c.words("<b>" + escaped(words) + "</b>");
    // Its ends may need more places than the number itself: 2.4 within 0.05.
    const auto end = [&](double value) { return text::format_number(value, 6, c.options.language); };
    if (kind.low != kind.high)
      c.soft(
          escaped(text::fill(c.tr("Right from {low} to {high}"), {{"low", end(kind.low)}, {"high", end(kind.high)}})));
    for (const course::WrongNumber& wrong : kind.wrong) {
      const bool one = wrong.low == wrong.high;
      c.noted(one ? end(wrong.low)
                  : text::fill(c.tr("{low} to {high}"), {{"low", end(wrong.low)}, {"high", end(wrong.high)}}),
              c.line(wrong.because));
    }
  }

  void operator()(const course::Answers& kind) const {
    std::string also;
    bool first = true;
    for (const course::TypedAnswer& accepted : kind.accepted) {
      if (accepted.text.empty()) continue;
      if (first) {
        c.words("<b>" + escaped(accepted.text) + "</b>");
      } else {
        also += (also.empty() ? "" : "; ") + escaped(accepted.text);
        if (accepted.credit < 1)
          also += " (" + escaped(text::format_percent(accepted.credit, c.options.language)) + ")";
      }
      first = false;
    }
    if (first && !kind.example.empty()) c.words("<b>" + escaped(kind.example) + "</b>");
    c.noted(c.tr("Also right"), also);
    for (const course::TypedAnswer& wrong : kind.wrong) {
      if (!wrong.text.empty() && !wrong.because.empty()) c.noted(wrong.text, c.line(wrong.because));
    }
  }

  void operator()(const course::Blanks& kind) const {
    std::string words;
    for (std::size_t i = 0; i < kind.gaps.size(); ++i) {
      const course::Gap& gap_of = kind.gaps[i];
      const auto& accepted = gap_of.picked() ? gap_of.options : gap_of.accepted;
      words += (i == 0 ? "" : "  ·  ") + std::to_string(i + 1) + ". <b>" +
               escaped(accepted.empty() ? "" : accepted.front()) + "</b>";
      for (std::size_t j = 1; !gap_of.picked() && j < accepted.size(); ++j) words += " / " + escaped(accepted[j]);
    }
    c.words(words);
  }

  void operator()(const course::Order& kind) const {
    for (std::size_t i = 0; i < kind.items.size(); ++i) c.words(std::to_string(i + 1) + ". " + c.line(kind.items[i]));
  }

  void operator()(const course::Match& kind) const {
    const std::vector<std::string> rights = kind.rights();
    const std::vector<std::size_t> order = c.shown_order(rights.size());
    for (const course::Pair& pair : kind.pairs) {
      const auto right = static_cast<std::size_t>(std::find(rights.begin(), rights.end(), pair.right) - rights.begin());
      const auto place = static_cast<std::size_t>(std::find(order.begin(), order.end(), right) - order.begin());
      c.words(c.line(pair.left) + " → <b>" + std::string(1, static_cast<char>('A' + place)) + "</b>  " +
              c.line(pair.right));
    }
  }

  void operator()(const course::Sort& kind) const {
    for (std::size_t bin = 0; bin < kind.bins.size(); ++bin) {
      std::string cards;
      for (const course::Card& card : kind.cards) {
        if (card.bin == bin) cards += (cards.empty() ? "" : ", ") + c.line(card.text);
      }
      c.words("<b>" + c.line(kind.bins[bin]) + "</b> → " + (cards.empty() ? "–" : cards));
    }
  }

  void operator()(const course::Scale&) const { c.soft(escaped(c.tr("An opinion: nothing is right."))); }

  template <class Drawn>
  void operator()(const Drawn&) const {
    if (!add_drawn_answer(c)) c.soft(escaped(c.tr("This one is answered on the screen.")));
  }

  void operator()(const course::Open& kind) const {
    for (const std::string& point : kind.rubric) c.words("• " + c.line(point));
    c.noted(c.tr("One way to answer"), c.line(kind.model));
  }
};

}  // namespace

void FormContext::noted(std::string_view label, const std::string& words) const {
  if (!words.empty()) soft("<b>" + escaped(label) + "</b>  " + words);
}

bool FormContext::drawn(Figure::Kind which) const {
  const auto index = markup.picture({which, &question, {}});
  if (!index) return false;
  Part part{Part::Kind::picture};
  part.count = *index;
  parts.push_back(std::move(part));
  return true;
}

std::vector<std::size_t> FormContext::shown_order(std::size_t count) const {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const bool always = std::holds_alternative<course::Order>(question.kind);
  if (!question.shuffle && !always) return order;
  const std::string& id = question.id.str();
  base::Random random(options.seed ^ base::seed_of(id.data(), id.size()));
  random.shuffle(order);
  return order;
}

void add_form(const FormContext& context) { std::visit(Form{context}, context.question.kind); }
void add_answer(const FormContext& context) { std::visit(Answer{context}, context.question.kind); }

}  // namespace print
