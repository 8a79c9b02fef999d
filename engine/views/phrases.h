#pragma once
// Sentences that several screens say, in the learner's language.

#include <chrono>
#include <string>

#include "base/result.h"
#include "grading/certainty.h"
#include "learner/plan.h"
#include "screens/shared.h"
#include "text/catalogue.h"

namespace views {

/// "November"; months count from 1.
std::string month_name(unsigned month, const text::Translator& words);

/// "Sunday 22 November", "dimanche 22 novembre".
std::string long_date(std::chrono::year_month_day day, const text::Translator& words);
/// "Mon", "lun."
std::string short_weekday(std::chrono::weekday day, const text::Translator& words);

std::string greeting(const screens::Shared& shared, const text::Translator& words);

/// Why a lesson is suggested, one short sentence.
std::string reason(learner::Reason reason, const text::Translator& words);

/// What the machine refused and what to do about it, one or two sentences.
std::string refusal(base::Refusal refusal, const text::Translator& words);

/// "about 6 min"
std::string minutes(int count, const text::Translator& words);

/// How long until something comes back: "10 min", "3 h", "12 days", "2.1 months", "1.5 years".
std::string interval_words(base::Duration interval, const text::Translator& words);
/// When it comes back, by days of study: "in 10 min", "tomorrow", "in 12 days", "in 2.1 months".
std::string return_words(base::TimePoint due, const screens::Shared& shared, const text::Translator& words);
/// "today", "yesterday", "9 days ago", by days of study.
std::string ago_words(base::TimePoint at, const screens::Shared& shared, const text::Translator& words);

/// "A guess", "Fairly sure", "Certain"; nothing for unsaid.
std::string certainty_name(grading::Certainty certainty, const text::Translator& words);
/// What saying so wins and loses: "right +3, wrong −6".
std::string stakes_words(grading::Certainty certainty, const text::Translator& words);
/// "+3", "0", "−1.5".
std::string signed_number(double value, const text::Translator& words);

}  // namespace views
