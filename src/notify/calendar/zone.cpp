#include "notify/calendar/zone.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace ccop::notify {
namespace {

constexpr const char* known_zones = "/usr/share/zoneinfo/";
constexpr std::size_t largest_file = std::size_t{256} * 1024;

bool is_name(std::string_view name) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
           c == '-' || c == '+';
  };
  return !name.empty() && name.front() != '/' &&
         std::ranges::all_of(name, fits);  // without a dot it leads nowhere else
}

std::string contents_of(const std::string& path) {
  std::ifstream in{path, std::ios::binary};
  std::string text(largest_file, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

/// A number of so many bytes, the highest first, with a sign.
std::int64_t number_at(std::string_view file, std::size_t at, std::size_t bytes) {
  std::uint64_t value = (static_cast<unsigned char>(file[at]) & 0x80) != 0 ? ~std::uint64_t{0} : 0;
  for (std::size_t i = 0; i < bytes; ++i) value = value << 8 | static_cast<unsigned char>(file[at + i]);
  return static_cast<std::int64_t>(value);
}

/// How many there are of what follows a header (RFC 8536, section 3.1).
struct Counts {
  std::size_t utc, standard, leaps, times, types, letters;

  static constexpr std::size_t header = 44;
  [[nodiscard]] static std::optional<Counts> at(std::string_view file, std::size_t at) {
    if (file.size() < at + header || file.substr(at, 4) != "TZif" || file[at + 4] < '2') return std::nullopt;
    const auto count = [&](std::size_t i) { return static_cast<std::size_t>(number_at(file, at + 20 + 4 * i, 4)); };
    const Counts counts{count(0), count(1), count(2), count(3), count(4), count(5)};
    for (const std::size_t one :
         {counts.utc, counts.standard, counts.leaps, counts.times, counts.types, counts.letters})
      if (one > file.size()) return std::nullopt;
    return counts;
  }
  [[nodiscard]] std::size_t size(std::size_t bytes_of_a_time) const {
    return times * (bytes_of_a_time + 1) + types * 6 + letters + leaps * (bytes_of_a_time + 4) + standard + utc;
  }
};

}  // namespace

Zone::Zone(std::string_view name) {
  if (is_name(name)) read(contents_of(known_zones + std::string{name}));
}

void Zone::read(std::string_view file) {
  const auto old = Counts::at(file, 0);
  if (!old) return;
  const std::size_t second = Counts::header + old->size(4);  // the block with times of 64 bits
  const auto counts = Counts::at(file, second);
  if (!counts || counts->types == 0 || file.size() < second + Counts::header + counts->size(8)) return;
  const std::size_t times = second + Counts::header;
  const std::size_t which = times + counts->times * 8;
  const std::size_t types = which + counts->times;
  const auto ahead_of = [&](std::size_t type) {
    return std::chrono::seconds{type < counts->types ? number_at(file, types + type * 6, 4) : 0};
  };
  before_all_ = ahead_of(0);
  for (std::size_t i = 0; i < counts->times; ++i)
    changes_.push_back({std::chrono::sys_seconds{std::chrono::seconds{number_at(file, times + i * 8, 8)}},
                        ahead_of(static_cast<unsigned char>(file[which + i]))});
}

std::chrono::seconds Zone::ahead(Time time) const {
  const auto after =
      std::ranges::upper_bound(changes_, std::chrono::floor<std::chrono::seconds>(time), {}, &Change::at);
  return after == changes_.begin() ? before_all_ : std::prev(after)->ahead;
}

std::chrono::sys_days Zone::day_of(Time time) const {
  return std::chrono::floor<days>(time + ahead(time));
}

}  // namespace ccop::notify
