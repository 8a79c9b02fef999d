#include "ui/pictures.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "base/files.h"
#include "ui/pictures/bitmap.h"
#include "ui/pictures/svg_module.h"

namespace ui {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostPictures = 256;
constexpr std::uint64_t kTextureBytes = 128ull << 20;
constexpr std::uint64_t kForget = 600;   ///< frames without being asked for
constexpr std::uint64_t kInUse = 3;      ///< frames within which a picture counts as shown
constexpr std::size_t kMostWaiting = 4;  ///< decoded and not yet fetched; the worker rests then

using Stamp = fs::file_time_type;

Stamp stamp_of(const fs::path& file) {
  std::error_code error;
  const Stamp stamp = fs::last_write_time(file, error);
  return error ? Stamp::min() : stamp;
}

struct Job {
  fs::path file;
  int width = 0;
};

struct Done {
  fs::path file;
  int asked = 0;  ///< screen width that was asked for
  Vec natural;
  bool scalable = false;
  Stamp stamp;  ///< the file's, before it was read
  base::Result<Bitmap> bitmap = base::fail(base::Refusal::other, "");
};

Done load(const Job& job) {
  Done done{.file = job.file, .asked = job.width, .stamp = stamp_of(job.file)};
  const auto bytes = base::read_file(job.file, kPictureBytes);
  if (!bytes) {
    done.bitmap = tl::unexpected(bytes.error());
    return done;
  }
  done.scalable = kind_of(*bytes) == PictureKind::svg;
  const auto natural = picture_size(*bytes);
  if (!natural) {
    done.bitmap = tl::unexpected(natural.error());
    return done;
  }
  done.natural = *natural;
  done.bitmap = done.scalable ? draw_svg(*bytes, job.width) : decode_picture(*bytes);
  if (done.bitmap && !done.scalable) done.bitmap = shrunk(std::move(*done.bitmap), job.width);
  return done;
}

struct Entry {
  Pictures::View view;
  bool loading = false;
  int asked = 0;              ///< the width that `view` was made for
  int largest = 0;            ///< width asked for in this frame, in which it may be shown twice
  int width = 0, height = 0;  ///< of the texture
  Stamp stamp;
  std::uint64_t used = 0;

  std::uint64_t bytes() const { return static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height) * 4; }
  /// The texture is too coarse, or so fine that it would flicker, at this width.
  bool poor_at(int wanted) const {
    if (view.state != Pictures::View::State::ready) return false;
    if (view.scalable) return wanted != asked;
    const bool has_more = static_cast<float>(width) < view.natural.x;
    return (has_more && wanted > width) || wanted * 2 < width;
  }
};

}  // namespace

struct Pictures::Impl {
  Impl(Gpu& where, std::function<void()> when_done) : gpu(where), wake(std::move(when_done)) {}
  ~Impl();

  void ask(const fs::path& file, Entry& entry, int width);
  void run();
  std::optional<Job> next_job();
  void take_all();
  void take(Done done);
  void tidy();
  void drop(std::map<fs::path, Entry>::iterator at);

  Gpu& gpu;
  std::function<void()> wake;
  std::map<fs::path, Entry> entries;
  std::uint64_t frame = kInUse + 1;
  std::size_t unfinished = 0;  ///< asked for and not taken

  std::mutex mutex;
  std::condition_variable changed;
  std::deque<Job> jobs;
  std::vector<Done> done;
  bool stop = false;
  std::thread worker;  ///< started by the first picture
};

Pictures::Impl::~Impl() {
  {
    const std::lock_guard lock(mutex);
    stop = true;
  }
  changed.notify_all();
  if (worker.joinable()) worker.join();
  for (const auto& [file, entry] : entries) {
    if (entry.view.texture != 0) gpu.release(entry.view.texture);
  }
}

std::optional<Job> Pictures::Impl::next_job() {
  std::unique_lock lock(mutex);
  changed.wait(lock, [&] { return stop || (!jobs.empty() && done.size() < kMostWaiting); });
  if (stop) return std::nullopt;
  Job job = std::move(jobs.front());
  jobs.pop_front();
  return job;
}

void Pictures::Impl::run() {
  while (const auto job = next_job()) {
    Done result = load(*job);
    {
      const std::lock_guard lock(mutex);
      done.push_back(std::move(result));
    }
    changed.notify_all();
    if (wake) wake();
  }
}

void Pictures::Impl::ask(const fs::path& file, Entry& entry, int width) {
  entry.loading = true;
  entry.asked = width;
  ++unfinished;
  {
    const std::lock_guard lock(mutex);
    jobs.push_back({file, width});
  }
  if (!worker.joinable()) worker = std::thread([this] { run(); });
  changed.notify_all();
}

void Pictures::Impl::take_all() {
  std::vector<Done> ready;
  {
    const std::lock_guard lock(mutex);
    ready.swap(done);
  }
  changed.notify_all();
  for (Done& one : ready) take(std::move(one));
}

void Pictures::Impl::take(Done one) {
  --unfinished;
  const auto at = entries.find(one.file);
  if (at == entries.end()) return;
  Entry& entry = at->second;
  entry.loading = false;
  entry.stamp = one.stamp;
  if (entry.view.texture != 0) gpu.release(entry.view.texture);
  entry.view = {.state = View::State::failed, .natural = one.natural, .scalable = one.scalable};
  entry.width = entry.height = 0;
  if (!one.bitmap) {
    entry.view.refusal = one.bitmap.error().refusal;
    return;
  }
  entry.view.texture = gpu.upload(one.bitmap->width, one.bitmap->height, 4, one.bitmap->pixels);
  if (entry.view.texture == 0) {
    entry.view.refusal = base::Refusal::too_large;
    return;
  }
  entry.view.state = View::State::ready;
  entry.width = one.bitmap->width;
  entry.height = one.bitmap->height;
}

void Pictures::Impl::drop(std::map<fs::path, Entry>::iterator at) {
  if (at->second.view.texture != 0) gpu.release(at->second.view.texture);
  entries.erase(at);
}

void Pictures::Impl::tidy() {
  std::uint64_t bytes = 0;
  for (auto at = entries.begin(); at != entries.end();) {
    const auto here = at++;
    if (here->second.used + kForget < frame)
      drop(here);
    else
      bytes += here->second.bytes();
  }
  while (bytes > kTextureBytes || entries.size() > kMostPictures) {
    const auto oldest = std::min_element(entries.begin(), entries.end(),
                                         [](const auto& a, const auto& b) { return a.second.used < b.second.used; });
    if (oldest == entries.end() || oldest->second.used + kInUse >= frame) return;
    bytes -= oldest->second.bytes();
    drop(oldest);
  }
}

Pictures::Pictures(Gpu& gpu, std::function<void()> wake) : impl_(std::make_unique<Impl>(gpu, std::move(wake))) {}
Pictures::~Pictures() = default;

Pictures::View Pictures::get(const fs::path& file, int screen_width) {
  const int width = std::clamp(screen_width, 1, kPictureSide);
  const auto [at, is_new] = impl_->entries.try_emplace(file);
  Entry& entry = at->second;
  entry.used = impl_->frame;
  entry.largest = std::max(entry.largest, width);
  if (entry.loading) return entry.view;
  const bool coarse = width > entry.asked && entry.poor_at(width);
  if (is_new || coarse || entry.stamp != stamp_of(file)) impl_->ask(file, entry, entry.largest);
  return entry.view;
}

void Pictures::end_frame() {
  for (auto& [file, entry] : impl_->entries) {
    const int wanted = std::exchange(entry.largest, 0);
    if (wanted > 0 && !entry.loading && entry.poor_at(wanted)) impl_->ask(file, entry, wanted);
  }
}

Pictures::View Pictures::known(const fs::path& file) const {
  const auto at = impl_->entries.find(file);
  return at != impl_->entries.end() ? at->second.view : View();
}

void Pictures::update() {
  ++impl_->frame;
  impl_->take_all();
  impl_->tidy();
}

void Pictures::wait() {
  while (loading()) {
    {
      std::unique_lock lock(impl_->mutex);
      impl_->changed.wait(lock, [&] { return !impl_->done.empty(); });
    }
    impl_->take_all();
  }
}

bool Pictures::loading() const { return impl_->unfinished > 0; }

}  // namespace ui
