// How both engines write the lists of an object, and terms that stand in lists. Included by this folder's stores alone.
#pragma once

#include "store/objects.hpp"

#include <algorithm>

namespace ccop::store {

inline constexpr std::uint64_t latest_flag = 1;
inline constexpr std::uint64_t first_flag = 2;
inline constexpr std::uint64_t old_edition_flag = 4;
inline constexpr std::uint64_t sealed_flag = 8;
inline constexpr std::uint64_t beside_flag = 16;
inline constexpr unsigned strictness_shift = 8;
/// Lists of older versions stand beside those of the latest ones.
inline constexpr std::uint64_t old_shelf = std::uint64_t{1} << 32;

[[nodiscard]] inline std::string text_of_lists(const std::vector<ListId>& lists) {
  std::string text;
  for (const ListId list : lists) text += (text.empty() ? "" : ",") + std::to_string(list);
  return text;
}

[[nodiscard]] inline std::vector<ListId> lists_of_text(std::string_view text) {
  std::vector<ListId> lists;
  while (!text.empty()) {
    ListId list = 0;
    const auto end = std::min(text.find(','), text.size());
    for (const char c : text.substr(0, end)) list = list * 10 + static_cast<ListId>(c - '0');
    lists.push_back(list);
    text = end == text.size() ? std::string_view{} : text.substr(end + 1);
  }
  return lists;
}

/// Whether objects can have this term: it is made of the characters of NewObject::terms.
[[nodiscard]] inline bool is_term(std::string_view text) {
  constexpr std::string_view marks = ".-:/@_#+%&=~!$?";
  return !text.empty() && std::ranges::all_of(text, [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80 ||
           marks.find(c) != std::string_view::npos;
  });
}

/// A term as it stands in the index: what a reader of other lists asks for never meets it.
[[nodiscard]] inline std::string listed(ListId list, std::string_view term) {
  return std::to_string(list) + "~" + std::string{term};
}

/// What a row's flags say.
[[nodiscard]] inline std::uint64_t flags_of(const ObjectRow& row) {
  return (row.is_latest ? latest_flag : 0) | (row.is_first ? first_flag : 0) |
         (row.is_old_edition ? old_edition_flag : 0) | (row.is_sealed ? sealed_flag : 0) |
         (row.is_beside ? beside_flag : 0) | std::uint64_t{row.strictness} << strictness_shift;
}
inline void take_flags(ObjectRow& row, std::uint64_t flags) {
  row.is_latest = (flags & latest_flag) != 0;
  row.is_first = (flags & first_flag) != 0;
  row.is_old_edition = (flags & old_edition_flag) != 0;
  row.is_sealed = (flags & sealed_flag) != 0;
  row.is_beside = (flags & beside_flag) != 0;
  row.strictness = static_cast<std::uint8_t>(flags >> strictness_shift);
}

/// What a sealed object is bound to: put into another row, or among other readers, it does not open.
[[nodiscard]] inline std::string bound_to(const ObjectName& name, std::int64_t version, std::uint32_t source,
                                          const std::vector<ListId>& lists) {
  return "threat object " + name.type + "--" + to_hex(name.uuid) + " " + std::to_string(version) + " of " +
         std::to_string(source) + " in " + text_of_lists(lists);
}

/// The words by which a list's index is asked for a term: one in clear, one sealed, or both.
[[nodiscard]] inline std::vector<std::string> asked_words(const Sealing* sealing, ListId list, std::string_view term) {
  std::vector<std::string> words;
  if (sealing == nullptr || sealing->is_in_clear(list)) words.push_back(listed(list, term));
  if (sealing != nullptr && sealing->is_in_sealed(list)) words.push_back(listed(list, sealing->term(list, term)));
  return words;
}

}  // namespace ccop::store
