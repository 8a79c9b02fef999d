#include "ui/fonts.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include "ui/font/impl.h"
#include "ui/font/utf8.h"

namespace ui {
namespace {

constexpr std::array kSizes{Size::caption, Size::small, Size::body, Size::title, Size::display, Size::poster};

/// What a first screen is set in; other faces come when they are drawn.
constexpr std::array kFirst{style::body,   style::small,        style::caption,
                            style::strong, style::small_strong, TextStyle{Size::caption, Weight::semibold},
                            style::title,  style::display};

constexpr char32_t kLatin[] = U"ŒœŸŠšŽž–—‘’‚“”„†•…\u202f‹›€™←↑→↓−≈≠≤≥×÷⌘";

/// Faces with a MATH table, the one that stands best beside Inter first.
constexpr std::array kMath{"TeX Gyre DejaVu Math", "DejaVu Math TeX Gyre", "TeX Gyre Pagella Math",
                           "TeX Gyre Termes Math", "STIX Two Math",        "STIX Math",
                           "Latin Modern Math"};
constexpr int kMathKind = -1;  ///< among the kinds of sized faces

double ms_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

int face_index(TextStyle s) {
  const auto size = static_cast<int>(std::find(kSizes.begin(), kSizes.end(), s.size) - kSizes.begin());
  return ((size * 3 + static_cast<int>(s.weight)) * 2 + (s.italic ? 1 : 0)) * 2 + (s.mono ? 1 : 0);
}

TextStyle style_of_face(int index) {
  TextStyle s;
  s.mono = index % 2 != 0;
  s.italic = index / 2 % 2 != 0;
  s.weight = static_cast<Weight>(index / 4 % 3);
  s.size = kSizes[static_cast<std::size_t>(index / 12)];
  return s;
}

Fonts::Fonts() : Fonts(Options()) {}
Fonts::Fonts(Options options) : impl_(std::make_unique<Impl>(std::move(options))) {}
Fonts::~Fonts() = default;
void Fonts::wait() { impl_->wait(); }
bool Fonts::busy() const { return impl_->busy(); }
bool Fonts::working() const { return impl_->working(); }
bool Fonts::found() { return wait(), impl_->face(style::body).file != nullptr; }
Fonts::Measures Fonts::measures() const { return impl_->measures; }

void Fonts::need(std::string_view utf8) {
  Face& face = impl_->face(style::body);
  for (std::size_t at = 0; at < utf8.size();) impl_->glyph(face, next_code_point(utf8, at));
}

Fonts::Impl::Impl(Options options) : options_(std::move(options)), scale_(options_.scale) {
  for (std::size_t at = 0; at < options_.extra.size();) extra_.push_back(next_code_point(options_.extra, at));
  ask_first();
  start();
}

Fonts::Impl::~Impl() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
  if (worker_.joinable()) worker_.join();
}

std::vector<LetterJob> Fonts::Impl::first_jobs() const {
  std::vector<LetterJob> jobs;
  const auto add = [&](TextStyle s, char32_t c) { jobs.push_back({face_index(s), s, c, nullptr, px(s.size), false}); };
  for (TextStyle s : kFirst) {
    for (char32_t c = 0x20; c < 0x7f; ++c) add(s, c);
    for (char32_t c = 0xa0; c <= 0xff; ++c) add(s, c);
    for (const char32_t* c = kLatin; *c != 0; ++c) add(s, *c);
  }
  for (char32_t c : extra_) add(style::body, c);
  return jobs;
}

void Fonts::Impl::ask_first() {
  asked_ = first_jobs();
  main_page = 0;
}

bool Fonts::Impl::start() {
  {
    const std::lock_guard lock(mutex_);
    if (asked_.empty() || working_) return !done_.empty();
    work_ = Work{std::move(asked_), scale_, generation_};
    asked_.clear();
    working_ = true;
  }
  if (!options_.threads) {
    Work work = std::move(*work_);
    work_.reset();
    done_.push_back(draw(std::move(work)));
    working_ = false;
    return true;
  }
  if (!worker_.joinable()) worker_ = std::thread([this] { run(); });
  changed_.notify_all();
  return false;
}

void Fonts::Impl::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [&] { return stop_ || work_.has_value(); });
    if (stop_) return;
    Work work = std::move(*work_);
    work_.reset();
    lock.unlock();
    Done done = draw(std::move(work));
    lock.lock();
    done_.push_back(std::move(done));
    working_ = false;
    changed_.notify_all();
    if (wake_) wake_();
  }
}

void Fonts::Impl::on_ready(std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  wake_ = std::move(wake);
}

Fonts::Impl::Done Fonts::Impl::draw(Work work) {
  const auto start = std::chrono::steady_clock::now();
  if (finder_ == nullptr) {
    finder_ = std::make_unique<FontFinder>();
    for (TextStyle s : kFirst) finder_->find(s);
  }
  const double find_ms = ms_since(start);
  const auto drawing = std::chrono::steady_clock::now();
  Batch batch = draw_batch(*finder_, std::move(work.jobs), work.scale);
  return {std::move(batch), work.generation, find_ms, ms_since(drawing)};
}

Face& Fonts::Impl::face(TextStyle style) {
  auto& slot = faces_[static_cast<std::size_t>(face_index(style))];
  if (slot == nullptr) {
    FontFinder* const fonts = finder();
    slot = std::make_unique<Face>(face_index(style), style, px(style.size), fonts ? fonts->find(style) : nullptr);
    ++measures.faces;
  }
  return *slot;
}

FontFinder* Fonts::Impl::finder() {
  if (main_page == 0) wait();  // the worker makes it
  return finder_.get();
}

Face& Fonts::Impl::sized_face(int kind, TextStyle style, float em, const std::shared_ptr<const FontFile>& file) {
  const int quarters = std::max(1, static_cast<int>(std::lround(em * 4)));
  auto& slot = sized_[{kind, quarters}];
  if (slot == nullptr) {
    const int index = static_cast<int>(faces_.size() + by_index_.size());
    slot = std::make_unique<Face>(index, style, static_cast<float>(quarters) / 4, file);
    by_index_.push_back(slot.get());
    ++measures.faces;
  }
  return *slot;
}

Face& Fonts::Impl::face(TextStyle style, float em) {
  Face& whole = face(style);
  return em == whole.em() ? whole : sized_face(whole.index, style, em, whole.file);
}

void Fonts::Impl::find_math() {
  if (std::exchange(math_sought_, true)) return;
  FontFinder* const fonts = finder();
  math_file_ = fonts ? fonts->find_family(kMath) : nullptr;
  math_table_ = math_file_ ? MathTable::read(*math_file_) : nullptr;
}

const MathTable* Fonts::Impl::math_table() { return find_math(), math_table_.get(); }

Face* Fonts::Impl::math_face(float em) {
  find_math();
  return math_table_ ? &sized_face(kMathKind, {}, em, math_file_) : nullptr;
}

const Glyph& Fonts::Impl::glyph(Face& face, char32_t c) {
  if (Glyph* known = face.find(c)) return *known;
  Glyph& g = face.add(c);
  if (face.file != nullptr && face.file == math_file_) {
    g.advance = face.file->advance_of(static_cast<int>(c)) * face.em();
    asked_.push_back({face.index, face.style, c, face.file, face.em(), true});
    return g;
  }
  const bool own = face.file != nullptr && face.file->glyph_of(c) != 0;
  g.advance = (own ? face.file->advance(c) : 1) * face.em() + face.tracking();
  asked_.push_back({face.index, face.style, c, own ? face.file : nullptr, face.em(), false});
  return g;
}

void Fonts::Impl::take(Done done, Gpu& gpu) {
  if (done.generation != generation_ || done.batch.letters.empty()) return;
  const TextureId page = gpu.upload(done.batch.width, done.batch.height, 1, done.batch.coverage);
  pages_.push_back(page);
  if (main_page == 0) {
    main_page = page;
    white_u = done.batch.white_u, white_v = done.batch.white_v;
    measures.find_ms = done.find_ms, measures.first_ms = done.draw_ms;
  }
  ++measures.batches;
  measures.glyphs += static_cast<int>(done.batch.letters.size());
  measures.texture_bytes += done.batch.coverage.size();
  for (const DrawnLetter& d : done.batch.letters) {
    const std::size_t index = static_cast<std::size_t>(d.face);
    Face& f = index < faces_.size() ? face(style_of_face(d.face)) : *by_index_[index - faces_.size()];
    Glyph* g = f.find(d.letter);
    if (g == nullptr) g = &f.add(d.letter);
    const float advance = d.advance + f.tracking();
    if (g->advance != 0 && std::abs(g->advance - advance) > 0.01f) ++version;
    g->advance = advance;
    g->x0 = d.x0, g->y0 = d.y0, g->x1 = d.x1, g->y1 = d.y1;
    g->u0 = d.u0, g->v0 = d.v0, g->u1 = d.u1, g->v1 = d.v1;
    g->page = page;
    g->state = d.blank ? Glyph::State::blank : Glyph::State::drawn;
  }
}

void Fonts::Impl::update(Gpu& gpu) {
  std::vector<Done> done;
  {
    std::unique_lock lock(mutex_);
    if (main_page == 0) changed_.wait(lock, [&] { return !done_.empty() || !working_; });
    done.swap(done_);
  }
  for (Done& d : done) take(std::move(d), gpu);
  start();
  if (!options_.threads && !done_.empty()) update(gpu);
}

void Fonts::Impl::set_scale(float scale, Gpu& gpu) {
  if (scale == scale_) return;
  wait();
  drop_textures(gpu);
  scale_ = scale;
  ++generation_;
  ++version;
  faces_ = {};
  sized_.clear();
  by_index_.clear();
  measures = {};
  done_.clear();
  ask_first();
  start();
}

void Fonts::Impl::drop_textures(Gpu& gpu) {
  for (TextureId page : pages_) gpu.release(page);
  pages_.clear();
  main_page = 0;
}

void Fonts::Impl::wait() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return !working_; });
}

bool Fonts::Impl::busy() {
  const std::lock_guard lock(mutex_);
  return working_ || !done_.empty() || !asked_.empty();
}

bool Fonts::Impl::working() {
  const std::lock_guard lock(mutex_);
  return working_;
}

}  // namespace ui
