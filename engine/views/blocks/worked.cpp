// A worked example: its steps one by one, asked first where it asks.

#include "text/catalogue.h"
#include "ui/widgets/controls.h"
#include "views/blocks.h"

namespace views {
namespace {

class Example {
 public:
  Example(ui::Frame& f, const course::Step& step, const course::Worked& worked, const BlockContext& context,
          BlockEvents& events)
      : f_(f), worked_(worked), context_(context), events_(events) {
    const auto tried = context.state.tried.find(step.id);
    if (tried != context.state.tried.end()) tried_ = &tried->second;
    now_ = screens::lesson::worked_now(context.state, step);
  }

  void run() {
    ui::words(f_, f_.tr("Worked example"), ui::style::small, ui::Tone::soft);
    ui::words(f_, worked_.title, ui::style::title);
    for (std::size_t i = 0; i < now_.shown; ++i) numbered(i, [&] { shown(i); });
    if (!now_.more) return;
    if (now_.asks) return numbered(now_.shown, [&] { asked(now_.shown); });
    f_.space(ui::Space::l);
    const std::string label =
        text::fill(f_.tr("Step {step} of {steps}"),
                   {{"step", std::to_string(now_.shown + 1)}, {"steps", std::to_string(worked_.steps.size())}});
    events_.next_worked = ui::button(f_, "next", label, {.icon = ui::Icon::chevron_down});
  }

 private:
  void numbered(std::size_t index, ui::Body body) {
    f_.space(ui::Space::l);
    f_.scope(index, [&] {
      f_.row({ui::fixed(24), ui::share()}, {.gap = ui::Space::m, .fit = ui::Fit::top}, [&](int cell) {
        if (cell == 0) return ui::words(f_, std::to_string(index + 1) + ".", ui::style::strong, ui::Tone::accent);
        body();
      });
    });
  }

  void text(const char* id, const std::string& markdown, const ui::RichOptions& look = {}) {
    ui::RichOptions options = look;
    options.note_number = context_.note_number;
    if (const auto event = ui::rich(f_, id, markdown, options)) events_.followed = event;
  }

  std::string attempt(std::size_t index) const {
    if (!tried_) return {};
    const auto found = tried_->find(index);
    return found == tried_->end() ? std::string() : found->second;
  }

  void shown(std::size_t index) {
    const course::WorkedStep& step = worked_.steps[index];
    const bool was_asked = screens::is_asked(worked_, index, context_.state.round);
    if (was_asked && !step.ask.empty()) {
      text("ask", step.ask, {.text = ui::style::small, .tone = ui::Tone::soft});
      f_.space(ui::Space::xs);
    }
    text("text", step.markdown);
    if (!step.why.empty()) {
      f_.space(ui::Space::xs);
      text("why", step.why, {.text = ui::style::small, .tone = ui::Tone::soft});
    }
    const std::string own = was_asked ? attempt(index) : std::string();
    if (own.empty()) return;
    f_.space(ui::Space::s);
    ui::card(f_, {.padding = 12, .sunken = true}, [&] {
      ui::words(f_, f_.tr("You wrote"), ui::style::caption, ui::Tone::soft);
      ui::words(f_, own, ui::style::small);
    });
  }

  void asked(std::size_t index) {
    const course::WorkedStep& step = worked_.steps[index];
    text("ask", step.ask.empty() ? f_.tr("What comes next?") : step.ask, {.text = ui::style::strong});
    f_.space(ui::Space::s);
    const std::string own = attempt(index);
    const auto typed = ui::text_field(
        f_, "attempt", own, {.placeholder = f_.tr("Think or write first, then compare"), .lines = 2, .limit = 2000});
    events_.attempt = typed.changed;
    f_.space(ui::Space::s);
    events_.next_worked = ui::button(f_, "compare", f_.tr("Compare"), {.icon = ui::Icon::chevron_down});
  }

  ui::Frame& f_;
  const course::Worked& worked_;
  const BlockContext& context_;
  BlockEvents& events_;
  const std::map<std::size_t, std::string>* tried_ = nullptr;
  screens::WorkedNow now_;
};

}  // namespace

void worked(ui::Frame& f, const course::Step& step, const course::Worked& worked, const BlockContext& context,
            BlockEvents& events) {
  Example(f, step, worked, context, events).run();
}

}  // namespace views
