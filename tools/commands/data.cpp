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

struct DataOptions {
  fs::path data_dir;    ///< empty: the user's own
  std::string profile;  ///< empty: the one used last, else the only one
  std::string file;     ///< of JSON lines; "-" for the program's own output or input
};

/// A refusal in words, with the system's own behind it.
std::string words_for(const base::Failure& failure) {
  const char* words = "It did not work";
  switch (failure.refusal) {
    case base::Refusal::not_found: words = "There is no such thing"; break;
    case base::Refusal::no_permission: words = "No permission"; break;
    case base::Refusal::disk_full: words = "The disk is full"; break;
    case base::Refusal::busy: words = "Another program is using it"; break;
    case base::Refusal::damaged: words = "It is damaged"; break;
    case base::Refusal::too_new: words = "A newer version of Résonance wrote it"; break;
    case base::Refusal::too_large: words = "It is too large"; break;
    case base::Refusal::outside: words = "It lies outside its folder"; break;
    case base::Refusal::unsupported: words = "It is not an export of Résonance"; break;
    case base::Refusal::other: break;
  }
  return words + (failure.detail.empty() ? std::string(".") : ": " + failure.detail);
}

int refuse(std::ostream& err, const base::Failure& failure) {
  err << "resonance data: " << words_for(failure) << '\n';
  return 1;
}

std::string events(std::int64_t count) { return std::to_string(count) + (count == 1 ? " event" : " events"); }

/// The profile meant; names the choice where it is not clear.
std::optional<learner::ProfileId> profile_of(const store::Profiles& profiles, const std::string& given,
                                             std::ostream& err) {
  const learner::ProfileId id = given.empty() ? profiles.last() : learner::ProfileId(given);
  if (!id.empty() && profiles.find(id)) return id;
  const auto all = profiles.all();
  if (all.empty()) {
    err << "resonance data: there is no profile in " << profiles.data_dir().string() << '\n';
    return std::nullopt;
  }
  err << "resonance data: " << (given.empty() ? "say which profile" : "there is no profile “" + given + "”")
      << ", with --profile:\n";
  for (const store::Profile& profile : all) err << "  " << profile.id.str() << "  " << profile.name << '\n';
  return std::nullopt;
}

/// What opening had to put right.
void tell(const store::Opened& opened, std::ostream& out) {
  if (!opened.damaged.empty()) {
    out << "The file was damaged. Events that could be read: " << opened.salvaged
        << "; known to be missing: " << opened.missing << ". The damaged file is kept as " << opened.damaged.string()
        << ".\n";
  }
  if (opened.torn) out << "The last write before a crash is not whole: the last answer may be missing.\n";
  if (!opened.backup.empty()) {
    out << "The file was brought from version " << opened.migrated_from << " to this one; the old one is kept as "
        << opened.backup.string() << ".\n";
  }
}

/// Opens the log of the profile meant and hands it to `work`, which returns the exit code.
int with_log(const DataOptions& options, std::ostream& err,
             const std::function<int(store::EventLog&, const store::Opened&)>& work) {
  const store::Profiles profiles(options.data_dir.empty() ? store::default_data_dir() : options.data_dir);
  const auto id = profile_of(profiles, options.profile, err);
  if (!id) return 1;
  const base::SystemClock clock;
  store::Opened opened;
  const auto log = store::EventLog::open(profiles.log_file(*id), clock, &opened);
  if (!log) return refuse(err, log.error());
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

/// Each returns 0 when all went well, 1 when something is wrong that it names on `err` (`verify`: on `out`).
int run_data_export(const DataOptions& options, std::ostream& out, std::ostream& err) {
  return with_log(options, err, [&](store::EventLog& log, const store::Opened& opened) {
    tell(opened, err);
    const auto done = options.file == "-" ? store::export_events(log, out) : export_to_file(log, options.file);
    if (!done) return refuse(err, done.error());
    if (options.file != "-") out << events(done->written) << " written to " << options.file << '\n';
    if (done->unreadable == 0) return 0;
    err << "resonance data: " << events(done->unreadable) << " could not be read; `resonance data verify` says which\n";
    return 1;
  });
}

int run_data_import(const DataOptions& options, std::istream& in, std::ostream& out, std::ostream& err) {
  std::ifstream file;
  if (options.file != "-") {
    file.open(options.file, std::ios::binary);
    if (!file) return refuse(err, {base::Refusal::not_found, options.file});
  }
  return with_log(options, err, [&](store::EventLog& log, const store::Opened& opened) {
    tell(opened, err);
    const auto done = store::import_events(log, options.file == "-" ? in : file);
    if (!done) return refuse(err, done.error());
    out << events(done->added) << " added, " << done->known << " known already\n";
    for (const std::string& reason : done->refused) err << options.file << ": " << reason << '\n';
    return done->refused.empty() ? 0 : 1;
  });
}

int run_data_verify(const DataOptions& options, std::ostream& out, std::ostream& err) {
  return with_log(options, err, [&](store::EventLog& log, const store::Opened& opened) {
    tell(opened, out);
    const auto findings = log.verify();
    for (const std::string& finding : findings) out << finding << '\n';
    if (!findings.empty() || !opened.damaged.empty()) return 1;
    const auto stats = log.read_rows(0, [](const store::Row&) {});
    out << log.file().string() << ": " << events(stats ? stats->read : 0) << ", all well\n";
    return 0;
  });
}

}  // namespace

void add_data(CLI::App& program, const Common& common, int& exit_code) {
  CLI::App* data = program.add_subcommand("data", "A profile's history: export, import, verify");
  data->require_subcommand(1);
  data->fallthrough();  // --data-dir may stand behind the command, too
  const auto options = std::make_shared<DataOptions>();
  const auto add = [&](const char* name, const char* what, const char* file, std::function<int()> work) {
    CLI::App* command = data->add_subcommand(name, what);
    command->fallthrough();
    command->add_option("--profile", options->profile, "Id of the profile (default: the one used last)");
    if (file != nullptr) command->add_option("file", options->file, file)->required();
    command->callback([options, &common, &exit_code, work = std::move(work)] {
      options->data_dir = common.data_dir;
      exit_code = work();
    });
  };
  add("export", "Write the history as JSON lines", "File to write, - for standard output",
      [options] { return run_data_export(*options, std::cout, std::cerr); });
  add("import", "Add the events of an export that the profile does not have", "File to read, - for standard input",
      [options] { return run_data_import(*options, std::cin, std::cout, std::cerr); });
  add("verify", "Check every event and the file they are in", nullptr,
      [options] { return run_data_verify(*options, std::cout, std::cerr); });
}

}  // namespace commands
