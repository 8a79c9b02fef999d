#include <algorithm>

#include "course/checks/checks.h"
#include "course/variant.h"
#include "course/variants/variants.h"

namespace course {
namespace {

bool same_place(const base::Diagnostic& a, const base::Diagnostic& b) {
  return a.rule == b.rule && a.file == b.file && a.span == b.span;
}

/// Reads all variants of one question. Each mistake is told once, with the first variant that has it.
void check_question(Session& session, const SourceFile& file, const Question& question) {
  const Variants& variants = *question.variants;
  for (const std::uint64_t seed : all_seeds(question)) {
    const auto values = variants.draw(seed);
    if (!values) continue;
    base::Diagnostics found;
    Reader reader(file, variants.around(), found);
    variants.make(reader, *values);
    for (base::Diagnostic& d : found) {
      const auto& known = session.diagnostics();
      if (std::any_of(known.begin(), known.end(), [&](const base::Diagnostic& k) { return same_place(k, d); }))
        continue;
      d.message = in_variant(std::move(d.message), variants.named(*values), seed);
      session.diagnostics().push_back(std::move(d));
    }
  }
}

}  // namespace

void check_variants(Session& session) {
  for (const LessonFile& lesson : session.lessons()) {
    for (const Step& step : lesson.lesson.steps) {
      const Question* question = step.question();
      if (question != nullptr && question->variants != nullptr) check_question(session, lesson.file.source, *question);
    }
  }
}

void collect_claims(const Session& session, std::vector<Claimed>& claimed) {
  for (const LessonFile& lesson : session.lessons()) {
    for (const Step& step : lesson.lesson.steps) {
      const Question* question = step.question();
      if (question != nullptr && question->claims != nullptr && lesson.good) {
        claimed.push_back({lesson.file.source.name(), session.around().language, *question});
      }
    }
  }
}

}  // namespace course
