#include "speech/module.h"

#include <libspeechd.h>

#include <cstdlib>
#include <mutex>

#include "base/library_keeps.h"

namespace speech {
namespace {

/// The library's callbacks carry nothing of ours, so this is kept for all of the process.
struct Speaking {
  SPDConnection* connection = nullptr;
  std::mutex mutex;  ///< for the listener, which is called on the library's thread
  void* to = nullptr;
  Listener listener = nullptr;
};
Speaking speaking;

void tell(unsigned long message, Heard what) {
  const std::lock_guard lock(speaking.mutex);
  if (speaking.listener != nullptr) speaking.listener(speaking.to, message, what);
}

void on_begin(size_t message, size_t, SPDNotificationType) { tell(message, Heard::begins); }
void on_end(size_t message, size_t, SPDNotificationType) { tell(message, Heard::ends); }
void on_cancel(size_t message, size_t, SPDNotificationType) { tell(message, Heard::stopped); }

void listen(void* to, Listener who) {
  const std::lock_guard lock(speaking.mutex);
  speaking.to = to;
  speaking.listener = who;
}

void close() {
  listen(nullptr, nullptr);
  if (speaking.connection != nullptr) spd_close(speaking.connection);
  speaking.connection = nullptr;
}

// libspeechd loses what its thread was reading when that is ended.

bool open(void* to, Listener who) {
  close();
  const base::LibraryKeeps keeps;
  char* why = nullptr;
  speaking.connection = spd_open2("resonance", "main", nullptr, SPD_MODE_THREADED, nullptr, 1, &why);
  std::free(why);
  if (speaking.connection == nullptr) return false;
  listen(to, who);
  speaking.connection->callback_begin = on_begin;
  speaking.connection->callback_end = on_end;
  speaking.connection->callback_cancel = on_cancel;
  const bool told = spd_set_notification_on(speaking.connection, SPD_BEGIN) == 0 &&
                    spd_set_notification_on(speaking.connection, SPD_END) == 0 &&
                    spd_set_notification_on(speaking.connection, SPD_CANCEL) == 0;
  if (!told) close();
  return told;
}

bool set_voice(const char* language, int rate) {
  const base::LibraryKeeps keeps;
  if (speaking.connection == nullptr) return false;
  // A voice that does not have the language goes on in its own.
  (void)spd_set_language(speaking.connection, language);
  return spd_set_voice_rate(speaking.connection, rate) == 0;
}

unsigned long say(const char* utf8) {
  const base::LibraryKeeps keeps;
  if (speaking.connection == nullptr) return 0;
  const int message = spd_say(speaking.connection, SPD_MESSAGE, utf8);
  return message > 0 ? static_cast<unsigned long>(message) : 0;
}

void stop() {
  const base::LibraryKeeps keeps;
  if (speaking.connection != nullptr) (void)spd_cancel(speaking.connection);
}

constexpr Module kModule{kVersion, open, set_voice, say, stop, close};

}  // namespace
}  // namespace speech

extern "C" __attribute__((visibility("default"))) const speech::Module* resonance_speech() { return &speech::kModule; }
