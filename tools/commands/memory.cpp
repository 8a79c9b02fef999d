// resonance memory: the models of memory, open to anyone's check.
#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <ctime>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <vector>

#include "base/files.h"
#include "command.h"
#include "memory/fit.h"
#include "memory/fsrs6.h"
#include "memory/fsrs7.h"

namespace commands {
namespace {

using Json = nlohmann::json;
using Problem = base::Message;  ///< what was found, what was expected, what to do: one sentence

constexpr double kUsualRetention = 0.9;
constexpr std::string_view kExampleReview = R"({"days": 3, "grade": 3})";
constexpr std::string_view kExampleHistory = R"({"model": "fsrs7", "reviews": [{"days": 0, "grade": 3}]})";

/// Where a command writes, and how it says what it has to say.
struct MemoryVoice {
  base::InWords say;
  std::ostream& out;
  std::ostream& err;

  int refuse(const base::Message& why) const {
    err << say(why) << '\n';
    return 1;
  }
  void tell(const std::string& file, std::size_t line, const Problem& problem) const {
    err << file << ':' << line << ": " << say(problem) << '\n';
  }
};

/// As few digits as bring back the same number.
std::string digits(double number) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, number).ptr;
  return {text, end};
}

/// A piece of what was found, for a message.
base::Message shown(std::string_view found) {
  constexpr std::size_t kMost = 40;
  std::size_t end = std::min(found.size(), kMost);
  while (end > 0 && end < found.size() && (static_cast<unsigned char>(found[end]) & 0xC0U) == 0x80U)
    --end;  // whole letters
  return base::quoted(std::string(found.substr(0, end)) + (end < found.size() ? "…" : ""));
}

base::Message shown_json(const Json& found) {
  return shown(found.dump(-1, ' ', false, Json::error_handler_t::replace));
}

// ---- replay

struct Review {
  memory::Days days{0};
  memory::Grade grade = memory::Grade::good;
};

/// One line of the input.
struct History {
  std::string model;
  std::vector<double> w;  ///< empty: the defaults
  double retention = kUsualRetention;
  std::vector<Review> reviews;
};

tl::expected<Review, Problem> read_review(const Json& json) {
  if (!json.is_object() || !json.contains("days") || !json.contains("grade")) {
    return tl::unexpected(
        msg("found {found}, expected a review: {example}", {{"found", shown_json(json)}, {"example", kExampleReview}}));
  }
  const Json &days = json["days"], &grade = json["grade"];
  if (!days.is_number() || !(days.get<double>() >= 0) || !std::isfinite(days.get<double>())) {
    return tl::unexpected(
        msg("“days” is {found}, expected the days since the review before, 0 or more; fractions are allowed",
            {{"found", shown_json(days)}}));
  }
  if (!grade.is_number_integer() || !memory::is_grade(grade.get<long long>())) {
    return tl::unexpected(
        msg("“grade” is {found}, expected 1 (again), 2 (hard), 3 (good) or 4 (easy)", {{"found", shown_json(grade)}}));
  }
  return Review{memory::Days(days.get<double>()), static_cast<memory::Grade>(grade.get<int>())};
}

tl::expected<std::vector<double>, Problem> read_parameters(const Json& json) {
  std::vector<double> w;
  const bool numbers =
      json.is_array() && std::all_of(json.begin(), json.end(), [](const Json& x) { return x.is_number(); });
  if (!numbers)
    return tl::unexpected(msg("“w” is {found}, expected a list of numbers; leave it out for the defaults",
                              {{"found", shown_json(json)}}));
  for (const Json& x : json) w.push_back(x.get<double>());
  return w;
}

tl::expected<History, Problem> read_history(const std::string& line) {
  const Json json = Json::parse(line, nullptr, false);
  if (!json.is_object()) {
    return tl::unexpected(msg("found {found}, expected a JSON object: {example}",
                              {{"found", shown(line)}, {"example", kExampleHistory}}));
  }
  History history;
  const Json model = json.value("model", Json());
  if (model != "fsrs6" && model != "fsrs7") {
    return tl::unexpected(
        msg("“model” is {found}, expected `\"fsrs6\"` or `\"fsrs7\"`", {{"found", shown_json(model)}}));
  }
  history.model = model;
  if (json.contains("w")) {
    auto w = read_parameters(json["w"]);
    if (!w) return tl::unexpected(w.error());
    history.w = std::move(*w);
  }
  const Json retention = json.value("retention", Json(kUsualRetention));
  history.retention = retention.is_number() ? retention.get<double>() : 0;
  if (!(history.retention > 0 && history.retention < 1)) {
    return tl::unexpected(msg("“retention” is {found}, expected a probability between 0 and 1, such as 0.9",
                              {{"found", shown_json(retention)}}));
  }
  const Json reviews = json.value("reviews", Json());
  if (!reviews.is_array())
    return tl::unexpected(msg("“reviews” is {found}, expected a list", {{"found", shown_json(reviews)}}));
  for (const Json& one : reviews) {
    const auto review = read_review(one);
    if (!review) {
      return tl::unexpected(
          msg("review {number}: {problem}", {{"number", history.reviews.size() + 1}, {"problem", review.error()}}));
    }
    history.reviews.push_back(*review);
  }
  return history;
}

std::string state_json(const memory::Fsrs6::State& state) {
  return "\"s\":" + digits(state.stability) + ",\"d\":" + digits(state.difficulty);
}

std::string state_json(const memory::Fsrs7::State& state) {
  return "\"s\":" + digits(state.stability) + ",\"f\":" + digits(state.short_stability) +
         ",\"d\":" + digits(state.difficulty);
}

/// One line for each review: recall before it (none for the first), the state after it, the interval then.
template <class Model>
tl::expected<std::string, Problem> replay(const History& history) {
  const auto w = history.w.empty() ? Model::defaults() : Model::read(history.w);
  if (!w) return tl::unexpected(msg("“w”: {problem}", {{"problem", w.error()}}));
  const Model model(*w);
  std::string out;
  typename Model::State state;
  for (std::size_t i = 0; i < history.reviews.size(); ++i) {
    const Review& review = history.reviews[i];
    std::string recall = "null";
    if (i == 0) {
      state = model.first(review.grade);
    } else {
      const auto reviewed = model.review(state, review.days, review.grade);
      recall = digits(reviewed.recall);
      state = reviewed.state;
    }
    out += "{\"r\":" + recall + "," + state_json(state) +
           ",\"interval\":" + digits(model.interval(state, history.retention).count()) + "}\n";
  }
  return out;
}

/// A file that cannot be read is not an empty one. `error`: what errno said.
int refuse_file(const std::string& name, int error, const MemoryVoice& voice) {
  return voice.refuse(
      msg("{file} cannot be read: {why}", {{"file", name}, {"why", std::generic_category().message(error)}}));
}

int run_replay(std::istream& in, const std::string& name, const MemoryVoice& voice) {
  int code = 0;
  errno = 0;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto history = read_history(line);
    const auto text = !history                    ? tl::expected<std::string, Problem>(tl::unexpected(history.error()))
                      : history->model == "fsrs6" ? replay<memory::Fsrs6>(*history)
                                                  : replay<memory::Fsrs7>(*history);
    if (text) {
      voice.out << *text;
    } else {
      voice.tell(name, number, text.error());
      code = 1;
    }
  }
  // Reading may break off as well as never begin: what is a file by its name may refuse to be read.
  return in.bad() ? refuse_file(name, errno, voice) : code;
}

int run_replay(const std::string& file, const MemoryVoice& voice) {
  if (file == "-") return run_replay(std::cin, voice.say(msg("standard input")), voice);
  // A stream, so that a named pipe can be read, too.
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  return in ? run_replay(in, file, voice) : refuse_file(file, errno, voice);
}

// ---- fit

struct FitOptions {
  std::string file;
  std::string model = "fsrs7";
  std::vector<double> from;  ///< empty: the defaults
};

struct Row {
  double day = 0;
  std::uint8_t rating = 0;
};

/// The rows of a table, by card in the order of their first appearance.
struct Rows {
  std::vector<std::vector<Row>> cards;
  std::unordered_map<std::string_view, std::size_t> places;

  void add(std::string_view card, Row row) {
    const auto [place, is_new] = places.emplace(card, cards.size());
    if (is_new) cards.emplace_back();
    cards[place->second].push_back(row);
  }
};

/// Where each column stands.
struct Columns {
  std::size_t card = 0, day = 0, rating = 0, count = 0;
};

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(',', at), line.size());
    fields.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return fields;
}

tl::expected<Columns, Problem> read_columns(std::string_view line) {
  const auto fields = fields_of(line);
  const auto place = [&](std::string_view name) {
    return static_cast<std::size_t>(std::find(fields.begin(), fields.end(), name) - fields.begin());
  };
  const Columns columns{place("card"), place("day"), place("rating"), fields.size()};
  for (const auto& [name, at] : {std::pair{"card", columns.card}, {"day", columns.day}, {"rating", columns.rating}}) {
    if (at == fields.size()) {
      return tl::unexpected(msg("the first line is {found} and has no column {name}, expected “card,day,rating”",
                                {{"found", shown(line)}, {"name", base::quoted(name)}}));
    }
  }
  return columns;
}

template <class Number>
bool whole_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

tl::expected<void, Problem> read_row(std::string_view line, const Columns& columns, Rows& rows) {
  const auto fields = fields_of(line);
  if (fields.size() != columns.count) {
    return tl::unexpected(msgn("found {n} value, expected {count} as in the first line; a decimal mark is a point",
                               "found {n} values, expected {count} as in the first line; a decimal mark is a point",
                               fields.size(), {{"count", columns.count}}));
  }
  Row row;
  if (!whole_number(fields[columns.day], row.day) || !std::isfinite(row.day)) {
    return tl::unexpected(
        msg("the day is {found}, expected a number, such as 12 or 12.75", {{"found", shown(fields[columns.day])}}));
  }
  if (!whole_number(fields[columns.rating], row.rating) || !memory::is_grade(row.rating)) {
    return tl::unexpected(msg(
        "the rating is {found}, expected 1 (again), 2 (hard), 3 (good) or 4 (easy); leave out rows that are no answers",
        {{"found", shown(fields[columns.rating])}}));
  }
  rows.add(fields[columns.card], row);
  return {};
}

/// Every mistake is told, up to a number that fits on a screen.
bool read_rows(std::string_view text, const std::string& name, Rows& rows, const MemoryVoice& voice) {
  constexpr int kMostTold = 20;
  int mistakes = 0;
  std::optional<Columns> columns;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size() && mistakes < kMostTold;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    if (!columns) {
      if (line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
      const auto found = read_columns(line);
      if (!found) {
        voice.tell(name, number, found.error());
        return false;
      }
      columns = *found;
    } else if (const auto read = read_row(line, *columns, rows); !read) {
      voice.tell(name, number, read.error());
      ++mistakes;
    }
  }
  if (!columns) voice.refuse(msg("{file} is empty, expected a first line “card,day,rating”", {{"file", name}}));
  return columns && mistakes == 0;
}

memory::ReviewLog log_of(Rows& rows) {
  memory::ReviewLog log;
  for (std::vector<Row>& card : rows.cards) {
    std::stable_sort(card.begin(), card.end(), [](const Row& a, const Row& b) { return a.day < b.day; });
    for (const Row& row : card) {
      log.days.push_back(row.day);
      log.grades.push_back(row.rating);
    }
    log.starts.push_back(static_cast<std::uint32_t>(log.days.size()));
  }
  return log;
}

const char* name_of(memory::FitOutcome outcome) {
  switch (outcome) {
    case memory::FitOutcome::improved: return "improved";
    case memory::FitOutcome::kept: return "kept";
    case memory::FitOutcome::too_few: return "too-few-reviews";
    case memory::FitOutcome::cancelled: break;
  }
  return "cancelled";
}

/// This process's own time on a processor: what other programs take does not count.
double cpu_ms() { return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

template <class Model>
int fit_and_tell(const memory::ReviewLog& log, const FitOptions& options, const MemoryVoice& voice) {
  const auto start = options.from.empty() ? Model::defaults() : Model::read(options.from);
  if (!start) return voice.refuse(msg("--from: {problem}", {{"problem", start.error()}}));
  const double began = cpu_ms();
  const memory::Fit<Model> fit = memory::fit(log, *start);
  const double took = cpu_ms() - began;
  std::ostream& out = voice.out;
  out << "{\n  \"model\": \"" << options.model << "\",\n  \"outcome\": \"" << name_of(fit.outcome)
      << "\",\n  \"reviews\": " << log.reviews() << ",\n  \"cards\": " << log.cards()
      << ",\n  \"predictions\": " << fit.predictions << ",\n  \"w\": [";
  for (std::size_t i = 0; i < Model::kSize; ++i) out << (i == 0 ? "" : ", ") << digits(fit.parameters[i]);
  out << "],\n  \"log_loss_before\": " << digits(fit.loss_before)
      << ",\n  \"log_loss_after\": " << digits(fit.loss_after) << ",\n  \"held_out\": " << fit.held_out
      << ",\n  \"held_out_before\": " << digits(fit.held_out_before)
      << ",\n  \"held_out_after\": " << digits(fit.held_out_after) << ",\n  \"cpu_ms\": " << digits(took) << "\n}\n";
  return 0;
}

int run_fit(const FitOptions& options, const MemoryVoice& voice) {
  constexpr std::uint64_t kMost = 1ULL << 30;
  const auto text = base::read_file(options.file, kMost);
  if (!text) {
    return voice.refuse(msg("{file} cannot be read: {why}", {{"file", options.file}, {"why", text.error().detail}}));
  }
  Rows rows;
  if (!read_rows(*text, options.file, rows, voice)) return 1;
  const memory::ReviewLog log = log_of(rows);
  return options.model == "fsrs6" ? fit_and_tell<memory::Fsrs6>(log, options, voice)
                                  : fit_and_tell<memory::Fsrs7>(log, options, voice);
}

}  // namespace

void add_memory(CLI::App& program, const Common& common, int& exit_code) {
  const auto say = [&common](const base::Message& message) { return common.words.say(message); };
  const auto voice = std::make_shared<MemoryVoice>(MemoryVoice{say, std::cout, std::cerr});
  CLI::App* command =
      program.add_subcommand("memory", say(msg("The models of memory: replay reviews, fit parameters")));
  command->require_subcommand(1);

  CLI::App* replay = command->add_subcommand(
      "replay", say(msg("For each review of JSON lines, print what was predicted, the state after it and the next "
                        "interval")));
  const auto input = std::make_shared<std::string>("-");
  const CLI::Validator file_or_dash(
      [](std::string& name) { return name == "-" ? std::string() : CLI::ExistingFile(name); }, "FILE");
  replay->add_option("file", *input, say(msg("JSON lines (default: standard input); docs/memory.md has the format")))
      ->check(file_or_dash);
  replay->callback([input, voice, &exit_code] { exit_code = run_replay(*input, *voice); });

  CLI::App* fit =
      command->add_subcommand("fit", say(msg("Fit the parameters to reviews, and print them with what they gain")));
  const auto options = std::make_shared<FitOptions>();
  fit->add_option("file", options->file, say(msg("CSV with the columns card,day,rating; days may be fractions")))
      ->required()
      ->check(CLI::ExistingFile);
  fit->add_option("--model", options->model, say(msg("fsrs7 (default) or fsrs6")))
      ->check(CLI::IsMember({"fsrs6", "fsrs7"}));
  fit->add_option("--from", options->from,
                  say(msg("The parameters so far, with commas between (default: the published ones)")))
      ->delimiter(',');
  fit->callback([options, voice, &exit_code] { exit_code = run_fit(*options, *voice); });
}

}  // namespace commands
