#include "course/variant.h"

#include <set>

#include "course/variants/variants.h"
#include "expression/program.h"

namespace course {

Question variant(const Question& question, std::uint64_t seed) {
  if (question.variants == nullptr) return question;
  const Variants& variants = *question.variants;
  const SourceFile nowhere;
  base::Diagnostics diagnostics;
  Reader reader(nowhere, variants.around(), diagnostics);
  Question made = variants.make(reader, variants.values(seed));
  if (reader.errors() > 0) return question;
  made.variants = question.variants;
  return made;
}

std::string ask_of(const Question& question, std::uint64_t seed) {
  return question.variants != nullptr ? question.variants->ask(question.variants->values(seed)) : question.ask;
}

std::vector<DrawnValue> values_of(const Question& question, std::uint64_t seed) {
  if (question.variants == nullptr) return {};
  return question.variants->named(question.variants->values(seed));
}

std::string to_text(const std::vector<DrawnValue>& values) {
  std::string text;
  for (const DrawnValue& drawn : values) {
    const auto* number = std::get_if<double>(&drawn.value);
    text += (text.empty() ? "" : ", ") + drawn.name + " = " +
            (number != nullptr ? expression::to_word(*number) : std::get<std::string>(drawn.value));
  }
  return text;
}

base::Message in_variant(base::Message message, const std::vector<DrawnValue>& values, std::uint64_t seed) {
  return base::msg("{message} (in the variant {values}, seed {seed})",
                   {{"message", std::move(message)}, {"values", to_text(values)}, {"seed", std::to_string(seed)}});
}

std::vector<std::uint64_t> all_seeds(const Question& question, std::size_t most) {
  if (question.variants == nullptr) return {0};
  std::vector<std::uint64_t> seeds;
  if (question.variants->combinations() > most) {
    for (std::uint64_t seed = 0; seed < most; ++seed) seeds.push_back(seed);
    return seeds;
  }
  // So many seeds draw each of a thousand variants but for a chance of one in 10^10.
  const std::uint64_t draws = 32 * question.variants->combinations();
  std::set<std::string> seen;
  for (std::uint64_t seed = 0; seed < draws && seen.size() < question.variants->combinations(); ++seed) {
    if (seen.insert(to_text(values_of(question, seed))).second) seeds.push_back(seed);
  }
  return seeds;
}

}  // namespace course
