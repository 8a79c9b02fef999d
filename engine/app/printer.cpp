#include "app/printer.h"

#include <utility>

#include "app/figures.h"
#include "app/words.h"
#include "base/files.h"
#include "base/utf8.h"
#include "print/sheet.h"
#include "print/write.h"

namespace app {
namespace {

namespace fs = std::filesystem;

/// Bytes of the 255 that names have: number, “(key)” and ending come behind it.
constexpr std::size_t kLongestName = 200;
constexpr int kMostNumbers = 10'000;

/// A title without what some file system does not bear in a name.
std::string name_of(const std::string& title, const text::Translator& words) {
  std::string name;
  for (std::size_t at = 0; at < title.size();) {
    const base::CodePoint c = base::decode(title, at);
    if (name.size() + c.bytes > kLongestName) break;
    at += c.bytes;
    const bool ascii = c.value < 0x80;
    const char letter = ascii ? static_cast<char>(c.value) : ' ';
    if (std::string_view("/\\:|").find(letter) != std::string_view::npos)
      name += '-';
    else if (c.value >= 0x20 && c.value != 0x7f && std::string_view("*?\"<>").find(letter) == std::string_view::npos)
      base::append(name, c.value);
  }
  // A leading dot would hide it; a trailing one is lost elsewhere.
  const std::size_t first = name.find_first_not_of(" ."), last = name.find_last_not_of(" .");
  return first == std::string::npos ? words.tr("Quiz") : name.substr(first, last - first + 1);
}

void remove(const SheetFiles& files) {
  std::error_code ignored;
  fs::remove(files.sheet, ignored);
  fs::remove(files.key, ignored);
}

}  // namespace

/// What is being printed; its questions stay where they are.
struct Printer::Job {
  explicit Job(screens::Printout printed) : what(std::move(printed)) {
    options.title = what.title;
    options.course = what.course;
    options.words = translator(what.language);
    options.language = what.language;
    options.seed = what.seed;
    figures.emplace(print::figures(what.questions, options), options.words);
  }

  screens::Printed write(const fs::path& folder) const {
    const auto files = reserve_files(folder, options.title, options.words);
    if (!files) return {tl::unexpected(files.error())};
    auto written = print::write(print::sheet(what.questions, options), files->sheet);
    if (written) written = print::write(print::key(what.questions, options), files->key);
    if (written) return {files->sheet};
    remove(*files);
    return {tl::unexpected(written.error())};
  }

  const screens::Printout what;
  print::SheetOptions options;
  std::optional<Figures> figures;  ///< until they are drawn
};

Printer::Printer(fs::path folder, std::function<void(screens::Printed)> deliver)
    : folder_(std::move(folder)), deliver_(std::move(deliver)) {}

Printer::~Printer() = default;

void Printer::print(screens::Printout what) { job_ = std::make_unique<Job>(std::move(what)); }

bool Printer::advance() {
  if (job_ == nullptr) return false;
  if (!job_->figures->step()) return true;
  job_->options.draw = job_->figures->painter();
  job_->figures.reset();
  // Assigning joins the writer before, which has answered.
  writer_ =
      std::jthread([job = std::move(job_), folder = folder_, deliver = deliver_] { deliver(job->write(folder)); });
  return false;
}

base::Result<SheetFiles> reserve_files(const fs::path& folder, const std::string& title,
                                       const text::Translator& words) {
  const std::string name = name_of(title, words);
  for (int number = 1; number <= kMostNumbers; ++number) {
    const std::string numbered = number == 1 ? name : name + " " + std::to_string(number);
    const std::string key = text::fill(words.tr("{title} (key)"), {{"title", numbered}});
    const SheetFiles files{folder / (numbered + ".pdf"), folder / (key + ".pdf")};
    const auto sheet_is_ours = base::create_file(files.sheet);
    if (!sheet_is_ours) return tl::unexpected(sheet_is_ours.error());
    if (!*sheet_is_ours) continue;
    const auto key_is_ours = base::create_file(files.key);
    if (key_is_ours && *key_is_ours) return files;
    std::error_code ignored;
    fs::remove(files.sheet, ignored);
    if (!key_is_ours) return tl::unexpected(key_is_ours.error());
  }
  return base::fail(base::Refusal::busy, folder.string());
}

}  // namespace app
