#pragma once
// Inside this folder: each kind of question in the form that paper allows, and its answer in the key.

#include "print/sheet.h"

namespace print {

struct FormContext {
  const course::Question& question;
  const SheetOptions& options;
  std::vector<pdf::Part>& parts;

  std::string tr(std::string_view words) const { return options.words.tr(words); }
  void words(std::string markup) const { parts.push_back({pdf::Part::Kind::words, std::move(markup)}); }
  void soft(std::string markup) const { parts.push_back({pdf::Part::Kind::soft, std::move(markup)}); }
  /// A small “label: words”, nothing for no words.
  void noted(std::string_view label, const std::string& markup) const;
  /// The order in which things are shown; the same for a sheet and its key.
  std::vector<std::size_t> shown_order(std::size_t count) const;
};

/// Adds what the learner works on.
void add_form(const FormContext& context);
/// Adds what is right, and why.
void add_answer(const FormContext& context);

}  // namespace print
