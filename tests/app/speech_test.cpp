// Reading aloud to a real speech-dispatcher with its dummy voice, which says nothing and reports everything. Where it is not installed
// there is nothing to test here.

#include "app/speech.h"

#include <spawn.h>
#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>

#include "support/temporary_folder.h"
#include "support/test.h"

extern char** environ;

namespace {

using screens::SpeechHeard;
using What = SpeechHeard::What;

const char* const kServers[] = {"/usr/bin/speech-dispatcher", "/usr/local/bin/speech-dispatcher"};

/// A server of the test's own: its socket, settings and log are in a temporary folder.
class Server {
 public:
  Server() {
    folder_.write("conf/speechd.conf",
                  "LogLevel 1\nLogDir \"default\"\nCommunicationMethod \"unix_socket\"\nDisableAutoSpawn\n"
                  "AddModule \"dummy\" \"sd_dummy\" \"\"\nDefaultModule dummy\nDefaultLanguage \"en\"\n"
                  "AudioOutputMethod \"alsa\"\nAudioALSADevice \"null\"\n");
    folder_.write("log/.keep", "");
    socket_ = (folder_.path() / "speechd.sock").string();
    for (const char* server : kServers) {
      if (std::filesystem::exists(server)) start(server);
    }
  }
  ~Server() {
    if (child_ <= 0) return;
    kill(child_, SIGTERM);
    waitpid(child_, nullptr, 0);
  }
  bool runs() const { return child_ > 0 && std::filesystem::exists(socket_); }
  std::string address() const { return "unix_socket:" + socket_; }

 private:
  void start(const char* server) {
    const std::string conf = (folder_.path() / "conf").string(), log = (folder_.path() / "log").string();
    const char* const arguments[] = {server,      "-s",         "-C",          conf.c_str(), "-L",
                                     log.c_str(), "-c",         "unix_socket", "-S",         socket_.c_str(),
                                     "-P",        pid_.c_str(), nullptr};
    if (posix_spawn(&child_, server, nullptr, nullptr, const_cast<char**>(arguments), environ) != 0) child_ = 0;
    for (int i = 0; child_ > 0 && i < 200 && !std::filesystem::exists(socket_); ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }

  test::TemporaryFolder folder_;
  std::string socket_;
  std::string pid_ = (folder_.path() / "pid").string();
  pid_t child_ = 0;
};

/// What was delivered, waited for.
class Ear {
 public:
  void operator()(const SpeechHeard& heard) {
    const std::lock_guard lock(mutex_);
    all_.push_back(heard);
    changed_.notify_all();
  }
  /// True when something of this kind came of this reading within ten seconds.
  bool hears(std::uint64_t reading, What what) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(10), [&] { return count(reading, what) > 0; });
  }
  int count(std::uint64_t reading, What what) const {
    int n = 0;
    for (const SpeechHeard& heard : all_) n += heard.reading == reading && heard.what == what;
    return n;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<SpeechHeard> all_;
};

}  // namespace

TEST_CASE("sentences are reported as they are read, by a real speech-dispatcher") {
  const Server server;
  if (!server.runs()) {
    std::cout << "No speech-dispatcher with a dummy voice runs here: nothing is read aloud to it.\n";
    return;
  }
  setenv("SPEECHD_ADDRESS", server.address().c_str(), 1);
  Ear ear;
  app::Speech speech([&](const SpeechHeard& heard) { ear(heard); });
  CHECK(speech.available());
  speech.say(1, {"One.", "Deux."}, "fr", 50);
  CHECK(ear.hears(1, What::ends));
  CHECK(ear.count(1, What::fails) == 0);
  CHECK(ear.count(1, What::begins) >= 1);
  CHECK(ear.count(1, What::ends) == 1);

  speech.say(2, std::vector<std::string>(50, "A sentence that is read for a while."), "en", 0);
  CHECK(ear.hears(2, What::begins));
  speech.stop();
  speech.say(3, {"After it."}, "en", -100);  // the connection still serves
  CHECK(ear.hears(3, What::ends));
  unsetenv("SPEECHD_ADDRESS");
}

TEST_CASE("where no server answers, reading fails and says so") {
  setenv("SPEECHD_ADDRESS", "unix_socket:/nowhere/at/all.sock", 1);
  Ear ear;
  app::Speech speech([&](const SpeechHeard& heard) { ear(heard); });
  CHECK(speech.available());  // it was named, so it is tried
  speech.say(7, {"One."}, "en", 0);
  CHECK(ear.hears(7, What::fails));
  unsetenv("SPEECHD_ADDRESS");
}

TEST_CASE("it is quiet where nothing is installed") {
  const char* const path = std::getenv("PATH");
  const std::string before = path ? path : "";
  setenv("PATH", "/nowhere", 1);
  app::Speech speech([](const SpeechHeard&) { FAIL("nothing was asked for"); });
  CHECK_FALSE(speech.available());
  speech.stop();
  setenv("PATH", before.c_str(), 1);
}
