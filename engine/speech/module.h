#pragma once
// What the module resonance-speech offers to the program that loads it, as plain functions: nothing thrown, nothing allocated across.

namespace speech {

/// Changes whenever this file does; a module with another number is not used.
inline constexpr int kVersion = 1;

enum class Heard : int { begins, ends, stopped };

/// Called on a thread of the library; `message` is what `say` returned. May come before `say` has returned.
using Listener = void (*)(void* to, unsigned long message, Heard what);

/// One connection at a time, used by one thread at a time.
struct Module {
  int version;
  /// Connects, and starts speech-dispatcher where it may be started. False when there is none.
  bool (*open)(void* to, Listener listener);
  /// Language code ("en", "fr-CA"); rate −100 to 100, 0 is the voice's own.
  bool (*set_voice)(const char* language, int rate);
  /// Puts a text behind those that are waiting; returns its number, or 0 when the connection is lost.
  unsigned long (*say)(const char* utf8);
  /// Stops what is being said and forgets what is waiting.
  void (*stop)();
  void (*close)();
};

/// Name of the function that returns `const speech::Module*`.
inline constexpr const char* kEntry = "resonance_speech";

}  // namespace speech
