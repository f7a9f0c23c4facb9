// Where a shared object may go: the lists it stands in follow from its marking and from who brings it; the lists that
// somebody reads follow from how it stands to the community.
#pragma once

#include "community/membership/state.hpp"
#include "community/sharing/rules.hpp"
#include "exchange/marking.hpp"
#include "store/objects.hpp"

#include <map>
#include <set>
#include <variant>

namespace ccop::exchange {

/// Who brought an object, as the store keeps it. What was shared as the community is tied to nobody.
namespace source {
inline constexpr std::uint32_t community = 0;
inline constexpr std::uint32_t committee = 1;
[[nodiscard]] inline std::uint32_t of(community::OrganizationId organization) {
  return organization.value + 2;
}
/// Of a server that is read regularly; `number` is its own.
[[nodiscard]] inline std::uint32_t of_feed(std::uint32_t number) {
  return number | 0x8000'0000;
}
}  // namespace source

/// The STIX identities of a community and of its organizations, and the objects that it agreed to let leave the group.
class Identities {
 public:
  Identities() = default;
  /// `released`: ids of objects whose release was agreed to (clause 5.4).
  Identities(const std::string& slug, const community::Community& state,
             std::set<std::string, std::less<>> released = {});

  [[nodiscard]] const std::string& community() const { return community_; }
  [[nodiscard]] const std::string& organization(community::OrganizationId id) const { return organizations_[id]; }
  [[nodiscard]] std::optional<community::OrganizationId> find(std::string_view identity) const;
  [[nodiscard]] bool is_release_agreed(std::string_view id) const { return released_.contains(id); }
  [[nodiscard]] std::size_t size() const { return organizations_.size(); }
  /// As STIX objects, made when the community was founded.
  [[nodiscard]] std::vector<std::string> objects(const community::Community& state, Microseconds founded) const;

 private:
  std::string community_;
  community::Table<std::string, community::OrganizationId> organizations_;
  std::map<std::string, community::OrganizationId, std::less<>> by_identity_;
  std::set<std::string, std::less<>> released_;
};

/// The ids of objects that agreed releases name in their text; `text_of` gives a motion's content (JSON: `title`,
/// `text`), or nothing where it was erased.
[[nodiscard]] std::set<std::string, std::less<>> named_by_releases(
    const std::vector<ContentHash>& texts,
    const std::function<std::optional<std::string>(const ContentHash&)>& text_of);

/// Somebody at the exchange.
struct Party {
  community::Sharer sharer;
  bool may_write{};           ///< a token may be for reading alone, though its holder may share
  Level ceiling{Level::red};  ///< a token may read and write less than its holder
  /// Another server that is read regularly: it has no rights over what others brought, can't say that anything is the
  /// community's or its organizations', and what it was released from says nothing of a release here.
  std::optional<std::uint32_t> feed{};
  [[nodiscard]] std::uint32_t source() const;
};

[[nodiscard]] store::ListId list_of(Level level);  ///< of the four levels that name no recipients
[[nodiscard]] store::ListId list_of_recipient(community::OrganizationId organization);
/// What was expressly released, for liaisons (clauses 2.8, 5.4).
inline constexpr store::ListId released_list = 4;
/// TLP:RED that the Management Committee brought or may read.
inline constexpr store::ListId committee_list = 15;

/// The lists in which this party finds objects of a level.
[[nodiscard]] std::vector<store::ListId> readable(const Party& party, Level level);
/// All lists that this party reads.
[[nodiscard]] std::vector<store::ListId> readable(const Party& party);

/// Gives an object its lists and makes it ready for the store; or says why it may not be shared so. `least` is the
/// level of the place where it is brought: an unmarked object takes it, a wider one is kept within it.
[[nodiscard]] std::variant<store::NewObject, std::string> placed(StixObject&& object, Level least, const Party& party,
                                                                 const Identities& identities);

}  // namespace ccop::exchange
