#pragma once
// Reading aloud through speech-dispatcher, on a thread of its own. The library is loaded when something is first read.

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "screens/services.h"
#include "screens/shell.h"
#include "speech/module.h"

namespace app {

class Speech final : public screens::Speech {
 public:
  /// `deliver` is called on threads of its own; it must hand the action to the window's thread.
  explicit Speech(std::function<void(screens::SpeechHeard)> deliver);
  ~Speech() override;
  Speech(const Speech&) = delete;
  Speech& operator=(const Speech&) = delete;

  /// Looks for the module and for speech-dispatcher; nothing is loaded or started for it.
  bool available() override;
  void say(std::uint64_t reading, std::vector<std::string> sentences, const std::string& language, int rate) override;
  void stop() override;

 private:
  struct Job {
    std::uint64_t reading = 0;  ///< 0: stop
    std::vector<std::string> sentences;
    std::string language;
    int rate = 0;
  };
  struct Said {
    std::uint64_t reading = 0;
    std::size_t sentence = 0;
    bool last = false;
  };

  void run();
  void read(const Job& job);
  void put(Job job);
  void heard(unsigned long message, speech::Heard what);
  void tell(unsigned long message, speech::Heard what);
  void fail(std::uint64_t reading);

  std::function<void(screens::SpeechHeard)> deliver_;
  const speech::Module* module_ = nullptr;  ///< worker only
  bool open_ = false;                       ///< worker only

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;
  bool ending_ = false;

  std::mutex said_mutex_;
  std::map<unsigned long, Said> said_;
  /// Reports that came before `say` had returned the number they speak of.
  std::vector<std::pair<unsigned long, speech::Heard>> early_;
  std::thread worker_;
};

}  // namespace app
