#include "store/profiles.h"

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "base/utf8.h"
#include "text/fold.h"

namespace store {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::uint64_t largest_profile = 64 << 10;
constexpr std::size_t longest_name = 100;
constexpr std::size_t longest_slug = 32;

bool is_id_char(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

bool is_id(const std::string& id) {
  return !id.empty() && id.size() <= 2 * longest_slug && std::all_of(id.begin(), id.end(), is_id_char);
}

/// What of a name can be in a folder's name everywhere; "learner" when nothing can.
std::string slug_of(const std::string& name) {
  std::string slug;
  for (const char c : text::fold(name)) {
    if (slug.size() == longest_slug) break;
    if (c != '-' && is_id_char(c)) {
      slug += c;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.empty() ? "learner" : slug;
}

/// True for characters that show nothing or turn what follows around: controls, marks of direction, zero widths.
bool is_unseen(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
         (c >= 0x2060 && c <= 0x206f) || c == 0xfeff;
}

/// One line, ends trimmed, bounded; empty when nothing is left.
std::string tidy(const std::string& name) {
  std::string tidied;
  std::size_t count = 0;
  for (const char32_t c : base::to_code_points(name)) {
    if (count == longest_name) break;
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == 0xa0 || c == 0x3000;
    if ((!space && is_unseen(c)) || (space && (tidied.empty() || tidied.back() == ' '))) continue;
    base::append(tidied, space ? U' ' : c);
    ++count;
  }
  while (!tidied.empty() && tidied.back() == ' ') tidied.pop_back();
  return tidied;
}

Json read_profile(const fs::path& folder) {
  const auto bytes = base::read_file(folder / "profile.json", largest_profile);
  return bytes ? Json::parse(*bytes, nullptr, /*allow_exceptions=*/false) : Json();
}

bool is_in_place(const fs::path& path) {
  std::error_code error;
  return fs::exists(path, error);
}

}  // namespace

fs::path Profiles::folder_of(const learner::ProfileId& id) const { return data_dir_ / "profiles" / id.str(); }

fs::path Profiles::log_file(const learner::ProfileId& id) const {
  return is_id(id.str()) ? folder_of(id) / "progress.db" : fs::path();
}

base::Result<Profile> Profiles::find(const learner::ProfileId& id) const {
  if (!is_id(id.str())) return base::fail(base::Refusal::not_found, "“" + id.str() + "” is not a profile's id");
  const Json json = read_profile(folder_of(id));
  const auto name = json.is_object() ? json.find("name") : json.end();
  if (!json.is_object() || name == json.end() || !name->is_string()) {
    return base::fail(base::Refusal::not_found, (folder_of(id) / "profile.json").string());
  }
  const std::string tidied = tidy(name->get<std::string>());
  return Profile{id, tidied.empty() ? id.str() : tidied};
}

std::vector<Profile> Profiles::all() const {
  std::vector<Profile> profiles;
  std::error_code error;
  for (fs::directory_iterator at(data_dir_ / "profiles", error), end; !error && at != end; at.increment(error)) {
    if (auto profile = find(learner::ProfileId(at->path().filename().string())))
      profiles.push_back(std::move(*profile));
  }
  std::sort(profiles.begin(), profiles.end(), [](const Profile& a, const Profile& b) {
    return std::pair(text::fold(a.name), a.id) < std::pair(text::fold(b.name), b.id);
  });
  return profiles;
}

base::Status Profiles::write(const Profile& profile) const {
  // What a later version may have added to the file stays in it.
  Json json = read_profile(folder_of(profile.id));
  if (!json.is_object()) json = Json::object();
  json["name"] = profile.name;
  return base::write_file(folder_of(profile.id) / "profile.json", json.dump(2) + "\n");
}

base::Result<Profile> Profiles::create(const std::string& typed) {
  const std::string name = tidy(typed);
  if (name.empty()) return base::fail(base::Refusal::unsupported, "an empty name");
  std::error_code error;
  fs::create_directories(data_dir_ / "profiles", error);
  if (error) return tl::unexpected(base::failure_of_errno(error.value(), data_dir_.string()));
  const std::string slug = slug_of(name);
  for (int i = 1;; ++i) {
    const Profile profile{learner::ProfileId(i == 1 ? slug : slug + "-" + std::to_string(i)), name};
    if (is_in_place(data_dir_ / "trash" / profile.id.str())) continue;
    // Making the folder is what takes the id, so two programs cannot take the same.
    const bool made = fs::create_directory(folder_of(profile.id), error);
    if (error) return tl::unexpected(base::failure_of_errno(error.value(), folder_of(profile.id).string()));
    if (!made) continue;
    if (auto written = write(profile); !written) {
      fs::remove(folder_of(profile.id), error);
      return tl::unexpected(written.error());
    }
    return profile;
  }
}

base::Status Profiles::rename(const learner::ProfileId& id, const std::string& typed) {
  auto profile = find(id);
  if (!profile) return tl::unexpected(profile.error());
  profile->name = tidy(typed);
  if (profile->name.empty()) return base::fail(base::Refusal::unsupported, "an empty name");
  return write(*profile);
}

base::Status Profiles::remove(const learner::ProfileId& id) {
  if (auto profile = find(id); !profile) return tl::unexpected(profile.error());
  std::error_code error;
  fs::create_directories(data_dir_ / "trash", error);
  if (!error) fs::rename(folder_of(id), data_dir_ / "trash" / id.str(), error);
  return base::status_of(error, folder_of(id));
}

base::Status Profiles::restore(const learner::ProfileId& id) {
  const fs::path from = data_dir_ / "trash" / id.str();
  if (!is_id(id.str()) || !is_in_place(from))
    return base::fail(base::Refusal::not_found, "“" + id.str() + "” was not removed");
  std::error_code error;
  fs::rename(from, folder_of(id), error);
  return base::status_of(error, from);
}

learner::ProfileId Profiles::last() const {
  if (const auto bytes = base::read_file(data_dir_ / "last-profile", 1024)) {
    const learner::ProfileId id(bytes->substr(0, bytes->find_first_of("\r\n")));
    if (find(id)) return id;
  }
  const auto profiles = all();
  return profiles.size() == 1 ? profiles.front().id : learner::ProfileId();
}

base::Status Profiles::set_last(const learner::ProfileId& id) {
  if (auto profile = find(id); !profile) return tl::unexpected(profile.error());
  return base::write_file(data_dir_ / "last-profile", id.str() + "\n");
}

fs::path default_data_dir() {
  // The specification says that a relative XDG_DATA_HOME is to be passed over.
  const char* data = std::getenv("XDG_DATA_HOME");
  if (data != nullptr && fs::path(data).is_absolute()) return fs::path(data) / "resonance";
  const char* home = std::getenv("HOME");
  return fs::path(home != nullptr ? home : ".") / ".local" / "share" / "resonance";
}

}  // namespace store
