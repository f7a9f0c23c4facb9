#include "host/signatures.hpp"

#include "community/meetings/state.hpp"
#include "community/record/state.hpp"
#include "identity/device_key.hpp"
#include "identity/signed_message.hpp"

#include <set>
#include <tuple>

namespace ccop::host {
namespace {

using namespace community;

std::optional<Passkey> passkey_of(const Person& person, const Bytes& credential) {
  const Passkey* found = person.passkey(credential);
  return found == nullptr ? std::nullopt : std::optional{*found};
}

std::optional<PersonId> guest_of(const Community& now, const Hash& link_key) {
  for (const Meeting& meeting : meetings(now).all)
    for (const Guest& guest : meeting.guests)
      if (equal_in_constant_time(guest.link_key, link_key)) return guest.person;
  return std::nullopt;
}

bool passkey_signed(const Passkey& passkey, const Assertion& assertion, std::string_view message,
                    const std::vector<std::string>& origins) {
  return identity::check_assertion(
      {assertion.credential, assertion.authenticator_data, assertion.client_data, assertion.signature},
      {passkey.algorithm, passkey.public_key}, sha256(bytes_of(message)), passkey.relying_party, origins);
}

/// As before, of what may come again and again: beside each sealed act stands the sign-in by whose key it was signed.
/// What held once holds for ever; each thread keeps what it found, whole, until that is much.
bool passkey_signed_once(const Passkey& passkey, const Assertion& assertion, const std::string& message,
                         const std::vector<std::string>& origins) {
  constexpr std::size_t most_kept = 512;
  using Found =
      std::tuple<std::string, Bytes, std::int32_t, std::string, Bytes, Bytes, Bytes, Bytes, std::vector<std::string>>;
  thread_local std::set<Found> kept;
  Found asked{message,
              passkey.public_key,
              passkey.algorithm,
              passkey.relying_party,
              assertion.credential,
              assertion.authenticator_data,
              assertion.client_data,
              assertion.signature,
              origins};
  if (kept.contains(asked)) return true;
  if (!passkey_signed(passkey, assertion, message, origins)) return false;
  if (kept.size() >= most_kept) kept.clear();
  kept.insert(std::move(asked));
  return true;
}

constexpr std::int32_t eddsa = -8;

bool link_signed(const LinkSignature& link, std::string_view message) {
  return identity::signed_by({eddsa, {link.key.begin(), link.key.end()}}, message, link.signature);
}

}  // namespace

GrantCheck::GrantCheck(const Community& now, const SessionGrant& grant) : log_(record(now).log_key) {
  if (grant.link) person_ = guest_of(now, grant.link->key);
  if (!grant.passkey) return;
  for (const PersonId id : people(now).all.ids()) {
    passkey_ = passkey_of(people(now).all[id], grant.passkey->credential);
    if (!passkey_) continue;
    person_ = id;
    return;
  }
}

bool GrantCheck::holds(const SessionGrant& grant, const std::vector<std::string>& origins) const {
  const SessionStatement& said = grant.statement;
  if (!person_ || !identity::is_device_key({said.algorithm, said.public_key})) return false;
  const std::string message = identity::signed_message(identity::purpose::session_key, log_, encode(said));
  if (grant.passkey) return !grant.link && passkey_ && passkey_signed_once(*passkey_, *grant.passkey, message, origins);
  return link_signed(*grant.link, message);
}

PasskeyCheck::PasskeyCheck(const Community& now, PersonId person, const Assertion& assertion)
    : log_(record(now).log_key) {
  if (const Person* found = people(now).all.find(person)) passkey_ = passkey_of(*found, assertion.credential);
}

bool PasskeyCheck::holds(const Assertion& assertion, std::string_view purpose, std::string_view content,
                         const std::vector<std::string>& origins) const {
  return passkey_ && passkey_signed(*passkey_, assertion, identity::signed_message(purpose, log_, content), origins);
}

SignatureCheck::SignatureCheck(const Community& now, const Request& request, const Signature& signature,
                               const std::optional<SessionGrant>& grant)
    : log_(record(now).log_key) {
  const Person* person = people(now).all.find(request.person.value_or(PersonId{}));
  if (person == nullptr) return;
  if (signature.passkey) {
    passkey_ = passkey_of(*person, signature.passkey->credential);
    is_theirs_ = passkey_.has_value();
  } else if (signature.session && grant) {
    grant_.emplace(now, *grant);
    session_key_ = {grant->statement.algorithm, grant->statement.public_key};
    is_theirs_ = grant_->person() == request.person && grant->statement.key() == signature.session->key;
  } else if (signature.session) {
    if (const SessionKey* key = person->session_key(signature.session->key))
      session_key_ = {key->algorithm, key->public_key};
    is_theirs_ = session_key_.has_value();
  } else {
    is_theirs_ = signature.link.has_value();  // whose link it is, the rules ask
  }
}

bool SignatureCheck::holds(std::string_view request, const Signature& signature,
                           const std::optional<SessionGrant>& grant, const std::vector<std::string>& origins) const {
  if (!is_theirs_ || (grant && !(grant_ && grant_->holds(*grant, origins)))) return false;
  const std::string message = identity::signed_message(identity::purpose::act, log_, request);
  if (signature.passkey) return passkey_signed(*passkey_, *signature.passkey, message, origins);
  if (signature.session) return identity::signed_by(*session_key_, message, signature.session->signature);
  return link_signed(*signature.link, message);
}

}  // namespace ccop::host
