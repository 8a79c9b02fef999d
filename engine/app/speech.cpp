#include "app/speech.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <system_error>

#include "base/module.h"

namespace app {
namespace {

namespace fs = std::filesystem;

constexpr base::ModuleFile kFile{RESONANCE_SPEECH_NAME, RESONANCE_SPEECH_INSTALL, RESONANCE_SPEECH_BUILD};

bool has_module() {
  const auto is_there = [](const fs::path& place) {
    std::error_code none;
    return fs::exists(place, none);
  };
  const std::vector<fs::path> places = base::places_of(kFile);
  return std::any_of(places.begin(), places.end(), is_there);
}

/// Its address is given, or its program is there to be started.
bool has_server() {
  const char* const address = std::getenv("SPEECHD_ADDRESS");
  if (address != nullptr && *address != '\0') return true;
  const char* const path = std::getenv("PATH");
  std::istringstream folders(path != nullptr ? path : "");
  for (std::string folder; std::getline(folders, folder, ':');) {
    if (access((folder + "/speech-dispatcher").c_str(), X_OK) == 0) return true;
  }
  return false;
}

}  // namespace

Speech::Speech(std::function<void(screens::SpeechHeard)> deliver) : deliver_(std::move(deliver)) {}

Speech::~Speech() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  if (worker_.joinable()) worker_.join();
}

bool Speech::available() { return has_module() && has_server(); }

void Speech::say(std::uint64_t reading, std::vector<std::string> sentences, const std::string& language, int rate) {
  put({reading, std::move(sentences), language, rate});
}

void Speech::stop() {
  if (worker_.joinable()) put({});
}

void Speech::put(Job job) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.clear();  // what waits is older than this, which ends it
    jobs_.push_back(std::move(job));
  }
  if (!worker_.joinable()) worker_ = std::thread([this] { run(); });
  changed_.notify_all();
}

void Speech::run() {
  while (true) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return ending_ || !jobs_.empty(); });
      if (ending_) break;
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    read(job);
  }
  if (open_) {
    module_->stop();
    module_->close();
  }
}

void Speech::read(const Job& job) {
  {
    // What is heard of an older reading belongs to nothing any more.
    const std::lock_guard lock(said_mutex_);
    said_.clear();
    early_.clear();
  }
  if (open_) module_->stop();
  if (job.reading == 0) return;
  if (module_ == nullptr) module_ = base::load_module<speech::Module>(kFile, speech::kEntry, speech::kVersion);
  if (module_ == nullptr) return fail(job.reading);
  const auto listen = [](void* to, unsigned long message, speech::Heard what) {
    static_cast<Speech*>(to)->heard(message, what);
  };
  // A connection that was lost (the server was restarted) is made anew, once.
  if (open_ && !module_->set_voice(job.language.c_str(), job.rate)) open_ = false;
  if (!open_) {
    open_ = module_->open(this, listen);
    if (!open_ || !module_->set_voice(job.language.c_str(), job.rate)) return fail(job.reading);
  }
  for (std::size_t i = 0; i < job.sentences.size(); ++i) {
    const unsigned long message = module_->say(job.sentences[i].c_str());
    if (message == 0) {
      open_ = false;
      return fail(job.reading);
    }
    std::vector<std::pair<unsigned long, speech::Heard>> early;
    {
      const std::lock_guard lock(said_mutex_);
      said_[message] = {job.reading, i, i + 1 == job.sentences.size()};
      early.swap(early_);
    }
    for (const auto& [number, what] : early) {
      if (number == message) tell(number, what);
    }
  }
}

void Speech::heard(unsigned long message, speech::Heard what) {
  {
    const std::lock_guard lock(said_mutex_);
    if (!said_.contains(message)) {
      early_.emplace_back(message, what);
      return;
    }
  }
  tell(message, what);
}

void Speech::tell(unsigned long message, speech::Heard what) {
  Said said;
  {
    const std::lock_guard lock(said_mutex_);
    const auto found = said_.find(message);
    if (found == said_.end()) return;
    said = found->second;
  }
  const bool over = what == speech::Heard::stopped || (what == speech::Heard::ends && said.last);
  if (over)
    deliver_({said.reading, said.sentence, screens::SpeechHeard::What::ends});
  else if (what == speech::Heard::begins)
    deliver_({said.reading, said.sentence, screens::SpeechHeard::What::begins});
}

void Speech::fail(std::uint64_t reading) { deliver_({reading, 0, screens::SpeechHeard::What::fails}); }

}  // namespace app
