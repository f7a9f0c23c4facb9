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

/// What follows from an object and from who saw it, under the key of sightings, and tells nobody else who that is: the
/// id of a sighting that is made here, and what any other is counted by.
[[nodiscard]] Uuid sighting_of(const Hash& key, std::string_view object, std::uint32_t source);
/// Whose a sighting is that tells it by no number: only who saw it brings another version.
[[nodiscard]] std::string editor_of_sighting(const Hash& key, const std::string& id, std::uint32_t source);

/// The STIX identities of a community and of its organizations, and the objects that it agreed to let leave the group.
class Identities {
 public:
  Identities() = default;
  /// `released`: ids of objects whose release was agreed to (clause 5.4).
  /// `sightings` is the key of what tells who saw what (keys.hpp).
  Identities(const std::string& slug, const community::Community& state,
             std::set<std::string, std::less<>> released = {}, const Hash& sightings = {});

  [[nodiscard]] const std::string& community() const { return community_; }
  [[nodiscard]] const std::string& organization(community::OrganizationId id) const { return organizations_[id]; }
  [[nodiscard]] std::optional<community::OrganizationId> find(std::string_view identity) const;
  [[nodiscard]] bool is_release_agreed(std::string_view id) const { return released_.contains(id); }
  [[nodiscard]] std::size_t size() const { return organizations_.size(); }
  /// The key of what tells who saw what.
  [[nodiscard]] const Hash& sightings() const { return sightings_; }
  /// As STIX objects, made when the community was founded.
  [[nodiscard]] std::vector<std::string> objects(const community::Community& state, Microseconds founded) const;

 private:
  std::string community_;
  community::Table<std::string, community::OrganizationId> organizations_;
  std::map<std::string, community::OrganizationId, std::less<>> by_identity_;
  std::set<std::string, std::less<>> released_;
  Hash sightings_{};
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
  /// What it proves by that something was shared by it as the community; empty: nothing.
  std::string edit_secret{};
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

/// Whether the file of objects must not tell what is shared at this level.
[[nodiscard]] constexpr bool is_sealed(Level level) {
  return level >= Level::amber_strict;
}

/// 32 random bytes in base64url: whoever has them may change what was shared as the community with them.
[[nodiscard]] std::string fresh_edit_secret();
[[nodiscard]] bool is_edit_secret(std::string_view text);
/// What the host keeps of an edit secret: it tells nothing of the secret, nor that two objects have the same one.
[[nodiscard]] std::string editor_of(std::string_view object, std::string_view secret);
/// Whether this party may take away, or bring a version of, what stands in this row.
[[nodiscard]] bool is_theirs(const store::ObjectRow& row, const Party& party, const Identities& identities);
/// Whether another's copy of an object was there before this one, among what may be read in these lists: nobody's copy
/// takes the place of another's.
[[nodiscard]] bool is_behind_another(store::ObjectStore& store, const store::ObjectRow& row,
                                     const std::vector<store::ListId>& lists);

/// The level of what stands in these lists.
[[nodiscard]] Level level_of(const std::vector<store::ListId>& lists);
/// The JSON with which an object leaves: where its markings say less than the level that it stands at, that level's
/// marking is put to them.
[[nodiscard]] std::string leaving(const store::ObjectRow& row);

/// All copies of a marking-definition that this party may read, as JSON.
[[nodiscard]] std::vector<std::string> definitions_in_sight(store::ObjectStore& store, const Party& party,
                                                            const std::string& id);

/// Gives an object its lists and makes it ready for the store; or says why it may not be shared so. `least` is the
/// level of the place where it is brought: an unmarked object takes it, a wider one is kept within it.
[[nodiscard]] std::variant<store::NewObject, std::string> placed(StixObject&& object, Level least, const Party& party,
                                                                 const Identities& identities);

}  // namespace ccop::exchange
