#pragma once
// Profiles and the history of the one in use, on disk: what screens::Accounts and screens::History are in the program.

#include <atomic>
#include <functional>
#include <memory>

#include "app/history.h"
#include "screens/services.h"
#include "store/event_log.h"
#include "store/profiles.h"

namespace app {

/// One object for both: opening a profile changes where the history goes.
class Accounts final : public screens::Accounts, public screens::History {
 public:
  /// `clock` must outlive it. `deliver` hands the reviews of a long history, from another thread, to the window's.
  Accounts(std::filesystem::path data_dir, const base::Clock& clock, std::function<void(screens::ReviewsRead)> deliver);

  /// Reading what takes long waits until this is called: the first frame goes first.
  void release() { reader_.release(); }

  std::vector<screens::ProfileName> all() override;
  base::Result<screens::ProfileName> create(const std::string& name) override;
  base::Status rename(const learner::ProfileId& id, const std::string& name) override;
  base::Status remove(const learner::ProfileId& id) override;
  base::Status restore(const learner::ProfileId& id) override;
  base::Result<screens::OpenedProfile> open(const learner::ProfileId& id) override;
  std::filesystem::path data_dir() override { return profiles_.data_dir(); }

  base::Result<learner::Event> append(const course::CourseId& course, const course::LessonId& lesson,
                                      const learner::What& what) override;
  std::vector<learner::Event> written_elsewhere(std::int64_t after) override;
  base::Status save_draft(const std::string& key, const std::string& json) override;
  base::Status drop_draft(const std::string& key) override;
  base::Status save_settings(const screens::Settings& settings) override;
  base::Result<Export> export_all() override;
  base::Result<std::filesystem::path> export_table(const std::string& name, const std::string& csv) override;

 private:
  /// Where an export of the profile in use goes, its folder made; `rest` ends its name.
  base::Result<std::filesystem::path> export_file(const std::string& rest) const;

  store::Profiles profiles_;
  const base::Clock& clock_;
  std::unique_ptr<store::EventLog> log_;
  learner::ProfileId open_;
  std::atomic<bool> suspect_ = false;  ///< the log that is open was found to be damaged after it was opened
  bool reopened_ = false;              ///< for that reason; once is enough
  HistoryReader reader_;               // last: its thread ends first
};

}  // namespace app
