#include "course/reading/object.h"

#include "base/utf8.h"
#include "course/fixes/wanted.h"

namespace course {

const Node* Object::find(std::string_view name) {
  if (name_count_ < most_names) names_[name_count_++] = name;
  for (std::uint32_t i = 0; i < node_.size(); ++i) {
    if (node_.key(i).text() != name) continue;
    if (i < most_names) taken_ |= std::uint64_t{1} << i;
    return &node_.value(i);
  }
  return nullptr;
}

const Node* Object::take(const Key& key) {
  const Node* value = find(key.name);
  if (value == nullptr && key.need == Need::required) missing_.push_back(&key);
  return value;
}

void Object::report_unknown(std::uint32_t i) {
  const Node &key = node_.key(i), &value = node_.value(i);
  WantedChanges* const wanted = reader_.around().wanted;
  if (const std::string number = cut_number(reader_.file(), node_, i); !number.empty()) {
    if (wanted != nullptr) wanted->join_number(reader_.file(), node_, i);
    reader_.error("unknown-key", reader_.file().span(node_.value(i - 1).offset(), number.size()),
                  msg("inside of braces the comma of {number} begins a new key", {{"number", in_quotes(number)}}),
                  msg("write the decimal mark as a point: {words}", {{"words", with_point(number)}}));
    return;
  }
  std::vector<std::string> names;
  for (std::size_t n = 0; n < name_count_; ++n) {
    if (names_[n] == key.text()) return;  // given twice, which was reported when the file was parsed
    names.emplace_back(names_[n]);
  }
  const std::string near = base::nearest(key.text(), names);
  if (wanted != nullptr) wanted->rename_key(reader_.file(), node_, key, names);
  std::erase_if(missing_, [&](const Key* missing) { return missing->name == near; });
  if (lacks_space(key.text())) {
    reader_.error("unknown-key", key, msg("a dash needs a space behind it"),
                  msg("write “- {words}”", {{"words", base::shortened(key.text().substr(1), 30)}}));
    return;
  }
  reader_.error("unknown-key", key, msg("{what} has no key {key}", {{"what", what()}, {"key", in_quotes(key.text())}}),
                !near.empty() ? did_you_mean(near)
                : value.is_null()
                    ? msg("inside of braces a comma ends a text: one that holds a comma goes in quotes, and a number "
                          "takes a point")
                    : msg("delete it, or see docs/format.md for the keys there are"));
}

void Object::finish() {
  const bool all_taken = static_cast<std::size_t>(std::popcount(taken_)) == node_.size();
  for (std::uint32_t i = 0; !all_taken && i < node_.size(); ++i) {
    const bool taken = i < most_names && (taken_ >> i & 1) != 0;
    if (!taken && node_.key(i).is_scalar()) report_unknown(i);
  }
  for (const Key* key : missing_) {
    const Node& place = node_.size() > 0 ? node_.key(0) : node_;
    reader_.error("missing-key", place,
                  msg("{what} needs the key {key}", {{"what", what()}, {"key", in_quotes(key->name)}}),
                  msg("add “{key}: …” ({meaning})", {{"key", key->name}, {"meaning", key->meaning}}));
  }
}

bool expect_map(Reader& reader, const Key& key, const Node& node) {
  if (node.is_map()) return true;
  reader.wrong(key, node);
  return false;
}

}  // namespace course
