#include "ui/layout/formula.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "ui/font/utf8.h"

namespace ui {
namespace {

constexpr int kDeepest = 16;

constexpr std::array<std::pair<std::string_view, std::string_view>, 62> kCommands{
    {{"alpha", "α"},  {"beta", "β"},     {"gamma", "γ"},   {"delta", "δ"},        {"epsilon", "ε"}, {"varepsilon", "ε"},
     {"zeta", "ζ"},   {"eta", "η"},      {"theta", "θ"},   {"kappa", "κ"},        {"lambda", "λ"},  {"mu", "μ"},
     {"nu", "ν"},     {"xi", "ξ"},       {"pi", "π"},      {"rho", "ρ"},          {"sigma", "σ"},   {"tau", "τ"},
     {"phi", "φ"},    {"varphi", "φ"},   {"chi", "χ"},     {"psi", "ψ"},          {"omega", "ω"},   {"Gamma", "Γ"},
     {"Delta", "Δ"},  {"Theta", "Θ"},    {"Lambda", "Λ"},  {"Pi", "Π"},           {"Sigma", "Σ"},   {"Phi", "Φ"},
     {"Omega", "Ω"},  {"times", " × "},  {"cdot", " · "},  {"div", " ÷ "},        {"pm", " ± "},    {"le", " ≤ "},
     {"leq", " ≤ "},  {"ge", " ≥ "},     {"geq", " ≥ "},   {"ne", " ≠ "},         {"neq", " ≠ "},   {"approx", " ≈ "},
     {"sim", " ∼ "},  {"propto", " ∝ "}, {"to", " → "},    {"rightarrow", " → "}, {"infty", "∞"},   {"sum", "∑"},
     {"prod", "∏"},   {"int", "∫"},      {"partial", "∂"}, {"in", " ∈ "},         {"ldots", "…"},   {"dots", "…"},
     {"cdots", "⋯"},  {"quad", "  "},    {"ln", "ln "},    {"log", "log "},       {"exp", "exp "},  {"max", "max "},
     {"min", "min "}, {"percent", "%"}}};

class Reader {
 public:
  explicit Reader(std::string_view tex) : tex_(tex) {}

  std::vector<FormulaPart> read() {
    while (at_ < tex_.size()) part(0, 0);
    return std::move(out_);
  }

 private:
  void put(std::string_view text, int level, bool italic) {
    if (text.empty()) return;
    if (!out_.empty() && out_.back().level == level && out_.back().italic == italic)
      out_.back().text += text;
    else
      out_.push_back({std::string(text), level, italic});
  }

  /// One character, command or group.
  void part(int level, int depth) {
    const char c = tex_[at_];
    if (c == '\\') return command(level, depth);
    if (c == '{' && depth < kDeepest) return group(level, depth);
    if ((c == '^' || c == '_') && at_ + 1 < tex_.size()) {
      ++at_;
      return part(c == '^' ? 1 : -1, depth + 1);
    }
    if (c == '{' || c == '}') {
      ++at_;
      return;
    }
    std::size_t end = at_;
    next_code_point(tex_, end);
    const std::string_view text = tex_.substr(at_, end - at_);
    at_ = end;
    if (c == '-') return put("−", level, false);
    if (c == '=' || c == '<' || c == '>' || c == '+')
      return put(level == 0 ? " " + std::string(text) + " " : std::string(text), level, false);
    if (c == ' ') return;  // TeX sets its own spaces
    put(text, level, std::isalpha(static_cast<unsigned char>(c)) != 0);
  }

  void group(int level, int depth) {
    ++at_;
    while (at_ < tex_.size() && tex_[at_] != '}') part(level, depth + 1);
    if (at_ < tex_.size()) ++at_;
  }

  void command(int level, int depth) {
    std::size_t end = ++at_;
    while (end < tex_.size() && std::isalpha(static_cast<unsigned char>(tex_[end])) != 0) ++end;
    if (end == at_) {  // "\,", "\%", "\{"
      if (at_ >= tex_.size()) return put("\\", level, false);
      const char c = tex_[at_++];
      return put(c == ',' || c == ';' || c == ' ' ? std::string_view("\u202f") : std::string_view(&tex_[at_ - 1], 1),
                 level, false);
    }
    const std::string_view name = tex_.substr(at_, end - at_);
    at_ = end;
    if (name == "frac" && depth < kDeepest) return fraction(level, depth);
    if (name == "sqrt") {
      put("√", level, false);
      return argument(level, depth, true);
    }
    if (name == "text" || name == "mathrm") return plain(level);
    const auto known = std::find_if(kCommands.begin(), kCommands.end(), [&](const auto& k) { return k.first == name; });
    if (known != kCommands.end())
      put(known->second, level, false);
    else
      put("\\" + std::string(name), level, false);
  }

  /// The next part, in brackets when it is more than one character.
  void argument(int level, int depth, bool brackets) {
    if (at_ >= tex_.size()) return;
    const bool several = tex_[at_] == '{' && tex_.find('}', at_) > at_ + 2;
    if (several && brackets) put("(", level, false);
    part(level, depth + 1);
    if (several && brackets) put(")", level, false);
  }

  void fraction(int level, int depth) {
    argument(level, depth, true);
    put("\u202f/\u202f", level, false);
    argument(level, depth, true);
  }

  void plain(int level) {
    if (at_ >= tex_.size() || tex_[at_] != '{') return;
    const std::size_t end = std::min(tex_.find('}', at_), tex_.size());
    put(tex_.substr(at_ + 1, end - at_ - 1), level, false);
    at_ = std::min(end + 1, tex_.size());
  }

  std::string_view tex_;
  std::size_t at_ = 0;
  std::vector<FormulaPart> out_;
};

}  // namespace

std::vector<FormulaPart> read_formula(std::string_view tex) { return Reader(tex).read(); }

}  // namespace ui
