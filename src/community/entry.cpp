#include "community/entry.hpp"

#include "base/binary.hpp"
#include "base/codec.hpp"

namespace ccop::community {
namespace {

/// Changes whenever the layout of the state does; an older snapshot is then ignored and the ledger replayed.
constexpr std::uint32_t snapshot_version = 2;

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
  outline.actor =
      actor_from(find<PersonId>(request, "person"), find<Hash>(object, "token_hash"), find<Time>(request, "asked_at"),
                 object["signature"].error() == simdjson::SUCCESS, codec::read_time(object["at"]));
  return outline;
}

std::vector<ContentHash> contents_of(const Command& command) {
  std::vector<ContentHash> found;
  std::visit(
      [&]<class C>(const C& asked) {
        boost::mp11::mp_for_each<boost::describe::describe_members<C, boost::describe::mod_public>>([&](auto member) {
          using M = std::remove_cvref_t<decltype(asked.*member.pointer)>;
          constexpr std::string_view name = decltype(member)::name;
          if constexpr (std::is_same_v<M, ContentHash>) {
            if (name != "token_hash") found.push_back(asked.*member.pointer);
          } else if constexpr (std::is_same_v<M, std::vector<ContentHash>>) {
            found.insert(found.end(), (asked.*member.pointer).begin(), (asked.*member.pointer).end());
          }
        });
      },
      command);
  return found;
}

std::string to_snapshot(const Community& community) {
  std::string out;
  binary::write(out, snapshot_version);
  binary::write(out, community);
  return out;
}

Community from_snapshot(std::string_view bytes) {
  binary::Reader reader{bytes};
  std::uint32_t version = 0;
  reader.read(version);
  if (version != snapshot_version) throw BadInput{"snapshot", "version " + std::to_string(snapshot_version)};
  Community community;
  reader.read(community);
  if (!reader.at_end()) throw BadInput{"snapshot", "no more bytes"};
  if (!community.record.charter.empty()) community.read_charter_in_force();
  return community;
}

}  // namespace ccop::community
