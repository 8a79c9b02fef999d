// The rules that look at one line, or one file, at a time.

#include <algorithm>
#include <filesystem>
#include <regex>

#include "tidy/rules.h"

namespace tidy {
namespace {

bool constant(const std::string& line) {
  static const std::regex pattern(R"(\b(const|constexpr|constinit const|static_assert)\b)");
  return std::regex_search(line, pattern);
}

/// An indented "static T name =", ";" or "{": a function's or a class's. Static functions have a "(" before any of these.
bool local_static(const std::string& line) {
  static const std::regex pattern(
      R"(^\s+(?:(?:static|thread_local|inline)\s+)*(?:static|thread_local)\s[^(]*?\w\s*(?:=|;|\{))");
  return std::regex_search(line, pattern) && !constant(line);
}

/// The layout puts what is in a namespace at the line's beginning, and all else deeper.
bool global(const std::string& line) {
  static const std::regex pattern(
      R"(^(?:(?:inline|static|thread_local|extern)\s+)*[A-Za-z_][\w:]*(?:<[^;={(]*>)?[\s*&]+(\w+)\s*(?:\[[^\]]*\]\s*)?(?:=|\{|;))");
  static const std::regex other(
      R"(^(?:using|namespace|struct|class|enum|union|typedef|return|template|friend|public|private|else|do|case|export|requires|concept|goto|inline namespace)\b)");
  std::smatch match;
  if (!std::regex_search(line, match, pattern) || std::regex_search(line, other)) return false;
  return match[1] != "operator" && match[1] != "environ" && !constant(line);  // environ is POSIX's
}

/// What a library forces: Graphviz works for one thread of a process, and libspeechd's callbacks carry nothing of ours.
bool forced(const std::string& path, const std::string& line) {
  return (path == "engine/graph/module.cpp" && line.find("std::mutex one_at_a_time;") != std::string::npos) ||
         (path == "engine/speech/module.cpp" && line == "Speaking speaking;");
}

/// Written in two halves, so that this file may stand in the tree that it checks.
const std::regex& unfinished() {
  static const std::regex pattern(
      "\\b("
      "TO"
      "DO|FIX"
      "ME|XX"
      "X|HA"
      "CK)\\b");
  return pattern;
}

bool leads_somewhere(const Tree& tree, const File& file, const std::string& link) {
  const std::string path = link.substr(0, link.find('#'));
  if (path.empty() || path.find(':') != std::string::npos) return true;
  return std::filesystem::exists((tree.root / file.path).parent_path() / path);
}

}  // namespace

Findings check_statics(const Tree& tree) {
  Findings findings;
  for (const File& file : tree.files) {
    for (std::size_t i = 0; i < file.code.size(); ++i) {
      const int line = static_cast<int>(i) + 1;
      if (forced(file.path, file.code[i])) continue;
      if (local_static(file.code[i]))
        findings.push_back({file.path, line, "static", "a variable that outlives its call"});
      if (global(file.code[i])) findings.push_back({file.path, line, "global", "a global variable"});
    }
  }
  return findings;
}

Findings check_length(const Tree& tree, int limit, const Allowed& allowed) {
  Findings findings;
  for (const File& file : tree.files) {
    const int lines = static_cast<int>(file.lines.size());
    if (!file.cpp() || lines <= limit || allowed.contains(file.path)) continue;
    findings.push_back({file.path, lines, "length", "has " + std::to_string(lines) + " lines: is it two things?"});
  }
  return findings;
}

Findings check_words(const Tree& tree) {
  Findings findings;
  for (const File& file : tree.files) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      std::smatch match;
      if (!std::regex_search(file.lines[i], match, unfinished())) continue;
      findings.push_back({file.path, static_cast<int>(i) + 1, "word", "says " + match.str()});
    }
  }
  return findings;
}

Findings check_headers(const Tree& tree) {
  Findings findings;
  for (const File& file : tree.files) {
    if (!file.header()) continue;
    if (file.lines.empty() || file.lines[0] != "#pragma once") {
      findings.push_back({file.path, 1, "pragma", "does not begin with #pragma once"});
    }
    if (!file.in("engine/")) continue;
    const std::string folder = file.path.substr(7, file.path.find('/', 7) - 7);
    const std::regex opens("^namespace " + folder + "(::\\w+)* \\{");
    const bool opened = std::any_of(file.code.begin(), file.code.end(),
                                    [&](const std::string& line) { return std::regex_search(line, opens); });
    if (!opened) findings.push_back({file.path, 0, "namespace", "does not open namespace " + folder});
  }
  return findings;
}

Findings check_links(const Tree& tree) {
  static const std::regex pattern(R"(\]\(([^)\s]+)\))");
  Findings findings;
  for (const File& file : tree.files) {
    if (!file.path.ends_with(".md")) continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      const std::string& line = file.lines[i];
      for (std::sregex_iterator it(line.begin(), line.end(), pattern); it != std::sregex_iterator(); ++it) {
        if (leads_somewhere(tree, file, (*it)[1])) continue;
        findings.push_back({file.path, static_cast<int>(i) + 1, "link", "leads nowhere: " + (*it)[1].str()});
      }
    }
  }
  return findings;
}

}  // namespace tidy
