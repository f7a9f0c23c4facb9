// The sentences that refuse: each is an object that knows how many values it takes. Their words, in each language, are
// in api/messages/.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace ccop::community {

template <std::size_t Gaps>
struct Sentence {
  std::string_view key;
  std::array<std::string_view, Gaps> gaps;  ///< the names of what stands in it

  template <class... Names>
  constexpr explicit Sentence(std::string_view its_key, Names... names) : key(its_key), gaps{names...} {}
};
template <class... Names>
Sentence(const char*, Names...) -> Sentence<sizeof...(Names)>;

/// A sentence as a list of them has it: its key, and how many gaps it has.
struct SentenceInBrief {
  std::string_view key;
  std::array<std::string_view, 4> gaps;
  std::size_t count;
};
template <std::size_t Gaps>
[[nodiscard]] constexpr SentenceInBrief in_brief(const Sentence<Gaps>& sentence) {
  SentenceInBrief brief{sentence.key, {}, Gaps};
  for (std::size_t i = 0; i < Gaps; ++i) brief.gaps[i] = sentence.gaps[i];
  return brief;
}

}  // namespace ccop::community
