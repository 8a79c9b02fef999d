#include "text/formula_symbols.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/edit_distance.h"

namespace text {
namespace {

constexpr AtomRole ord = AtomRole::ordinary, op = AtomRole::operation, bin = AtomRole::binary, rel = AtomRole::relation,
                   opening = AtomRole::opening, closing = AtomRole::closing, punct = AtomRole::punctuation,
                   inner = AtomRole::inner;

constexpr std::array symbols{
    SymbolName{"alpha", "α"},
    SymbolName{"beta", "β"},
    SymbolName{"gamma", "γ"},
    SymbolName{"delta", "δ"},
    SymbolName{"epsilon", "ϵ"},
    SymbolName{"varepsilon", "ε"},
    SymbolName{"zeta", "ζ"},
    SymbolName{"eta", "η"},
    SymbolName{"theta", "θ"},
    SymbolName{"vartheta", "ϑ"},
    SymbolName{"iota", "ι"},
    SymbolName{"kappa", "κ"},
    SymbolName{"lambda", "λ"},
    SymbolName{"mu", "μ"},
    SymbolName{"nu", "ν"},
    SymbolName{"xi", "ξ"},
    SymbolName{"omicron", "ο"},
    SymbolName{"pi", "π"},
    SymbolName{"varpi", "ϖ"},
    SymbolName{"rho", "ρ"},
    SymbolName{"varrho", "ϱ"},
    SymbolName{"sigma", "σ"},
    SymbolName{"varsigma", "ς"},
    SymbolName{"tau", "τ"},
    SymbolName{"upsilon", "υ"},
    SymbolName{"phi", "ϕ"},
    SymbolName{"varphi", "φ"},
    SymbolName{"chi", "χ"},
    SymbolName{"psi", "ψ"},
    SymbolName{"omega", "ω"},
    SymbolName{"Gamma", "Γ"},
    SymbolName{"Delta", "Δ"},
    SymbolName{"Theta", "Θ"},
    SymbolName{"Lambda", "Λ"},
    SymbolName{"Xi", "Ξ"},
    SymbolName{"Pi", "Π"},
    SymbolName{"Sigma", "Σ"},
    SymbolName{"Upsilon", "Υ"},
    SymbolName{"Phi", "Φ"},
    SymbolName{"Psi", "Ψ"},
    SymbolName{"Omega", "Ω"},
    SymbolName{"infty", "∞"},
    SymbolName{"partial", "∂"},
    SymbolName{"nabla", "∇"},
    SymbolName{"forall", "∀"},
    SymbolName{"exists", "∃"},
    SymbolName{"nexists", "∄"},
    SymbolName{"emptyset", "∅"},
    SymbolName{"varnothing", "∅"},
    SymbolName{"neg", "¬"},
    SymbolName{"lnot", "¬"},
    SymbolName{"ell", "ℓ"},
    SymbolName{"hbar", "ℏ"},
    SymbolName{"Re", "ℜ"},
    SymbolName{"Im", "ℑ"},
    SymbolName{"aleph", "ℵ"},
    SymbolName{"imath", "ı"},
    SymbolName{"jmath", "ȷ"},
    SymbolName{"prime", "′"},
    SymbolName{"angle", "∠"},
    SymbolName{"degree", "°"},
    SymbolName{"triangle", "△"},
    SymbolName{"top", "⊤"},
    SymbolName{"bot", "⊥"},
    SymbolName{"checkmark", "✓"},
    SymbolName{"dagger", "†", bin},
    SymbolName{"pounds", "£"},
    SymbolName{"vert", "|"},
    SymbolName{"Vert", "‖"},
    SymbolName{"ldots", "…", inner},
    SymbolName{"dots", "…", inner},
    SymbolName{"cdots", "⋯", inner},
    SymbolName{"vdots", "⋮"},
    SymbolName{"ddots", "⋱", inner},
    SymbolName{"colon", ":", punct},
    SymbolName{"times", "×", bin},
    SymbolName{"cdot", "⋅", bin},
    SymbolName{"div", "÷", bin},
    SymbolName{"pm", "±", bin},
    SymbolName{"mp", "∓", bin},
    SymbolName{"ast", "∗", bin},
    SymbolName{"star", "⋆", bin},
    SymbolName{"circ", "∘", bin},
    SymbolName{"bullet", "∙", bin},
    SymbolName{"cup", "∪", bin},
    SymbolName{"cap", "∩", bin},
    SymbolName{"setminus", "∖", bin},
    SymbolName{"wedge", "∧", bin},
    SymbolName{"land", "∧", bin},
    SymbolName{"vee", "∨", bin},
    SymbolName{"lor", "∨", bin},
    SymbolName{"oplus", "⊕", bin},
    SymbolName{"ominus", "⊖", bin},
    SymbolName{"otimes", "⊗", bin},
    SymbolName{"odot", "⊙", bin},
    SymbolName{"le", "≤", rel},
    SymbolName{"leq", "≤", rel},
    SymbolName{"ge", "≥", rel},
    SymbolName{"geq", "≥", rel},
    SymbolName{"ll", "≪", rel},
    SymbolName{"gg", "≫", rel},
    SymbolName{"ne", "≠", rel},
    SymbolName{"neq", "≠", rel},
    SymbolName{"lt", "<", rel},
    SymbolName{"gt", ">", rel},
    SymbolName{"approx", "≈", rel},
    SymbolName{"sim", "∼", rel},
    SymbolName{"simeq", "≃", rel},
    SymbolName{"cong", "≅", rel},
    SymbolName{"equiv", "≡", rel},
    SymbolName{"propto", "∝", rel},
    SymbolName{"in", "∈", rel},
    SymbolName{"notin", "∉", rel},
    SymbolName{"ni", "∋", rel},
    SymbolName{"subset", "⊂", rel},
    SymbolName{"subseteq", "⊆", rel},
    SymbolName{"supset", "⊃", rel},
    SymbolName{"supseteq", "⊇", rel},
    SymbolName{"perp", "⊥", rel},
    SymbolName{"parallel", "∥", rel},
    SymbolName{"mid", "∣", rel},
    SymbolName{"vdash", "⊢", rel},
    SymbolName{"models", "⊨", rel},
    SymbolName{"to", "→", rel},
    SymbolName{"rightarrow", "→", rel},
    SymbolName{"leftarrow", "←", rel},
    SymbolName{"gets", "←", rel},
    SymbolName{"leftrightarrow", "↔", rel},
    SymbolName{"Rightarrow", "⇒", rel},
    SymbolName{"Leftarrow", "⇐", rel},
    SymbolName{"Leftrightarrow", "⇔", rel},
    SymbolName{"longrightarrow", "⟶", rel},
    SymbolName{"longleftarrow", "⟵", rel},
    SymbolName{"Longrightarrow", "⟹", rel},
    SymbolName{"implies", "⟹", rel},
    SymbolName{"iff", "⟺", rel},
    SymbolName{"mapsto", "↦", rel},
    SymbolName{"uparrow", "↑", rel},
    SymbolName{"downarrow", "↓", rel},
    SymbolName{"rightleftharpoons", "⇌", rel},
    SymbolName{"therefore", "∴", rel},
    SymbolName{"because", "∵", rel},
    SymbolName{"sum", "∑", op},
    SymbolName{"prod", "∏", op},
    SymbolName{"coprod", "∐", op},
    SymbolName{"int", "∫", op},
    SymbolName{"iint", "∬", op},
    SymbolName{"iiint", "∭", op},
    SymbolName{"oint", "∮", op},
    SymbolName{"bigcup", "⋃", op},
    SymbolName{"bigcap", "⋂", op},
    SymbolName{"bigvee", "⋁", op},
    SymbolName{"bigwedge", "⋀", op},
    SymbolName{"bigoplus", "⨁", op},
    SymbolName{"bigotimes", "⨂", op},
    SymbolName{"langle", "⟨", opening},
    SymbolName{"rangle", "⟩", closing},
    SymbolName{"lfloor", "⌊", opening},
    SymbolName{"rfloor", "⌋", closing},
    SymbolName{"lceil", "⌈", opening},
    SymbolName{"rceil", "⌉", closing},
    SymbolName{"lvert", "|", opening},
    SymbolName{"rvert", "|", closing},
    SymbolName{"lVert", "‖", opening},
    SymbolName{"rVert", "‖", closing},
    SymbolName{"lbrace", "{", opening},
    SymbolName{"rbrace", "}", closing},
    SymbolName{"lbrack", "[", opening},
    SymbolName{"rbrack", "]", closing},
    SymbolName{"backslash", "\\"},
    SymbolName{"{", "{", opening},
    SymbolName{"}", "}", closing},
    SymbolName{"|", "‖"},
    SymbolName{"%", "%"},
    SymbolName{"$", "$"},
    SymbolName{"&", "&"},
    SymbolName{"#", "#"},
    SymbolName{"_", "_"},
};

constexpr int of(Alphabet alphabet) { return static_cast<int>(alphabet); }
constexpr int of(FormulaStyle style) { return static_cast<int>(style); }

constexpr std::array commands{
    CommandName{"frac", Command::fraction},
    CommandName{"dfrac", Command::fraction, {}, of(FormulaStyle::display)},
    CommandName{"tfrac", Command::fraction, {}, of(FormulaStyle::text)},
    CommandName{"binom", Command::binomial},
    CommandName{"dbinom", Command::binomial, {}, of(FormulaStyle::display)},
    CommandName{"tbinom", Command::binomial, {}, of(FormulaStyle::text)},
    CommandName{"sqrt", Command::root},
    CommandName{"left", Command::left},
    CommandName{"right", Command::right},
    CommandName{"middle", Command::middle},
    CommandName{"begin", Command::begin},
    CommandName{"end", Command::end},
    CommandName{"text", Command::text},
    CommandName{"textrm", Command::text},
    CommandName{"textnormal", Command::text},
    CommandName{"textbf", Command::text, {}, of(Alphabet::bold)},
    CommandName{"textit", Command::text, {}, of(Alphabet::italic)},
    CommandName{"mathrm", Command::alphabet, {}, of(Alphabet::roman)},
    CommandName{"mathbf", Command::alphabet, {}, of(Alphabet::bold)},
    CommandName{"mathit", Command::alphabet, {}, of(Alphabet::italic)},
    CommandName{"mathnormal", Command::alphabet, {}, of(Alphabet::standard)},
    CommandName{"boldsymbol", Command::alphabet, {}, of(Alphabet::bold_italic)},
    CommandName{"mathbb", Command::alphabet, {}, of(Alphabet::double_struck)},
    CommandName{"mathcal", Command::alphabet, {}, of(Alphabet::script)},
    CommandName{"mathscr", Command::alphabet, {}, of(Alphabet::script)},
    CommandName{"mathsf", Command::alphabet, {}, of(Alphabet::sans)},
    CommandName{"mathtt", Command::alphabet, {}, of(Alphabet::mono)},
    CommandName{"operatorname", Command::operator_name},
    CommandName{"ln", Command::function},
    CommandName{"log", Command::function},
    CommandName{"lg", Command::function},
    CommandName{"exp", Command::function},
    CommandName{"sin", Command::function},
    CommandName{"cos", Command::function},
    CommandName{"tan", Command::function},
    CommandName{"cot", Command::function},
    CommandName{"sec", Command::function},
    CommandName{"csc", Command::function},
    CommandName{"arcsin", Command::function},
    CommandName{"arccos", Command::function},
    CommandName{"arctan", Command::function},
    CommandName{"sinh", Command::function},
    CommandName{"cosh", Command::function},
    CommandName{"tanh", Command::function},
    CommandName{"arg", Command::function},
    CommandName{"deg", Command::function},
    CommandName{"dim", Command::function},
    CommandName{"ker", Command::function},
    CommandName{"hom", Command::function},
    CommandName{"max", Command::function, {}, 0, true},
    CommandName{"min", Command::function, {}, 0, true},
    CommandName{"sup", Command::function, {}, 0, true},
    CommandName{"inf", Command::function, {}, 0, true},
    CommandName{"lim", Command::function, {}, 0, true},
    CommandName{"limsup", Command::function, "lim sup", 0, true},
    CommandName{"liminf", Command::function, "lim inf", 0, true},
    CommandName{"argmax", Command::function, "arg max", 0, true},
    CommandName{"argmin", Command::function, "arg min", 0, true},
    CommandName{"det", Command::function, {}, 0, true},
    CommandName{"gcd", Command::function, {}, 0, true},
    CommandName{"Pr", Command::function, {}, 0, true},
    CommandName{"hat", Command::accent, "\u0302"},
    CommandName{"widehat", Command::accent, "\u0302", 0, true},
    CommandName{"bar", Command::accent, "\u0304"},
    CommandName{"vec", Command::accent, "\u20d7"},
    CommandName{"dot", Command::accent, "\u0307"},
    CommandName{"ddot", Command::accent, "\u0308"},
    CommandName{"tilde", Command::accent, "\u0303"},
    CommandName{"widetilde", Command::accent, "\u0303", 0, true},
    CommandName{"check", Command::accent, "\u030c"},
    CommandName{"breve", Command::accent, "\u0306"},
    CommandName{"acute", Command::accent, "\u0301"},
    CommandName{"grave", Command::accent, "\u0300"},
    CommandName{"mathring", Command::accent, "\u030a"},
    CommandName{"overline", Command::line_above},
    CommandName{"underline", Command::line_below},
    CommandName{"overset", Command::stack_above},
    CommandName{"stackrel", Command::stack_above},
    CommandName{"underset", Command::stack_below},
    CommandName{"big", Command::big, {}, 1},
    CommandName{"bigl", Command::big, "l", 1},
    CommandName{"bigr", Command::big, "r", 1},
    CommandName{"bigm", Command::big, "m", 1},
    CommandName{"Big", Command::big, {}, 2},
    CommandName{"Bigl", Command::big, "l", 2},
    CommandName{"Bigr", Command::big, "r", 2},
    CommandName{"Bigm", Command::big, "m", 2},
    CommandName{"bigg", Command::big, {}, 3},
    CommandName{"biggl", Command::big, "l", 3},
    CommandName{"biggr", Command::big, "r", 3},
    CommandName{"Bigg", Command::big, {}, 4},
    CommandName{"Biggl", Command::big, "l", 4},
    CommandName{"Biggr", Command::big, "r", 4},
    CommandName{",", Command::space, {}, 3},
    CommandName{":", Command::space, {}, 4},
    CommandName{">", Command::space, {}, 4},
    CommandName{";", Command::space, {}, 5},
    CommandName{"!", Command::space, {}, -3},
    CommandName{" ", Command::space, {}, 6},
    CommandName{"thinspace", Command::space, {}, 3},
    CommandName{"enspace", Command::space, {}, 9},
    CommandName{"quad", Command::space, {}, 18},
    CommandName{"qquad", Command::space, {}, 36},
    CommandName{"displaystyle", Command::style, {}, of(FormulaStyle::display)},
    CommandName{"textstyle", Command::style, {}, of(FormulaStyle::text)},
    CommandName{"scriptstyle", Command::style, {}, of(FormulaStyle::script)},
    CommandName{"scriptscriptstyle", Command::style, {}, of(FormulaStyle::script_script)},
    CommandName{"limits", Command::limits},
    CommandName{"nolimits", Command::no_limits},
    CommandName{"not", Command::negated},
    CommandName{"bmod", Command::modulo},
    CommandName{"pmod", Command::modulo, "()"},
};

template <class List>
auto find_in(const List& list, std::string_view name) -> decltype(list.data()) {
  for (const auto& entry : list) {
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> negations{{{"=", "≠"},
                                                                                   {"∈", "∉"},
                                                                                   {"∃", "∄"},
                                                                                   {"<", "≮"},
                                                                                   {">", "≯"},
                                                                                   {"≤", "≰"},
                                                                                   {"≥", "≱"},
                                                                                   {"≡", "≢"},
                                                                                   {"∼", "≁"},
                                                                                   {"≈", "≉"},
                                                                                   {"⊂", "⊄"},
                                                                                   {"⊆", "⊈"}}};

}  // namespace

const SymbolName* find_symbol(std::string_view name) { return find_in(symbols, name); }
const CommandName* find_command(std::string_view name) { return find_in(commands, name); }

bool is_formula_name(std::string_view name) { return find_symbol(name) != nullptr || find_command(name) != nullptr; }

std::string nearest_formula_name(std::string_view name) {
  const int most = name.size() <= 3 ? 1 : 2;
  int least = most + 1;
  std::string_view best;
  const auto look = [&](std::string_view known) {
    if (known.size() < 2) return;
    const int distance = base::edit_distance(name, known, most);
    if (distance < least) least = distance, best = known;
  };
  for (const CommandName& entry : commands) look(entry.name);
  for (const SymbolName& entry : symbols) look(entry.name);
  return std::string(best);
}

AtomRole role_of(char32_t c) {
  switch (c) {
    case U'+':
    case U'−':
    case U'∗':
    case U'×':
    case U'·':
    case U'⋅':
    case U'÷':
    case U'±': return bin;
    case U'=':
    case U'<':
    case U'>':
    case U':':
    case U'≤':
    case U'≥':
    case U'≠':
    case U'≈':
    case U'→':
    case U'⇒':
    case U'∈': return rel;
    case U'(':
    case U'[': return opening;
    case U')':
    case U']':
    case U'!':
    case U'?': return closing;
    case U',':
    case U';': return punct;
    case U'…': return inner;
    case U'∑':
    case U'∏':
    case U'∫': return op;
    default: return ord;
  }
}

std::optional<std::string> delimiter_of(std::string_view token) {
  if (token == ".") return "";
  if (token == "<") return "⟨";
  if (token == ">") return "⟩";
  constexpr std::array<std::string_view, 6> plain{"(", ")", "[", "]", "|", "/"};
  if (std::find(plain.begin(), plain.end(), token) != plain.end()) return std::string(token);
  if (!token.starts_with('\\')) return std::nullopt;
  constexpr std::array<std::string_view, 23> names{"{",      "}",         "|",       "langle",    "rangle", "lfloor",
                                                   "rfloor", "lceil",     "rceil",   "lbrace",    "rbrace", "lbrack",
                                                   "rbrack", "vert",      "Vert",    "lvert",     "rvert",  "lVert",
                                                   "rVert",  "backslash", "uparrow", "downarrow", "mid"};
  const std::string_view name = token.substr(1);
  if (std::find(names.begin(), names.end(), name) == names.end()) return std::nullopt;
  return std::string(name == "mid" ? "|" : find_symbol(name)->character);
}

std::string_view negation_of(std::string_view character) {
  for (const auto& [plain, negated] : negations) {
    if (plain == character) return negated;
  }
  return {};
}

}  // namespace text
