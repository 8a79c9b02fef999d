#pragma once
// Inside this folder: each kind of question in the form that paper allows, and its answer in the key.

#include "print/markup.h"
#include "print/sheet.h"

namespace print {

struct FormContext {
  const course::Question& question;
  const SheetOptions& options;
  Markup& markup;
  std::vector<pdf::Part>& parts;

  std::string tr(std::string_view words) const { return options.words.tr(words); }
  std::string line(std::string_view markdown) const { return markup.line(markdown); }
  void words(std::string words) const { parts.push_back({pdf::Part::Kind::words, std::move(words)}); }
  void soft(std::string words) const { parts.push_back({pdf::Part::Kind::soft, std::move(words)}); }
  /// A small “label: words”, nothing for no words.
  void noted(std::string_view label, const std::string& words) const;
  /// The question's drawing, or with `answer` that of its answer. False, and nothing added, where it cannot be drawn.
  bool drawn(Figure::Kind which) const;
  /// The order in which things are shown; the same for a sheet and its key.
  std::vector<std::size_t> shown_order(std::size_t count) const;
};

/// Adds what the learner works on.
void add_form(const FormContext& context);
/// Adds what is right, and why.
void add_answer(const FormContext& context);

// Kinds that are pointed at, drawn or moved on the screen: figures.cpp. False where the figure cannot be drawn.
bool add_drawn_form(const FormContext& context);
bool add_drawn_answer(const FormContext& context);

}  // namespace print
