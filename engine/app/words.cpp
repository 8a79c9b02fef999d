#include "app/words.h"

#include "app/places.h"
#include "base/files.h"

namespace app {

text::Translator translator(const std::string& language) {
  constexpr std::uint64_t kLargest = 4 << 20;
  if (language == "en") return {};
  const auto file = assets_dir() / "i18n" / (language + ".po");
  const auto content = base::read_file(file, kLargest);
  if (!content) return {};
  base::Diagnostics ignored;  // tests/words proves the catalogues; a user could do nothing about a mistake in one
  auto catalogue = std::make_shared<text::Catalogue>(text::Catalogue::parse(*content, file.string(), ignored));
  return {language, std::move(catalogue)};
}

}  // namespace app
