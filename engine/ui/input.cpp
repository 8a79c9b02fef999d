#include "ui/input.h"

namespace ui {

Key digit_key(int n) { return n >= 0 && n < 9 ? static_cast<Key>(static_cast<int>(Key::d1) + n) : Key::none; }
Key letter_key(int n) { return n >= 0 && n < 26 ? static_cast<Key>(static_cast<int>(Key::a) + n) : Key::none; }

namespace {

/// Marks a word for the translators' list; whoever shows it translates it.
constexpr const char* tr(const char* word) { return word; }

std::string name_of(Key key) {
  if (key >= Key::a && key <= Key::z)
    return std::string(1, static_cast<char>('A' + static_cast<int>(key) - static_cast<int>(Key::a)));
  if (key >= Key::d0 && key <= Key::d9)
    return std::string(1, static_cast<char>('0' + static_cast<int>(key) - static_cast<int>(Key::d0)));
  if (key >= Key::f1 && key <= Key::f12)
    return "F" + std::to_string(static_cast<int>(key) - static_cast<int>(Key::f1) + 1);
  switch (key) {
    case Key::enter: return tr("Enter");
    case Key::space: return tr("Space");
    case Key::escape: return tr("Esc");
    case Key::tab: return tr("Tab");
    case Key::backspace: return tr("Backspace");
    case Key::del: return tr("Del");
    case Key::left: return "←";
    case Key::right: return "→";
    case Key::up: return "↑";
    case Key::down: return "↓";
    case Key::home: return tr("Home");
    case Key::end: return tr("End");
    case Key::page_up: return tr("PgUp");
    case Key::page_down: return tr("PgDn");
    case Key::question: return "?";
    case Key::plus: return "+";
    case Key::minus: return "−";
    case Key::comma: return ",";
    default: return {};
  }
}

}  // namespace

std::string key_name(Shortcut s) {
  return std::string(s.ctrl ? "Ctrl+" : "") + (s.alt ? "Alt+" : "") + (s.shift ? "Shift+" : "") + name_of(s.key);
}

}  // namespace ui
