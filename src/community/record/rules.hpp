// What may be asked of the community as a whole. Founding, deadlines and erasure are the host's; amending is the
// members'.
#pragma once

#include "community/act.hpp"

namespace ccop::community {

struct Community;

/// Founds the community: once, as the first entry of its ledger, with the Secretary who can then enrol the others.
struct Found {
  static constexpr bool host_only = true;
  std::string charter;
  std::string log_key;
  ContentHash secretary_profile;
  Hash token_hash;
  Time token_until;
};
BOOST_DESCRIBE_STRUCT(Found, (), (charter, log_key, secretary_profile, token_hash, token_until))

/// Does what became due: silence procedures end, amendments take force. The host asks this whenever a deadline has
/// passed, and nothing else is decided before it is done.
struct SettleDue {
  static constexpr bool host_only = true;
};
BOOST_DESCRIBE_STRUCT(SettleDue, (), ())

struct EraseContent {
  static constexpr bool host_only = true;
  std::vector<ContentHash> contents;
};
BOOST_DESCRIBE_STRUCT(EraseContent, (), (contents))

/// Proposes a new charter to an executive session (clause 7.2).
struct ProposeAmendment {
  SessionId session;
  ContentHash text;
  std::string charter;
  Time in_force_from;
  bool recorded;
};
BOOST_DESCRIBE_STRUCT(ProposeAmendment, (), (session, text, charter, in_force_from, recorded))

[[nodiscard]] Ruling decide(const Community& now, const Found& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const SettleDue& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const EraseContent& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const ProposeAmendment& asked, const Actor& actor);

}  // namespace ccop::community
