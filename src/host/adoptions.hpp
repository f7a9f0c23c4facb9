// What Members made at home of what the community recommends (clause 5.3): each one's own words, and for all others how
// many. It lies beside the record, for there each act names whose it is.
#pragma once

#include "community/items/conveying.hpp"
#include "host/wrapped_lists.hpp"

#include <boost/describe.hpp>

#include <map>

namespace ccop::host {

enum class AdoptionState {
  conveyed,  ///< the organization's own governing body was told, and has not decided
  adopted,
  declined,
};
BOOST_DESCRIBE_ENUM(AdoptionState, conveyed, adopted, declined)

struct Adoption {
  community::Recommendation about;
  AdoptionState state{};
  std::string text;  ///< how it was conveyed, and what came of it
  community::PersonId by{};
  Time at{};
  bool operator==(const Adoption&) const = default;
};
BOOST_DESCRIBE_STRUCT(Adoption, (), (about, state, text, by, at))

/// How many organizations said each.
struct AdoptionCount {
  std::uint32_t conveyed{};
  std::uint32_t adopted{};
  std::uint32_t declined{};
  bool operator==(const AdoptionCount&) const = default;
};

/// May be used by several threads.
class Adoptions {
 public:
  /// Throws StoreError where the master key does not open them.
  Adoptions(store::Store& store, const store::MasterKey& master);

  /// What this organization said, about each thing once.
  [[nodiscard]] std::vector<Adoption> of(community::OrganizationId organization) const;
  /// Takes the place of what it said before about the same. Durable when it returns; throws StoreError.
  void say(community::OrganizationId organization, const Adoption& said);
  /// It says nothing about this any more.
  void take_back(community::OrganizationId organization, const community::Recommendation& about);
  /// Of these organizations alone.
  [[nodiscard]] std::map<community::Recommendation, AdoptionCount> counts(
      const std::vector<community::OrganizationId>& organizations) const;

 private:
  WrappedLists<community::OrganizationId, Adoption> said_;
};

}  // namespace ccop::host
