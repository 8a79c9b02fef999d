// EventLog::verify: everything that can be checked, said in plain sentences.

#include "store/event_log_parts.h"
#include "store/row_sql.h"
#include "store/sql.h"

namespace store {
namespace {

using base::msg;

constexpr std::size_t most_findings = 100;

void check_structure(const Connection& connection, std::vector<base::Message>& findings) {
  auto check = connection.prepare("PRAGMA integrity_check(20)");
  if (!check) {
    findings.push_back(msg("The file cannot be checked: {why}.", {{"why", check.error().detail}}));
    return;
  }
  int code = check->step();
  for (; code == SQLITE_ROW; code = check->step()) {
    if (check->text(0) != "ok")
      findings.push_back(msg("The file's structure is damaged: {why}.", {{"why", std::string(check->text(0))}}));
  }
  if (code != SQLITE_DONE)
    findings.push_back(
        msg("The file cannot be checked to its end: {why}.", {{"why", connection.failure(code, "check").detail}}));
}

base::Message missing_sentence(std::int64_t first, std::int64_t last) {
  if (first == last) return msg("Event {number} is missing.", {{"number", std::to_string(first)}});
  return msg("Events {first} to {last} are missing.",
             {{"first", std::to_string(first)}, {"last", std::to_string(last)}});
}

void check_events(const Connection& connection, std::vector<base::Message>& findings) {
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
      findings.push_back(
          msg("Event {number} is damaged: its checksum does not hold.", {{"number", std::to_string(number)}}));
    } else if (!event_of(*row) && learner::is_known_name(row->event)) {
      findings.push_back(
          msg("Event {number} has particulars that do not fit its name.", {{"number", std::to_string(number)}}));
    }
  }
}

void check_named(const Connection& connection, const char* table, base::Template damaged, const char* sql,
                 std::vector<base::Message>& findings) {
  auto select = connection.prepare(sql);
  if (!select) return;
  while (select->step() == SQLITE_ROW && findings.size() < most_findings) {
    if (checksum_of(table, select->text(0), select->text(1)) == select->integer(2)) continue;
    findings.push_back(msg(damaged, {{"name", base::quoted(select->text(0))}}));
  }
}

}  // namespace

std::vector<base::Message> EventLog::verify() const {
  std::vector<base::Message> findings;
  check_structure(parts_->connection, findings);
  check_events(parts_->connection, findings);
  check_named(parts_->connection, "drafts", msg("The draft {name} is damaged: its checksum does not hold."),
              query::drafts, findings);
  check_named(parts_->connection, "settings", msg("The setting {name} is damaged: its checksum does not hold."),
              query::settings, findings);
  return findings;
}

}  // namespace store
