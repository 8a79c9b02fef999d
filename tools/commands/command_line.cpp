#include "command_line.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace commands {
namespace {

using base::msg;

constexpr std::array headings{msg("Usage:"),       msg("Options:"), msg("Positionals:"),
                              msg("Subcommands:"), msg("Needs:"),   msg("Excludes:")};
/// What stands for values, as CLI11 writes it.
constexpr std::array labels{msg("OPTIONS"), msg("SUBCOMMAND"), msg("REQUIRED"),
                            msg("TEXT"),    msg("TEXT:DIR"),   msg("TEXT:FILE"),
                            msg("UINT"),    msg("FLOAT"),      msg("FLOAT:FLOAT in [0.8 - 2]")};

/// What CLI11 refuses with, those that hold more of their own words first.
constexpr std::array refusals{msg("A subcommand is required"),
                              msg("{name} is required"),
                              msg("The following argument was not expected: {arguments}"),
                              msg("The following arguments were not expected: {arguments}"),
                              msg("Could not convert: {name} = {value}"),
                              msg("{name}: Directory does not exist: {path}"),
                              msg("{name}: Directory is actually a file: {path}"),
                              msg("{name}: File does not exist: {path}"),
                              msg("{name}: File is actually a directory: {path}"),
                              msg("{name}: Value {value} not in range {least} to {most}"),
                              msg("{name}: {count} required {type} missing"),
                              msg("{name}: {value} not in {choices}"),
                              msg("{name} requires {other}"),
                              msg("{name} excludes {other}")};

std::string without_colon(std::string words) {
  if (words.ends_with(':')) words.pop_back();
  return words;
}

/// Help with translated headings; CLI11 puts the colons.
class Help : public CLI::Formatter {
 public:
  explicit Help(base::InWords say) : say_(std::move(say)) {
    for (const base::Template heading : headings)
      label(without_colon(std::string(heading.text())), without_colon(say_(heading)));
    for (const base::Template word : labels) label(std::string(word.text()), say_(word));
  }

  std::string make_group(std::string group, bool positional, std::vector<const CLI::Option*> options) const override {
    return CLI::Formatter::make_group(get_label(group), positional, std::move(options));
  }
  std::string make_option_opts(const CLI::Option* option) const override {
    return CLI::detail::find_and_replace(CLI::Formatter::make_option_opts(option), "TEXT:{", get_label("TEXT") + ":{");
  }
  std::string make_subcommands(const CLI::App* app, CLI::AppFormatMode mode) const override {
    const std::string help = CLI::Formatter::make_subcommands(app, mode);
    return CLI::detail::find_and_replace(help, "\nSubcommands:\n", "\n" + say_(msg("Subcommands:")) + "\n");
  }

 private:
  base::InWords say_;
};

/// The message that is said so in English, where the words fit the template.
std::optional<base::Message> read_back(base::Template form, std::string_view words) {
  std::vector<base::Message::Value> values;
  std::string_view rest = form.text();
  while (!rest.empty()) {
    const std::size_t open = std::min(rest.find('{'), rest.size());
    if (!words.starts_with(rest.substr(0, open))) return std::nullopt;
    words.remove_prefix(open);
    rest.remove_prefix(open);
    if (rest.empty()) break;
    const std::size_t close = rest.find('}');
    const std::string_view name = rest.substr(1, close - 1);
    rest.remove_prefix(close + 1);
    const std::string_view next = rest.substr(0, rest.find('{'));
    const std::size_t end = next.empty() ? words.size() : words.find(next);
    if (end == std::string_view::npos || end == 0) return std::nullopt;
    values.emplace_back(name, words.substr(0, end));
    words.remove_prefix(end);
  }
  if (!words.empty()) return std::nullopt;
  return base::Message(form, std::move(values));
}

std::string refusal(const CLI::Error& error, const base::InWords& say) {
  for (const base::Template form : refusals) {
    if (const auto message = read_back(form, error.what())) return say(*message);
  }
  return error.what();
}

}  // namespace

std::string language_asked(const std::vector<std::string>& arguments) {
  constexpr std::array<std::string_view, 3> of_courses{"check", "grade", "print"};
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (std::find(of_courses.begin(), of_courses.end(), argument) != of_courses.end()) return {};
    std::string language;
    if (argument == "--lang" && i + 1 < arguments.size()) language = arguments[i + 1];
    if (argument.starts_with("--lang=")) language = argument.substr(7);
    if (language == "en" || language == "fr") return language;
  }
  return {};
}

void translate(CLI::App& program, const base::InWords& say) {
  program.formatter(std::make_shared<Help>(say));
  program.set_help_flag("-h,--help", say(msg("Print this help message and exit")));
  program.failure_message([say](const CLI::App*, const CLI::Error& error) {
    return refusal(error, say) + "\n" + say(msg("Run with --help for more information.")) + "\n";
  });
}

}  // namespace commands
