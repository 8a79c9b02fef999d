#pragma once
// An explorable on screen: where its inputs stand, whether it plays, what was kept to compare with, and trials on oneself.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/time.h"
#include "explorable/drawing.h"

namespace screens::explore {

/// Reaction or pointing times being measured, one trial after the other.
struct TrialRun {
  enum class Phase : std::uint8_t {
    idle,     ///< not begun, or all done
    ready,    ///< pointing: waits for the start to be clicked
    waiting,  ///< reaction: nothing is lit yet
    shown,    ///< the clock runs
  };
  Phase phase = Phase::idle;
  int index = 0;            ///< of the trial, from 0
  int choices = 1;          ///< reaction: how many fields there are
  int lit = 0;              ///< reaction: which of them; pointing: 1 when the target is at the right, 0 at the left
  double distance = 0;      ///< pointing, in design pixels where there is room for them
  double width = 0;         ///< of the target
  base::TimePoint show_at;  ///< when the field is lit
  base::TimePoint shown_at;
  int mistakes = 0;  ///< answered too early, wrongly or much too late; such a trial is repeated
  std::uint64_t seed = 0;
};

struct State {
  std::shared_ptr<const explorable::Model> model;
  explorable::Setting setting;
  std::shared_ptr<const explorable::Drawing> drawing;            ///< of the setting
  std::vector<std::shared_ptr<const explorable::Drawing>> kept;  ///< oldest first, at most `most_kept`
  bool playing = false;
  base::TimePoint moved_at;  ///< when time last moved on
  TrialRun run;
};

inline constexpr std::size_t most_kept = 3;

struct SetInput {
  std::size_t input = 0;
  double value = 0;
};
struct SetTime {
  double time = 0;
};
struct Play {};  ///< from the beginning where it stands at the end
struct Pause {};
struct StepTime {
  int by = 1;  ///< hundredths of the whole
};
struct Keep {};  ///< what is shown now stays, pale, to compare with
struct ClearKept {};
struct Reset {};
struct StartTrials {};
struct StopTrials {};
/// Reaction: the field that was chosen. Pointing: 0 the start, 1 the target, 2 beside it.
struct Respond {
  int choice = 0;
};

using Action =
    std::variant<SetInput, SetTime, Play, Pause, StepTime, Keep, ClearKept, Reset, StartTrials, StopTrials, Respond>;

/// `setting` is where it was left; what does not fit the model begins at its start.
State open(std::shared_ptr<const explorable::Model> model, const explorable::Setting& setting);

void update(State& state, const Action& action, base::TimePoint now, bool reduced_motion = false);

/// What time brings: the simulation moves on, a field is lit. Nothing before `next_move`.
void advance(State& state, base::TimePoint now, bool reduced_motion = false);
/// When `advance` has something to do; empty while nothing moves.
std::optional<base::TimePoint> next_move(const State& state, bool reduced_motion = false);

/// Inputs other than those given, as of a response.
void set_inputs(State& state, const std::vector<double>& inputs);

/// What is set and what follows, for speech and for those who do not see the plot: "Damping 0.10, Rhythm 1.00: Response 5.0".
std::string describe(const State& state, std::string_view language);

/// "0.10", "40 %", "On" is left to the caller: the words for a number with a unit.
std::string number_words(double value, int decimals, const std::string& unit, std::string_view language);
/// The value of an input: its number with the unit, or the label of its option; a toggle gives nothing.
std::string input_words(const explorable::Input& input, double value, std::string_view language);
std::string readout_words(const explorable::Readout& readout, const explorable::ReadoutValue& value,
                          std::string_view language);

}  // namespace screens::explore
