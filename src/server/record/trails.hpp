// What the record says of the keys on which an election rests, for a device that trusts no host: the entries that
// registered or made them, those that enrolled the passkeys which signed, each with the proof that it is in the tree.
#pragma once

#include "server/kernel/reading.hpp"

#include <boost/describe.hpp>

namespace ccop::server {

/// An entry as it was signed, and its path to the root of the head that was asked for (RFC 9162, section 2.1.3).
struct ProvedEntry {
  std::uint64_t seq{};
  std::string entry;
  std::vector<Hash> proof;
};
BOOST_DESCRIBE_STRUCT(ProvedEntry, (), (seq, entry, proof))

struct ProvedEntries {
  std::vector<ProvedEntry> entries;
};
BOOST_DESCRIBE_STRUCT(ProvedEntries, (), (entries))

struct ElectionTrail {
  std::vector<ProvedEntry> entries;
  std::vector<Whole> messages;  ///< what the trustees posted first: their own keys, which sign all the rest
};
BOOST_DESCRIBE_STRUCT(ElectionTrail, (), (entries, messages))

/// Of the election with that number: who registered the voting keys of its roll, and the trustees' messages of which
/// its key was made. The query names a head (`size`); what is newer than that is left out.
[[nodiscard]] ElectionTrail election_trail(const Call& call);

/// The enrolments of these people's passkeys (`people`: numbers between commas, at most 2,000), also of those that were
/// removed since; up to a head (`size`).
[[nodiscard]] ProvedEntries enrolment_trail(const Call& call);

}  // namespace ccop::server
