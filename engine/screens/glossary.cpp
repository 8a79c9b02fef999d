#include "screens/glossary.h"

#include <algorithm>

#include "text/fold.h"
#include "text/markdown.h"

namespace screens::glossary {
namespace {

bool holds(const std::vector<course::ConceptId>& ids, const course::ConceptId& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// The first letter without case and accent; other scripts keep theirs.
std::string letter_of(const std::string& folded) {
  if (folded.empty()) return "#";
  const unsigned char first = static_cast<unsigned char>(folded[0]);
  if (first >= 'a' && first <= 'z') return std::string(1, static_cast<char>(first - 'a' + 'A'));
  if (first < 0x80) return "#";
  std::size_t end = 1;
  while (end < folded.size() && (static_cast<unsigned char>(folded[end]) & 0xc0) == 0x80) ++end;
  return folded.substr(0, end);
}

struct Ordered {
  std::string folded;
  Term term;
};

Term term_of(const course::Course& course, const course::Concept& entry, const std::string& folded) {
  Term term{.entry = &entry, .letter = letter_of(folded)};
  for (const course::Lesson& lesson : course.lessons) {
    if (holds(lesson.teaches, entry.id)) term.taught.push_back(&lesson);
  }
  for (const course::ConceptId& id : entry.needs) {
    if (const course::Concept* need = course.concept_of(id)) term.needs.push_back(need);
  }
  for (const course::Concept& other : course.concepts) {
    if (holds(other.needs, entry.id)) term.needed_by.push_back(&other);
  }
  return term;
}

template <class Matches>
std::vector<Ordered> all_that(const course::Course& course, Matches matches) {
  std::vector<Ordered> found;
  for (const course::Concept& entry : course.concepts) {
    const std::string folded = text::fold(entry.name);
    if (matches(entry, folded)) found.push_back({folded, term_of(course, entry, folded)});
  }
  return found;
}

}  // namespace

std::vector<Term> terms(const course::Course& course, const std::string& query) {
  const std::string wanted = text::fold(query);
  std::vector<Ordered> found = all_that(course, [&](const course::Concept&, const std::string& folded) {
    return folded.find(wanted) != std::string::npos;
  });
  if (found.empty()) {
    found = all_that(course, [&](const course::Concept& entry, const std::string&) {
      return text::fold(text::plain_text(entry.definition)).find(wanted) != std::string::npos;
    });
  }
  // Letters first; what folds to the same (“ou”, “où”) in the order of its bytes, so that it is always the same.
  std::sort(found.begin(), found.end(), [](const Ordered& a, const Ordered& b) {
    const bool a_sign = a.term.letter == "#", b_sign = b.term.letter == "#";
    if (a_sign != b_sign) return a_sign;
    return a.folded != b.folded ? a.folded < b.folded : a.term.entry->name < b.term.entry->name;
  });
  std::vector<Term> terms;
  terms.reserve(found.size());
  for (Ordered& one : found) terms.push_back(std::move(one.term));
  return terms;
}

}  // namespace screens::glossary
