#include "ui/layout/cache.h"

#include <bit>
#include <cstring>

#include "text/markdown.h"
#include "ui/core.h"

namespace ui {
namespace {

constexpr std::size_t kKeep = 512;  ///< layouts before the unused go

struct Hasher {
  std::uint64_t h = 0x243f6a8885a308d3ull;

  void add(std::uint64_t v) {
    h = (h ^ v) * 0x9e3779b97f4a7c15ull;
    h ^= h >> 32;
  }
  void add(std::string_view s) {
    std::size_t i = 0;
    for (; i + 8 <= s.size(); i += 8) {
      std::uint64_t v = 0;
      std::memcpy(&v, s.data() + i, 8);
      add(v);
    }
    std::uint64_t tail = s.size() << 56;
    if (i < s.size()) std::memcpy(&tail, s.data() + i, s.size() - i);
    add(tail ^ (s.size() << 1));
  }
  void add(const text::Runs& runs) {
    add(runs.size());
    for (const text::Run& r : runs) {
      add(r.text);
      add(static_cast<std::uint64_t>(r.style));
      if (!r.link.empty() || !r.footnote.empty()) add(r.link), add(r.footnote);
    }
  }
  void add(const text::Blocks& blocks) {
    add(blocks.size());
    for (const text::Block& b : blocks) {
      add(static_cast<std::uint64_t>(b.kind) | static_cast<std::uint64_t>(b.level) << 8 |
          static_cast<std::uint64_t>(b.ordered) << 16 |
          static_cast<std::uint64_t>(static_cast<std::uint32_t>(b.start)) << 32);
      add(b.runs);
      add(b.children);
      for (const text::TableRow& row : b.rows) {
        add(row.cells.size());
        for (const text::Runs& cell : row.cells) add(cell);
      }
      for (text::Align a : b.columns) add(static_cast<std::uint64_t>(a));
    }
  }
};

std::uint64_t key_of(std::uint64_t text, float width, const LayoutOptions& o) {
  Hasher h;
  h.add(text);
  h.add(std::bit_cast<std::uint32_t>(width));
  h.add(static_cast<std::uint64_t>(face_index(o.style)) | static_cast<std::uint64_t>(o.tone) << 8 |
        static_cast<std::uint64_t>(o.align) << 16 | static_cast<std::uint64_t>(o.tight) << 24 |
        static_cast<std::uint64_t>(o.links) << 25);
  return h.h;
}

}  // namespace

std::uint64_t hash_of(const text::Document& document) {
  Hasher h;
  h.add(document.blocks);
  return h.h;
}

std::uint64_t hash_of(std::string_view utf8) {
  Hasher h;
  h.add(utf8);
  return h.h;
}

void TextCache::check_fonts(Core& core) {
  if (fonts_version == core.fonts.version) return;
  fonts_version = core.fonts.version;
  layouts.clear();
}

const Layout& TextCache::layout(Core& core, const text::Document& document, float width, const LayoutOptions& options,
                                const std::function<int(std::string_view)>& note_number) {
  check_fonts(core);
  const std::uint64_t key = key_of(hash_of(document), width, options);
  if (const auto at = layouts.find(key); at != layouts.end()) {
    bool same = true;
    for (const LinkTarget& t : at->second.links)
      same = same && (!t.note || !note_number || note_number(t.target) == t.number);
    if (same) {
      at->second.used = core.frame_number;
      return at->second;
    }
  }
  std::vector<std::string> order;
  const auto number = [&](const std::string& id) {
    if (note_number) return note_number(id);
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (order[i] == id) return static_cast<int>(i) + 1;
    }
    order.push_back(id);
    return static_cast<int>(order.size());
  };
  Layout made = lay_out(core.fonts, document, width, options, number);
  made.used = core.frame_number;
  return layouts.insert_or_assign(key, std::move(made)).first->second;
}

const Layout& TextCache::plain(Core& core, std::string_view utf8, float width, const LayoutOptions& options) {
  check_fonts(core);
  const std::uint64_t key = key_of(hash_of(utf8) ^ 0x5bd1e995, width, options);
  if (const auto at = layouts.find(key); at != layouts.end()) {
    at->second.used = core.frame_number;
    return at->second;
  }
  text::Block block;
  block.runs.push_back({std::string(utf8), text::Style::none, {}, {}});
  Layout made = lay_out(core.fonts, {{std::move(block)}}, width, options, [](const std::string&) { return 0; });
  made.used = core.frame_number;
  return layouts.insert_or_assign(key, std::move(made)).first->second;
}

const text::Document& TextCache::parsed(Core& core, std::string_view markdown) {
  Parsed& p = documents[hash_of(markdown)];
  if (p.used == 0) p.document = text::parse_markdown(markdown);
  p.used = core.frame_number;
  return p.document;
}

void TextCache::tidy(std::uint64_t frame) {
  const auto sweep = [&](auto& map) {
    if (map.size() > kKeep) std::erase_if(map, [&](const auto& entry) { return entry.second.used != frame; });
  };
  sweep(layouts);
  sweep(documents);
}

}  // namespace ui
