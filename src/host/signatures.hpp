// Whether a request, or a session key, was signed by its person's device: over exactly this, for this purpose and this
// log.
#pragma once

#include "community/entry.hpp"
#include "community/people/state.hpp"
#include "community/record/acts.hpp"
#include "identity/passkey.hpp"

namespace ccop::host {

/// A sign-in: a session key signed by a passkey or by a guest's link. Made of the state, from which it copies the key
/// that must have signed; asked afterwards, when no lock is held.
class GrantCheck {
 public:
  GrantCheck(const community::Community& now, const community::SessionGrant& grant);

  /// Whose device it is, as far as the grant says; nobody where no such passkey or link is known.
  [[nodiscard]] std::optional<community::PersonId> person() const { return person_; }
  /// `origins` are the pages that may ask a passkey; an auditor who doesn't know them leaves them empty.
  [[nodiscard]] bool holds(const community::SessionGrant& grant, const std::vector<std::string>& origins) const;

 private:
  std::string log_;
  std::optional<community::PersonId> person_;
  std::optional<community::Passkey> passkey_;
};

/// The signature on a request; the same way.
class SignatureCheck {
 public:
  SignatureCheck(const community::Community& now, const community::Request& request,
                 const community::Signature& signature, const std::optional<community::SessionGrant>& grant);

  [[nodiscard]] bool holds(const community::Request& request, const community::Signature& signature,
                           const std::optional<community::SessionGrant>& grant,
                           const std::vector<std::string>& origins) const;

 private:
  std::string log_;
  std::optional<community::Passkey> passkey_;
  std::optional<identity::PublicKey> session_key_;
  std::optional<GrantCheck> grant_;
  bool is_theirs_{};  ///< the key that signed is this person's
};

/// What the log's old key signs when it hands over to a new one.
[[nodiscard]] std::string log_key_message(std::string_view log, const community::LogKeyChange& change);
/// Whether it did, for a key of the same log.
[[nodiscard]] bool is_signed_by_the_key_before(std::string_view log, const community::LogKeyChange& change,
                                               const Bytes& signature);

}  // namespace ccop::host
