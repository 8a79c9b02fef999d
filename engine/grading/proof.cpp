#include "grading/proof.h"

#include <algorithm>
#include <cmath>

#include "course/variant.h"
#include "grading/given.h"
#include "grading/grade.h"

namespace grading {
namespace {

using base::msg;

base::Message percent(double credit) {
  constexpr double digits = 100;  // two decimals are enough
  return msg("{number} %", {{"number", std::round(credit * 100 * digits) / digits}});
}

/// How a response of the file reads: `[heat, early]`.
std::string written(const course::Given& given) {
  if (given.kind == course::Given::Kind::text) return given.text;
  std::string text;
  for (std::size_t i = 0; i < given.items.size(); ++i) {
    text += (i > 0 ? ", " : "") + (i < given.keys.size() ? given.keys[i] + ": " : "") + written(given.items[i]);
  }
  return given.kind == course::Given::Kind::map ? "{" + text + "}" : "[" + text + "]";
}

constexpr base::Template too_little = msg("{response} should earn full credit, and earns {earned}");
constexpr base::Template too_much = msg("{response} should earn nothing, and earns {earned}");

/// Marks the claims of one question.
class Proof {
 public:
  Proof(const course::Question& question, std::string file, std::string_view language)
      : question_(question),
        file_(std::move(file)),
        language_(language),
        told_accept_(question.claims->accept.size()),
        told_reject_(question.claims->reject.size()) {}

  void run(std::uint64_t seed) {
    seed_ = seed;
    asked_ = course::variant(question_, seed);
    if (asked_.claims == nullptr) return;
    try_all(asked_.claims->accept, question_.claims->accept, 1, told_accept_);
    try_all(asked_.claims->reject, question_.claims->reject, 0, told_reject_);
  }

  base::Diagnostics found;

 private:
  static course::Given as_list(const std::vector<course::Given>& items) {
    course::Given list;
    list.kind = course::Given::Kind::list;
    list.items = items;
    return list;
  }

  /// From the first to the last of them, where they stand on one line.
  static base::Span all_of(const std::vector<course::Given>& places) {
    base::Span span = places.front().place;
    const base::Span& last = places.back().place;
    if (last.line == span.line && last.column > span.column) span.length = last.column + last.length - span.column;
    return span;
  }

  bool earns(const course::Given& given, double wanted) const {
    const auto response = read_given(asked_, given);
    return response && grade(asked_, *response, language_).credit == wanted;
  }

  /// True when several texts were given that are none of them what was meant, and all together are: brackets were forgotten.
  bool is_one_list(const std::vector<course::Given>& given, double wanted) const {
    const auto text = [](const course::Given& one) { return one.kind == course::Given::Kind::text; };
    if (given.size() < 2 || !std::all_of(given.begin(), given.end(), text)) return false;
    if (std::any_of(given.begin(), given.end(), [&](const auto& one) { return earns(one, wanted); })) return false;
    const auto* blanks = std::get_if<course::Blanks>(&asked_.kind);
    if (blanks != nullptr && blanks->gaps.size() > 1) return true;  // no single text is a response at all
    return earns(as_list(given), wanted);
  }

  void try_all(const std::vector<course::Given>& given, const std::vector<course::Given>& places, double wanted,
               std::vector<bool>& told) {
    if (!told.empty() && !told[0] && is_one_list(given, wanted)) {
      report(wanted > 0 ? "accept" : "reject", all_of(places),
             msg("each of these {count} texts is taken for a response of its own", {{"count", given.size()}}),
             msg("one response that is a list stands in brackets twice: {example}",
                 {{"example", "[" + written(as_list(given)) + "]"}}));
      told.assign(told.size(), true);
    }
    for (std::size_t i = 0; i < std::min(given.size(), told.size()); ++i) {
      if (!told[i]) told[i] = !holds(given[i], places[i].place, wanted);
    }
  }

  bool holds(const course::Given& given, base::Span place, double wanted) {
    const auto response = read_given(asked_, given);
    const char* rule = wanted > 0 ? "accept" : "reject";
    if (!response) {
      report(rule, place, msg("this is no response to the question: {why}", {{"why", response.error()}}),
             msg("write it as a learner would give it; see “accept” in docs/format.md"));
      return false;
    }
    const Verdict verdict = grade(asked_, *response, language_);
    if (verdict.outcome == Outcome::ungraded) {
      report(rule, place, msg("nothing is right or wrong in a question of this kind"),
             msg("delete “accept” and “reject”"));
      return false;
    }
    if (verdict.credit == wanted) return true;
    report(rule, place,
           msg(wanted > 0 ? too_little : too_much,
               {{"response", base::quoted(written(given))}, {"earned", percent(verdict.credit)}}),
           wanted > 0 ? msg("widen what is right, or take it out of “accept”")
                      : msg("narrow what is right, or take it out of “reject”"));
    return false;
  }

  void report(const char* rule, base::Span place, base::Message message, base::Message remedy) {
    if (question_.variants != nullptr)
      message = course::in_variant(std::move(message), course::values_of(question_, seed_), seed_);
    found.push_back({base::Severity::error, rule, file_, place, std::move(message), std::move(remedy), {}});
  }

  const course::Question& question_;
  std::string file_;
  std::string_view language_;
  course::Question asked_;
  std::uint64_t seed_ = 0;
  std::vector<bool> told_accept_;
  std::vector<bool> told_reject_;
};

}  // namespace

base::Diagnostics prove(const course::Question& question, const std::string& file, std::string_view language,
                        std::size_t most) {
  if (question.claims == nullptr) return {};
  Proof proof(question, file, language);
  for (const std::uint64_t seed : course::all_seeds(question, most)) proof.run(seed);
  base::sort(proof.found);
  return std::move(proof.found);
}

}  // namespace grading
