// EventLog::verify: everything that can be checked, said in plain sentences.

#include "store/event_log_parts.h"
#include "store/row_sql.h"
#include "store/sql.h"

namespace store {
namespace {

constexpr std::size_t most_findings = 100;

void check_structure(const Connection& connection, std::vector<std::string>& findings) {
  auto check = connection.prepare("PRAGMA integrity_check(20)");
  if (!check) {
    findings.push_back("The file cannot be checked: " + check.error().detail + ".");
    return;
  }
  int code = check->step();
  for (; code == SQLITE_ROW; code = check->step()) {
    if (check->text(0) != "ok")
      findings.push_back("The file's structure is damaged: " + std::string(check->text(0)) + ".");
  }
  if (code != SQLITE_DONE)
    findings.push_back("The file cannot be checked to its end: " + connection.failure(code, "check").detail + ".");
}

std::string missing_sentence(std::int64_t first, std::int64_t last) {
  if (first == last) return "Event " + std::to_string(first) + " is missing.";
  return "Events " + std::to_string(first) + " to " + std::to_string(last) + " are missing.";
}

void check_events(const Connection& connection, std::vector<std::string>& findings) {
  auto select = connection.prepare(query::events_after);
  if (!select) return;
  select->bind(1, std::int64_t{INT64_MIN});
  std::int64_t last = 0;
  while (select->step() == SQLITE_ROW && findings.size() < most_findings) {
    const std::int64_t number = select->integer(0);
    if (number > last + 1) findings.push_back(missing_sentence(last + 1, number - 1));
    last = number;
    const auto row = read_row(*select);
    if (!row) {
      findings.push_back("Event " + std::to_string(number) + " is damaged: its checksum does not hold.");
    } else if (!event_of(*row) && learner::is_known_name(row->event)) {
      findings.push_back("Event " + std::to_string(number) + " has particulars that do not fit its name.");
    }
  }
}

void check_named(const Connection& connection, const char* table, const char* what, const char* sql,
                 std::vector<std::string>& findings) {
  auto select = connection.prepare(sql);
  if (!select) return;
  while (select->step() == SQLITE_ROW && findings.size() < most_findings) {
    if (checksum_of(table, select->text(0), select->text(1)) == select->integer(2)) continue;
    findings.push_back(std::string("The ") + what + " “" + std::string(select->text(0)) +
                       "” is damaged: its checksum does not hold.");
  }
}

}  // namespace

std::vector<std::string> EventLog::verify() const {
  std::vector<std::string> findings;
  check_structure(parts_->connection, findings);
  check_events(parts_->connection, findings);
  check_named(parts_->connection, "drafts", "draft", query::drafts, findings);
  check_named(parts_->connection, "settings", "setting", query::settings, findings);
  return findings;
}

}  // namespace store
