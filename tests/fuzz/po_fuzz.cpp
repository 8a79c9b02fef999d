// Any bytes are a catalogue: what is wrong is reported, what is right can be looked up, in every plural form.

#include "fuzz/input.h"
#include "text/catalogue.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  base::Diagnostics diagnostics;
  const text::Catalogue catalogue = text::Catalogue::parse(fuzz::text(data, size), "fuzz.po", diagnostics);
  for (const text::Message& message : catalogue.messages()) {
    catalogue.find(message.source, message.context);
    for (const std::uint64_t count : {0U, 1U, 2U, 1000000U}) catalogue.find_plural(message.source, count);
  }
  fuzz::require(catalogue.size() <= catalogue.messages().size(), "only messages are translated");
  return 0;
}
