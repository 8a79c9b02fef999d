// What the commands of formulas take, and what they become.
#include <array>
#include <utility>

#include "base/utf8.h"
#include "text/formula_parse.h"

namespace text {
namespace {

using base::msg;

using Kind = FormulaAtom::Kind;

struct Environment {
  std::string_view name;
  FormulaAtom::Grid grid;
  std::string_view left, right;
};

constexpr std::array environments{
    Environment{"matrix", FormulaAtom::Grid::matrix, "", ""},
    Environment{"pmatrix", FormulaAtom::Grid::matrix, "(", ")"},
    Environment{"bmatrix", FormulaAtom::Grid::matrix, "[", "]"},
    Environment{"Bmatrix", FormulaAtom::Grid::matrix, "{", "}"},
    Environment{"vmatrix", FormulaAtom::Grid::matrix, "|", "|"},
    Environment{"Vmatrix", FormulaAtom::Grid::matrix, "‖", "‖"},
    Environment{"cases", FormulaAtom::Grid::cases, "{", ""},
    Environment{"aligned", FormulaAtom::Grid::aligned, "", ""},
};

FormulaAtom symbol(std::string_view character, AtomRole role, Alphabet alphabet = Alphabet::standard) {
  FormulaAtom made;
  made.words = character;
  made.role = role;
  made.alphabet = alphabet;
  return made;
}

FormulaAtom space(int mu) {
  FormulaAtom made;
  made.kind = Kind::space;
  made.size = mu;
  return made;
}

void put_fence(FormulaAtom& into, std::string_view left, FormulaAtom inside, std::string_view right) {
  into.kind = Kind::fenced;
  into.role = AtomRole::inner;
  into.words = left;
  into.close = right;
  into.parts.emplace_back();
  into.parts.back().push_back(std::move(inside));
}

}  // namespace

void FormulaParser::command(const Token& token, const CommandName& known, FormulaAtom& into) {
  switch (known.command) {
    case Command::fraction:
    case Command::binomial: return fraction(token, known, into);
    case Command::root: return root(token, into);
    case Command::left: return fenced(token, into);
    case Command::middle:
      if (fences_ == 0)
        return fail(token, msg("a “\\middle” outside of “\\left” and “\\right”"),
                    msg("write \\left( a \\middle| b \\right)"));
      into.kind = Kind::delimiter;
      into.role = AtomRole::relation;
      into.words = delimiter(token);
      return;
    case Command::begin: return grid(token, into);
    case Command::text:
      into.kind = Kind::words;
      into.alphabet = static_cast<Alphabet>(known.value);
      into.words = words(token);
      return;
    case Command::alphabet: return alphabet(token, known, into);
    case Command::operator_name:
    case Command::function:
      into.kind = Kind::name;
      into.role = AtomRole::operation;
      into.limits = known.flag;
      if (known.command == Command::operator_name && peek().words == "*") next(), into.limits = true;
      into.words = known.command == Command::operator_name
                       ? words(token)
                       : std::string(known.words.empty() ? known.name : known.words);
      return;
    case Command::accent:
    case Command::line_above:
    case Command::line_below: return accent(token, known, into);
    case Command::stack_above:
    case Command::stack_below: return stack(token, known.command == Command::stack_above, into);
    case Command::big: return big(token, known, into);
    case Command::space: into = space(known.value); return;
    case Command::style:
      into.kind = Kind::style;
      into.style = static_cast<FormulaStyle>(known.value);
      return;
    case Command::negated: return negated(token, into);
    case Command::modulo: return modulo(token, known, into);
    case Command::right:
    case Command::end:
    case Command::limits:
    case Command::no_limits:
      return fail(token, msg("{sign} stands behind nothing that it belongs to", {{"sign", base::quoted(token.words)}}),
                  msg("delete it"));
  }
}

void FormulaParser::fraction(const Token& token, const CommandName& known, FormulaAtom& into) {
  const std::string example = std::string(token.words) + "{…}{…}";
  FormulaAtom made;
  made.kind = Kind::fraction;
  made.role = AtomRole::inner;
  made.style = static_cast<FormulaStyle>(known.value);
  made.bar = known.command == Command::fraction;
  made.parts.push_back(argument(token, example));
  made.parts.push_back(argument(token, example));
  if (made.bar)
    into = std::move(made);
  else
    put_fence(into, "(", std::move(made), ")");
}

void FormulaParser::root(const Token& token, FormulaAtom& into) {
  into.kind = Kind::root;
  FormulaRow degree;
  if (peek().words == "[") {
    const Token bracket = next();
    degree = row(Until::bracket);
    if (!failed() && peek().words != "]")
      return fail(bracket, msg("a “[” that is never closed"), msg("write \\sqrt[3]{x}"));
    next();
  }
  into.parts.push_back(argument(token, "\\sqrt{x}"));
  if (!degree.empty()) into.parts.push_back(std::move(degree));
}

std::string FormulaParser::delimiter(const Token& of) {
  const Token token = next();
  const auto found = delimiter_of(token.words);
  if (found) return *found;
  fail(
      token.words.empty() ? of : token,
      token.words.empty() ? msg("{sign} lacks its bracket", {{"sign", base::quoted(of.words)}})
                          : msg("{sign} behind {command} is no bracket",
                                {{"sign", base::quoted(token.words)}, {"command", base::quoted(of.words)}}),
      msg("write {command}( or one of ) [ ] \\{ \\} | \\langle \\rangle; “.” is none to see", {{"command", of.words}}));
  return {};
}

void FormulaParser::fenced(const Token& token, FormulaAtom& into) {
  into.kind = Kind::fenced;
  into.role = AtomRole::inner;
  into.words = delimiter(token);
  if (failed()) return;
  ++fences_;
  into.parts.push_back(row(Until::right));
  --fences_;
  if (failed()) return;
  const Token end = next();
  if (end.words != "\\right")
    return fail(token, msg("a “\\left” without its “\\right”"), msg("add “\\right)”, or “\\right.” for none to see"));
  into.close = delimiter(end);
}

void FormulaParser::big(const Token& token, const CommandName& known, FormulaAtom& into) {
  into.kind = Kind::delimiter;
  into.size = known.value;
  into.words = delimiter(token);
  into.role = known.words == "l"   ? AtomRole::opening
              : known.words == "r" ? AtomRole::closing
              : known.words == "m" ? AtomRole::relation
                                   : AtomRole::ordinary;
}

void FormulaParser::accent(const Token& token, const CommandName& known, FormulaAtom& into) {
  into.kind = known.command == Command::accent       ? Kind::accent
              : known.command == Command::line_above ? Kind::line_above
                                                     : Kind::line_below;
  into.words = known.words;
  into.wide = known.flag;
  into.parts.push_back(argument(token, std::string(token.words) + "{x}"));
}

void FormulaParser::stack(const Token& token, bool above, FormulaAtom& into) {
  const std::string example = std::string(token.words) + "{…}{…}";
  into.kind = Kind::stack;
  into.above = above;
  FormulaRow small = argument(token, example), base = argument(token, example);
  into.role = base.size() == 1 ? base.front().role : AtomRole::ordinary;
  into.parts.push_back(std::move(base));
  into.parts.push_back(std::move(small));
}

void FormulaParser::alphabet(const Token& token, const CommandName& known, FormulaAtom& into) {
  const Alphabet outside = std::exchange(alphabet_, static_cast<Alphabet>(known.value));
  FormulaRow inside = argument(token, std::string(token.words) + "{x}");
  alphabet_ = outside;
  if (inside.size() == 1 && inside.front().raised.empty() && inside.front().lowered.empty()) {
    into = std::move(inside.front());
    return;
  }
  into.kind = Kind::row;
  into.parts.push_back(std::move(inside));
}

void FormulaParser::negated(const Token& token, FormulaAtom& into) {
  const Token of = next();
  const SymbolName* name = of.is_name() ? find_symbol(of.name()) : nullptr;
  const std::string_view negation = negation_of(name != nullptr ? name->character : of.words);
  if (negation.empty())
    return fail(of.words.empty() ? token : of, msg("“\\not” stands before nothing that it can strike out"),
                msg("write \\not= or \\not\\in"));
  into = symbol(negation, AtomRole::relation);
}

/// “a mod n”, or “(mod n)” a little apart.
void FormulaParser::modulo(const Token& token, const CommandName& known, FormulaAtom& into) {
  FormulaAtom name;
  name.kind = Kind::name;
  name.words = "mod";
  if (known.words.empty()) {
    name.role = AtomRole::binary;
    into = std::move(name);
    return;
  }
  name.role = AtomRole::ordinary;
  FormulaRow inside = argument(token, "\\pmod{n}");
  into.kind = Kind::row;
  FormulaRow row;
  row.push_back(space(8));
  row.push_back(symbol("(", AtomRole::opening));
  row.push_back(std::move(name));
  row.push_back(space(6));
  row.insert(row.end(), std::make_move_iterator(inside.begin()), std::make_move_iterator(inside.end()));
  row.push_back(symbol(")", AtomRole::closing));
  into.parts.push_back(std::move(row));
}

/// The words of \text{…} as they are; “\%” and the like are the character.
std::string FormulaParser::words(const Token& of) {
  const std::size_t before = at_;
  const Token open = next();
  if (open.words != "{") {
    at_ = before;
    fail(of, msg("{sign} lacks its words", {{"sign", base::quoted(of.words)}}),
         msg("write {form}", {{"form", std::string(of.words) + "{…}"}}));
    return {};
  }
  std::string words;
  for (int depth = 0; at_ < tex_.size(); ++at_) {
    const char c = tex_[at_];
    if (c == '}' && depth == 0) return ++at_, words;
    if (c == '{' || c == '}') {
      depth += c == '{' ? 1 : -1;
    } else if (c == '\\' && at_ + 1 < tex_.size()) {
      words += tex_[++at_];
    } else if (c == '$') {
      fail({tex_.substr(at_, 1), at_}, msg("a “$” inside of words"), msg("write “\\$” for the character"));
      return {};
    } else {
      words += c == '~' || c == '\n' ? ' ' : c;
    }
  }
  fail(open, msg("a “{” that is never closed"), msg("add its “}”"));
  return {};
}

std::string FormulaParser::name_in_braces(const Token& of) {
  const Token open = peek();
  std::string name = open.words == "{" ? words(of) : std::string();
  if (name.empty())
    fail(of, msg("{sign} lacks its name", {{"sign", base::quoted(of.words)}}),
         msg("write {form}", {{"form", std::string(of.words) + "{cases}"}}));
  return name;
}

void FormulaParser::grid(const Token& token, FormulaAtom& into) {
  const std::string name = name_in_braces(token);
  if (failed()) return;
  const Environment* known = nullptr;
  for (const Environment& environment : environments) {
    if (environment.name == name) known = &environment;
  }
  if (known == nullptr)
    return fail(token, msg("{name} is no table of formulas", {{"name", base::quoted(name)}}),
                msg("there are matrix, pmatrix, bmatrix, vmatrix, cases and aligned"));
  FormulaAtom made;
  made.kind = Kind::grid;
  made.grid = known->grid;
  cells(made);
  if (failed()) return;
  const Token end = next();
  if (end.words != "\\end")
    return fail(token, msg("a {begin} without its end", {{"begin", base::quoted("\\begin{" + name + "}")}}),
                msg("add {end}", {{"end", base::quoted("\\end{" + name + "}")}}));
  const std::string ended = name_in_braces(end);
  if (failed()) return;
  if (ended != name)
    return fail(end,
                msg("{end} ends what {begin} began",
                    {{"end", base::quoted("\\end{" + ended + "}")}, {"begin", base::quoted("\\begin{" + name + "}")}}),
                msg("write {form}", {{"form", base::quoted("\\end{" + name + "}")}}));
  if (known->left.empty() && known->right.empty())
    into = std::move(made);
  else
    put_fence(into, known->left, std::move(made), known->right);
}

void FormulaParser::cells(FormulaAtom& grid) {
  std::vector<std::vector<FormulaRow>> rows(1);
  while (!failed()) {
    rows.back().push_back(row(Until::cell));
    if (failed()) return;
    const Token token = peek();
    if (token.words != "&" && token.words != "\\\\" && token.words != "\\cr") break;
    next();
    if (++atoms_ > limits_.atoms) return fail(token, msg("a table with too many cells"), msg("make it smaller"));
    if (token.words != "&") rows.emplace_back();
  }
  // A “\\” behind the last row starts no row of its own.
  if (rows.size() > 1 && rows.back().size() == 1 && rows.back().front().empty()) rows.pop_back();
  for (const auto& row : rows) grid.columns = std::max(grid.columns, row.size());
  if (grid.columns * rows.size() > limits_.atoms)
    return fail(peek(), msg("a table with too many cells"), msg("make it smaller"));
  for (auto& row : rows) {
    row.resize(grid.columns);
    for (FormulaRow& cell : row) grid.parts.push_back(std::move(cell));
  }
}

}  // namespace text
