#include "text/formula_parse.h"

#include <algorithm>
#include <cctype>

#include "base/diagnostic.h"
#include "base/utf8.h"

namespace text {
namespace {

using base::msg;

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

}  // namespace

Formula FormulaParser::read() {
  Formula formula;
  if (tex_.size() > limits_.bytes) {
    fail({tex_.substr(0, 1), 0}, msg("a formula longer than {most} bytes", {{"most", limits_.bytes}}),
         msg("make several formulas of it"));
  } else {
    formula.row = row(Until::end);
  }
  if (!failed()) return formula;
  return {{}, std::move(error_)};
}

FormulaParser::Token FormulaParser::peek() {
  const std::size_t before = at_;
  const Token token = next();
  at_ = before;
  return token;
}

FormulaParser::Token FormulaParser::next() {
  while (at_ < tex_.size() && is_space(tex_[at_])) ++at_;
  const std::size_t first = at_;
  if (first >= tex_.size()) return {{}, tex_.size()};
  if (tex_[first] != '\\') {
    at_ += base::decode(tex_, first).bytes;
  } else {
    ++at_;
    while (at_ < tex_.size() && is_letter(tex_[at_])) ++at_;
    if (at_ == first + 1 && at_ < tex_.size()) at_ += base::decode(tex_, at_).bytes;
  }
  return {tex_.substr(first, at_ - first), first};
}

void FormulaParser::fail(const Token& at, base::Message found, base::Message remedy) {
  if (!failed()) error_ = FormulaError{at.at, at.words.size(), std::move(found), std::move(remedy)};
}

bool FormulaParser::ends(const Token& token, Until until) {
  if (token.words.empty()) return true;
  if (token.words == "}") {
    if (until != Until::brace)
      fail(token, msg("a “}” that closes nothing"), msg("delete it, or write “\\}” for a brace to see"));
    return true;
  }
  if (token.words == "]" && until == Until::bracket) return true;
  if (token.words == "\\right") {
    if (until != Until::right) fail(token, msg("a “\\right” without its “\\left”"), msg("write \\left( … \\right)"));
    return true;
  }
  if (token.words == "&" || token.words == "\\\\" || token.words == "\\cr") {
    if (until != Until::cell) {
      fail(token, msg("{sign} outside of a table", {{"sign", base::quoted(token.words)}}),
           token.words == "&"
               ? msg("write “\\&” for the character, or put it between \\begin{aligned} and \\end{aligned}")
               : msg("for several lines write \\begin{aligned} … \\end{aligned}"));
    }
    return true;
  }
  if (token.words == "\\end") {
    if (until != Until::cell)
      fail(token, msg("an “\\end” without its “\\begin”"), msg("write \\begin{cases} … \\end{cases}"));
    return true;
  }
  return false;
}

FormulaRow FormulaParser::row(Until until) {
  FormulaRow made;
  if (++depth_ > limits_.depth)
    fail(peek(), msg("a formula with more than {most} levels", {{"most", limits_.depth}}), msg("make it flatter"));
  while (!failed() && !ends(peek(), until) && element(made)) {
  }
  --depth_;
  return made;
}

/// One atom with what is raised and lowered at it.
bool FormulaParser::element(FormulaRow& into) {
  if (++atoms_ > limits_.atoms) {
    fail(peek(), msg("a formula with more than {most} signs", {{"most", limits_.atoms}}),
         msg("make several formulas of it"));
    return false;
  }
  FormulaAtom made;
  const Token first = peek();
  if (first.words == "^" || first.words == "_" || first.words == "'") {
    made.kind = FormulaAtom::Kind::row;  // something raised at nothing: {}^{14}C
    made.parts.emplace_back();
  } else if (!atom(made)) {
    return !failed();
  }
  scripts(made);
  into.push_back(std::move(made));
  return !failed();
}

void FormulaParser::scripts(FormulaAtom& atom) {
  bool raised = false, lowered = false;
  while (!failed()) {
    const Token token = peek();
    if (token.words == "\\limits" || token.words == "\\nolimits") {
      next();
      if (atom.role != AtomRole::operation)
        return fail(token, msg("{sign} stands behind nothing that has limits", {{"sign", base::quoted(token.words)}}),
                    msg("put it behind \\sum, \\int or \\lim"));
      atom.limits = atom.always = token.words == "\\limits";
    } else if (token.words == "'") {
      if (raised)
        return fail(token, msg("a second exponent on the same thing"), msg("put braces around the first: {x^a}^b"));
      primes(atom);
      raised = true;
      if (peek().words == "^") script(atom, true);
    } else if (token.words == "^" || token.words == "_") {
      bool& had = token.words == "^" ? raised : lowered;
      if (had)
        return fail(
            token,
            token.words == "^" ? msg("a second exponent on the same thing") : msg("a second index on the same thing"),
            token.words == "^" ? msg("put braces around the first: {x^a}^b") : msg("put both into braces: x_{ab}"));
      script(atom, token.words == "^");
      had = true;
    } else {
      return;
    }
  }
}

void FormulaParser::primes(FormulaAtom& atom) {
  while (peek().words == "'") {
    next();
    FormulaAtom prime;
    prime.words = "′";
    atom.raised.push_back(std::move(prime));
  }
}

void FormulaParser::script(FormulaAtom& atom, bool raised) {
  const Token mark = next();
  FormulaRow part = argument(mark, raised ? "x^{2}" : "x_{t}");
  FormulaRow& into = raised ? atom.raised : atom.lowered;
  into.insert(into.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
}

/// What a command or a script applies to: a group in braces, or one sign.
FormulaRow FormulaParser::argument(const Token& of, std::string_view example) {
  const Token token = peek();
  const auto missing = [&] {
    fail(of, msg("{sign} lacks what belongs to it", {{"sign", base::quoted(of.words)}}),
         msg("write {form}", {{"form", example}}));
  };
  if (failed()) return {};
  if (token.words == "{") return next(), braced();
  const bool mark = token.words == "^" || token.words == "_" || token.words == "'" || token.words == "&" ||
                    token.words == "}" || token.words == "\\\\" || token.words == "\\right" || token.words == "\\end";
  if (token.words.empty() || mark) return missing(), FormulaRow{};
  if (++depth_ > limits_.depth)
    fail(token, msg("a formula with more than {most} levels", {{"most", limits_.depth}}), msg("make it flatter"));
  FormulaRow made;
  FormulaAtom one;
  if (!failed() && atom(one)) made.push_back(std::move(one));
  --depth_;
  return made;
}

/// Behind a “{”: the row up to its “}”.
FormulaRow FormulaParser::braced() {
  const std::size_t brace = at_ - 1;
  const Alphabet outside = alphabet_;
  FormulaRow made = row(Until::brace);
  alphabet_ = outside;
  if (failed()) return made;
  if (peek().words != "}") fail({tex_.substr(brace, 1), brace}, msg("a “{” that is never closed"), msg("add its “}”"));
  next();
  return made;
}

/// Returns false when there is nothing to add, as behind an error.
bool FormulaParser::atom(FormulaAtom& into) {
  const Token token = next();
  into.alphabet = alphabet_;
  if (token.words == "{") {
    into.kind = FormulaAtom::Kind::row;
    into.parts.push_back(braced());
  } else if (token.is_name()) {
    named(token, into);
  } else {
    character(token, into);
  }
  return !failed();
}

void FormulaParser::character(const Token& token, FormulaAtom& into) {
  const base::CodePoint point = base::decode(token.words, 0);
  if (token.words == "\\")
    return fail(token, msg("a “\\” at the end"), msg("write the name of a command behind it, such as \\frac"));
  if (token.words == "#" || token.words == "%" || token.words == "$")
    return fail(token, msg("{sign} stands for something else in formulas", {{"sign", base::quoted(token.words)}}),
                msg("write {sign} for the character", {{"sign", base::quoted("\\" + std::string(token.words))}}));
  if (!point.valid || point.value < 0x20 || point.value == 0x7f)
    return fail(token, msg("a character that is none"), msg("delete it"));
  if (token.words == "~") {
    into.kind = FormulaAtom::Kind::space;
    into.size = 6;
    return;
  }
  into.words = token.words == "-" ? "−" : token.words == "*" ? "∗" : std::string(token.words);
  into.role = role_of(base::decode(into.words, 0).value);
  into.limits = into.role == AtomRole::operation && into.words != "∫";
  // A comma between digits is a decimal mark: “2,5” has no space inside.
  const std::size_t before = token.at;
  const bool between = before > 0 && is_digit(tex_[before - 1]) && at_ < tex_.size() && is_digit(tex_[at_]);
  if (token.words == "," && between) into.role = AtomRole::ordinary;
}

void FormulaParser::named(const Token& token, FormulaAtom& into) {
  if (const SymbolName* symbol = find_symbol(token.name())) {
    into.words = symbol->character;
    into.role = symbol->role;
    into.limits = symbol->role == AtomRole::operation && !token.name().ends_with("int");
    return;
  }
  if (const CommandName* known = find_command(token.name())) return command(token, *known, into);
  unknown(token);
}

void FormulaParser::unknown(const Token& token) {
  const std::string near = nearest_formula_name(token.name());
  // “\alphax” is most often “\alpha x”.
  const bool may_be_two = near.empty() || token.name().starts_with(near);
  for (std::size_t length = token.name().size() - 1; may_be_two && length >= 2; --length) {
    const std::string_view start = token.name().substr(0, length);
    if (find_symbol(start) == nullptr) continue;
    const std::string apart = "\\" + std::string(start) + " " + std::string(token.name().substr(length));
    return fail(token, msg("{sign} is no command of formulas", {{"sign", base::quoted(token.words)}}),
                base::did_you_mean(apart));
  }
  fail(token, msg("{sign} is no command of formulas", {{"sign", base::quoted(token.words)}}),
       near.empty() ? msg("words go into \\text{…}; docs/format.md lists the commands")
                    : base::did_you_mean("\\" + near));
}

Formula parse_formula(std::string_view tex, const FormulaLimits& limits) { return FormulaParser(tex, limits).read(); }

}  // namespace text
