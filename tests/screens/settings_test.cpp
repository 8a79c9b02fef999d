#include "screens/settings.h"

#include <cmath>
#include <limits>

#include "screens/fakes.h"

namespace settings_test {

using namespace screens;
using Act = settings::Action;
using test::World;

namespace {

const settings::State& state(const World& w) { return std::get<settings::State>(w.model.screen); }

World& in_settings(World& w) {
  w.start_lesson();
  w.go(ScreenName::settings);
  return w;
}

}  // namespace

TEST_CASE("every change is kept at once") {
  World w;
  in_settings(w);
  w.act(Act{settings::SetTheme{ThemeChoice::contrast}});
  w.act(Act{settings::SetTextScale{1.3}});
  w.act(Act{settings::SetReducedMotion{true}});
  w.act(Act{settings::SetLanguage{"fr"}});
  const Settings& kept = w.disk.profiles.at(w.history.profile).settings;
  CHECK(kept == Settings{"fr", ThemeChoice::contrast, 1.3, true});
  CHECK(kept == w.model.shared.settings);
  CHECK(w.model.place.screen == ScreenName::settings);
}

TEST_CASE("how questions come back is kept, and read again") {
  World w;
  in_settings(w);
  w.act(Act{settings::SetRetention{0.854}});
  CHECK(w.model.shared.settings.retention == 0.85);
  w.act(Act{settings::SetRetention{0.2}});
  CHECK(w.model.shared.settings.retention == reviews::kLeastRetention);
  w.act(Act{settings::SetRetention{std::nan("")}});
  CHECK(w.model.shared.settings.retention == reviews::kLeastRetention);
  w.act(Act{settings::SetBalance{false}});
  w.act(Act{settings::TurnDay{6}});
  w.act(Act{settings::TurnDay{6}});
  w.act(Act{settings::TurnDay{2}});
  w.act(Act{settings::TurnDay{7}});
  w.act(Act{settings::SetModel{reviews::ModelKind::fsrs6}});
  const auto day = std::chrono::sys_days(std::chrono::year(2027) / 6 / 15);
  w.act(Act{settings::SetExam{course::CourseId("tea"), day}});
  w.act(Act{settings::SetExam{course::CourseId("coffee"), day}});
  w.act(Act{settings::SetExam{course::CourseId("coffee"), std::nullopt}});
  const Settings& kept = w.disk.profiles.at(w.history.profile).settings;
  CHECK(kept == w.model.shared.settings);
  CHECK(kept.day_shares == std::array<double, 7>{1, 1, 0.5, 1, 1, 1, 0});
  CHECK(kept.exams == std::map<std::string, std::chrono::sys_days>{{"tea", day}});
  CHECK(settings_from(to_stored(kept)) == kept);
  CHECK(w.model.shared.reviews.model().kind() == reviews::ModelKind::fsrs6);
  CHECK(wishes(w.model.shared, course::CourseId("tea")).exam == day);
  CHECK_FALSE(wishes(w.model.shared, course::CourseId("coffee")).exam);
}

TEST_CASE("what is stored and cannot be read leaves what is usual") {
  const Settings usual;
  CHECK(settings_from(
            {{"retention-percent", "x"}, {"day-shares", "11"}, {"memory-model", "sm2"}, {"exams", "tea= x=1z"}}) ==
        usual);
  CHECK(settings_from({{"retention-percent", "99"}}).retention == reviews::kMostRetention);
}

TEST_CASE("text grows and shrinks within bounds, in steps of a tenth") {
  World w;
  in_settings(w);
  const auto set = [&](double scale) {
    w.act(Act{settings::SetTextScale{scale}});
    return w.model.shared.settings.text_scale;
  };
  CHECK(set(1.2000001) == Approx(1.2));
  CHECK(set(9) == kLargestText);
  CHECK(set(-1) == kSmallestText);
  CHECK(set(std::numeric_limits<double>::quiet_NaN()) == kSmallestText);
  CHECK(set(std::numeric_limits<double>::infinity()) == kSmallestText);
}

TEST_CASE("a setting that cannot be written holds for now, and that is said") {
  World w;
  in_settings(w);
  w.history.settings.refuse(base::Refusal::no_permission);
  w.act(Act{settings::SetTheme{ThemeChoice::dark}});
  CHECK(w.model.shared.settings.theme == ThemeChoice::dark);
  REQUIRE(w.notice(Notice::Kind::settings_not_saved));
  CHECK(w.notice(Notice::Kind::settings_not_saved)->refusal == base::Refusal::no_permission);
}

TEST_CASE("the same language again reads nothing again") {
  World w;
  in_settings(w);
  const std::size_t asked = w.library.asked.size();
  w.act(Act{settings::SetLanguage{"en"}});
  CHECK(w.library.asked.size() == asked);
}

TEST_CASE("export and data folder tell what came of them") {
  World w;
  in_settings(w);
  w.act(Act{settings::ExportData{}});
  REQUIRE(w.notice(Notice::Kind::exported));
  CHECK(w.notice(Notice::Kind::exported)->count == 1);
  w.history.exports.refuse(base::Refusal::disk_full);
  w.act(Act{settings::ExportData{}});
  CHECK(w.notice(Notice::Kind::export_failed));
  w.act(Act{settings::OpenDataFolder{}});
  CHECK(w.desktop.opened == std::vector<std::string>{"/data"});
  w.desktop.opens.refuse(base::Refusal::not_found);
  w.act(Act{settings::OpenDataFolder{}});
  CHECK(w.notice(Notice::Kind::cannot_open));
}

TEST_CASE("data are deleted only when asked and confirmed, and the first start comes again as it looked") {
  World w;
  in_settings(w);
  w.act(Act{settings::SetTextScale{1.6}});
  w.act(Act{settings::DeleteData{}});
  CHECK(w.accounts.removes.calls() == 0);
  w.act(Act{settings::AskDelete{}});
  CHECK(state(w).asking_delete);
  w.act(Act{settings::CancelDelete{}});
  w.act(Act{settings::DeleteData{}});
  CHECK(w.accounts.removes.calls() == 0);

  w.act(Act{settings::AskDelete{}});
  w.accounts.removes.refuse(base::Refusal::busy, 1);
  w.act(Act{settings::DeleteData{}});
  CHECK(w.notice(Notice::Kind::profile_failed));
  CHECK(w.model.place.screen == ScreenName::settings);

  w.act(Act{settings::AskDelete{}});
  w.act(Act{settings::DeleteData{}});
  CHECK(w.model.place.screen == ScreenName::first_start);
  CHECK(w.model.shared.settings.text_scale == Approx(1.6));
  CHECK(w.model.shared.progress.course(course::CourseId("tea")) == nullptr);
}

TEST_CASE("after a deletion nobody else's lessons are on screen: those who are left choose") {
  World w;
  in_settings(w);
  (void)w.accounts.create("Ben");
  w.act(Act{settings::AskDelete{}});
  w.act(Act{settings::DeleteData{}});
  CHECK(w.model.place.screen == ScreenName::profiles);
  CHECK(w.model.shared.profile.name == "Ben");
}

TEST_CASE("settings are read as they were stored; what is not known keeps its default") {
  const Settings odd{"fr", ThemeChoice::dark, 1.7, true};
  CHECK(settings_from(to_stored(odd)) == odd);
  CHECK(settings_from({}) == Settings{});
  CHECK(settings_from({{"theme", "pink"}, {"text-scale-percent", "wide"}, {"reduced-motion", "maybe"}, {"new", "x"}}) ==
        Settings{});
  CHECK(settings_from({{"text-scale-percent", "9000"}}).text_scale == kLargestText);
  CHECK(settings_from({{"text-scale-percent", "-5"}}).text_scale == kSmallestText);
}

}  // namespace settings_test
