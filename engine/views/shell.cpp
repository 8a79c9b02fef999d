#include "views/views.h"

#include "ui/widgets/feedback.h"
#include "ui/widgets/navigation.h"
#include "views/peek.h"

namespace views {
namespace {

using namespace screens;
using ui::Key;
using ui::Rect;
using ui::Shortcut;

constexpr float kIconBar = 64;        ///< side bar of a narrow window: icons alone
constexpr float kIconBarBelow = 760;  ///< window width, design pixels
constexpr float kPage = 976;          ///< widest content of a page, as on a 1280 pixel window

bool is_narrow(ui::Frame& f) { return f.size().x < kIconBarBelow; }

struct NavEntry {
  const char* id;
  std::string label;
  ui::Icon icon;
  ScreenName screen;
  Shortcut key;
  std::string badge = {};
};

bool is_current(const Model& model, ScreenName screen) {
  const ScreenName here = model.place.screen;
  if (screen == ScreenName::today && here == ScreenName::review) return true;
  if (screen == ScreenName::courses) {
    return here == ScreenName::courses || here == ScreenName::course || here == ScreenName::lesson ||
           here == ScreenName::summary || here == ScreenName::quiz;
  }
  return here == screen;
}

void nav(const Model& model, const NavEntry& entry, bool narrow, ui::Frame& f, Actions& actions) {
  ui::NavOptions options{.current = is_current(model, entry.screen), .badge = entry.badge, .key = entry.key};
  if (narrow) options.icon = entry.icon;
  if (ui::nav_item(f, entry.id, narrow ? std::string() : entry.label, options)) {
    actions.push_back(Go{{entry.screen, {}, {}, {}}});
  }
}

void side_bar(const Model& model, Rect area, bool narrow, ui::Frame& f, Actions& actions) {
  const ui::Theme& theme = f.theme();
  f.paint().fill(area, theme.sunken);
  f.paint().line({area.right() - 0.5f, area.y}, {area.right() - 0.5f, area.bottom()}, {theme.line});
  const Shortcut ctrl1{.key = Key::d1, .ctrl = true}, ctrl2{.key = Key::d2, .ctrl = true},
      ctrl3{.key = Key::d3, .ctrl = true}, comma{.key = Key::comma, .ctrl = true};
  const std::string who = model.shared.profile.name.empty() ? f.tr("You") : model.shared.profile.name;
  f.scope("side", [&] {
    f.within(area.inset(12, 20), [&] {
      ui::brand(f, narrow ? "" : "Résonance");
      f.space(ui::Space::l);
      const std::size_t due = model.shared.due.questions;
      const std::string badge = due == 0 ? std::string() : due > 999 ? "999+" : std::to_string(due);
      nav(model, {"today", f.tr("Today"), ui::Icon::today, ScreenName::today, ctrl1, badge}, narrow, f, actions);
      nav(model, {"courses", f.tr("Courses"), ui::Icon::book, ScreenName::courses, ctrl2}, narrow, f, actions);
      nav(model, {"progress", f.tr("Progress"), ui::Icon::chart, ScreenName::progress, ctrl3}, narrow, f, actions);
    });
    const float below = 2 * ui::metrics::control + 20;
    f.within({area.x + 12, area.bottom() - below, area.w - 24, below}, [&] {
      nav(model, {"settings", f.tr("Settings"), ui::Icon::gear, ScreenName::settings, comma}, narrow, f, actions);
      nav(model, {"profiles", who, ui::Icon::person, ScreenName::profiles, {}}, narrow, f, actions);
    });
  });
}

void screen(const Model& model, ui::Frame& f, Actions& actions) {
  struct Draw {
    const Shared& shared;
    ui::Frame& f;
    Actions& actions;
    void operator()(const first_start::State& s) { views::first_start(s, shared, f, actions); }
    void operator()(const TodayState& s) { today(s, shared, f, actions); }
    void operator()(const CoursesState&) { courses(shared, f, actions); }
    void operator()(const course_page::State& s) { views::course_page(s, shared, f, actions); }
    void operator()(const screens::lesson::State& s) { views::lesson(s, shared, f, actions); }
    void operator()(const screens::summary::State& s) { views::summary(s, shared, f, actions); }
    void operator()(const screens::quiz::State& s) { views::quiz(s, shared, f, actions); }
    void operator()(const screens::review::State& s) { views::review(s, shared, f, actions); }
    void operator()(const screens::progress::State& s) { views::progress(s, shared, f, actions); }
    void operator()(const screens::settings::State& s) { views::settings(s, shared, f, actions); }
    void operator()(const screens::profiles::State& s) { views::profiles(s, shared, f, actions); }
  };
  std::visit(Draw{model.shared, f, actions}, model.screen);
}

/// The name of the page's scroll region: each place scrolls for itself, and a new one starts at its top.
std::string page_name(const Model& model) {
  const Place& place = model.place;
  std::string name =
      "page-" + std::to_string(static_cast<int>(place.screen)) + place.course.str() + "." + place.lesson.str();
  const auto* review = std::get_if<screens::review::State>(&model.screen);
  if (review && review->card)
    return name + std::to_string(review->card->index) + "." + std::to_string(review->card->answer.seed);
  const auto* quiz = std::get_if<screens::quiz::State>(&model.screen);
  if (!quiz) return name;
  name += place.quiz.str() + "." + std::to_string(static_cast<int>(quiz->page));
  const bool single =
      quiz->page == screens::quiz::Page::review || (quiz->page == screens::quiz::Page::running && !quiz->on_page());
  return single ? name + "." + std::to_string(quiz->at) : name;
}

/// A question of a review has the window to itself.
bool is_alone(const Model& model) {
  const auto* review = std::get_if<screens::review::State>(&model.screen);
  return review && review->page == screens::review::Page::asking;
}

void page(const Model& model, Rect area, ui::Frame& f, Actions& actions) {
  const bool small = area.w < 700;
  f.scroll(page_name(model), area, [&] {
    f.space(small ? ui::Space::l : ui::Space::xl);
    f.pad(small ? ui::Space::xl : ui::Space::huge, [&] {
      const float width = is_alone(model) ? f.width() : std::min(f.width(), kPage);
      const float used =
          f.within({f.x() + (f.width() - width) / 2, f.y(), width, 0}, [&] { screen(model, f, actions); });
      f.space(used);
    });
    f.space(ui::Space::huge);
  });
}

void global_keys(const Model& model, ui::Frame& f, Actions& actions) {
  if (f.pressed({.key = Key::k, .ctrl = true})) actions.push_back(ShowOverlay{Overlay::find});
  if (f.pressed(Key::question) || f.pressed(Key::f1)) actions.push_back(ShowOverlay{Overlay::keys});
  // What lies over the question goes first.
  const bool stops = is_alone(model) && model.overlay == Overlay::none && !model.shared.peek && !model.shared.reading;
  if (f.pressed(Key::escape))
    actions.push_back(stops ? screens::Action(screens::review::Action{screens::review::Stop{}}) : Back{});
  if (f.pressed({.key = Key::q, .ctrl = true})) actions.push_back(Quit{});
  const auto resize = [&](double by) {
    actions.push_back(
        screens::settings::Action{screens::settings::SetTextScale{model.shared.settings.text_scale + by}});
  };
  if (f.pressed({.key = Key::plus, .ctrl = true})) resize(kTextStep);
  if (f.pressed({.key = Key::minus, .ctrl = true})) resize(-kTextStep);
}

}  // namespace

void draw(const Model& model, ui::Frame& f, Actions& actions) {
  const ui::Vec size = f.size();
  if (model.place.screen == ScreenName::first_start) {
    f.scroll("first", {0, 0, size.x, size.y}, [&] { screen(model, f, actions); });
    notices(model.shared, f, actions);
    return;
  }
  const bool narrow = is_narrow(f);
  const float bar = is_alone(model) ? 0 : narrow ? kIconBar : ui::metrics::side_bar;
  if (bar > 0) side_bar(model, {0, 0, bar, size.y}, narrow, f, actions);
  page(model, {bar, 0, size.x - bar, size.y}, f, actions);
  if (model.overlay == Overlay::find) find(model.find, model.shared, f, actions);
  if (model.overlay == Overlay::keys) keys(model.shared, f, actions);
  if (model.overlay == Overlay::picture) enlarged(model.enlarged, f, actions);
  if (model.overlay == Overlay::none) peek(model.shared, f, actions);
  notices(model.shared, f, actions);
  global_keys(model, f, actions);
}

}  // namespace views
