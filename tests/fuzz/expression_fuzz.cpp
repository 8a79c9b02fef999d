// Any bytes are an expression, which is evaluated within its bounds, or a problem with its place.

#include <cmath>
#include <vector>

#include "expression/program.h"
#include "fuzz/input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace expression;
  Symbols symbols;
  for (const char* name : {"x", "y", "n"}) symbols.add_number(name);
  symbols.add_word("city");
  symbols.add_series("f");
  symbols.add_table("korea", {{"year", Type::number}, {"name", Type::word}});
  const std::string_view text = fuzz::text(data, size);
  Limits limits;
  limits.steps = 100'000;
  const auto program = compile(text, symbols, limits);
  if (!program) {
    const Problem& problem = program.error();
    fuzz::require(!problem.message.empty(), "a problem is told");
    fuzz::require(problem.offset <= size, "it has its place");
    fuzz::require(problem.offset == size || problem.offset + problem.length <= size, "and ends within the text");
    return 0;
  }
  const std::vector<double> numbers{0.5, -2, 1e9}, years{1, 2, 3}, xs{0, 1, 2};
  const std::vector<std::string> words{"Seoul"}, names{"a", "b", "c"};
  const std::vector<Column> columns{{years, {}}, {{}, names}};
  const std::vector<Series> series{{years, {}, 0, 1}};
  const std::vector<Table> tables{{3, columns}};
  const Inputs inputs{numbers, words, series, tables};
  std::vector<double> out(3);
  program->sweep(inputs, 0, xs, out);
  program->word(inputs);
  program->number({});
  fuzz::require(!program->holds(inputs) || !std::isnan(program->number(inputs)), "what holds is a number");
  return 0;
}
