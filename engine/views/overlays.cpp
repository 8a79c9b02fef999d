// What lies over the screens: find, the list of keys, notices.

#include <algorithm>
#include <cstdlib>

#include "screens/find.h"
#include "text/catalogue.h"
#include "text/number.h"
#include "ui/pictures.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/feedback.h"
#include "views/phrases.h"
#include "views/views.h"

namespace views {
namespace {

using namespace screens;
using text::fill;
using ui::Key;
using ui::Rect;

/// A panel over the page; a click beside it closes it.
void panel(ui::Frame& f, float width, float top, float height, Actions& actions, ui::Body body) {
  f.on_layer(ui::Layer::dialog, true, [&] {
    const ui::Vec size = f.size();
    const Rect window{0, 0, size.x, size.y};
    const Rect area{(size.x - std::min(width, size.x - 48)) / 2, top, std::min(width, size.x - 48), height};
    f.paint().fill(window, ui::fade(f.theme().ink, 0.25f));
    if (f.item("outside", window, {.focusable = false, .cursor = ui::Cursor::arrow}).clicked &&
        !area.contains(f.mouse())) {
      actions.push_back(ShowOverlay{Overlay::none});
    }
    f.paint().shadow(area, ui::metrics::corner);
    f.paint().fill(area, f.theme().surface, ui::metrics::corner);
    f.paint().border(area, {f.theme().line}, ui::metrics::corner);
    f.within(area.inset(20), body);
    if (f.pressed(Key::escape)) actions.push_back(ShowOverlay{Overlay::none});
  });
}

std::string kind_words(find::Hit::Kind kind, ui::Frame& f) {
  switch (kind) {
    case find::Hit::Kind::lesson: return f.tr("Lesson");
    case find::Hit::Kind::concept_of_course: return f.tr("Concept");
    case find::Hit::Kind::quiz: return f.tr("Quiz");
    case find::Hit::Kind::quiz_me: return f.tr("Quiz me");
    case find::Hit::Kind::glossary: return f.tr("Glossary");
    case find::Hit::Kind::screen: return f.tr("Screen");
    case find::Hit::Kind::course: break;
  }
  return f.tr("Course");
}

void hit_row(const find::Hit& hit, bool chosen, std::size_t index, ui::Frame& f, Actions& actions) {
  constexpr float kRow = 48;
  const Rect row = f.place(kRow);
  const ui::Response r = f.item("hit-" + std::to_string(index), row, {.focusable = false});
  if (chosen || r.hovered)
    f.paint().fill(row, chosen ? f.theme().accent_soft : f.theme().sunken, ui::metrics::small_corner);
  const Rect inside = row.inset(12, 4);
  const float title = hit.where.empty() ? inside.h : 22;
  f.paint().text_in({inside.x, inside.y, inside.w - 90, title}, hit.title, ui::style::strong, f.theme().ink);
  if (!hit.where.empty())
    f.paint().text_in({inside.x, inside.y + 20, inside.w - 90, 20}, hit.where, ui::style::caption, f.theme().soft);
  f.paint().text_in({inside.right() - 90, inside.y, 90, inside.h}, kind_words(hit.kind, f), ui::style::caption,
                    f.theme().soft, ui::Align::end);
  if (r.clicked) actions.push_back(Go{hit.place});
}

std::string notice_words(const Notice& notice, ui::Frame& f) {
  const auto with_reason = [&](const std::string& what) { return what + " " + refusal(notice.refusal, f.words()); };
  const auto count = static_cast<std::uint64_t>(std::max<std::int64_t>(0, notice.count));
  switch (notice.kind) {
    case Notice::Kind::not_saved: return with_reason(f.tr("Your answer is still here, but could not be saved."));
    case Notice::Kind::settings_not_saved:
      return with_reason(f.tr("This setting holds for now, but could not be saved."));
    case Notice::Kind::read_only:
      return with_reason(f.tr("Your progress can be read but not added to: answers will not be kept."));
    case Notice::Kind::damaged:
      return f.words().trn("Your progress file was damaged. {n} answer or step could be read and was kept.",
                           "Your progress file was damaged. {n} answers and steps could be read and were kept.",
                           count) +
             " " + fill(f.tr("The damaged file lies at {file}."), {{"file", notice.detail}});
    case Notice::Kind::unreadable:
      return f.words().trn("{n} entry of your history could not be read and was left as it is.",
                           "{n} entries of your history could not be read and were left as they are.", count);
    case Notice::Kind::too_new:
      return f.tr(
          "Your progress was written by a newer version of Résonance. Nothing was changed: update the program to go "
          "on.");
    case Notice::Kind::exported: return fill(f.tr("Exported to {file}."), {{"file", notice.detail}});
    case Notice::Kind::table_written: return fill(f.tr("The table lies at {file}."), {{"file", notice.detail}});
    case Notice::Kind::export_failed: return with_reason(f.tr("The export could not be written."));
    case Notice::Kind::profile_removed: return fill(f.tr("{name} was removed."), {{"name", notice.detail}});
    case Notice::Kind::profile_failed: return with_reason(f.tr("That did not work."));
    case Notice::Kind::lesson_broken:
      return fill(f.tr("The lesson “{lesson}” has mistakes in its file and cannot be shown."),
                  {{"lesson", notice.detail}});
    case Notice::Kind::cannot_speak:
      return f.tr("Reading aloud did not work. Check that speech-dispatcher runs and has a voice.");
    case Notice::Kind::printed: {
      const std::filesystem::path sheet = notice.detail;
      return fill(f.tr("“{file}” and its key lie in {folder}."),
                  {{"file", sheet.filename().string()}, {"folder", sheet.parent_path().string()}});
    }
    case Notice::Kind::print_failed:
      if (notice.refusal == base::Refusal::unsupported)
        return f.tr("Printing needs Pango, which is not installed (libpangocairo-1.0-0).");
      return with_reason(f.tr("The sheet could not be written."));
    case Notice::Kind::cannot_open:
      return fill(f.tr("This could not be opened: {target}"), {{"target", notice.detail}});
    case Notice::Kind::fitted: {
      const double share = static_cast<double>(std::abs(notice.count)) / 100;
      const std::string percent = text::format_percent(share, f.words().language());
      return fill(notice.count > 0 ? f.tr("Your reviews showed that you forget more slowly than assumed: intervals "
                                          "grow by about {percent}.")
                                   : f.tr("Your reviews showed that you forget faster than assumed: intervals shrink "
                                          "by about {percent}."),
                  {{"percent", percent}});
    }
  }
  return {};
}

bool is_trouble(Notice::Kind kind) {
  return kind != Notice::Kind::exported && kind != Notice::Kind::profile_removed && kind != Notice::Kind::fitted &&
         !opens(kind);
}

struct KeyLine {
  std::vector<ui::Shortcut> keys;
  std::string what;
};

std::vector<KeyLine> key_lines(bool can_speak, ui::Frame& f) {
  std::vector<KeyLine> lines{
      {{{Key::enter}}, f.tr("check, go on")},
      {{{Key::space}}, f.tr("next, or use what has the focus")},
      {{{Key::d1}, {Key::d9}}, f.tr("choose an answer; letters do, too")},
      {{{Key::h}}, f.tr("hint")},
      {{{Key::n}}, f.tr("“I don't know”, or the answer after a try")},
      {{{Key::f}}, f.tr("flag a question of a quiz")},
      {{{.key = Key::left, .alt = true}, {.key = Key::right, .alt = true}}, f.tr("other question of a quiz")},
      {{{Key::tab}}, f.tr("to the next thing; with Shift to the one before")},
      {{{Key::up}, {Key::down}}, f.tr("move in a list, or scroll")},
      {{{.key = Key::p, .ctrl = true}}, f.tr("print a quiz and its key")},
      {{{.key = Key::k, .ctrl = true}}, f.tr("find anything")},
      {{{.key = Key::d1, .ctrl = true}}, f.tr("today")},
      {{{.key = Key::d2, .ctrl = true}}, f.tr("courses")},
      {{{.key = Key::d3, .ctrl = true}}, f.tr("progress; T shows its figures as tables")},
      {{{.key = Key::comma, .ctrl = true}}, f.tr("settings")},
      {{{.key = Key::plus, .ctrl = true}, {.key = Key::minus, .ctrl = true}}, f.tr("larger and smaller text")},
      {{{Key::escape}}, f.tr("back")},
      {{{.key = Key::q, .ctrl = true}}, f.tr("quit")}};
  if (can_speak) lines.insert(lines.begin() + 5, {{{Key::s}}, f.tr("read aloud, or stop; Ctrl+Shift+S while writing")});
  return lines;
}

void key_list(const std::vector<KeyLine>& lines, ui::Frame& f) {
  for (const KeyLine& line : lines) {
    if (&line != &lines.front()) f.space(ui::Space::s);
    f.row({ui::fixed(150), ui::share()}, {.gap = ui::Space::m, .fit = ui::Fit::middle}, [&](int cell) {
      if (cell == 1) return ui::words(f, line.what);
      f.flow(ui::Space::xs, [&] {
        for (const ui::Shortcut& key : line.keys) ui::key_cap(f, key);
      });
    });
  }
}

}  // namespace

void find(const find::State& state, const Shared& shared, ui::Frame& f, Actions& actions) {
  const auto hits = find::hits(state, shared);
  const float height = 20 + 44 + 16 + 48 * static_cast<float>(std::max<std::size_t>(hits.size(), 1)) + 24;
  f.scope("find", [&] {
    panel(f, 560, std::max(24.0f, f.size().y * 0.12f), height, actions, [&] {
      const auto typed =
          ui::text_field(f, "query", state.query,
                         {.placeholder = f.tr("Find a lesson, a concept, a course"), .limit = 100, .autofocus = true});
      if (typed.changed)
        actions.push_back(find::Action{find::Type{*typed.changed, f.tr("Glossary"), f.tr("Progress")}});
      f.space(ui::Space::m);
      for (std::size_t i = 0; i < hits.size(); ++i) hit_row(hits[i], i == state.chosen, i, f, actions);
      if (hits.empty()) ui::words(f, f.tr("Nothing has this in its name."), ui::style::body, ui::Tone::soft);
      if (f.pressed(Key::enter) && state.chosen < hits.size()) actions.push_back(Go{hits[state.chosen].place});
      if (f.pressed(Key::down)) actions.push_back(find::Action{find::Move{1}});
      if (f.pressed(Key::up)) actions.push_back(find::Action{find::Move{-1}});
    });
  });
}

void enlarged(const ShowPicture& picture, ui::Frame& f, Actions& actions) {
  f.on_layer(ui::Layer::dialog, true, [&] {
    f.scope("enlarged", [&] {
      const bool closed =
          ui::enlarged_picture(f, "picture", picture.file, {.alt = picture.alt, .caption = picture.caption});
      if (closed || f.pressed(Key::escape)) actions.push_back(ShowOverlay{Overlay::none});
    });
  });
}

void keys(const Shared& shared, ui::Frame& f, Actions& actions) {
  const auto lines = key_lines(shared.can_speak, f);
  constexpr float kBar = 14;     ///< right of the words, where the list scrolls in a low window
  constexpr float kAround = 20;  ///< the panel's own
  f.scope("keys", [&] {
    const float margin = ui::px(ui::Space::l);
    const float guess = 84 + 34 * static_cast<float>(lines.size());
    const float height = std::min(f.recall("height", guess), f.size().y - 2 * margin);
    panel(f, 520, (f.size().y - height) / 2, height, actions, [&] {
      const float top = f.y();
      ui::subheading(f, f.tr("Keys"));
      f.space(ui::Space::m);
      const Rect list{f.x(), f.y(), f.width() + kBar, top + height - 2 * kAround - f.y()};
      float inside = 0;
      f.scroll("list", list, [&] {
        inside = f.within({f.x(), f.y(), list.w - kBar, 0}, [&] { key_list(lines, f); });
        f.space(inside);
      });
      f.remember("height", list.y - top + inside + 2 * kAround);
    });
  });
}

void notices(const Shared& shared, ui::Frame& f, Actions& actions) {
  if (shared.notices.empty()) return;
  const Notice& notice = shared.notices.back();
  const bool trouble = is_trouble(notice.kind);
  const std::string open = opens(notice.kind) ? f.tr("Open") : std::string();
  const auto event = ui::toast(f, "notice-" + std::to_string(notice.serial), notice_words(notice, f),
                               {.tone = trouble ? ui::Tone::warn : ui::Tone::good,
                                .icon = trouble ? ui::Icon::warning : ui::Icon::check,
                                .action = open,
                                .closable = true});
  if (event == ui::BannerEvent::action) actions.push_back(OpenNoticed{notice.serial});
  if (event == ui::BannerEvent::closed) actions.push_back(DismissNotice{notice.serial});
}

}  // namespace views
