#include "ledger/tile_path.hpp"

#include <charconv>
#include <stdexcept>

namespace ccop::ledger {
namespace {

std::optional<std::uint64_t> number(std::string_view digits, std::size_t most_digits) {
  std::uint64_t value = 0;
  if (digits.empty() || digits.size() > most_digits) return std::nullopt;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

/// Groups of three digits, all but the last with a leading x: 1234067 is x001/x234/067.
std::string index_text(std::uint64_t index) {
  const auto group = [](std::uint64_t value) {
    std::string digits = std::to_string(value);
    return std::string(3 - digits.size(), '0') + digits;
  };
  std::string out = group(index % 1000);
  for (index /= 1000; index > 0; index /= 1000) out = "x" + group(index % 1000) + "/" + out;
  return out;
}

}  // namespace

std::string tile_path(const TilePath& tile) {
  std::string out = tile.is_entries ? "entries" : std::to_string(tile.id.level);
  out += "/" + index_text(tile.id.index);
  if (tile.width != tile_width) out += ".p/" + std::to_string(tile.width);
  return out;
}

std::optional<TilePath> parse_tile_path(std::string_view path) {
  const std::string_view whole = path;
  TilePath tile;
  const auto slash = path.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto head = path.substr(0, slash);
  path.remove_prefix(slash + 1);
  if (head == "entries") {
    tile.is_entries = true;
  } else {
    const auto level = number(head, 2);
    if (!level || *level > 63) return std::nullopt;
    tile.id.level = static_cast<std::uint32_t>(*level);
  }
  if (const auto partial = path.find(".p/"); partial != std::string_view::npos) {
    const auto width = number(path.substr(partial + 3), 3);
    if (!width || *width == 0 || *width >= tile_width) return std::nullopt;
    tile.width = *width;
    path = path.substr(0, partial);
  }
  if (path.size() > 27) return std::nullopt;
  while (path.starts_with('x')) {
    const auto group = path.size() > 5 && path[4] == '/' ? number(path.substr(1, 3), 3) : std::nullopt;
    if (!group) return std::nullopt;
    tile.id.index = tile.id.index * 1000 + *group;
    path.remove_prefix(5);
  }
  const auto last = path.size() == 3 ? number(path, 3) : std::nullopt;
  if (!last) return std::nullopt;
  tile.id.index = tile.id.index * 1000 + *last;
  if (tile_path(tile) != whole) return std::nullopt;
  return tile;
}

void append_to_bundle(std::string& bundle, std::string_view entry) {
  if (entry.size() > 0xFFFF) throw std::length_error("a ledger entry has at most 65535 bytes");
  bundle += static_cast<char>(entry.size() >> 8);
  bundle += static_cast<char>(entry.size() & 0xFF);
  bundle += entry;
}

std::optional<std::vector<std::string>> split_bundle(std::string_view bundle) {
  std::vector<std::string> entries;
  while (!bundle.empty()) {
    if (bundle.size() < 2) return std::nullopt;
    const std::size_t length =
        static_cast<std::size_t>(static_cast<unsigned char>(bundle[0])) << 8 | static_cast<unsigned char>(bundle[1]);
    if (bundle.size() < 2 + length) return std::nullopt;
    entries.emplace_back(bundle.substr(2, length));
    bundle.remove_prefix(2 + length);
  }
  return entries;
}

}  // namespace ccop::ledger
