#include "app/format_page.h"

#include <fstream>
#include <map>
#include <regex>
#include <sstream>

#include "course/yaml/parse.h"
#include "support/test.h"

namespace test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// All matches of a pattern's first group.
std::set<std::string> found_in(const std::string& text, const std::string& pattern) {
  std::set<std::string> found;
  const std::regex compiled(pattern);
  for (std::sregex_iterator it(text.begin(), text.end(), compiled), end; it != end; ++it) found.insert((*it)[1]);
  return found;
}

void add_keys(const course::Node& node, std::set<std::string>& keys) {
  for (std::uint32_t i = 0; i < node.size(); ++i) {
    if (node.is_map()) keys.emplace(node.key(i).text());
    add_keys(node.is_map() ? node.value(i) : node.item(i), keys);
  }
}

std::string indented(const std::string& text) {
  std::string out;
  for (const std::string& line : lines_of(text)) out += line.empty() ? "\n" : "  " + line + "\n";
  return out;
}

/// The parts of course.yaml, by their first key; a later example adds to what an earlier one said.
class CourseText {
 public:
  void add(const std::string& yaml) {
    for (const std::string& line : lines_of(yaml)) {
      const bool begins = !line.empty() && line[0] >= 'a' && line[0] <= 'z';
      if (begins) key_ = line.substr(0, line.find(':'));
      if (begins && parts_.count(key_) != 0) continue;
      if (begins) order_.push_back(key_);
      parts_[key_] += line + "\n";
    }
  }
  std::string text(const std::string& lessons) const {
    std::string all;
    for (const std::string& key : order_) all += parts_.at(key);
    // Every lesson has its place in the first module.
    const std::size_t at = all.find("lessons: [");
    return all.replace(at, all.find(']', at) - at, "lessons: [" + lessons);
  }

 private:
  std::string key_;
  std::vector<std::string> order_;
  std::map<std::string, std::string> parts_;
};

/// Steps of a fragment become a lesson that takes the concepts of the page for granted.
std::string lesson_of(const Example& example) {
  return "title: Example of line " + std::to_string(example.line) + "\nsteps:\n" + indented(example.yaml);
}

}  // namespace

std::string read_format_page() { return test::read(source_dir() / "docs" / "format.md"); }

std::vector<Example> examples_of(const std::string& page) {
  std::vector<Example> examples;
  bool inside = false;
  std::size_t number = 0;
  for (const std::string& line : lines_of(page)) {
    ++number;
    if (!inside && line.starts_with("```yaml")) {
      inside = true;
      examples.push_back({number + 1, {}});
    } else if (inside && line.starts_with("```")) {
      inside = false;
    } else if (inside) {
      examples.back().yaml += line + "\n";
    }
  }
  return examples;
}

std::set<std::string> keys_in(const std::string& yaml) {
  std::set<std::string> keys;
  base::Diagnostics findings;
  const course::SourceFile file("example", yaml);
  const auto tree = course::parse_yaml(file, {}, findings);
  if (tree) add_keys(tree->root(), keys);
  return keys;
}

std::vector<std::string> write_course(const std::vector<Example>& examples, const fs::path& folder) {
  CourseText course;
  std::string lessons;
  fs::create_directories(folder / "lessons");
  for (const Example& example : examples) {
    const bool steps = example.yaml.starts_with("- ");
    const bool lesson = steps || ("\n" + example.yaml).find("\nsteps:") != std::string::npos;
    if (!lesson) {
      course.add(example.yaml);
      continue;
    }
    const std::string id = "line-" + std::to_string(example.line);
    std::ofstream(folder / "lessons" / (id + ".yaml")) << (steps ? lesson_of(example) : example.yaml);
    lessons += (lessons.empty() ? "" : ", ") + id;
  }
  std::ofstream(folder / "course.yaml") << course.text(lessons);
  std::vector<std::string> missing;
  const fs::path files = source_dir() / "tests" / "data" / "format";
  for (const Example& example : examples) {
    for (const std::string& name : found_in(example.yaml, R"(([\w./-]+\.(csv|svg|png|jpg|jpeg))\b)")) {
      fs::create_directories((folder / name).parent_path());
      if (fs::exists(folder / name)) continue;
      if (!fs::exists(files / name)) missing.push_back("line " + std::to_string(example.line) + ": " + name);
      if (fs::exists(files / name)) fs::copy_file(files / name, folder / name);
    }
  }
  return missing;
}

std::set<std::string> keys_of_readers() {
  std::set<std::string> keys;
  for (const auto& entry : fs::recursive_directory_iterator(source_dir() / "engine" / "course")) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
    const std::string code = test::read(entry.path());
    keys.merge(found_in(code, R"re(\bKey \w+\{\s*"([a-z_]+)")re"));
    keys.merge(found_in(code, R"re(Field<\w+>\{\s*\{\s*"([a-z_]+)")re"));
  }
  return keys;
}

Documented documented_in(const std::string& page) {
  Documented documented;
  bool keys = false;  // in a table of keys, rather than of functions or files
  for (const std::string& line : lines_of(page)) {
    if (line.starts_with("| key |") || line.starts_with("| in a ") || !line.starts_with("|"))
      keys = line.starts_with("|");
    if (keys && line.starts_with("| `")) {
      for (const std::string& key : found_in(line.substr(0, line.find(" | ", 2)), "`([a-z_]+)`"))
        documented.in_tables.insert(key);
    }
  }
  for (const std::string& code : found_in(page, "`([^`\n]+)`"))
    documented.anywhere.merge(found_in(code, "\\b([a-z_]+)\\b"));
  return documented;
}

}  // namespace test
