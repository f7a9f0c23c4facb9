// An entry of the ledger: one request as it was accepted, with the acts that followed. Its canonical JSON is a leaf of
// the Merkle tree.
#pragma once

#include "community/hub.hpp"

namespace ccop::community {

/// What the actor asked for: the very bytes (in canonical JSON) whose SHA-256 a passkey signs.
struct Request {
  std::string community;           ///< the slug, so that a signature counts in one community alone
  std::optional<PersonId> person;  ///< none for the host and for bearers of links
  std::optional<Time> asked_at;    ///< the actor's clock; there when signed
  Command command;
};
BOOST_DESCRIBE_STRUCT(Request, (), (community, person, asked_at, command))

/// A WebAuthn assertion (Level 3, section 5.2.2) whose challenge is the SHA-256 of the request.
struct Signature {
  Bytes credential;
  Bytes authenticator_data;
  Bytes client_data;
  Bytes signature;
};
BOOST_DESCRIBE_STRUCT(Signature, (), (credential, authenticator_data, client_data, signature))

struct Entry {
  Request request;
  std::vector<Act> acts;
  Time at{};                       ///< the host's clock
  std::uint32_t rules{};           ///< the version of the rules that decided
  Hash salt{};                     ///< hides what the entry says from whoever sees only its hash
  std::optional<Hash> token_hash;  ///< of the link that a bearer used
  std::optional<Signature> signature;
};
BOOST_DESCRIBE_STRUCT(Entry, (), (request, acts, at, rules, salt, token_hash, signature))

[[nodiscard]] Asking asking_of(const Entry& entry);

/// The canonical JSON of an entry, of a request. The reverse throws BadInput.
[[nodiscard]] std::string encode(const Entry& entry);
[[nodiscard]] std::string encode(const Request& request);
[[nodiscard]] Entry decode_entry(std::string_view json);
[[nodiscard]] Request decode_request(std::string_view json);
/// A command alone, as a program sends it.
[[nodiscard]] Command decode_command(std::string_view json);

/// What replay needs of an entry: its acts and its asking. Quicker than decoding it all; the bytes come from our own
/// store.
struct Outline {
  std::vector<Act> acts;
  Asking asking;
};
[[nodiscard]] Outline decode_outline(std::string_view json);

/// The state as bytes for a snapshot, and back; throws BadInput when they are of another layout.
[[nodiscard]] std::string to_snapshot(const Community& community);
[[nodiscard]] Community from_snapshot(std::string_view bytes);

}  // namespace ccop::community
