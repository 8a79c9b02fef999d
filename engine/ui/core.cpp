#include "ui/core.h"

#include <cmath>
#include <cstring>
#include <limits>

#include "ui/diagrams/places.h"
#include "ui/edit/editor.h"
#include "ui/layout/cache.h"
#include "ui/pictures.h"

namespace ui {
namespace {

/// Memory not renewed for this many frames is dropped.
constexpr std::uint64_t kForget = 4;

std::uint64_t mix_in(std::uint64_t h, std::uint64_t v) {
  h ^= v;
  h *= 0x9e3779b97f4a7c15ull;
  return h ^ (h >> 29);
}

std::uint64_t hash_bytes(std::uint64_t h, const void* data, std::size_t size) {
  const auto* bytes = static_cast<const unsigned char*>(data);
  std::size_t i = 0;
  for (; i + 8 <= size; i += 8) {
    std::uint64_t v = 0;
    std::memcpy(&v, bytes + i, 8);
    h = mix_in(h, v);
  }
  std::uint64_t tail = 0;
  std::memcpy(&tail, bytes + i, size - i);
  return mix_in(h, tail ^ size);
}

std::uint64_t hash_of(const ImDrawData& data) {
  std::uint64_t h = hash_bytes(1, &data.DisplaySize, sizeof data.DisplaySize);
  for (int n = 0; n < data.CmdListsCount; ++n) {
    const ImDrawList& list = *data.CmdLists[n];
    h = hash_bytes(h, list.VtxBuffer.Data, static_cast<std::size_t>(list.VtxBuffer.size_in_bytes()));
    h = hash_bytes(h, list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.size_in_bytes()));
    for (const ImDrawCmd& c : list.CmdBuffer) {
      h = hash_bytes(h, &c.ClipRect, sizeof c.ClipRect);
      h = mix_in(h, compat::texture(c.TextureId));
    }
  }
  return h;
}

template <class Map>
void forget(Map& map, std::uint64_t now, std::uint64_t (*stamp)(const typename Map::mapped_type&)) {
  for (auto at = map.begin(); at != map.end();) at = stamp(at->second) + kForget < now ? map.erase(at) : std::next(at);
}

}  // namespace

Id id_of(Id parent, std::string_view name) {
  Id h = parent;
  for (char c : name) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return (h ^ '/') * 1099511628211ull;
}

Core::Core(Gpu& g, Fonts& f)
    : gpu(g), fonts(f.impl()), texts(std::make_unique<TextCache>()), atlas(std::make_unique<ImFontAtlas>()) {
  ImGuiContext* before = ImGui::GetCurrentContext();
  compat::build_empty(*atlas);
  imgui = ImGui::CreateContext(atlas.get());
  ImGui::SetCurrentContext(imgui);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  ImGuiStyle& style = ImGui::GetStyle();
  style.AntiAliasedLinesUseTex = false;  // our textures have no baked lines
  style.CircleTessellationMaxError = 0.15f;
  style.CurveTessellationTol = 0.5f;
  if (before != nullptr) ImGui::SetCurrentContext(before);
  const auto on_done = [this] {
    woken = true;
    const std::lock_guard lock(wake_mutex);
    if (wake) wake();
  };
  fonts.on_ready(on_done);
  pictures = std::make_unique<Pictures>(gpu, on_done);
}

Core::~Core() {
  fonts.wait();
  fonts.on_ready(nullptr);
  pictures.reset();
  placer.reset();
  fonts.drop_textures(gpu);
  ImGui::DestroyContext(imgui);
}

float Core::snap(float v) const { return std::round(v * scale); }

Context::Context(Gpu& gpu, Fonts& fonts) : core_(std::make_unique<Core>(gpu, fonts)) {}
Context::~Context() = default;
Input& Context::input() { return core_->input; }
Pictures& Context::pictures() { return *core_->pictures; }

bool Context::loading() const { return core_->pictures->loading() || (core_->placer && core_->placer->loading()); }

void Context::wait_for_loading() {
  core_->pictures->wait();
  if (core_->placer) core_->placer->wait();
}

bool Context::same_as_last() const { return core_->hash == core_->last_hash; }
Cursor Context::cursor() const { return core_->cursor; }
bool Context::typing() const { return core_->typing; }
Rect Context::caret() const { return core_->caret; }
void Context::on_wake(std::function<void()> wake) {
  const std::lock_guard lock(core_->wake_mutex);
  core_->wake = std::move(wake);
}
void Context::record(bool on) { core_->recording = on; }
const Record& Context::recorded() const { return core_->record; }

Frame& Context::begin(const FrameInfo& info) {
  Core& c = *core_;
  ImGui::SetCurrentContext(c.imgui);
  c.woken = false;
  c.info = info;
  c.theme = &ui::theme(info.theme);
  c.scale = std::clamp(info.scale, 0.5f, 4.0f);
  c.size = {info.screen_size.x / c.scale, info.screen_size.y / c.scale};
  ++c.frame_number;
  c.fonts.set_scale(c.scale, c.gpu);
  c.fonts.update(c.gpu);
  c.pictures->update();
  c.atlas->SetTexID(compat::texture(c.fonts.main_page));
  c.atlas->TexUvWhitePixel = {c.fonts.white_u, c.fonts.white_v};
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {info.screen_size.x, info.screen_size.y};
  io.DeltaTime = 1.0f / 60;
  ImGui::NewFrame();
  c.list = ImGui::GetBackgroundDrawList();
  c.layers.Split(c.list, 4);
  c.scopes.assign(1, kRoot);
  c.paths.assign(1, "");
  c.layer_stack.assign(1, Layer::page);
  c.clips.assign(1, {0, 0, c.size.x, c.size.y});
  c.columns.assign(1, Column(0, 0, c.size.x));
  c.groups.assign(1, 0);
  c.scrolls.assign(1, 0);
  c.record = {};
  c.marked.clear();
  if (c.marked_frame + 1 < c.frame_number) c.marked_in_sight.clear();
  c.redraw = false;
  c.deadline = std::numeric_limits<double>::infinity();
  c.cursor = Cursor::arrow;
  c.take_events();
  return c.frame.emplace(c);
}

void Context::end() {
  Core& c = *core_;
  c.finish_input();
  if (c.fonts.start()) c.redraw = true;
  c.layers.Merge(c.list);
  ImGui::Render();
  c.last_hash = c.hash;
  c.hash = mix_in(hash_of(*ImGui::GetDrawData()), static_cast<std::uint64_t>(c.info.theme));
  const std::uint64_t now = c.frame_number;
  forget(
      c.memory, now, +[](const Memory& m) { return m.frame; });
  forget(
      c.motions, now, +[](const Motion& m) { return m.frame; });
  forget(
      c.scroll_states, now, +[](const ScrollState& s) { return s.seen; });
  forget(
      c.editors, now, +[](const std::unique_ptr<Editor>& e) { return e->seen; });
  c.texts->tidy(now);
  c.pictures->end_frame();
  if (c.placer) c.placer->tidy(now);
}

double Context::wait_seconds() const {
  const Core& c = *core_;
  if (!same_as_last() || c.redraw || c.woken || !c.input.events.empty()) return 0;
  return std::max(0.0, c.deadline - c.info.now);
}

}  // namespace ui
