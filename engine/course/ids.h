#pragma once

#include "base/id.h"

namespace course {

using CourseId = base::Id<struct CourseTag>;
using ModuleId = base::Id<struct ModuleTag>;
using LessonId = base::Id<struct LessonTag>;
using StepId = base::Id<struct StepTag>;          ///< unique in its lesson
using QuestionId = base::Id<struct QuestionTag>;  ///< unique in its course; also the StepId of its step
using ConceptId = base::Id<struct ConceptTag>;
using SourceId = base::Id<struct SourceTag>;
using QuizId = base::Id<struct QuizTag>;

}  // namespace course
