#include "community/entry.hpp"

#include "base/codec.hpp"
#include "base/json_reading.hpp"

namespace ccop::community {
namespace {

NewSessionKey new_key_of(const SessionGrant& grant) {
  const SessionStatement& said = grant.statement;
  return {said.key(), said.algorithm, said.public_key, said.end, grant.passkey ? grant.passkey->credential : Bytes{}};
}

Asking asking_from(std::optional<PersonId> person, std::optional<Time> asked_at,
                   const std::optional<Signature>& signature, const std::optional<SessionGrant>& grant) {
  Asking asking;
  asking.person = person.value_or(PersonId{});
  asking.asked_at = asked_at;
  if (!signature) return asking;
  asking.kind = signature->link ? Asking::Kind::link : Asking::Kind::person;
  if (signature->passkey) {
    asking.signed_by = SignedBy::passkey;
  } else if (signature->session) {
    asking.signed_by = SignedBy::session;
    asking.key = signature->session->key;
    if (grant) asking.begins = new_key_of(*grant);
  } else if (signature->link) {
    asking.signed_by = SignedBy::link;
    asking.key = signature->link->key;
  }
  return asking;
}

template <class T>
std::optional<T> find(const simdjson::dom::object& object, std::string_view key) {
  simdjson::dom::element element;
  if (object[key].get(element) != simdjson::SUCCESS) return std::nullopt;
  return codec::read<T>(element);
}

Asking::Kind kind_of_signer(const simdjson::dom::object& entry) {
  simdjson::dom::element signature;
  if (entry["signature"].get(signature) != simdjson::SUCCESS) return Asking::Kind::host;
  return codec::read_object(signature)["link"].error() == simdjson::SUCCESS ? Asking::Kind::link : Asking::Kind::person;
}

}  // namespace

Asking asking_of(const Entry& entry) {
  Asking asking = asking_from(entry.request.person, entry.request.asked_at, entry.signature, entry.grant);
  asking.at = entry.at;
  asking.rules = entry.rules;
  asking.head = entry.request.head;
  return asking;
}

bool is_whole(const Entry& entry) {
  const Request& request = entry.request;
  if (!entry.signature) return !request.person && !request.asked_at && !request.head && !entry.grant;
  const Signature& signature = *entry.signature;
  const int signers =
      int{signature.passkey.has_value()} + int{signature.session.has_value()} + int{signature.link.has_value()};
  if (signers != 1 || !request.person || !request.asked_at || !request.head) return false;
  if (!entry.grant) return true;
  return signature.session && entry.grant->passkey.has_value() != entry.grant->link.has_value();
}

std::string encode(const Entry& entry) {
  return to_json(entry);
}
std::string encode(const Request& request) {
  return to_json(request);
}
std::string encode(const SessionStatement& statement) {
  return to_json(statement);
}

Entry decode_entry(std::string_view json) {
  return from_json<Entry>(json);
}
Request decode_request(std::string_view json) {
  return from_json<Request>(json);
}
Command decode_command(std::string_view json) {
  return from_json<Command>(json);
}

Outline decode_outline(std::string_view json) {
  const auto object = codec::read_object(parse_json(json));
  const auto request = codec::read_object(object["request"]);
  Outline outline;
  outline.acts = codec::read<std::vector<Act>>(object["acts"]);
  // Of signatures replay needs to know that there is one: keys begin with an act of their own.
  outline.asking.person = find<PersonId>(request, "person").value_or(PersonId{});
  outline.asking.asked_at = find<Time>(request, "asked_at");
  outline.asking.kind = kind_of_signer(object);
  outline.asking.at = codec::read_time(object["at"]);
  outline.asking.rules = codec::read<std::uint32_t>(object["rules"]);
  return outline;
}

}  // namespace ccop::community
