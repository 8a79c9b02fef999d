#pragma once
// Inside this folder: the reader of formulas.

#include <string>
#include <string_view>
#include <vector>

#include "text/formula_symbols.h"

namespace text {

class FormulaParser {
 public:
  FormulaParser(std::string_view tex, const FormulaLimits& limits) : tex_(tex), limits_(limits) {}
  Formula read();

 private:
  /// What ends a row besides the formula's end.
  enum class Until : std::uint8_t { end, brace, bracket, right, cell };
  /// A sign, a \name or a character, where it stands.
  struct Token {
    std::string_view words;  ///< with the backslash; empty at the end
    std::size_t at = 0;
    bool is_name() const { return words.size() > 1 && words[0] == '\\'; }
    std::string_view name() const { return words.substr(1); }
  };

  Token peek();
  Token next();
  bool failed() const { return error_.has_value(); }
  void fail(const Token& at, base::Message found, base::Message remedy);

  FormulaRow row(Until until);
  bool ends(const Token& token, Until until);
  bool element(FormulaRow& into);
  void scripts(FormulaAtom& atom);
  void script(FormulaAtom& atom, bool raised);
  void primes(FormulaAtom& atom);
  bool atom(FormulaAtom& into);
  void character(const Token& token, FormulaAtom& into);
  void named(const Token& token, FormulaAtom& into);
  void command(const Token& token, const CommandName& known, FormulaAtom& into);
  void unknown(const Token& token);
  FormulaRow argument(const Token& of, std::string_view example);
  FormulaRow braced();
  std::string words(const Token& of);
  std::string name_in_braces(const Token& of);

  void fraction(const Token& token, const CommandName& known, FormulaAtom& into);
  void root(const Token& token, FormulaAtom& into);
  void fenced(const Token& token, FormulaAtom& into);
  std::string delimiter(const Token& of);
  void big(const Token& token, const CommandName& known, FormulaAtom& into);
  void accent(const Token& token, const CommandName& known, FormulaAtom& into);
  void stack(const Token& token, bool above, FormulaAtom& into);
  void alphabet(const Token& token, const CommandName& known, FormulaAtom& into);
  void negated(const Token& token, FormulaAtom& into);
  void modulo(const Token& token, const CommandName& known, FormulaAtom& into);
  void grid(const Token& token, FormulaAtom& into);
  void cells(FormulaAtom& grid);

  std::string_view tex_;
  const FormulaLimits& limits_;
  std::size_t at_ = 0;
  int depth_ = 0;
  int fences_ = 0;  ///< \left … \right around this place
  std::size_t atoms_ = 0;
  Alphabet alphabet_ = Alphabet::standard;
  std::optional<FormulaError> error_;
};

}  // namespace text
