#include "expression/symbols.h"

#include <algorithm>

#include "expression/lexer.h"

namespace expression {

std::size_t Symbols::add_number(std::string name) {
  symbols_[std::move(name)] = {Kind::number, numbers_};
  return numbers_++;
}

std::size_t Symbols::add_word(std::string name) {
  symbols_[std::move(name)] = {Kind::word, words_};
  return words_++;
}

std::size_t Symbols::add_series(std::string name) {
  series_[std::move(name)] = series_count_;
  return series_count_++;
}

std::size_t Symbols::add_table(std::string name, std::vector<ColumnName> columns) {
  symbols_[std::move(name)] = {Kind::table, tables_.size()};
  tables_.push_back(std::move(columns));
  return tables_.size() - 1;
}

void Symbols::rename_number(std::size_t slot, std::string name) {
  std::erase_if(symbols_,
                [&](const auto& entry) { return entry.second.kind == Kind::number && entry.second.slot == slot; });
  symbols_[std::move(name)] = {Kind::number, slot};
}

std::optional<Symbols::Symbol> Symbols::find(std::string_view name) const {
  if (const auto found = symbols_.find(name); found != symbols_.end()) return found->second;
  return find_series(name);
}

std::optional<Symbols::Symbol> Symbols::find_series(std::string_view name) const {
  const auto found = series_.find(name);
  if (found == series_.end()) return std::nullopt;
  return Symbol{Kind::series, found->second};
}

std::string Symbols::table_with(std::string_view column) const {
  for (const auto& [name, symbol] : symbols_) {
    if (symbol.kind != Kind::table) continue;
    const auto& columns = tables_[symbol.slot];
    if (std::any_of(columns.begin(), columns.end(), [&](const ColumnName& c) { return c.name == column; })) return name;
  }
  return {};
}

std::vector<std::string> Symbols::names() const {
  std::vector<std::string> names;
  for (const auto& [name, symbol] : symbols_) names.push_back(name);
  for (const auto& [name, slot] : series_) {
    if (!symbols_.contains(name)) names.push_back(name);
  }
  return names;
}

bool is_name(std::string_view word) {
  if (word.empty() || word.size() > 80 || is_word_of_language(word)) return false;
  return name_length(word, 0) == word.size();
}

}  // namespace expression
