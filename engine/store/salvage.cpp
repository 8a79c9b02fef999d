#include "store/salvage.h"

#include <algorithm>

namespace store {
namespace {

std::optional<Row> row_of(const Record& record) {
  using Kind = Value::Kind;
  constexpr Kind kinds[] = {Kind::null, Kind::integer, Kind::integer, Kind::integer, Kind::text,
                            Kind::text, Kind::text,    Kind::text,    Kind::integer};
  const auto& values = record.values;
  for (std::size_t i = 0; i < std::size(kinds); ++i) {
    if (values[i].kind != kinds[i]) return std::nullopt;
  }
  Row row{record.row_id,  values[1].integer, values[2].integer, values[3].integer,
          values[4].text, values[5].text,    values[6].text,    values[7].text};
  if (checksum_of(row) != values[8].integer) return std::nullopt;
  return row;
}

constexpr std::size_t event_columns = 9;
constexpr std::size_t named_columns = 3;

/// Tries every offset: where a page's header is damaged, its rows still are what their checksums say.
template <class Found>
void each_event(const Pages& pages, std::string_view page, const Found& found) {
  for (std::size_t at = 0; at < page.size(); ++at) {
    const auto record = record_at(pages, page, at, event_columns);
    if (!record) continue;
    if (auto row = row_of(*record)) found(std::move(*row));
  }
}

/// Drafts and settings change in place, so only what the page's header points at is live.
void add_named(const Pages& pages, std::string_view page, bool first_page, Contents& contents) {
  for (const std::size_t at : cells_of(page, first_page)) {
    const auto record = record_at(pages, page, at, named_columns);
    if (!record) continue;
    const auto& values = record->values;
    if (values[0].kind != Value::Kind::text || values[1].kind != Value::Kind::text) continue;
    for (auto [table, map] : {std::pair("drafts", &contents.drafts), std::pair("settings", &contents.settings)}) {
      if (checksum_of(table, values[0].text, values[1].text) == values[2].integer)
        (*map)[values[0].text] = values[1].text;
    }
  }
}

}  // namespace

Contents salvage(const Pages& pages) {
  Contents contents;
  const auto keep = [&](Row&& row) { contents.events.try_emplace(row.number, std::move(row)); };
  std::uint32_t count = static_cast<std::uint32_t>(pages.main_count());
  for (const Frame& frame : pages.frames()) {
    if (frame.valid) count = std::max(count, std::min(frame.page, std::uint32_t{1} << 20));
  }
  // First the file as it last was, then what is left of older and unread states of its pages.
  for (std::uint32_t number = 1; number <= count; ++number) {
    each_event(pages, pages.page(number), keep);
    add_named(pages, pages.page(number), number == 1, contents);
  }
  for (auto frame = pages.frames().rbegin(); frame != pages.frames().rend(); ++frame)
    each_event(pages, frame->data, keep);
  for (std::size_t i = 0; i < pages.main_count(); ++i) {
    if (pages.page(static_cast<std::uint32_t>(i + 1)).data() != pages.main_page(i).data())
      each_event(pages, pages.main_page(i), keep);
  }
  return contents;
}

Unread unread_in(const Pages& pages, std::int64_t last_number) {
  const auto& frames = pages.frames();
  Unread unread;
  for (std::size_t i = 0; i < frames.size(); ++i) {
    if (frames[i].valid) continue;
    // Without a commit behind it in the same round a frame was never finished, so nobody was told that it is safe.
    const bool committed =
        std::any_of(frames.begin() + static_cast<std::ptrdiff_t>(i), frames.end(),
                    [&](const Frame& later) { return later.commits && later.round == frames[i].round; });
    if (!committed) continue;
    unread.torn = unread.torn || frames[i].current;
    each_event(pages, frames[i].data,
               [&](const Row& row) { unread.events = unread.events || row.number > last_number; });
  }
  return unread;
}

}  // namespace store
