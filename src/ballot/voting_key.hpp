// The key of a seat, from which its credential in each election follows, for everybody to compute: nobody hands out
// credentials. Of whoever votes the device alone knows the secrets.
#pragma once

#include "ballot/messages.hpp"
#include "ballot/secret.hpp"

namespace ccop::ballot {

/// All that a registered voting key is about. `box` and `sealing` are bound too, so that nobody registers another's.
struct VotingKeyStatement {
  std::string log;       ///< the log's first key, as its verifiers write it
  std::uint32_t seat{};  ///< the organization's number in the record
  std::uint32_t year{};
  Bytes box;
  Element key;
  Bytes sealing;
};

/// That whoever registers the key knows its secret, as Belenios proves it (specification 3.0, section 4.5), with the
/// prefix `ccop voting key v1|LOG|SEAT|YEAR|BOX|SEALING|KEY|`: numbers in base 10, box and sealing key in hexadecimal.
[[nodiscard]] Proof prove_voting_key(const VotingKeyStatement& statement, const SecretScalar& secret);
/// Also that the key is of the group, and not its identity; throws nothing.
[[nodiscard]] bool holds_for_voting_key(const VotingKeyStatement& statement, const Proof& proof);

/// h = SHA-512 of `ccop election credential v1|LOG|UUID|KEY`, its first byte the lowest, modulo q. A seat's credential
/// in the election is key + h g; its secret is the key's secret + h.
[[nodiscard]] Scalar credential_offset(std::string_view log, std::string_view uuid, const Element& key);
/// Throws BadInput for a key that is not of the group.
[[nodiscard]] Element election_credential(std::string_view log, std::string_view uuid, const Element& key);

}  // namespace ccop::ballot
