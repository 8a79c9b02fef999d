#include "course/reading/object.h"

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

void Object::report_unknown(const Node& key, const Node& value) {
  std::vector<std::string> names;
  for (std::size_t n = 0; n < name_count_; ++n) {
    if (names_[n] == key.text()) return;  // given twice, which was reported when the file was parsed
    names.emplace_back(names_[n]);
  }
  const std::string near = base::nearest(key.text(), names);
  if (reader_.around().wanted != nullptr) reader_.around().wanted->rename_key(reader_.file(), node_, key, names);
  std::erase_if(missing_, [&](const Key* missing) { return missing->name == near; });
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
    if (!taken && node_.key(i).is_scalar()) report_unknown(node_.key(i), node_.value(i));
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
