#pragma once
// Inside this folder: what `check` finds by looking at a course as a whole.

#include "course/load.h"
#include "course/reading/session.h"

namespace course {

/// Concepts: taught and never asked about, asked about or needed before they are taught, taught nowhere.
void check_concepts(Session& session);

/// Sources that nothing points at.
void check_sources(Session& session);

/// Quizzes: questions and pools that name what is not there, pools too small for what they draw, marks that nobody can reach.
/// Nothing to do, and nothing done, in a course without quizzes.
void check_quizzes(Session& session);

/// Files in lessons/ that no module lists, or whose name is no id.
void check_files(Session& session);

/// Every language that course.yaml names, or `only` where it is not empty: texts without translation, stale and left-over
/// translations, and translations that lost a gap or point at nothing.
void check_translations(Session& session, const std::string& only);

/// Reads the variants of every question with `vars`, as `all_seeds` names them, and reports what is wrong with one and was not
/// with the first.
void check_variants(Session& session);

/// Questions with claims, for those who can grade.
void collect_claims(const Session& session, std::vector<Claimed>& claimed);

/// True when every lesson could be parsed, so that what is not found is not there.
bool all_parsed(const Session& session);

/// Adds a finding at a value of a file.
base::Diagnostic& add_finding(base::Diagnostics& diagnostics, base::Severity severity, const char* rule,
                              const SourceFile& file, const Node& node, base::Message message, base::Message remedy);

}  // namespace course
