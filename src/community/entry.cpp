#include "community/entry.hpp"

#include "base/codec.hpp"
#include "base/json_reading.hpp"

/// Compiled in command_reading.cpp: both variants together take too long for one file.
extern template ccop::community::Command ccop::codec::read<ccop::community::Command>(
    const simdjson::dom::element& json);

namespace ccop::community {
namespace {

Actor actor_from(std::optional<PersonId> person, std::optional<Hash> token, std::optional<Time> asked_at,
                 bool has_signed, Time at) {
  Actor actor;
  actor.kind = person ? Actor::Kind::person : token ? Actor::Kind::bearer : Actor::Kind::host;
  actor.person = person.value_or(PersonId{});
  actor.token_hash = token.value_or(Hash{});
  actor.asked_at = asked_at;
  actor.has_signed = has_signed;
  actor.at = at;
  return actor;
}

template <class T>
std::optional<T> find(const simdjson::dom::object& object, std::string_view key) {
  simdjson::dom::element element;
  if (object[key].get(element) != simdjson::SUCCESS) return std::nullopt;
  return codec::read<T>(element);
}

}  // namespace

Actor actor_of(const Entry& entry) {
  return actor_from(entry.request.person, entry.token_hash, entry.request.asked_at, entry.signature.has_value(),
                    entry.at);
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
  outline.actor =
      actor_from(find<PersonId>(request, "person"), find<Hash>(object, "token_hash"), find<Time>(request, "asked_at"),
                 object["signature"].error() == simdjson::SUCCESS, codec::read_time(object["at"]));
  return outline;
}

}  // namespace ccop::community
