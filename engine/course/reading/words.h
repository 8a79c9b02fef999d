#pragma once
// How messages speak of what was expected and what was found; ids and the words they are made from.

#include <span>

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

#include "course/reading/key.h"
#include "course/yaml/tree.h"

namespace course {

using base::did_you_mean;
using base::msg;
using base::msgn;

/// "a whole number from 1 to 240", "a text or a list of them".
base::Message expected(const Shape& shape);

/// "nothing", "a list", "“twelve”".
base::Message found(const Node& node);

/// A number as files write it: "0.6".
std::string number_words(double number);

/// "note, tip or warning".
base::Message one_of_words(std::span<const std::string_view> words);

/// “words”, shortened to what fits in a message.
base::Message in_quotes(std::string_view words);

/// “-Think”: a list's dash without its space. Numbers and lines of dashes are none.
bool lacks_space(std::string_view words);

/// Lower-case letters, digits, - and _; at most 80.
bool is_id(std::string_view words);

/// The id nearest to some words: "Green Tea!" gives "green-tea". Letters without a plain form are dropped; may be empty.
std::string slug(std::string_view words, std::size_t most = 80);

/// Several names with commas between them.
std::string listed(const std::vector<std::string>& names);

}  // namespace course
