#include "tidy/tree.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

namespace tidy {
namespace {

namespace fs = std::filesystem;

bool part_of_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Walks through C++ once and blanks what is no code.
class Blanker {
 public:
  explicit Blanker(std::string_view cpp) : text_(cpp) {}

  std::string run() {
    while (at_ < text_.size()) step();
    return std::move(text_);
  }

 private:
  bool here(std::string_view what) const { return std::string_view(text_).substr(at_).starts_with(what); }
  char before() const { return at_ == 0 ? ' ' : text_[at_ - 1]; }

  void step() {
    if (here("//")) {
      blank_until(text_.find('\n', at_));
    } else if (here("/*")) {
      blank_until(after("*/", at_ + 2));
    } else if (here("R\"") && !part_of_name(before())) {
      raw_string();
    } else if (here("\"")) {
      literal('"');
    } else if (here("'") && !part_of_name(before())) {  // not the ' of 1'000
      literal('\'');
    } else {
      ++at_;
    }
  }

  void raw_string() {
    const std::size_t open = text_.find('(', at_);
    if (open == std::string::npos) {
      at_ = text_.size();
      return;
    }
    const std::string close = ")" + text_.substr(at_ + 2, open - at_ - 2) + "\"";
    blank_until(after(close, open));
  }

  void literal(char quote) {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != quote && text_[end] != '\n') end += text_[end] == '\\' ? 2 : 1;
    ++at_;  // the quotes stay
    blank_until(std::min(end, text_.size()));
    ++at_;
  }

  std::size_t after(std::string_view what, std::size_t from) const {
    const std::size_t found = text_.find(what, from);
    return found == std::string::npos ? text_.size() : found + what.size();
  }

  void blank_until(std::size_t end) {
    for (end = std::min(end, text_.size()); at_ < end; ++at_) {
      if (text_[at_] != '\n') text_[at_] = ' ';
    }
  }

  std::string text_;
  std::size_t at_ = 0;
};

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<Include> includes_of(const std::vector<std::string>& lines) {
  static const std::regex pattern(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
  std::vector<Include> includes;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::smatch match;
    if (std::regex_search(lines[i], match, pattern)) {
      includes.push_back({static_cast<int>(i) + 1, match[2], match[1] == "\""});
    }
  }
  return includes;
}

bool skipped_folder(const std::string& name) {
  static constexpr std::array kSkipped = {"build", "out", ".git", ".cache", "corpus"};
  return std::find(kSkipped.begin(), kSkipped.end(), name) != kSkipped.end();
}

File make_file(std::string path, const std::string& text) {
  File file;
  file.path = std::move(path);
  file.lines = split_lines(text);
  if (file.cpp()) {
    file.code = split_lines(blank(text));
    file.includes = includes_of(file.lines);
  }
  return file;
}

}  // namespace

bool File::in(std::string_view folder) const { return path.starts_with(folder); }
bool File::header() const { return path.ends_with(".h"); }
bool File::source() const { return path.ends_with(".cpp"); }

const File* Tree::find(std::string_view path) const {
  const auto found = std::lower_bound(files.begin(), files.end(), path,
                                      [](const File& file, std::string_view wanted) { return file.path < wanted; });
  return found != files.end() && found->path == path ? &*found : nullptr;
}

Tree read_tree(const fs::path& root) {
  Tree tree{root, {}};
  for (auto it = fs::recursive_directory_iterator(root); it != fs::recursive_directory_iterator(); ++it) {
    if (it->is_directory() && skipped_folder(it->path().filename().string())) it.disable_recursion_pending();
    if (!it->is_regular_file() || it->file_size() > (1U << 20)) continue;
    std::ifstream in(it->path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (text.find('\0') != std::string::npos) continue;
    tree.files.push_back(make_file(fs::relative(it->path(), root).generic_string(), text));
  }
  std::sort(tree.files.begin(), tree.files.end(), [](const File& a, const File& b) { return a.path < b.path; });
  return tree;
}

std::string blank(std::string_view cpp) { return Blanker(cpp).run(); }

std::string to_text(const Findings& findings) {
  std::ostringstream out;
  for (const Finding& f : findings) {
    out << f.file << ':' << f.line << ": " << f.message << " [" << f.rule << "]\n";
  }
  return out.str();
}

}  // namespace tidy
