#include "ballot/agreement.hpp"

#include "ballot/certificates.hpp"

#include <algorithm>

namespace ccop::ballot {
namespace {

using Decryptions = std::map<std::uint32_t, PartialDecryption>;

bool are_enough(const Trustees& trustees, const Decryptions& decryptions) {
  std::set<std::uint32_t> owners;
  for (const auto& [owner, decryption] : decryptions) owners.insert(owner);
  return trustees.suffice(owners);
}

Decryptions without(Decryptions decryptions, std::uint32_t owner) {
  decryptions.erase(owner);
  return decryptions;
}

/// As many of them as it takes, the first ones.
Decryptions no_more_than_needed(const Trustees& trustees, const Decryptions& decryptions) {
  Decryptions few = decryptions;
  for (auto owner = decryptions.rbegin(); owner != decryptions.rend(); ++owner)
    if (auto fewer = without(few, owner->first); are_enough(trustees, fewer)) few = std::move(fewer);
  return few;
}

/// Interpolated over these, each place of the tally.
std::vector<Point> combined(const EncryptedTally& tally, const Trustees& trustees, const Decryptions& decryptions) {
  std::vector<Point> all;
  for (std::size_t i = 0; i < tally.size(); ++i)
    for (std::size_t j = 0; j < tally[i].size(); ++j) {
      std::map<std::uint32_t, Point> factors;
      for (const auto& [owner, decryption] : decryptions)
        factors.emplace(owner, group_element(decryption.decryption_factors.at(i).at(j)));
      all.push_back(trustees.combined(factors).value());
    }
  return all;
}

/// One more than are needed lies on the polynomial of the others, or changes what they interpolate to. Nothing where
/// they are too few, don't agree, or give no totals.
std::optional<Result> agreed(const EncryptedTally& tally, const Trustees& trustees, const Decryptions& decryptions,
                             std::uint64_t weight) {
  if (!are_enough(trustees, decryptions)) return std::nullopt;
  const Decryptions first = no_more_than_needed(trustees, decryptions);
  const std::vector<Point> expected = combined(tally, trustees, first);
  for (const auto& further : decryptions) {
    if (first.contains(further.first)) continue;
    Decryptions with = first;
    with.insert(further);
    if (!std::ranges::equal(combined(tally, trustees, with), expected)) return std::nullopt;
  }
  return result_of(tally, trustees, first, weight);
}

}  // namespace

Agreement agreement_of(const EncryptedTally& tally, const Trustees& trustees, const Decryptions& decryptions,
                       std::uint64_t weight) {
  Agreement found{agreed(tally, trustees, decryptions, weight), {}};
  if (found.result) return found;
  std::vector<std::uint32_t> suspects;
  for (const auto& [owner, decryption] : decryptions)
    if (agreed(tally, trustees, without(decryptions, owner), weight)) suspects.push_back(owner);
  if (suspects.size() == 1) found.astray = suspects.front();
  return found;
}

}  // namespace ccop::ballot
