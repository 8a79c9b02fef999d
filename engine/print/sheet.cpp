#include "print/sheet.h"

#include <algorithm>

#include "print/forms.h"
#include "print/markup.h"
#include "text/number.h"

namespace print {
namespace {

std::string points_of(const course::Question& question, const SheetOptions& options) {
  if (std::holds_alternative<course::Scale>(question.kind)) return {};
  if (question.points == 1) return options.words.trn("{n} point", "{n} points", 1);
  const std::string number = text::format_number(question.points, 2, options.language);
  return text::fill(options.words.tr("{points} points"), {{"points", number}});
}

pdf::Document empty(const SheetOptions& options) {
  pdf::Document document;
  document.language = options.language;
  document.title = options.title;
  if (options.course != options.title) document.subtitle = options.course;
  document.page = options.words.tr("Page {page} of {pages}");
  // On the sheet and on its key, so that one finds the other.
  document.foot = text::fill(options.words.tr("{title}, sheet {number}"),
                             {{"title", options.title}, {"number", std::to_string(options.seed)}});
  return document;
}

/// Every question with its number, its words, and what `add` puts under them.
template <class Add>
void add_items(pdf::Document& document, const std::vector<course::Question>& questions, const SheetOptions& options,
               Add add) {
  int number = 0;
  for (const course::Question& question : questions) {
    pdf::Item item;
    item.number = std::to_string(++number) + ".";
    item.points = points_of(question, options);
    Markup markup(options.draw, document);
    markup.add(question.ask, pdf::Part::Kind::words, item.parts);
    add(FormContext{question, options, markup, item.parts});
    document.items.push_back(std::move(item));
  }
}

}  // namespace

pdf::Document sheet(const std::vector<course::Question>& questions, const SheetOptions& options) {
  pdf::Document document = empty(options);
  document.fields = {options.words.tr("Name"), options.words.tr("Date")};
  add_items(document, questions, options, [](const FormContext& context) { add_form(context); });
  return document;
}

pdf::Document key(const std::vector<course::Question>& questions, const SheetOptions& options) {
  pdf::Document document = empty(options);
  document.title = text::fill(options.words.tr("Key: {title}"), {{"title", options.title}});
  double points = 0;
  for (const course::Question& question : questions) {
    if (!std::holds_alternative<course::Scale>(question.kind)) points += question.points;
  }
  document.subtitle += (document.subtitle.empty() ? "" : " · ") +
                       text::fill(options.words.tr("{points} points in all, seed {seed}"),
                                  {{"points", text::format_number(points, 2, options.language)},
                                   {"seed", std::to_string(options.seed)}});
  add_items(document, questions, options, [](const FormContext& context) {
    add_answer(context);
    context.markup.add(context.question.explain, pdf::Part::Kind::soft, context.parts);
  });
  return document;
}

std::vector<Figure> figures(const std::vector<course::Question>& questions, const SheetOptions& options) {
  std::vector<Figure> all;
  SheetOptions asking = options;
  asking.draw = [&](const Figure& figure) {
    if (std::find(all.begin(), all.end(), figure) == all.end()) all.push_back(figure);
    return pdf::Picture();  // as if it were drawn: what comes behind it may depend on that
  };
  (void)sheet(questions, asking);
  (void)key(questions, asking);
  return all;
}

}  // namespace print
