#include "store/profiles.h"

#include <thread>

#include "base/files.h"
#include "store/event_log.h"
#include "support/temporary_folder.h"
#include "support/test.h"

using namespace store;
using learner::ProfileId;

namespace {

std::vector<std::string> names(const Profiles& profiles) {
  std::vector<std::string> all;
  for (const Profile& profile : profiles.all()) all.push_back(profile.name);
  return all;
}

}  // namespace

TEST_CASE("profiles are made, listed by name, renamed") {
  const test::TemporaryFolder folder;
  Profiles profiles(folder.path() / "data");
  CHECK(profiles.all().empty());
  const auto zoe = profiles.create("Zoé  Durand");
  REQUIRE(zoe);
  CHECK(zoe->id == ProfileId("zoe-durand"));
  CHECK(zoe->name == "Zoé Durand");
  REQUIRE(profiles.create("élodie"));
  REQUIRE(profiles.create("Ada"));
  CHECK(names(profiles) == std::vector<std::string>{"Ada", "élodie", "Zoé Durand"});
  REQUIRE(profiles.rename(zoe->id, "Anna"));
  CHECK(profiles.find(zoe->id)->name == "Anna");
  CHECK_FALSE(profiles.rename(zoe->id, "  "));
  CHECK_FALSE(profiles.create(""));
}

TEST_CASE("equal names are two profiles") {
  const test::TemporaryFolder folder;
  Profiles profiles(folder.path());
  CHECK(profiles.create("Ada")->id == ProfileId("ada"));
  CHECK(profiles.create("ADA")->id == ProfileId("ada-2"));
  CHECK(profiles.create("수진")->id == ProfileId("learner"));
  CHECK(profiles.create("민수")->id == ProfileId("learner-2"));
}

TEST_CASE("names from a stranger stay in their folder") {
  const test::TemporaryFolder folder;
  const auto data = folder.path() / "data";
  Profiles profiles(data);
  for (const char* name : {"../../etc", "/etc/passwd", "..", ".", "a/b\\c:d*?", "con", "\x1b[31m red\n", "\xff\xfe",
                           "\u202Egnp.exe", "~", "-rf"}) {
    const auto profile = profiles.create(name);
    REQUIRE(profile);
    CAPTURE(profile->id.str());
    CHECK(profile->id.str().find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos);
    CHECK(profile->name.find('\x1b') == std::string::npos);
    CHECK(profiles.log_file(profile->id).parent_path().parent_path() == data / "profiles");
  }
  REQUIRE(rc::check([&] {
    const auto profile = profiles.create(*rc::gen::string<std::string>());
    if (profile) RC_ASSERT(std::filesystem::is_directory(data / "profiles" / profile->id.str()));
  }));
  std::size_t beside = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) beside += entry.path() != data;
  CHECK(beside == 0);
}

TEST_CASE("ids from a stranger name nothing") {
  const test::TemporaryFolder folder;
  Profiles profiles(folder.path() / "data");
  REQUIRE(profiles.create("Ada"));
  for (const char* id : {"", "..", "../data/profiles/ada", "ada/", "ADA", "/", "nobody"}) {
    CAPTURE(id);
    CHECK_FALSE(profiles.find(ProfileId(id)));
    CHECK(profiles.remove(ProfileId(id)).error().refusal == base::Refusal::not_found);
    CHECK(profiles.restore(ProfileId(id)).error().refusal == base::Refusal::not_found);
    CHECK(profiles.set_last(ProfileId(id)).error().refusal == base::Refusal::not_found);
  }
  CHECK(profiles.log_file(ProfileId("../x")).empty());
  CHECK(names(profiles).size() == 1);
}

TEST_CASE("a removed profile can be brought back, and its id is not given to another meanwhile") {
  const test::TemporaryFolder folder;
  Profiles profiles(folder.path());
  const auto ada = profiles.create("Ada");
  const base::FakeClock clock;
  {
    const auto log = EventLog::open(profiles.log_file(ada->id), clock);
    REQUIRE((*log)->append(course::CourseId("c"), course::LessonId("l"), learner::LessonOpened{}));
  }
  REQUIRE(profiles.remove(ada->id));
  CHECK(profiles.all().empty());
  CHECK(profiles.create("Ada")->id == ProfileId("ada-2"));
  REQUIRE(profiles.restore(ada->id));
  CHECK(names(profiles).size() == 2);
  const auto log = EventLog::open(profiles.log_file(ada->id), clock);
  CHECK((*log)->read(0, [](const learner::Event&) {})->read == 1);
}

TEST_CASE("the last one used, else the only one") {
  const test::TemporaryFolder folder;
  Profiles profiles(folder.path());
  CHECK(profiles.last().empty());
  const auto ada = profiles.create("Ada");
  CHECK(profiles.last() == ada->id);
  const auto bo = profiles.create("Bo");
  CHECK(profiles.last().empty());
  REQUIRE(profiles.set_last(bo->id));
  CHECK(profiles.last() == bo->id);
  REQUIRE(profiles.remove(bo->id));
  CHECK(profiles.last() == ada->id);
}

TEST_CASE("a damaged profile is left out, and what later versions add stays") {
  const test::TemporaryFolder folder;
  Profiles profiles(folder.path());
  const auto ada = profiles.create("Ada");
  folder.write("profiles/broken/profile.json", "{");
  folder.write("profiles/odd/profile.json", R"({"name":7})");
  folder.write("profiles/Stray File", "");
  CHECK(names(profiles) == std::vector<std::string>{"Ada"});
  folder.write("profiles/ada/profile.json", R"({"name":"Ada","colour":"green"})");
  REQUIRE(profiles.rename(ada->id, "Ada L."));
  CHECK(base::read_file(folder.path() / "profiles/ada/profile.json", 1000)->find("green") != std::string::npos);
}

TEST_CASE("two programs that make the same profile at once make two") {
  const test::TemporaryFolder folder;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back([&] { static_cast<void>(Profiles(folder.path()).create("Ada")); });
  for (std::thread& thread : threads) thread.join();
  CHECK(Profiles(folder.path()).all().size() == 4);
}
