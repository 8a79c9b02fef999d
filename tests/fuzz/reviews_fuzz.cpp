// Any bytes with the right checksum are nothing, or reviews that every question can be asked of.

#include <cmath>
#include <cstring>
#include <string>

#include "fuzz/input.h"
#include "reviews/due.h"
#include "reviews/snapshot.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(fuzz::text(data, size));
  bytes.resize((bytes.size() + 7) / 8 * 8);
  const std::uint64_t sum = reviews::checksum_of(bytes);
  bytes.append(reinterpret_cast<const char*>(&sum), sizeof sum);
  auto reviews = reviews::from_bytes(bytes);
  if (!reviews) return 0;
  const base::TimePoint now{std::chrono::hours(24 * 365 * 60)};
  for (reviews::CardIndex i = 0; i < reviews->size(); ++i) {
    fuzz::require(reviews->history(i).size() == reviews->card(i).reviews, "every review is found");
    fuzz::require(reviews->find(reviews->question(i)) == i, "every question is found");
    const auto recall = reviews->recall(i, now);
    fuzz::require(!recall || !std::isnan(*recall), "recall is a number");
  }
  const auto log = reviews->for_fit();
  fuzz::require(log.starts.back() == log.reviews(), "the fit gets every review");
  (void)reviews::due(*reviews, now, [](const reviews::QuestionRef&) { return reviews::Askable{true, 1}; });
  (void)reviews->usual_time(reviews::kNone);
  reviews->choose_model(reviews::ModelKind::fsrs6);
  const auto again = reviews::from_bytes(reviews::to_bytes(*reviews));
  fuzz::require(again.has_value(), "what was read can be written and read");
  return 0;
}
