// Whether a request, or a session key, was signed by its person's device: over exactly this, for this purpose and this
// log.
#pragma once

#include "community/entry.hpp"
#include "community/people/state.hpp"
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

/// Something that a passkey of this person signed and that is no act; the same way.
class PasskeyCheck {
 public:
  PasskeyCheck(const community::Community& now, community::PersonId person, const community::Assertion& assertion);

  /// `content` is canonical JSON, `purpose` one of identity::purpose.
  [[nodiscard]] bool holds(const community::Assertion& assertion, std::string_view purpose, std::string_view content,
                           const std::vector<std::string>& origins) const;

 private:
  std::string log_;
  std::optional<community::Passkey> passkey_;
};

/// The signature on a request; the same way.
class SignatureCheck {
 public:
  SignatureCheck(const community::Community& now, const community::Request& request,
                 const community::Signature& signature, const std::optional<community::SessionGrant>& grant);

  /// `request` is the same one's canonical JSON.
  [[nodiscard]] bool holds(std::string_view request, const community::Signature& signature,
                           const std::optional<community::SessionGrant>& grant,
                           const std::vector<std::string>& origins) const;

 private:
  std::string log_;
  std::optional<community::Passkey> passkey_;
  std::optional<identity::PublicKey> session_key_;
  std::optional<GrantCheck> grant_;
  bool is_theirs_{};  ///< the key that signed is this person's
};

}  // namespace ccop::host
