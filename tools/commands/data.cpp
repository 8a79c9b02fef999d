// resonance data: a profile's history taken out, brought in, checked.

#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>
#include <string>

#include "command.h"
#include "store/profiles.h"
#include "store/transfer.h"

namespace commands {
namespace {

namespace fs = std::filesystem;

/// Where a command writes, and how it says what it has to say.
struct Voice {
  base::InWords say;
  std::ostream& out;
  std::ostream& err;

  int refuse(const base::Message& why) const {
    err << "resonance data: " << say(why) << '\n';
    return 1;
  }
};

struct DataOptions {
  fs::path data_dir;    ///< empty: the user's own
  std::string profile;  ///< empty: the one used last, else the only one
  std::string file;     ///< of JSON lines; "-" for the program's own output or input
};

/// A refusal in words, with the system's own behind it.
base::Message words_for(const base::Failure& failure) {
  base::Template words = msg("It did not work");
  switch (failure.refusal) {
    case base::Refusal::not_found: words = msg("There is no such thing"); break;
    case base::Refusal::no_permission: words = msg("No permission"); break;
    case base::Refusal::disk_full: words = msg("The disk is full"); break;
    case base::Refusal::busy: words = msg("Another program is using it"); break;
    case base::Refusal::damaged: words = msg("It is damaged"); break;
    case base::Refusal::too_new: words = msg("A newer version of Résonance wrote it"); break;
    case base::Refusal::too_large: words = msg("It is too large"); break;
    case base::Refusal::outside: words = msg("It lies outside its folder"); break;
    case base::Refusal::unsupported: words = msg("It is not an export of Résonance"); break;
    case base::Refusal::other: break;
  }
  if (failure.detail.empty()) return msg("{refusal}.", {{"refusal", words}});
  return msg("{refusal}: {detail}", {{"refusal", words}, {"detail", failure.detail}});
}

base::Message events(std::int64_t count) { return msgn("{n} event", "{n} events", static_cast<std::uint64_t>(count)); }

/// The profile meant; names the choice where it is not clear.
std::optional<learner::ProfileId> profile_of(const store::Profiles& profiles, const std::string& given,
                                             const Voice& voice) {
  const learner::ProfileId id = given.empty() ? profiles.last() : learner::ProfileId(given);
  if (!id.empty() && profiles.find(id)) return id;
  const auto all = profiles.all();
  if (all.empty()) {
    voice.refuse(msg("there is no profile in {folder}", {{"folder", profiles.data_dir().string()}}));
    return std::nullopt;
  }
  voice.refuse(given.empty() ? msg("say which profile, with --profile:")
                             : msg("there is no profile {id}, with --profile:", {{"id", base::quoted(given)}}));
  for (const store::Profile& profile : all) voice.err << "  " << profile.id.str() << "  " << profile.name << '\n';
  return std::nullopt;
}

/// What opening had to put right.
void tell(const store::Opened& opened, const base::InWords& say, std::ostream& out) {
  if (!opened.damaged.empty()) {
    out << say(msg(
               "The file was damaged. Events that could be read: {read}; known to be missing: {missing}. The damaged "
               "file is kept as {file}.",
               {{"read", opened.salvaged}, {"missing", opened.missing}, {"file", opened.damaged.string()}}))
        << '\n';
  }
  if (opened.torn)
    out << say(msg("The last write before a crash is not whole: the last answer may be missing.")) << '\n';
  if (!opened.backup.empty()) {
    out << say(msg("The file was brought from version {version} to this one; the old one is kept as {file}.",
                   {{"version", opened.migrated_from}, {"file", opened.backup.string()}}))
        << '\n';
  }
}

/// Opens the log of the profile meant and hands it to `work`, which returns the exit code.
int with_log(const DataOptions& options, const Voice& voice,
             const std::function<int(store::EventLog&, const store::Opened&)>& work) {
  const store::Profiles profiles(options.data_dir.empty() ? store::default_data_dir() : options.data_dir);
  const auto id = profile_of(profiles, options.profile, voice);
  if (!id) return 1;
  const base::SystemClock clock;
  store::Opened opened;
  const auto log = store::EventLog::open(profiles.log_file(*id), clock, &opened);
  if (!log) return voice.refuse(words_for(log.error()));
  return work(**log, opened);
}

/// Writes beside the file and renames, so that a half-written export never has the export's name.
base::Result<store::Exported> export_to_file(const store::EventLog& log, const fs::path& file) {
  const fs::path unfinished = file.string() + ".part";
  std::error_code error;
  std::ofstream out(unfinished, std::ios::binary | std::ios::trunc);
  if (!out) return base::fail(base::Refusal::no_permission, unfinished.string());
  auto done = store::export_events(log, out);
  out.close();
  if (done && !out) done = base::fail(base::Refusal::disk_full, unfinished.string());
  if (done) fs::rename(unfinished, file, error);
  if (done && error) done = base::fail(base::Refusal::other, file.string() + ": " + error.message());
  if (!done) fs::remove(unfinished, error);
  return done;
}

/// Each returns 0 when all went well, 1 when something is wrong that it names on the error output (`verify`: on the output).
int run_data_export(const DataOptions& options, const Voice& voice) {
  return with_log(options, voice, [&](store::EventLog& log, const store::Opened& opened) {
    tell(opened, voice.say, voice.err);
    const auto done = options.file == "-" ? store::export_events(log, voice.out) : export_to_file(log, options.file);
    if (!done) return voice.refuse(words_for(done.error()));
    if (options.file != "-") {
      const auto written = static_cast<std::uint64_t>(done->written);
      voice.out << voice.say(msgn("{n} event written to {file}", "{n} events written to {file}", written,
                                  {{"file", options.file}}))
                << '\n';
    }
    if (done->unreadable == 0) return 0;
    return voice.refuse(msgn("{n} event could not be read; `resonance data verify` says which",
                             "{n} events could not be read; `resonance data verify` says which",
                             static_cast<std::uint64_t>(done->unreadable)));
  });
}

int run_data_import(const DataOptions& options, std::istream& in, const Voice& voice) {
  std::ifstream file;
  if (options.file != "-") {
    file.open(options.file, std::ios::binary);
    if (!file) return voice.refuse(words_for({base::Refusal::not_found, options.file}));
  }
  return with_log(options, voice, [&](store::EventLog& log, const store::Opened& opened) {
    tell(opened, voice.say, voice.err);
    const auto done = store::import_events(log, options.file == "-" ? in : file);
    if (!done) return voice.refuse(words_for(done.error()));
    voice.out << voice.say(msg("{events} added, {known} known already",
                               {{"events", events(done->added)}, {"known", done->known}}))
              << '\n';
    for (const base::Message& reason : done->refused)
      voice.err << voice.say(msg("{file}: {reason}", {{"file", options.file}, {"reason", reason}})) << '\n';
    return done->refused.empty() ? 0 : 1;
  });
}

int run_data_verify(const DataOptions& options, const Voice& voice) {
  return with_log(options, voice, [&](store::EventLog& log, const store::Opened& opened) {
    tell(opened, voice.say, voice.out);
    const auto findings = log.verify();
    for (const base::Message& finding : findings) voice.out << voice.say(finding) << '\n';
    if (!findings.empty() || !opened.damaged.empty()) return 1;
    const auto stats = log.read_rows(0, [](const store::Row&) {});
    voice.out << voice.say(msg("{file}: {events}, all well",
                               {{"file", log.file().string()}, {"events", events(stats ? stats->read : 0)}}))
              << '\n';
    return 0;
  });
}

}  // namespace

void add_data(CLI::App& program, const Common& common, int& exit_code) {
  const auto say = [&common](const base::Message& message) { return common.words.say(message); };
  const auto voice = std::make_shared<Voice>(Voice{say, std::cout, std::cerr});
  CLI::App* data = program.add_subcommand("data", say(msg("A profile's history: export, import, verify")));
  data->require_subcommand(1);
  data->fallthrough();  // --data-dir may stand behind the command, too
  const auto options = std::make_shared<DataOptions>();
  const auto add = [&](const char* name, base::Template what, base::Template file, std::function<int()> work) {
    CLI::App* command = data->add_subcommand(name, say(what));
    command->fallthrough();
    command->add_option("--profile", options->profile, say(msg("Id of the profile (default: the one used last)")));
    if (!file.empty()) command->add_option("file", options->file, say(file))->required();
    command->callback([options, &common, &exit_code, work = std::move(work)] {
      options->data_dir = common.data_dir;
      exit_code = work();
    });
  };
  add("export", msg("Write the history as JSON lines"), msg("File to write, - for standard output"),
      [options, voice] { return run_data_export(*options, *voice); });
  add("import", msg("Add the events of an export that the profile does not have"),
      msg("File to read, - for standard input"),
      [options, voice] { return run_data_import(*options, std::cin, *voice); });
  add("verify", msg("Check every event and the file they are in"), {},
      [options, voice] { return run_data_verify(*options, *voice); });
}

}  // namespace commands
