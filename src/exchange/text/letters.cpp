#include "exchange/text/letters.hpp"

#include <algorithm>
#include <array>

namespace ccop::exchange::free_text {
namespace {

/// Characters of one kind, by the blocks of Unicode.
struct Range {
  char32_t first;
  char32_t last;
  Character kind;
};
using enum Character;
constexpr std::array ranges{
    Range{0x80, 0x9F, separator},     Range{0xA0, 0xA0, blank},         Range{0xA1, 0xA6, separator},
    Range{0xA8, 0xA9, separator},     Range{0xAB, 0xAB, quote},         Range{0xAC, 0xAC, separator},
    Range{0xAD, 0xAD, nothing},       Range{0xAE, 0xB4, separator},     Range{0xB6, 0xB9, separator},
    Range{0xBB, 0xBB, quote},         Range{0xBC, 0xBF, separator},     Range{0xD7, 0xD7, separator},
    Range{0xF7, 0xF7, separator},     Range{0x37E, 0x37E, separator},   Range{0x387, 0x387, separator},
    Range{0x55A, 0x55F, separator},   Range{0x589, 0x58A, separator},   Range{0x5BE, 0x5BE, separator},
    Range{0x5C3, 0x5C3, separator},   Range{0x5F3, 0x5F4, separator},   Range{0x600, 0x60F, separator},
    Range{0x61B, 0x61F, separator},   Range{0x640, 0x640, separator},   Range{0x66A, 0x66D, separator},
    Range{0x6D4, 0x6D4, separator},   Range{0x964, 0x965, separator},   Range{0x1361, 0x1368, separator},
    Range{0x1680, 0x1680, blank},     Range{0x2000, 0x200A, blank},     Range{0x200B, 0x200F, nothing},
    Range{0x2010, 0x2011, hyphen},    Range{0x2012, 0x2015, dash},      Range{0x2016, 0x2017, separator},
    Range{0x2018, 0x201F, quote},     Range{0x2020, 0x2023, separator}, Range{0x2024, 0x2024, dot},
    Range{0x2025, 0x2027, separator}, Range{0x2028, 0x2029, line_end},  Range{0x202A, 0x202E, nothing},
    Range{0x202F, 0x202F, blank},     Range{0x2030, 0x2038, separator}, Range{0x2039, 0x203A, quote},
    Range{0x203B, 0x2042, separator}, Range{0x2043, 0x2043, hyphen},    Range{0x2044, 0x2044, slash},
    Range{0x2045, 0x205E, separator}, Range{0x205F, 0x205F, blank},     Range{0x2060, 0x206F, nothing},
    Range{0x2070, 0x2070, separator}, Range{0x20A0, 0x20CF, separator}, Range{0x2190, 0x2211, separator},
    Range{0x2212, 0x2212, hyphen},    Range{0x2213, 0x2214, separator}, Range{0x2215, 0x2215, slash},
    Range{0x2216, 0x2BFF, separator}, Range{0x2E00, 0x2E7F, separator}, Range{0x3000, 0x3000, blank},
    Range{0x3001, 0x3004, separator}, Range{0x3008, 0x3011, quote},     Range{0x3012, 0x3013, separator},
    Range{0x3014, 0x301F, quote},     Range{0x3020, 0x3020, separator}, Range{0x3030, 0x3030, dash},
    Range{0xE000, 0xF8FF, separator}, Range{0xFE00, 0xFE0F, nothing},   Range{0xFE10, 0xFE62, separator},
    Range{0xFE63, 0xFE63, hyphen},    Range{0xFE64, 0xFE6F, separator}, Range{0xFEFF, 0xFEFF, nothing},
    Range{0xFF5F, 0xFF65, separator}, Range{0xFFE0, 0xFFFF, separator}, Range{0x1F000, 0x1FAFF, separator},
    Range{0xE0000, 0xE01EF, nothing},
};

}  // namespace

char32_t next_character(std::string_view text, std::size_t& at) {
  constexpr char32_t broken = 0xFFFD;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto first = byte(at++);
  if (first < 0x80) return first;
  if (first < 0xC2 || first > 0xF4) return broken;
  const std::size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  if (at + more > text.size()) return broken;
  char32_t c = first & (0x3Fu >> more);
  for (std::size_t i = 0; i < more; ++i) {
    if ((byte(at + i) & 0xC0u) != 0x80) return broken;
    c = c << 6 | (byte(at + i) & 0x3Fu);
  }
  if ((more == 2 && c < 0x800) || (more == 3 && (c < 0x10000 || c > 0x10FFFF)) || (c >= 0xD800 && c <= 0xDFFF))
    return broken;
  at += more;
  return c;
}

Character kind_of(char32_t c) {
  const auto* const after = std::ranges::upper_bound(ranges, c, {}, &Range::first);
  if (after == ranges.begin()) return letter;
  const Range& range = *(after - 1);
  return c <= range.last ? range.kind : letter;
}

char32_t in_half_width(char32_t c) {
  return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : c;
}

char digit_of(char32_t c) {
  if (c >= 0x660 && c <= 0x669) return static_cast<char>('0' + (c - 0x660));
  if (c >= 0x6F0 && c <= 0x6F9) return static_cast<char>('0' + (c - 0x6F0));
  return 0;
}

bool mixes_with_latin(char32_t c) {
  return c < 0x590 || (c >= 0x10A0 && c <= 0x10FF) || (c >= 0x1C80 && c <= 0x1CBF) || (c >= 0x1E00 && c <= 0x1FFF) ||
         (c >= 0x2C60 && c <= 0x2D2F) || (c >= 0xA640 && c <= 0xA7FF);
}

}  // namespace ccop::exchange::free_text
