// resonance grade: what a response to a question earns, and why, as JSON.
#include <algorithm>
#include <cstdint>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "base/diagnostic_format.h"
#include "command.h"
#include "course/load.h"
#include "course/variant.h"
#include "grading/given.h"
#include "grading/grade.h"

namespace commands {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

struct GradeOptions {
  fs::path folder;
  std::string question;
  std::string response;
  std::string language;
  std::uint64_t seed = 1;
  base::InWords say = base::in_words;
};

const char* name_of(grading::Outcome outcome) {
  switch (outcome) {
    case grading::Outcome::right: return "right";
    case grading::Outcome::partly: return "partly";
    case grading::Outcome::wrong: return "wrong";
    case grading::Outcome::ungraded: break;
  }
  return "ungraded";
}

Json name_of(grading::Remark remark) {
  switch (remark) {
    case grading::Remark::slip_forgiven: return "slip-forgiven";
    case grading::Remark::not_a_number: return "not-a-number";
    case grading::Remark::wrong_unit: return "wrong-unit";
    case grading::Remark::too_few_figures: return "too-few-figures";
    case grading::Remark::too_many_figures: return "too-many-figures";
    case grading::Remark::close: return "close";
    case grading::Remark::none: break;
  }
  return nullptr;
}

/// A lesson and one of its questions.
struct Found {
  const course::Lesson* lesson = nullptr;
  const course::Question* question = nullptr;
};

Found find_question(const course::Course& course, const std::string& id) {
  for (const course::Lesson& lesson : course.lessons) {
    for (const course::Step& step : lesson.steps) {
      const course::Question* question = step.question();
      if (question != nullptr && question->id.str() == id) return {&lesson, question};
    }
  }
  return {};
}

std::string nearest_question(const course::Course& course, const std::string& id) {
  std::vector<std::string> ids;
  for (const course::Lesson& lesson : course.lessons) {
    for (const course::Step& step : lesson.steps) {
      if (const course::Question* question = step.question()) ids.push_back(question->id.str());
    }
  }
  return base::nearest(id, ids);
}

/// The response in JSON, as the history keeps it, or as an author writes it. What is typed is taken as it stands.
tl::expected<grading::Response, base::Message> read_response(const course::Question& question,
                                                             const std::string& words) {
  if (auto response = grading::response_from_json(question, words)) return std::move(*response);
  const bool typed = std::holds_alternative<course::Number>(question.kind) ||
                     std::holds_alternative<course::Answers>(question.kind) ||
                     std::holds_alternative<course::Open>(question.kind);
  course::Given given;
  given.text = words;
  return grading::read_given(question, typed ? given : course::parse_given(words));
}

Json parts_of(const grading::Verdict& verdict) {
  Json parts = Json::array();
  for (const grading::Part& part : verdict.parts) {
    parts.push_back({{"outcome", name_of(part.outcome)}, {"because", part.because}, {"expected", part.expected}});
  }
  return parts;
}

/// What is said to whoever gives the response: of choices, those that were picked.
Json reasons_of(const grading::Verdict& verdict) {
  Json reasons = Json::array();
  for (const grading::Part& part : verdict.parts) {
    if (part.outcome != grading::Outcome::ungraded && !part.because.empty()) reasons.push_back(part.because);
  }
  return reasons;
}

Json values_json(const course::Question& question, std::uint64_t seed) {
  Json values = Json::object();
  for (const course::DrawnValue& drawn : course::values_of(question, seed)) {
    if (const auto* number = std::get_if<double>(&drawn.value)) {
      values[drawn.name] = *number;
    } else {
      values[drawn.name] = std::get<std::string>(drawn.value);
    }
  }
  return values;
}

Json report(const Found& found, const course::Question& asked, const grading::Response& response,
            const GradeOptions& options, const std::string& language) {
  const grading::Verdict verdict = grading::grade(asked, response, language);
  Json json;
  json["question"] = asked.id.str();
  json["lesson"] = found.lesson->id.str();
  json["kind"] = course::kind_name(asked.kind);
  json["language"] = language;
  json["seed"] = options.seed;
  json["values"] = values_json(*found.question, options.seed);
  json["response"] = Json::parse(grading::to_json(response));
  json["complete"] = grading::is_complete(asked, response);
  json["credit"] = verdict.credit;
  json["outcome"] = name_of(verdict.outcome);
  json["costs_a_try"] = grading::costs_a_try(verdict);
  json["reasons"] = reasons_of(verdict);
  json["parts"] = parts_of(verdict);
  json["remark"] = name_of(verdict.remark);
  if (!verdict.remark_text.empty()) json["remark_text"] = verdict.remark_text;
  if (verdict.slips > 0) json["slips"] = verdict.slips;
  json["right"] = Json::parse(grading::to_json(grading::right_response(asked)));
  return json;
}

int complain(const GradeOptions& options, const base::Message& message) {
  std::cerr << "resonance grade: " << options.say(message) << '\n';
  return 1;
}

int run_grade(const GradeOptions& options) {
  course::LoadOptions load;
  load.language = options.language;
  const course::Loaded loaded = course::load(options.folder, load);
  if (loaded.course == nullptr) {
    return complain(options, msg("this course cannot be read; “resonance check {folder}” says why",
                                 {{"folder", options.folder.string()}}));
  }
  if (!options.language.empty() && loaded.course->language != options.language)
    return complain(
        options, msg("the course is not in the language {language}", {{"language", base::quoted(options.language)}}));
  const Found found = find_question(*loaded.course, options.question);
  if (found.question == nullptr) {
    const std::string near = nearest_question(*loaded.course, options.question);
    base::Message message = msg("no question has the id {id}", {{"id", base::quoted(options.question)}});
    if (!near.empty())
      message = msg("{message}; {remedy}", {{"message", message}, {"remedy", base::did_you_mean(near)}});
    if (base::has_errors(loaded.diagnostics))
      message = msg("{message} (a lesson with mistakes is left out: see resonance check)", {{"message", message}});
    return complain(options, message);
  }
  const course::Question asked = course::variant(*found.question, options.seed);
  const auto response = read_response(asked, options.response);
  if (!response) return complain(options, response.error());
  const Json json = report(found, asked, *response, options, loaded.course->language);
  std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
  return 0;
}

}  // namespace

void add_grade(CLI::App& program, const Common& common, int& exit_code) {
  const auto say = [&common](const base::Message& message) { return common.words.say(message); };
  CLI::App* command =
      program.add_subcommand("grade", say(msg("Print what a response to a question earns, and why, as JSON")));
  const auto options = std::make_shared<GradeOptions>();
  options->say = say;
  command->add_option("folder", options->folder, say(msg("The course’s folder")))
      ->required()
      ->check(CLI::ExistingDirectory);
  command->add_option("question", options->question, say(msg("The question’s id")))->required();
  command
      ->add_option(
          "response", options->response,
          say(msg("As authors write it: A, 2.6, “[heat, early]”, “{Sencha: Japan}”; or JSON as the history keeps it")))
      ->required();
  command->add_option("--seed", options->seed, say(msg("Which variant of the question (default: 1)")))
      ->check(CLI::Range(0, 999'999).description(""));
  command->add_option("--lang", options->language, say(msg("Language of the course (default: its first)")));
  command->callback([options, &exit_code] { exit_code = run_grade(*options); });
}

}  // namespace commands
