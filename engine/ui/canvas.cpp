#include "ui/canvas.h"

#include "ui/compat.h"
#include "ui/fonts.h"
#include "ui/pictures.h"

namespace ui {
namespace {

/// A drawing that never rests is taken as it is after so many frames.
constexpr int kMostSteps = 400;
constexpr double kFrameTime = 1.0 / 60;

/// Makes another context of Dear ImGui the current one again at the end.
class KeptContext {
 public:
  KeptContext() : before_(ImGui::GetCurrentContext()) {}
  ~KeptContext() { ImGui::SetCurrentContext(before_); }
  KeptContext(const KeptContext&) = delete;
  KeptContext& operator=(const KeptContext&) = delete;

 private:
  ImGuiContext* before_;
};

}  // namespace

struct Canvas::Impl {
  explicit Impl(float s) : scale(s), fonts(Fonts::Options{.scale = s}), context(raster, fonts) {}

  const float scale;
  Raster raster;
  Fonts fonts;
  Context context;
  int frames = 0;  ///< of the drawing that is being made
  double now = 0;
};

Canvas::Canvas(float scale) {
  const KeptContext kept;
  impl_ = std::make_unique<Impl>(scale);
}

Canvas::~Canvas() {
  const KeptContext kept;
  impl_.reset();
}

std::optional<Shot> Canvas::step(const FrameInfo& look, Vec size, FunctionRef<Rect(Frame&)> draw) {
  Impl& impl = *impl_;
  if (impl.fonts.working()) return std::nullopt;
  const KeptContext kept;
  FrameInfo info = look;
  info.screen_size = {size.x * impl.scale, size.y * impl.scale};
  info.scale = impl.scale;
  info.now = impl.now += kFrameTime;
  info.reduced_motion = true;
  const Rect wanted = draw(impl.context.begin(info));
  impl.context.end();
  ++impl.frames;
  const bool loading = impl.fonts.busy() || impl.context.pictures().loading();
  const bool still = impl.frames > 1 && impl.context.wait_seconds() > 0;
  if ((loading || !still) && impl.frames < kMostSteps) return std::nullopt;
  impl.frames = 0;
  const Rect area{wanted.x * impl.scale, wanted.y * impl.scale, wanted.w * impl.scale, wanted.h * impl.scale};
  return impl.raster.keep(*ImGui::GetDrawData(), area, ground);
}

void Canvas::wait() {
  impl_->fonts.wait();
  impl_->context.pictures().wait();
}

}  // namespace ui
