#include "base/module.h"

#include <algorithm>
#include <filesystem>
#include "support/test.h"

namespace {

struct Pretended {
  int version;
};

}  // namespace

TEST_CASE("module: it is looked for beside the program first, and nowhere that depends on the working folder") {
  const base::ModuleFile file{"libx.so", "/usr/lib/resonance/libx.so", "build/libx.so"};
  const auto places = base::places_of(file);
  REQUIRE(places.size() == 3);
  CHECK(places[0] == std::filesystem::read_symlink("/proc/self/exe").parent_path() / "libx.so");
  CHECK(places.back() == "/usr/lib/resonance/libx.so");
  CHECK(std::all_of(places.begin(), places.end(), [](const auto& place) { return place.is_absolute(); }));
}

TEST_CASE("module: a library that is missing, or has no such entry, offers nothing") {
  CHECK(base::entry_in("/nowhere/libx.so", "x") == nullptr);
  CHECK(base::entry_in("libc.so.6", "resonance_nothing") == nullptr);
  CHECK(base::entry_in("libc.so.6", "getpid") != nullptr);
  CHECK(base::load_module<Pretended>({"libx.so", "/nowhere/libx.so", "/nowhere/libx.so"}, "x", 1) == nullptr);
}
