#include "screens/profiles.h"

#include "screens/fakes.h"

namespace profiles_test {

using namespace screens;
using learner::ProfileId;
using Act = profiles::Action;
using test::World;

namespace {

const ProfileId anna("profile-1"), ben("profile-2");

const profiles::State& state(const World& w) { return std::get<profiles::State>(w.model.screen); }

/// Anna studies, and there is Ben.
World& with_ben(World& w) {
  w.start_lesson();
  (void)w.accounts.create("Ben");
  w.go(ScreenName::profiles);
  return w;
}

}  // namespace

TEST_CASE("someone new begins with what is on screen, the language above all") {
  World w;
  w.start_lesson();
  w.act(settings::Action{settings::SetLanguage{"fr"}});
  w.go(ScreenName::profiles);
  w.act(Act{profiles::TypeName{"  Cleo\r\n"}});
  w.act(Act{profiles::Create{}});
  CHECK(w.model.shared.profile.name == "Cleo");
  CHECK(w.model.shared.settings.language == "fr");
  CHECK(w.disk.profiles.at(ben).settings.language == "fr");
  CHECK(w.model.place.screen == ScreenName::today);
}

TEST_CASE("a name of spaces makes nobody") {
  World w;
  with_ben(w);
  for (const char* name : {"", "  ", "\t\n"}) {
    w.act(Act{profiles::TypeName{name}});
    w.act(Act{profiles::Create{}});
  }
  CHECK(w.accounts.creates.calls() == 2);  // Anna and Ben
}

TEST_CASE("a refused profile keeps the name that was typed; one that cannot be opened is in the list") {
  World w;
  with_ben(w);
  w.act(Act{profiles::TypeName{"Cleo"}});
  w.accounts.creates.refuse(base::Refusal::disk_full, 1);
  w.act(Act{profiles::Create{}});
  CHECK(state(w).new_name == "Cleo");
  CHECK(w.notice(Notice::Kind::profile_failed));
  w.accounts.opens.refuse(base::Refusal::busy, 1);
  w.act(Act{profiles::Create{}});
  CHECK(w.model.shared.profile.id == anna);
  CHECK(state(w).all.size() == 3);
}

TEST_CASE("renaming: kept, cancelled, empty, refused") {
  World w;
  with_ben(w);
  const auto rename = [&](const ProfileId& id, const char* name, bool keep) {
    w.act(Act{profiles::StartRename{id}});
    w.act(Act{profiles::TypeRename{name}});
    w.act(Act{profiles::FinishRename{keep}});
  };
  rename(anna, " Anne ", true);
  CHECK(w.model.shared.profile.name == "Anne");
  CHECK(w.disk.profiles.at(anna).name == "Anne");
  rename(ben, "Bert", false);
  rename(ben, "   ", true);
  CHECK(w.disk.profiles.at(ben).name == "Ben");
  CHECK_FALSE(state(w).renaming);
  w.accounts.renames.refuse(base::Refusal::busy, 1);
  rename(ben, "Bert", true);
  CHECK(state(w).renamed == "Bert");
  w.act(Act{profiles::FinishRename{true}});
  CHECK(w.disk.profiles.at(ben).name == "Bert");
  w.act(Act{profiles::StartRename{ProfileId("gone")}});
  w.act(Act{profiles::FinishRename{true}});
  CHECK_FALSE(state(w).renaming);
}

TEST_CASE("removing asks first, spares the one in use, and can be undone") {
  World w;
  with_ben(w);
  w.act(Act{profiles::Remove{true}});  // nothing was asked
  w.act(Act{profiles::AskRemove{anna}});
  w.act(Act{profiles::Remove{true}});
  w.act(Act{profiles::AskRemove{ben}});
  w.act(Act{profiles::Remove{false}});
  CHECK(w.accounts.removes.calls() == 0);

  w.act(Act{profiles::StartRename{ben}});
  w.act(Act{profiles::AskRemove{ben}});
  w.act(Act{profiles::Remove{true}});
  CHECK(state(w).all.size() == 1);
  CHECK_FALSE(state(w).renaming);
  REQUIRE(w.notice(Notice::Kind::profile_removed));
  CHECK(w.notice(Notice::Kind::profile_removed)->detail == "Ben");

  w.accounts.restores.refuse(base::Refusal::busy, 1);
  w.act(Act{profiles::Restore{}});
  CHECK(state(w).removed);  // another attempt is possible
  w.act(Act{profiles::Restore{}});
  CHECK(state(w).all.size() == 2);
  CHECK_FALSE(w.notice(Notice::Kind::profile_removed));
  w.act(Act{profiles::Restore{}});
  CHECK(w.accounts.restores.calls() == 2);
}

TEST_CASE("a removal that the disk refuses removes nobody") {
  World w;
  with_ben(w);
  w.act(Act{profiles::AskRemove{ben}});
  w.accounts.removes.refuse(base::Refusal::no_permission);
  w.act(Act{profiles::Remove{true}});
  CHECK(w.notice(Notice::Kind::profile_failed));
  CHECK(state(w).all.size() == 2);
  CHECK_FALSE(state(w).removed);
}

}  // namespace profiles_test
