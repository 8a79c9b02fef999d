#include "course/yaml/parse.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <cstring>
#include <istream>
#include <streambuf>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "course/yaml/syntax_error.h"

namespace course {
namespace {

using base::msg;

/// Thrown by the builder to leave yaml-cpp early; never leaves this file.
struct Stop {};

/// Lets yaml-cpp read a text without a copy of it.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    // The get area is never written to.
    char* first = const_cast<char*>(text.data());
    setg(first, first, first + text.size());
  }
};

/// yaml-cpp marks quoted and block scalars so.
bool is_quoted_tag(const std::string& tag) { return tag.size() == 1 && tag[0] == '!'; }

}  // namespace

/// Makes the tree from yaml-cpp's events. Children wait in one stack until their list or map ends.
class TreeBuilder final : public YAML::EventHandler {
 public:
  TreeBuilder(const SourceFile& file, const YamlLimits& limits, base::Diagnostics& diagnostics)
      : file_(file), limits_(limits), diagnostics_(diagnostics) {
    waiting_.reserve(256);
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 1) return;
    if (file_.text().substr(at(mark)).starts_with("---")) {
      stop("yaml", file_.value_span(at(mark)), msg("a second document begins here; a file of a course holds one"),
           msg("delete this line, or move what follows to a file of its own"));
    }
    stop("yaml", file_.value_span(at(mark)), msg("this line belongs to nothing above it"),
         msg("what belongs together begins in the same column"));
  }
  void OnDocumentEnd() override {
    if (!waiting_.empty()) tree_.root_ = waiting_.back();
  }

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    add(Node::null(place_of_null(mark)), anchor, 1);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    last_value_ = at(mark);
    check_tag(mark, tag);
    char* copy = nullptr;
    if (!value.empty()) {
      copy = static_cast<char*>(tree_.arena_->allocate(value.size(), 1));
      std::copy(value.begin(), value.end(), copy);
    }
    add(Node::scalar(at(mark), {copy, value.size()}, !is_quoted_tag(tag)), anchor, 1);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const Anchored* anchored = anchor < anchors_.size() ? &anchors_[anchor] : nullptr;
    if (anchored == nullptr || !anchored->whole) {
      stop("alias", file_.value_span(at(mark)), msg("this reference stands inside of what it refers to"),
           msg("write the value out instead of referring to it"));
    }
    add(anchored->node, YAML::NullAnchor, anchored->weight);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, false);
  }
  void OnSequenceEnd() override {
    const Frame frame = close();
    const auto count = static_cast<std::uint32_t>(waiting_.size() - frame.first);
    finish(frame, Node::list(frame.offset, keep(frame.first), count));
  }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, true);
  }
  void OnMapEnd() override {
    const Frame frame = close();
    const auto count = static_cast<std::uint32_t>((waiting_.size() - frame.first) / 2);
    check_keys(waiting_.data() + frame.first, count);
    finish(frame, Node::map(frame.offset, keep(frame.first), count));
  }

  std::size_t last_value() const { return last_value_; }
  Tree take() { return std::move(tree_); }

 private:
  struct Frame {
    std::size_t first;  ///< of its children in `waiting_`
    std::uint32_t offset;
    YAML::anchor_t anchor;
    bool is_map;
    std::uint64_t nodes_before;  ///< `nodes_` when it began
  };
  /// What an alias may stand for, and for how many values it then counts.
  struct Anchored {
    Node node;
    std::uint64_t weight = 0;
    bool whole = false;
  };

  static std::uint32_t at(const YAML::Mark& mark) { return static_cast<std::uint32_t>(std::max(mark.pos, 0)); }

  /// A value that is not there has the place of what follows it; its key is a better one.
  std::uint32_t place_of_null(const YAML::Mark& mark) const {
    const std::string_view here = file_.text().substr(std::min<std::size_t>(at(mark), file_.text().size()));
    const bool written =
        here.starts_with('~') || here.starts_with("null") || here.starts_with("Null") || here.starts_with("NULL");
    const bool is_value =
        !frames_.empty() && (waiting_.size() - frames_.back().first) % 2 == 1 && frames_.back().is_map;
    return is_value && !written ? waiting_.back().offset() : at(mark);
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, bool is_map) {
    last_value_ = at(mark);
    check_tag(mark, tag);
    if (frames_.size() >= static_cast<std::size_t>(limits_.depth)) {
      stop("too-deep", file_.value_span(at(mark)),
           msg("this is nested more than {most} levels deep", {{"most", limits_.depth}}),
           msg("no course needs that; flatten it"));
    }
    frames_.push_back({waiting_.size(), at(mark), anchor, is_map, nodes_});
  }

  Frame close() {
    const Frame frame = frames_.back();
    frames_.pop_back();
    return frame;
  }

  /// Moves the children from `first` on into the arena.
  const Node* keep(std::size_t first) {
    const std::size_t count = waiting_.size() - first;
    if (count == 0) return nullptr;
    void* place = tree_.arena_->allocate(count * sizeof(Node), alignof(Node));
    std::memcpy(place, waiting_.data() + first, count * sizeof(Node));
    return static_cast<const Node*>(place);
  }

  void finish(const Frame& frame, const Node& node) {
    waiting_.resize(frame.first);
    const std::uint64_t weight = nodes_ - frame.nodes_before;
    add(node, YAML::NullAnchor, 1);
    remember(frame.anchor, node, weight + 1);
  }

  void add(const Node& node, YAML::anchor_t anchor, std::uint64_t weight) {
    nodes_ += weight;
    if (nodes_ > limits_.nodes) {
      stop("too-many-values", file_.value_span(node.offset()),
           msg("the file holds more than {most} values, references counted as what they stand for",
               {{"most", limits_.nodes}}),
           msg("split the lesson, or write out what is referred to with *"));
    }
    waiting_.push_back(node);
    remember(anchor, node, weight);
  }

  void remember(YAML::anchor_t anchor, const Node& node, std::uint64_t weight) {
    if (anchor == YAML::NullAnchor) return;
    if (anchors_.size() <= anchor) anchors_.resize(anchor + 1);
    anchors_[anchor] = {node, weight, true};
  }

  void check_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.size() <= 1) return;
    report("tag", file_.value_span(at(mark)),
           msg("a course has no use for YAML tags such as {tag}", {{"tag", base::quoted(tag)}}),
           msg("delete the tag; a text that begins with ! goes in quotes"));
  }

  void check_keys(const Node* pairs, std::uint32_t count) {
    constexpr std::uint32_t few = 12;
    seen_.clear();
    for (std::uint32_t i = 0; i < count; ++i) {
      const Node& key = pairs[2 * i];
      if (!key.is_scalar()) {
        check_key_kind(key);
        continue;
      }
      const Node* first = count <= few ? find_before(pairs, i) : find_seen(key);
      if (first != nullptr) report_twice(*first, key);
    }
  }

  static const Node* find_before(const Node* pairs, std::uint32_t end) {
    const std::string_view text = pairs[2 * end].text();
    for (std::uint32_t i = 0; i < end; ++i) {
      if (pairs[2 * i].is_scalar() && pairs[2 * i].text() == text) return &pairs[2 * i];
    }
    return nullptr;
  }

  const Node* find_seen(const Node& key) {
    const auto [known, is_new] = seen_.emplace(key.text(), key);
    return is_new ? nullptr : &known->second;
  }

  void report_twice(const Node& first, const Node& second) {
    base::Diagnostic& d = report("duplicate-key", file_.value_span(second.offset(), second.text().size()),
                                 msg("the key {key} is given twice", {{"key", base::quoted(second.text())}}),
                                 msg("delete or rename one of them"));
    d.related.push_back({file_.name(), file_.value_span(first.offset(), first.text().size()), msg("first given here")});
  }

  void check_key_kind(const Node& key) {
    if (key.is_map() && key.offset() > 0 && file_.text()[key.offset() - 1] == '{') {
      stop("yaml", file_.value_span(key.offset() - 1),
           msg("an unquoted text begins with {, which YAML takes for a map"), msg("put the whole text in quotes"));
    }
    // A text such as “null: …” arrives as no value at all, which readers of texts as keys would lose.
    const base::Template found = key.is_null()   ? msg("nothing, or the word null")
                                 : key.is_list() ? msg("a list")
                                                 : msg("a map");
    report("key-kind", file_.value_span(key.offset()), msg("a key should be a text; found {found}", {{"found", found}}),
           msg("put the key in quotes"));
  }

  base::Diagnostic& report(const char* rule, base::Span span, base::Message message, base::Message remedy) {
    if (++mistakes_ > most_mistakes) return surplus_ = {};
    diagnostics_.push_back(
        {base::Severity::error, rule, file_.name(), span, std::move(message), std::move(remedy), {}});
    return diagnostics_.back();
  }

  [[noreturn]] void stop(const char* rule, base::Span span, base::Message message, base::Message remedy) {
    report(rule, span, std::move(message), std::move(remedy));
    throw Stop{};
  }

  static constexpr std::size_t most_mistakes = 1000;

  const SourceFile& file_;
  const YamlLimits& limits_;
  base::Diagnostics& diagnostics_;
  base::Diagnostic surplus_;
  std::size_t mistakes_ = 0;
  Tree tree_;
  std::vector<Node> waiting_;
  std::vector<Frame> frames_;
  std::vector<Anchored> anchors_;
  std::unordered_map<std::string_view, Node> seen_;
  std::uint64_t nodes_ = 0;
  std::size_t last_value_ = 0;
  int documents_ = 0;
};

namespace {

bool is_plain_byte(unsigned char c) { return (c >= 0x20 && c < 0x7F) || c == '\n'; }

/// The first byte that is not UTF-8, or a control character: yaml-cpp takes 0x04 for the end and passes others on; none belongs in a
/// course. npos when there is none.
std::size_t find_foreign(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (is_plain_byte(c) || c == '\r' || c == '\t') {
      ++at;
      continue;
    }
    const base::CodePoint point = base::decode(text, at);
    if (c < 0x80 || !point.valid) return at;
    at += point.bytes;
  }
  return std::string_view::npos;
}

bool check_bytes(const SourceFile& file, base::Diagnostics& diagnostics) {
  const auto report = [&](std::size_t at, base::Template message, base::Template remedy) {
    diagnostics.push_back({base::Severity::error, "encoding", file.name(), file.span(at, 1), message, remedy, {}});
    return false;
  };
  const std::string_view text = file.text();
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    return report(0, msg("the file is in UTF-16"), msg("save it as UTF-8"));
  }
  const std::size_t foreign = find_foreign(text);
  if (foreign == std::string_view::npos) return true;
  if (static_cast<unsigned char>(text[foreign]) >= 0x80)
    return report(foreign, msg("this byte is not UTF-8"), msg("save the file as UTF-8"));
  return report(foreign, msg("a control character stands here"), msg("delete it; it may be invisible in your editor"));
}

/// yaml-cpp takes the end of the file for a closing quote; only the last value can be cut off so.
bool ends_in_open_quote(std::string_view text, std::size_t last_value) {
  if (last_value >= text.size() || (text[last_value] != '"' && text[last_value] != '\'')) return false;
  const char quote = text[last_value];
  for (std::size_t i = last_value + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      if (quote == '"' || i + 1 >= text.size() || text[i + 1] != quote) return false;
      ++i;
    }
  }
  return true;
}

}  // namespace

std::optional<Tree> parse_yaml(const SourceFile& file, const YamlLimits& limits, base::Diagnostics& diagnostics) {
  if (!check_bytes(file, diagnostics)) return std::nullopt;
  ViewBuffer buffer(file.text());
  std::istream stream(&buffer);
  TreeBuilder builder(file, limits, diagnostics);
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
    if (!ends_in_open_quote(file.text(), builder.last_value())) return builder.take();
    diagnostics.push_back(explain_syntax(file, {"illegal EOF in scalar", file.text().size(), builder.last_value()}));
  } catch (const Stop&) {
  } catch (const YAML::Exception& e) {
    const std::size_t offset = e.mark.is_null() ? 0 : static_cast<std::size_t>(e.mark.pos);
    diagnostics.push_back(explain_syntax(file, {e.msg, offset, builder.last_value()}));
  } catch (const std::exception& e) {
    diagnostics.push_back(explain_syntax(file, {e.what(), 0, builder.last_value()}));
  }
  return std::nullopt;
}

}  // namespace course
