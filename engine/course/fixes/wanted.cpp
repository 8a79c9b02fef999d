#include "course/fixes/wanted.h"

#include <algorithm>

#include "base/edit_distance.h"
#include "course/reading/words.h"
#include "text/markdown.h"

namespace course {
namespace {

constexpr std::size_t longest_id = 40;

bool is_digits(std::string_view words) {
  return !words.empty() && words.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::string with_point(std::string_view words) {
  const std::size_t comma = words.find(',');
  if (comma == std::string_view::npos) return {};
  std::string_view whole = words.substr(0, comma);
  std::string_view places = words.substr(comma + 1);
  if (whole.starts_with('-') || whole.starts_with('+')) whole.remove_prefix(1);
  if (places.ends_with('%')) places.remove_suffix(1);
  while (places.ends_with(' ')) places.remove_suffix(1);
  const bool thousands = places.size() == 3 && whole.find_first_not_of('0') != std::string_view::npos;
  if (!is_digits(whole) || !is_digits(places) || thousands) return {};
  std::string number(words);
  number[comma] = '.';
  return number;
}

std::string cut_number(const SourceFile& file, const Node& map, std::uint32_t i) {
  if (i == 0 || !map.value(i).is_null() || !map.key(i).is_plain()) return {};
  const Node &before = map.value(i - 1), &rest = map.key(i);
  if (!before.is_scalar() || !before.is_plain()) return {};
  std::string number = std::string(before.text()) + "," + std::string(rest.text());
  const bool together =
      file.text().substr(std::min<std::size_t>(before.offset(), file.text().size()), number.size()) == number;
  return together && !with_point(number).empty() ? number : std::string();
}

void WantedChanges::add(const SourceFile& file, Wanted wanted) {
  std::vector<Wanted>& all = files_[file.name()];
  const auto known = std::find_if(all.begin(), all.end(), [&](const Wanted& w) { return w.offset == wanted.offset; });
  if (known == all.end()) return all.push_back(std::move(wanted));
  known->twice = true;  // an alias was read again
}

void WantedChanges::rename_key(const SourceFile& file, const Node& map, const Node& key,
                               const std::vector<std::string>& names) {
  constexpr std::size_t shortest = 4;  // "is" is no slip of "id"
  std::string meant;
  for (const std::string& name : names) {
    if (name == meant || base::edit_distance(key.text(), name, 1) > 1) continue;
    if (!meant.empty()) return;
    meant = name;
  }
  if (meant.size() < shortest || !key.is_plain() || map.find(meant) != nullptr) return;
  add(file, {Wanted::Kind::word, key.offset(), std::string(key.text()), meant,
             msg("{key} is written “{meant}”", {{"key", in_quotes(key.text())}, {"meant", meant}})});
}

void WantedChanges::write_point(const SourceFile& file, const Node& number) {
  std::string with = number.is_plain() ? with_point(number.text()) : std::string();
  if (!with.empty())
    add(file, {Wanted::Kind::word, number.offset(), std::string(number.text()), std::move(with),
               msg("the decimal mark is a point")});
}

void WantedChanges::join_number(const SourceFile& file, const Node& map, std::uint32_t i) {
  const std::string number = cut_number(file, map, i);
  if (!number.empty())
    add(file, {Wanted::Kind::comma, map.value(i - 1).offset(), number, with_point(number),
               msg("the decimal mark is a point")});
}

void WantedChanges::write_point(const SourceFile& file, std::uint32_t offset, const std::string& cell) {
  const std::string with = with_point(cell);
  if (!with.empty())
    add(file, {Wanted::Kind::word, offset, "\"" + cell + "\"", "\"" + with + "\"", msg("the decimal mark is a point")});
}

void WantedChanges::add_id(const SourceFile& file, const Node& step) {
  for (std::uint32_t i = 0; i < step.size(); ++i) {
    if (base::edit_distance(step.key(i).text(), "id", 1) <= 1) return;  // perhaps that one was meant
  }
  for (std::uint32_t i = 0; i < step.size(); ++i) {
    if (step.key(i).text() != "ask" || step.value(i).text().empty()) continue;
    std::string id = slug(text::plain_text(step.value(i).text()), longest_id);
    if (id.empty()) id = "question";
    return add(file, {Wanted::Kind::id, step.key(i).offset(), {}, std::move(id), msg("a question needs an id")});
  }
}

}  // namespace course
