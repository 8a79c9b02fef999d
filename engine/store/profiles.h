#pragma once
// Who studies on this machine: one folder each under the data folder, and which one was used last.
//
//   <data>/profiles/<id>/profile.json     the name
//   <data>/profiles/<id>/progress.db      the event log
//   <data>/last-profile                   id of the one used last
//   <data>/trash/<id>/                    what was removed

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "learner/event.h"

namespace store {

struct Profile {
  learner::ProfileId id;  ///< lower-case letters, digits and '-'; safe as a folder's name
  std::string name;       ///< as typed, on one line, 1 to 100 characters
};

/// An id that does not name a profile (or is no id at all: it may come from a command line) is `not_found` everywhere.
class Profiles {
 public:
  explicit Profiles(std::filesystem::path data_dir) : data_dir_(std::move(data_dir)) {}

  /// In order of name. Folders that cannot be read are left out.
  std::vector<Profile> all() const;
  base::Result<Profile> find(const learner::ProfileId& id) const;
  /// Makes the folder, the data folder included. A name may be taken more than once; `unsupported` when nothing of it can be shown.
  base::Result<Profile> create(const std::string& name);
  base::Status rename(const learner::ProfileId& id, const std::string& name);
  /// Moves the profile's folder to <data>/trash/, from where `restore` brings it back. No log of it may be open.
  base::Status remove(const learner::ProfileId& id);
  base::Status restore(const learner::ProfileId& id);
  /// The one used last, else the only one, else an empty id.
  learner::ProfileId last() const;
  base::Status set_last(const learner::ProfileId& id);
  /// Empty for what is no id.
  std::filesystem::path log_file(const learner::ProfileId& id) const;
  const std::filesystem::path& data_dir() const { return data_dir_; }

 private:
  std::filesystem::path folder_of(const learner::ProfileId& id) const;
  base::Status write(const Profile& profile) const;

  std::filesystem::path data_dir_;
};

/// $XDG_DATA_HOME/resonance, else ~/.local/share/resonance.
std::filesystem::path default_data_dir();

}  // namespace store
