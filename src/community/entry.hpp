// An entry of the ledger: one request as it was accepted, with the acts that followed. Its canonical JSON is a leaf of
// the Merkle tree.
#pragma once

#include "community/hub.hpp"

namespace ccop::community {

/// What somebody asked for: what is signed, as canonical JSON. The host's own requests have neither person, time nor
/// head, and no signature.
struct Request {
  std::string community;           ///< the slug, so that a signature counts in one community alone
  std::optional<PersonId> person;  ///< who asks, or whom a one-time link is for
  std::optional<Time> asked_at;    ///< the asker's own clock
  std::optional<Head> head;        ///< what the asker had seen of the record
  Command command;
};
BOOST_DESCRIBE_STRUCT(Request, (), (community, person, asked_at, head, command))

/// A WebAuthn assertion (Level 3, section 5.2.2).
struct Assertion {
  Bytes credential;
  Bytes authenticator_data;
  Bytes client_data;
  Bytes signature;
};
BOOST_DESCRIBE_STRUCT(Assertion, (), (credential, authenticator_data, client_data, signature))

/// By the key that a browser made at its sign-in.
struct SessionSignature {
  Hash key{};  ///< SHA-256 of the public key
  Bytes signature;
};
BOOST_DESCRIBE_STRUCT(SessionSignature, (), (key, signature))

/// By the key that a one-time link's secret stands for.
struct LinkSignature {
  Hash key{};  ///< the public key
  Bytes signature;
};
BOOST_DESCRIBE_STRUCT(LinkSignature, (), (key, signature))

/// Over a request, by exactly one of these.
struct Signature {
  std::optional<Assertion> passkey;
  std::optional<SessionSignature> session;
  std::optional<LinkSignature> link;
};
BOOST_DESCRIBE_STRUCT(Signature, (), (passkey, session, link))

/// What is signed at a sign-in, as canonical JSON: this key, until then.
struct SessionStatement {
  std::int32_t algorithm{};  ///< COSE: -7 ES256 (x and y), -8 EdDSA
  Time end{};
  Head head;
  Hash nonce{};  ///< the host's
  Bytes public_key;

  /// By which the record knows the key: the SHA-256 of the public one.
  [[nodiscard]] Hash key() const { return sha256(public_key); }
};
BOOST_DESCRIBE_STRUCT(SessionStatement, (), (algorithm, end, head, nonce, public_key))

/// A session key, signed by a passkey of its person or by a guest's link: exactly one of both.
struct SessionGrant {
  SessionStatement statement;
  std::optional<Assertion> passkey;
  std::optional<LinkSignature> link;
};
BOOST_DESCRIBE_STRUCT(SessionGrant, (), (statement, passkey, link))

struct Entry {
  Request request;
  std::vector<Act> acts;
  Time at{};              ///< the host's clock
  std::uint32_t rules{};  ///< the version of the rules that decided
  Hash salt{};            ///< hides what the entry says from whoever sees only its hash
  std::optional<Signature> signature;
  std::optional<SessionGrant> grant;  ///< of the session key that signed, the first time
};
BOOST_DESCRIBE_STRUCT(Entry, (), (request, acts, at, rules, salt, signature, grant))

[[nodiscard]] Asking asking_of(const Entry& entry);
/// Whether a request says what it must: a signed one who asks, when and with what head, and is signed once; one of the
/// host none of it.
[[nodiscard]] bool is_whole(const Entry& entry);

/// The canonical JSON of an entry, of a request. The reverse throws BadInput.
[[nodiscard]] std::string encode(const Entry& entry);
[[nodiscard]] std::string encode(const Request& request);
[[nodiscard]] std::string encode(const SessionStatement& statement);
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
