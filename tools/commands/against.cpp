#include "against.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/scratch_folder.h"
#include "command.h"
#include "course/load.h"
#include "course/reading/words.h"
#include "course/revision.h"
#include "text/markdown.h"

extern char** environ;  // NOLINT(readability-redundant-declaration): not every system declares it

namespace commands {
namespace {

namespace fs = std::filesystem;
using course::Revised;

/// Runs a program found on PATH, silently. True when it ended with 0.
bool run(std::vector<std::string> words) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const bool spawned = posix_spawnp(&child, arguments.front(), &files, nullptr, arguments.data(), environ) == 0;
  posix_spawn_file_actions_destroy(&files);
  int status = 0;
  return spawned && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// The course as it was then, in a folder; what hinders it else.
tl::expected<fs::path, base::Message> as_it_was(const fs::path& folder, const std::string& revision,
                                                const fs::path& into) {
  if (revision.empty() || revision.front() == '-')
    return tl::unexpected(msg("{revision} is no revision", {{"revision", course::in_quotes(revision)}}));
  const std::string commit = revision + "^{commit}";
  if (!run({"git", "--version"})) return tl::unexpected(msg("git is not installed, and the earlier version is in git"));
  if (!run({"git", "-C", folder.string(), "rev-parse", "--git-dir"}))
    return tl::unexpected(msg("{folder} is in no git repository", {{"folder", folder.string()}}));
  if (!run({"git", "-C", folder.string(), "rev-parse", "--verify", "--quiet", commit}))
    return tl::unexpected(msg("git knows no revision {revision}", {{"revision", course::in_quotes(revision)}}));
  const fs::path archive = into / "course.tar", unpacked = into / "course";
  fs::create_directory(unpacked);
  // Inside of a folder, git packs that folder alone.
  const bool packed = run({"git", "-C", folder.string(), "archive", "--format=tar", "-o", archive.string(), revision});
  if (!packed || !run({"tar", "-xf", archive.string(), "-C", unpacked.string()}) ||
      !fs::exists(unpacked / "course.yaml"))
    return tl::unexpected(msg("{revision} has no course in {folder}",
                              {{"revision", course::in_quotes(revision)}, {"folder", folder.string()}}));
  return unpacked;
}

base::Message meaning(const Revised& each) {
  switch (each.what) {
    case Revised::What::key: return msg("what is right has changed: who has answered it is asked once, early");
    case Revised::What::text: return msg("only words have changed: progress stays");
    case Revised::What::added: return msg("new");
    case Revised::What::removed: break;
  }
  return msg("removed: it is not asked any more, its history is kept");
}

const char* name_of(Revised::What what) {
  switch (what) {
    case Revised::What::key: return "key";
    case Revised::What::text: return "text";
    case Revised::What::added: return "added";
    case Revised::What::removed: break;
  }
  return "removed";
}

void tell(const std::vector<Revised>& all, const AgainstOptions& options, std::ostream& out) {
  std::map<Revised::What, std::size_t> counts;
  for (const Revised& each : all) {
    ++counts[each.what];
    out << each.lesson.str() << " / " << each.question.str() << ": " << options.say(meaning(each)) << '\n';
    if (each.like.empty()) continue;
    out << "  = "
        << options.say(
               msg("was it renamed? then give {new} its old id, {old}, and nothing is lost",
                   {{"new", course::in_quotes(each.like.str())}, {"old", course::in_quotes(each.question.str())}}))
        << '\n';
  }
  using What = Revised::What;
  out << options.say(msg("{key} asked early, {text} with other words, {added} new, {removed} removed",
                         {{"key", std::to_string(counts[What::key])},
                          {"text", std::to_string(counts[What::text])},
                          {"added", std::to_string(counts[What::added])},
                          {"removed", std::to_string(counts[What::removed])}}))
      << '\n';
}

nlohmann::json json_of(const fs::path& folder, const std::vector<Revised>& all) {
  nlohmann::json list = nlohmann::json::array();
  for (const Revised& each : all) {
    nlohmann::json one = {{"change", name_of(each.what)},
                          {"question", each.question.str()},
                          {"lesson", each.lesson.str()},
                          {"ask", text::plain_text(each.ask)}};
    if (!each.like.empty()) one["like"] = each.like.str();
    list.push_back(std::move(one));
  }
  return {{"course", folder.generic_string()}, {"questions", std::move(list)}};
}

}  // namespace

int run_against(const AgainstOptions& options, std::ostream& out) {
  int code = 0;
  nlohmann::json json = nlohmann::json::array();
  const auto hinder = [&](const base::Message& why) {
    std::cerr << "resonance check: " << options.say(why) << '\n';
    code = 1;
  };
  for (const fs::path& folder : options.folders) {
    const auto scratch = base::ScratchFolder::make();
    if (!scratch) {
      hinder(msg("{said}", {{"said", scratch.error().detail}}));
      continue;
    }
    const auto before = as_it_was(folder, options.revision, scratch->path());
    if (!before) {
      hinder(before.error());
      continue;
    }
    const course::Loaded was = course::load(*before), now = course::load(folder);
    if (!was.course || !now.course) {
      hinder(msg("the course cannot be read; “resonance check {folder}” says why", {{"folder", folder.string()}}));
      continue;
    }
    const std::vector<Revised> all = course::revised(*was.course, *now.course);
    if (options.json)
      json.push_back(json_of(folder, all));
    else
      tell(all, options, out);
  }
  if (options.json) out << json.dump(2) << '\n';
  return code;
}

}  // namespace commands
