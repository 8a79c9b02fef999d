#include "course/reading/assets.h"

#include <algorithm>
#include <system_error>

#include "base/files.h"
#include "course/reading/pictures.h"
#include "course/reading/xml.h"

namespace course {
namespace {

namespace fs = std::filesystem;

/// The file in the same folder whose name is nearest, as a path inside the course; or empty.
std::string nearest_file(const fs::path& folder, const std::string& path) {
  const fs::path wanted(path);
  std::vector<std::string> names;
  std::error_code error;
  constexpr std::size_t most = 1000;
  for (fs::directory_iterator it(folder / wanted.parent_path(), error), end; !error && it != end && names.size() < most;
       it.increment(error)) {
    names.push_back(it->path().filename().string());
  }
  const std::string near = base::nearest(wanted.filename().string(), names);
  return near.empty() ? near : (wanted.parent_path() / near).generic_string();
}

base::Message megabytes(std::uint64_t bytes) { return msg("{n} MB", {{"n", bytes >> 20}}); }

/// Enough for the header of every PNG and SVG, and for a JPEG behind its preview and its camera's notes.
std::string first_bytes(const fs::path& path, std::uint64_t limit) {
  auto bytes = base::read_start(path, std::min<std::uint64_t>(limit, 256 << 10));
  if (bytes && !picture_info(*bytes)) bytes = base::read_file(path, limit);
  return bytes ? std::move(*bytes) : std::string();
}

/// Reports the first place at which an SVG is no XML, so that nothing could be drawn.
bool is_whole_svg(Reader& reader, const Node& node, const fs::path& path) {
  auto bytes = base::read_file(path, reader.around().limits.picture_bytes);
  if (!bytes) return true;  // what cannot be read is told by others
  auto mistake = xml_mistake(*bytes);
  if (!mistake) return true;
  const SourceFile file(fs::path(std::string(node.text())).lexically_normal().generic_string(), std::move(*bytes));
  auto& d = reader.error("picture", node,
                         msg("the picture {path} is broken: {what}",
                             {{"path", in_quotes(node.text())}, {"what", std::move(mistake->what)}}),
                         msg("open it in a drawing program and save it again"));
  d.related.push_back({file.name(), file.span(mistake->offset, 1), msg("here")});
  return false;
}

}  // namespace

std::optional<fs::path> find_file(Reader& reader, const Key& key, const Node& node) {
  const auto words = reader.scalar(key, node);
  if (!words) return std::nullopt;
  const std::string path(*words);
  auto found = base::inside(reader.around().folder, path);
  if (found) return std::move(*found);
  switch (found.error().refusal) {
    case base::Refusal::outside:
      reader.error("outside", node, msg("{path} leads out of the course’s folder", {{"path", in_quotes(path)}}),
                   msg("copy the file into the course and give its path from there"));
      break;
    case base::Refusal::not_found:
      reader.error("missing-file", node, msg("the course has no file {path}", {{"path", in_quotes(path)}}),
                   did_you_mean(nearest_file(reader.around().folder, path)));
      break;
    default:
      reader.error("unreadable", node, msg("the file cannot be read: {why}", {{"why", found.error().detail}}));
      break;
  }
  return std::nullopt;
}

std::shared_ptr<const PlacedTable> Assets::table(Reader& reader, const Key& key, const Node& node,
                                                 const SourceFile*& file) {
  const auto path = find_file(reader, key, node);
  if (!path) return nullptr;
  const std::string name = fs::path(std::string(node.text())).lexically_normal().generic_string();
  auto known = tables_.find(name);
  if (known == tables_.end()) {
    const auto* instead = reader.around().instead;
    const bool edited = instead != nullptr && instead->count(name) != 0;
    auto content = edited ? base::Result<std::string>(instead->at(name))
                          : base::read_file(*path, reader.around().limits.file_bytes);
    if (!content) {
      const bool large = content.error().refusal == base::Refusal::too_large;
      reader.error(
          "unreadable", node,
          large ? msg("the table is larger than {size}", {{"size", megabytes(reader.around().limits.file_bytes)}})
                : msg("the table cannot be read: {why}", {{"why", content.error().detail}}));
      return nullptr;
    }
    known = tables_.emplace(name, KnownTable{SourceFile(name, std::move(*content)), nullptr}).first;
    if (auto table = parse_csv(known->second.file, reader.around().limits, reader.diagnostics())) {
      known->second.table = std::make_shared<const PlacedTable>(std::move(*table));
    }
  }
  file = &known->second.file;
  if (known->second.table == nullptr)
    reader.error("table", node, msg("this table has mistakes, so the chart cannot be drawn"));
  return known->second.table;
}

fs::path Assets::picture(Reader& reader, const Key& key, const Node& node) {
  const auto path = find_file(reader, key, node);
  if (!path) return {};
  const Limits& limits = reader.around().limits;
  std::error_code error;
  const std::uint64_t bytes = fs::file_size(*path, error);
  if (!error && bytes > limits.picture_bytes) {
    reader.error("picture", node,
                 msg("the picture has {size}; at most {most} are shown",
                     {{"size", megabytes(bytes)}, {"most", megabytes(limits.picture_bytes)}}),
                 msg("save it smaller"));
    return {};
  }
  const auto info = picture_info(first_bytes(*path, limits.picture_bytes));
  if (!info) {
    reader.error("picture", node, msg("{path} is no PNG, JPEG or SVG picture", {{"path", in_quotes(node.text())}}),
                 msg("open it in an image editor and save it as one of them; its name alone does not make it one"));
    return {};
  }
  const bool bitmap = info->format != PictureInfo::Format::svg;
  if (bitmap && (info->width == 0 || info->height == 0 || info->width > limits.picture_side ||
                 info->height > limits.picture_side)) {
    reader.error("picture", node,
                 msg("the picture is {width} × {height} pixels; at most {most} each way are shown",
                     {{"width", info->width}, {"height", info->height}, {"most", limits.picture_side}}),
                 msg("save it smaller"));
    return {};
  }
  constexpr std::uint64_t kEnd = 64 << 10;  // cameras write notes behind a JPEG
  if (const auto end = base::read_end(*path, kEnd); end && !ends_whole(info->format, *end)) {
    reader.error("picture", node, msg("the end of the picture {path} is missing", {{"path", in_quotes(node.text())}}),
                 msg("copy the file again, or save it again from where it was made"));
    return {};
  }
  if (info->format == PictureInfo::Format::svg && !is_whole_svg(reader, node, *path)) return {};
  return *path;
}

}  // namespace course
