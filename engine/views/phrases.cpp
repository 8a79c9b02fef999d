#include "views/phrases.h"

#include <algorithm>
#include <cmath>

#include "reviews/schedule.h"
#include "text/number.h"

namespace views {
namespace {

using text::fill;
using text::Translator;

std::string weekday_name(std::chrono::weekday day, const Translator& words) {
  switch (day.iso_encoding()) {
    case 1: return words.tr("Monday");
    case 2: return words.tr("Tuesday");
    case 3: return words.tr("Wednesday");
    case 4: return words.tr("Thursday");
    case 5: return words.tr("Friday");
    case 6: return words.tr("Saturday");
    default: return words.tr("Sunday");
  }
}

}  // namespace

std::string month_name(unsigned month, const Translator& words) {
  switch (month) {
    case 1: return words.tr("January");
    case 2: return words.tr("February");
    case 3: return words.tr("March");
    case 4: return words.tr("April");
    case 5: return words.tr("May");
    case 6: return words.tr("June");
    case 7: return words.tr("July");
    case 8: return words.tr("August");
    case 9: return words.tr("September");
    case 10: return words.tr("October");
    case 11: return words.tr("November");
    default: return words.tr("December");
  }
}

std::string long_date(std::chrono::year_month_day day, const Translator& words) {
  const std::chrono::weekday weekday{std::chrono::sys_days{day}};
  return fill(words.tr("{weekday} {day} {month}"), {{"weekday", weekday_name(weekday, words)},
                                                    {"day", std::to_string(unsigned(day.day()))},
                                                    {"month", month_name(unsigned(day.month()), words)}});
}

std::string short_weekday(std::chrono::weekday day, const Translator& words) {
  switch (day.iso_encoding()) {
    case 1: return words.tr("Mon");
    case 2: return words.tr("Tue");
    case 3: return words.tr("Wed");
    case 4: return words.tr("Thu");
    case 5: return words.tr("Fri");
    case 6: return words.tr("Sat");
    default: return words.tr("Sun");
  }
}

std::string greeting(const screens::Shared& shared, const Translator& words) {
  const bool named = !shared.profile.name.empty();
  const auto with_name = [&](const std::string& text) { return fill(text, {{"name", shared.profile.name}}); };
  switch (screens::day_part(shared)) {
    case screens::DayPart::morning:
      return named ? with_name(words.tr("Good morning, {name}")) : words.tr("Good morning");
    case screens::DayPart::afternoon:
      return named ? with_name(words.tr("Good afternoon, {name}")) : words.tr("Good afternoon");
    case screens::DayPart::evening: break;
  }
  return named ? with_name(words.tr("Good evening, {name}")) : words.tr("Good evening");
}

std::string reason(learner::Reason reason, const Translator& words) {
  switch (reason) {
    case learner::Reason::resume: return words.tr("You began it and can go on where you left off.");
    case learner::Reason::first: return words.tr("A good first lesson: it needs nothing before it.");
    case learner::Reason::next: return words.tr("It follows the lesson you finished.");
    case learner::Reason::stands_on: return words.tr("You know what it stands on.");
  }
  return {};
}

std::string refusal(base::Refusal refusal, const Translator& words) {
  switch (refusal) {
    case base::Refusal::disk_full: return words.tr("The disk is full. Free some space, then try again.");
    case base::Refusal::no_permission:
      return words.tr("The folder or disk is read-only. Check its permissions, then try again.");
    case base::Refusal::busy:
      return words.tr("Another program is holding the file. Close it, or wait a moment, then try again.");
    case base::Refusal::damaged: return words.tr("The file is damaged.");
    case base::Refusal::too_new:
      return words.tr("It was written by a newer version of Résonance. Update the program to open it.");
    case base::Refusal::too_large: return words.tr("It is larger than the program accepts.");
    case base::Refusal::not_found: return words.tr("The file is not there any more.");
    case base::Refusal::outside:
    case base::Refusal::unsupported:
    case base::Refusal::other: break;
  }
  return words.tr("The system refused it.");
}

std::string minutes(int count, const Translator& words) {
  return words.trn("{n} min", "{n} min", static_cast<std::uint64_t>(count > 0 ? count : 1));
}

std::string interval_words(base::Duration interval, const Translator& words) {
  using std::chrono::duration;
  constexpr double kMonth = 30.44, kYear = 365.25;
  const double hours = std::max(0.0, duration<double, std::ratio<3600>>(interval).count());
  const auto whole = [](double value) { return static_cast<std::uint64_t>(std::max(1L, std::lround(value))); };
  const auto with = [&](const std::string& form, double value) {
    return fill(form, {{"n", text::format_number(value, 1, words.language())}});
  };
  if (hours < 0.99) return words.trn("{n} min", "{n} min", whole(hours * 60));
  if (hours < 12) return fill(words.tr("{n} h"), {{"n", std::to_string(whole(hours))}});
  const double days = hours / 24;
  if (days < 59.5) return words.trn("{n} day", "{n} days", whole(days));
  if (days < 2 * kYear) return with(words.tr("{n} months"), days / kMonth);
  return with(words.tr("{n} years"), days / kYear);
}

namespace {

/// Whole days of study from the one to the other.
int study_days(base::TimePoint from, base::TimePoint to, const screens::Shared& shared) {
  const auto day = [&](base::TimePoint at) { return reviews::study_day(at, shared.utc_offset); };
  return static_cast<int>((day(to) - day(from)).count());
}

}  // namespace

std::string return_words(base::TimePoint due, const screens::Shared& shared, const Translator& words) {
  const int days = study_days(shared.now, due, shared);
  if (days <= 0 && due <= shared.now) return words.tr("now");
  if (days == 1) return words.tr("tomorrow");
  const base::Duration interval = days < 1 ? due - shared.now : base::Duration(std::chrono::days(days));
  return fill(words.tr("in {interval}"), {{"interval", interval_words(interval, words)}});
}

std::string ago_words(base::TimePoint at, const screens::Shared& shared, const Translator& words) {
  const int days = study_days(at, shared.now, shared);
  if (days <= 0) return words.tr("today");
  if (days == 1) return words.tr("yesterday");
  return fill(words.tr("{interval} ago"),
              {{"interval", interval_words(base::Duration(std::chrono::days(days)), words)}});
}

std::string certainty_name(grading::Certainty certainty, const Translator& words) {
  switch (certainty) {
    case grading::Certainty::guess: return words.tr("A guess");
    case grading::Certainty::fairly: return words.tr("Fairly sure");
    case grading::Certainty::certain: return words.tr("Certain");
    case grading::Certainty::unsaid: break;
  }
  return {};
}

std::string stakes_words(grading::Certainty certainty, const Translator& words) {
  const grading::Stakes stakes = grading::stakes(certainty);
  return fill(words.tr("right {won}, wrong {lost}"),
              {{"won", signed_number(stakes.right, words)}, {"lost", signed_number(stakes.wrong, words)}});
}

std::string signed_number(double value, const Translator& words) {
  const std::string number = text::format_number(value, 1, words.language());
  return value > 0 && number != "0" ? "+" + number : number;
}

}  // namespace views
