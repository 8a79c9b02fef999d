#include "course/reading/object.h"

#include <vector>

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
  if (value == nullptr && key.need == Need::required) {
    const Node& place = node_.size() > 0 ? node_.key(0) : node_;
    reader_.error(
        "missing-key", place, std::string(what_) + " needs the key " + in_quotes(key.name),
        "add “" + std::string(key.name) + ": …”" + (key.meaning.empty() ? "" : " (" + std::string(key.meaning) + ")"));
  }
  return value;
}

void Object::finish() {
  if (static_cast<std::size_t>(std::popcount(taken_)) == node_.size()) return;
  for (std::uint32_t i = 0; i < node_.size(); ++i) {
    if (i < most_names && (taken_ >> i & 1) != 0) continue;
    const Node& key = node_.key(i);
    if (!key.is_scalar()) continue;  // reported when the file was parsed
    bool known = false;
    std::vector<std::string> names;
    for (std::size_t n = 0; n < name_count_; ++n) {
      known = known || names_[n] == key.text();
      names.emplace_back(names_[n]);
    }
    if (known) continue;  // given twice, which was reported
    std::string remedy = did_you_mean(base::nearest(key.text(), names));
    if (remedy.empty()) remedy = "delete it, or see docs/format.md for the keys there are";
    reader_.error("unknown-key", key, std::string(what_) + " has no key " + in_quotes(key.text()), std::move(remedy));
  }
}

bool expect_map(Reader& reader, const Key& key, const Node& node) {
  if (node.is_map()) return true;
  reader.wrong(key, node);
  return false;
}

}  // namespace course
