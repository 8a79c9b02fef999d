#include "store/transfer.h"

#include <istream>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <set>

#include "base/random.h"
#include "store/iso_time.h"

namespace store {
namespace {

using base::msg;

using Json = nlohmann::json;

constexpr int format_version = 1;
constexpr const char* format_name = "resonance-history";
constexpr std::size_t longest_line = 4 << 20;
constexpr std::size_t longest_id = 400;
constexpr std::size_t most_refused = 1000;

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::string line_of(const Row& row) {
  Json what = Json::parse(row.what, nullptr, /*allow_exceptions=*/false);
  nlohmann::ordered_json line;
  line["number"] = row.number;
  line["at"] = iso_of(row.at);
  if (row.clock != row.at) line["clock"] = iso_of(row.clock);
  line["offset"] = row.utc_offset;
  line["course"] = row.course;
  line["lesson"] = row.lesson;
  line["event"] = row.event;
  line["what"] = what.is_object() ? std::move(what) : Json::object();
  return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

// Import: each line is taken apart into a row, or into a sentence that says why not.

struct LineOrReason {
  std::optional<Row> row;
  base::Message reason;
};

LineOrReason refuse(base::Message reason) { return {std::nullopt, std::move(reason)}; }

bool read_text(const Json& json, const char* key, std::string& value) {
  const auto member = json.find(key);
  if (member == json.end() || !member->is_string()) return false;
  value = member->get<std::string>();
  return value.size() <= longest_id;
}

bool read_time(const Json& json, const char* key, std::int64_t& value) {
  const auto member = json.find(key);
  if (member == json.end() || !member->is_string()) return false;
  const auto ms = ms_of(member->get_ref<const std::string&>());
  if (ms) value = *ms;
  return ms.has_value();
}

bool read_whole(const Json& json, const char* key, std::int64_t least, std::int64_t most, std::int64_t& value) {
  const auto member = json.find(key);
  if (member == json.end() || !member->is_number_integer()) return false;
  if (member->is_number_unsigned() && member->get<std::uint64_t>() > static_cast<std::uint64_t>(most)) return false;
  value = member->get<std::int64_t>();
  return value >= least && value <= most;
}

LineOrReason row_of(const std::string& line) {
  const Json json = Json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return refuse(msg("not a JSON object"));
  Row row;
  if (!read_whole(json, "number", 1, INT64_MAX, row.number))
    return refuse(msg("“number” should be a whole number from 1"));
  if (!read_time(json, "at", row.at)) return refuse(msg("“at” should be a time such as 2026-01-31T10:00:00.000Z"));
  row.clock = row.at;
  if (json.contains("clock") && !read_time(json, "clock", row.clock))
    return refuse(msg("“clock” should be a time as “at” is"));
  if (!read_whole(json, "offset", -24 * 60, 24 * 60, row.utc_offset))
    return refuse(msg("“offset” should be minutes, at most a day"));
  if (!read_text(json, "course", row.course) || !read_text(json, "lesson", row.lesson) ||
      !read_text(json, "event", row.event) || row.event.empty()) {
    return refuse(msg("“course”, “lesson” and “event” should be short texts"));
  }
  const auto what = json.find("what");
  if (what == json.end() || !what->is_object()) return refuse(msg("“what” should be an object"));
  row.what = dump(*what);
  if (!learner::is_known_name(row.event))
    return refuse(msg("the event {event} is not known to this version", {{"event", base::quoted(row.event)}}));
  if (!learner::what_from_json(row.event, row.what))
    return refuse(msg("the particulars do not fit the event {event}", {{"event", base::quoted(row.event)}}));
  return {std::move(row), {}};
}

/// Reads a line into `line`, without its end; the rest of one that is too long is passed over. False at the end.
bool next_line(std::istream& in, std::string& line, bool& too_long) {
  line.clear();
  too_long = false;
  std::streambuf& buffer = *in.rdbuf();
  int c = buffer.sbumpc();
  if (c == std::char_traits<char>::eof()) return false;
  for (; c != std::char_traits<char>::eof() && c != '\n'; c = buffer.sbumpc()) {
    too_long = too_long || line.size() == longest_line;
    if (!too_long) line += static_cast<char>(c);
  }
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return true;
}

/// What makes two rows the same event: all but number and clock, as two independent 64-bit hashes.
using Key = std::pair<std::uint64_t, std::uint64_t>;

Key key_of(const Row& row) {
  // The particulars are compared as JSON, so that another program may have written their keys in another order.
  const Json what = Json::parse(row.what, nullptr, false);
  const std::string all =
      std::to_string(row.at) + '\n' + row.course + '\n' + row.lesson + '\n' + row.event + '\n' + dump(what);
  return {base::seed_of(all.data(), all.size()), std::hash<std::string>()(all)};
}

/// Reads an export line by line and leaves out what the log has. Two equal events of one log count as two: of as many equal
/// ones as the log has, so many are known.
class Importer {
 public:
  Importer(std::istream& in, Imported& imported) : in_(in), imported_(imported) {}

  base::Status read_header() {
    std::string line;
    bool too_long = false;
    ++line_;
    const Json json = next_line(in_, line, too_long) && !too_long ? Json::parse(line, nullptr, false) : Json();
    if (!json.is_object() || json.value("format", Json()) != format_name ||
        !json.value("version", Json()).is_number_integer()) {
      return base::fail(base::Refusal::unsupported, {});
    }
    if (json["version"].get<std::int64_t>() > format_version) return base::fail(base::Refusal::too_new, {});
    return {};
  }

  void know(const Row& row) { ++in_log_[key_of(row)]; }

  std::optional<Row> next() {
    std::string line;
    bool too_long = false;
    while (next_line(in_, line, too_long)) {
      ++line_;
      if (line.find_first_not_of(" \t") == std::string::npos) continue;
      LineOrReason read = too_long ? refuse(msg("longer than 4 MB")) : row_of(line);
      if (!read.row) {
        refused(read.reason);
      } else if (is_new(*read.row)) {
        ++imported_.added;
        return std::move(read.row);
      } else {
        ++imported_.known;
      }
    }
    if (refused_ > most_refused)
      imported_.refused.push_back(msg("and {count} more", {{"count", refused_ - most_refused}}));
    return std::nullopt;
  }

 private:
  bool is_new(const Row& row) {
    const Key key = key_of(row);
    auto& numbers = in_file_[key];
    if (!numbers.insert(row.number).second) return false;  // the same line again
    const auto found = in_log_.find(key);
    return found == in_log_.end() || numbers.size() > found->second;
  }

  void refused(const base::Message& reason) {
    if (++refused_ <= most_refused)
      imported_.refused.push_back(msg("line {line}: {reason}", {{"line", std::to_string(line_)}, {"reason", reason}}));
  }

  std::istream& in_;
  Imported& imported_;
  std::map<Key, std::size_t> in_log_;
  std::map<Key, std::set<std::int64_t>> in_file_;
  std::size_t line_ = 0;
  std::size_t refused_ = 0;
};

}  // namespace

base::Result<Exported> export_events(const EventLog& log, std::ostream& out) {
  out << dump({{"format", format_name}, {"version", format_version}}) << '\n';
  const auto stats = log.read_rows(0, [&](const Row& row) { out << line_of(row) << '\n'; });
  if (!stats) return tl::unexpected(stats.error());
  out.flush();
  if (!out) return base::fail(base::Refusal::other, {});
  return Exported{stats->read, stats->unreadable};
}

base::Result<Imported> import_events(EventLog& log, std::istream& in) {
  Imported imported;
  Importer importer(in, imported);
  if (auto header = importer.read_header(); !header) return tl::unexpected(header.error());
  const auto known = log.read_rows(0, [&](const Row& row) { importer.know(row); });
  if (!known) return tl::unexpected(known.error());
  const auto added = log.append_rows([&] { return importer.next(); });
  if (!added) return tl::unexpected(added.error());
  return imported;
}

}  // namespace store
