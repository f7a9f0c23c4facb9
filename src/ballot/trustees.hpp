// The trustees of an election (Belenios specification 3.0, sections 4.5 to 4.7): single ones, who must all decrypt, and
// groups by Pedersen's protocol, of whom a threshold must.
#pragma once

#include "ballot/messages.hpp"
#include "ballot/powers.hpp"

#include <map>
#include <set>

namespace ccop::ballot {

class Trustees {
 public:
  /// Reads and verifies the keys, the certificates and what ties them together. Throws BadInput that says what is
  /// wrong.
  Trustees(std::string_view json, const std::string& group);

  /// The product of all sub-keys, which must be the election's key.
  [[nodiscard]] const Point& election_key() const { return election_key_; }
  [[nodiscard]] std::size_t size() const { return keys_.size(); }
  /// A trustee's key, counted from 1 through all groups.
  [[nodiscard]] const Element& key(std::uint32_t owner) const { return keys_.at(owner - 1); }
  /// In words, e.g. "1 single, 2 of 3".
  [[nodiscard]] std::string description() const;

  /// Combines the factors of those who decrypted, by owner; nothing when too few did.
  [[nodiscard]] std::optional<Point> combined(const std::map<std::uint32_t, Point>& factors) const;
  [[nodiscard]] bool suffice(const std::set<std::uint32_t>& decrypted) const;

 private:
  struct Group {
    std::uint32_t first{};  ///< the owner number of its first trustee
    std::uint32_t size{};
    std::uint32_t threshold{};  ///< 0: a single trustee
  };
  Point check_single(const TrusteeKey& key, const std::string& group);
  Point check_pedersen(const ThresholdParameters& parameters, const std::string& group);

  std::vector<Element> keys_;
  std::vector<Group> groups_;
  Point election_key_;
};

}  // namespace ccop::ballot
