#include "ui/diagrams/places.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <list>
#include <mutex>
#include <thread>

#include "base/module.h"
#include "graph/module.h"

namespace ui {
namespace {

constexpr std::chrono::milliseconds kPatience{5};
constexpr std::size_t kPlacesKept = 64;  ///< answers before the unused go

constexpr base::ModuleFile kGraphFile{RESONANCE_GRAPH_NAME, RESONANCE_GRAPH_INSTALL, RESONANCE_GRAPH_BUILD};

graph::Point wide(Vec v) { return {static_cast<double>(v.x), static_cast<double>(v.y)}; }
Vec narrow(graph::Point p) { return {static_cast<float>(p.x), static_cast<float>(p.y)}; }

/// What the answer is copied into.
struct Copy {
  const PlaceRequest& request;
  Places places;
};

void take(void* to, const graph::Answer* answer) {
  Copy& copy = *static_cast<Copy*>(to);
  Places& places = copy.places;
  places.failed = false;
  places.size = narrow(answer->size);
  for (std::size_t i = 0; i < copy.request.boxes.size(); ++i) places.boxes.push_back(narrow(answer->boxes[i]));
  for (std::size_t i = 0; i < copy.request.arrows.size(); ++i) {
    const graph::Way& from = answer->ways[i];
    Places::Way& way = places.ways.emplace_back();
    for (int p = 0; from.points != nullptr && p < from.count; ++p) way.points.push_back(narrow(from.points[p]));
    way.has_start = from.has_start, way.has_end = from.has_end;
    way.start = narrow(from.start), way.end = narrow(from.end), way.label = narrow(from.label);
  }
}

}  // namespace

Places find_places(const PlaceRequest& request) {
  if (auto chain = chain_places(request)) return std::move(*chain);
  Copy copy{request, {}};
  copy.places.failed = true;
  const auto* const found = base::load_module<graph::Module>(kGraphFile, graph::kEntry, graph::kVersion);
  if (found == nullptr) return copy.places;
  std::vector<graph::Point> boxes;
  for (const Vec& box : request.boxes) boxes.push_back(wide(box));
  std::vector<graph::Arrow> arrows;
  for (const PlaceRequest::Arrow& arrow : request.arrows)
    arrows.push_back({arrow.from, arrow.to, wide(arrow.label), arrow.both});
  const graph::Request asked{boxes.data(),
                             static_cast<int>(boxes.size()),
                             arrows.data(),
                             static_cast<int>(arrows.size()),
                             request.right,
                             static_cast<double>(request.between),
                             static_cast<double>(request.ranks),
                             static_cast<double>(request.head)};
  found->place(&asked, &copy, &take);
  return std::move(copy.places);
}

struct Placer::Impl {
  struct Entry {
    PlaceRequest request;
    Places places;
    bool done = false;  ///< guarded by `mutex`; `places` is written before it is set
    std::uint64_t used = 0;
  };

  std::function<void()> wake;
  std::list<Entry> entries;  ///< their addresses hold

  std::mutex mutex;
  std::condition_variable changed;
  std::deque<Entry*> jobs;
  std::size_t unfinished = 0;
  bool stop = false;
  std::thread worker;

  void run() {
    std::unique_lock lock(mutex);
    while (true) {
      changed.wait(lock, [&] { return stop || !jobs.empty(); });
      if (stop) return;
      Entry* const job = jobs.front();
      jobs.pop_front();
      lock.unlock();
      Places places = find_places(job->request);
      lock.lock();
      job->places = std::move(places);
      job->done = true;
      --unfinished;
      changed.notify_all();
      if (wake) wake();
    }
  }
};

Placer::Placer(std::function<void()> wake) : impl_(std::make_unique<Impl>()) { impl_->wake = std::move(wake); }

Placer::~Placer() {
  {
    const std::lock_guard lock(impl_->mutex);
    impl_->stop = true;
  }
  impl_->changed.notify_all();
  if (impl_->worker.joinable()) impl_->worker.join();
}

const Places* Placer::get(const PlaceRequest& request, std::uint64_t frame) {
  Impl& impl = *impl_;
  std::unique_lock lock(impl.mutex);
  for (Impl::Entry& entry : impl.entries) {
    if (!(entry.request == request)) continue;
    entry.used = frame;
    return entry.done ? &entry.places : nullptr;
  }
  Impl::Entry& entry = impl.entries.emplace_back();
  entry.request = request;
  entry.used = frame;
  impl.jobs.push_back(&entry);
  ++impl.unfinished;
  if (!impl.worker.joinable()) impl.worker = std::thread([this] { impl_->run(); });
  impl.changed.notify_all();
  impl.changed.wait_for(lock, kPatience, [&] { return entry.done; });
  return entry.done ? &entry.places : nullptr;
}

bool Placer::loading() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->unfinished > 0;
}

void Placer::wait() {
  std::unique_lock lock(impl_->mutex);
  impl_->changed.wait(lock, [&] { return impl_->unfinished == 0; });
}

void Placer::tidy(std::uint64_t frame) {
  const std::lock_guard lock(impl_->mutex);
  if (impl_->entries.size() <= kPlacesKept) return;
  impl_->entries.remove_if([&](const Impl::Entry& entry) { return entry.done && entry.used != frame; });
}

}  // namespace ui
