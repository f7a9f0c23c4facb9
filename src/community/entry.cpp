#include "community/entry.hpp"

#include "base/codec.hpp"
#include "base/json_reading.hpp"

namespace ccop::community {
namespace {

Asking asking_from(std::optional<PersonId> person, std::optional<Hash> token, std::optional<Time> asked_at,
                   bool has_signed, Time at, std::uint32_t rules) {
  Asking asking;
  asking.kind = person ? Asking::Kind::person : token ? Asking::Kind::link : Asking::Kind::host;
  asking.person = person.value_or(PersonId{});
  asking.token_hash = token.value_or(Hash{});
  asking.asked_at = asked_at;
  asking.has_signed = has_signed;
  asking.at = at;
  asking.rules = rules;
  return asking;
}

template <class T>
std::optional<T> find(const simdjson::dom::object& object, std::string_view key) {
  simdjson::dom::element element;
  if (object[key].get(element) != simdjson::SUCCESS) return std::nullopt;
  return codec::read<T>(element);
}

}  // namespace

Asking asking_of(const Entry& entry) {
  return asking_from(entry.request.person, entry.token_hash, entry.request.asked_at, entry.signature.has_value(),
                     entry.at, entry.rules);
}

std::string encode(const Entry& entry) {
  return to_json(entry);
}
std::string encode(const Request& request) {
  return to_json(request);
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
  outline.asking = asking_from(find<PersonId>(request, "person"), find<Hash>(object, "token_hash"),
                               find<Time>(request, "asked_at"), object["signature"].error() == simdjson::SUCCESS,
                               codec::read_time(object["at"]), codec::read<std::uint32_t>(object["rules"]));
  return outline;
}

}  // namespace ccop::community
