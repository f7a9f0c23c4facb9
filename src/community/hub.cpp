#include "community/hub.hpp"

#include "community/community.hpp"
#include "community/dispatch.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"

#include <algorithm>
#include <stdexcept>

namespace ccop::community {
namespace {

/// How far the asker's clock may be from the host's.
constexpr auto clock_tolerance = minutes{5};

bool counts(const Community& now, const Person& person, const Asking& asking) {
  if (!asking.begins) return session_key_counts(now, asking.person, asking.key, asking.at);
  return asking.begins->id == asking.key && asking.begins->end > asking.at &&
         asking.begins->end <= asking.at + session_key_lasts && person.session_key(asking.key) == nullptr;
}

std::optional<Refusal> objection_to_signature(const Community& now, Authority authority, const Person& person,
                                              const Asking& asking) {
  if (asking.signed_by != SignedBy::passkey && asking.signed_by != SignedBy::session)
    return refuse(clause::the_record, sentence::sign_in_first);
  if (authority == Authority::signature && asking.signed_by != SignedBy::passkey)
    return refuse(clause::the_record, sentence::signature_needed);
  if (asking.signed_by == SignedBy::session && !counts(now, person, asking))
    return refuse(clause::the_record, sentence::session_key_is_over);
  const Time asked_at = asking.asked_at.value();
  if (asked_at > asking.at + clock_tolerance || asked_at < asking.at - clock_tolerance)
    return refuse(clause::the_record, sentence::signature_is_stale, clock_tolerance.count());
  if (asked_at <= person.last_signed_at) return refuse(clause::the_record, sentence::signature_was_used);
  return std::nullopt;
}

/// What no command may pass by, whatever it asks: who may ask at all, and whether the signature is there, fresh and
/// first.
std::optional<Refusal> objection_to(const Community& now, Authority authority, const Asking& asking) {
  if (asking.at < now.last_at) return refuse(clause::the_record, sentence::clock_runs_backwards);
  if (authority == Authority::host) {
    if (asking.kind != Asking::Kind::host) return refuse(clause::the_record, sentence::only_the_host_does_this);
    return std::nullopt;
  }
  if (!is_founded(now)) return refuse(clause::the_record, sentence::not_founded);
  if (asking.kind == Asking::Kind::link && authority == Authority::link) return std::nullopt;
  const Person* person = people(now).all.find(asking.person);
  if (asking.kind != Asking::Kind::person || person == nullptr)
    return refuse(clause::the_record, sentence::sign_in_first);
  return objection_to_signature(now, authority, *person, asking);
}

/// Whether something is to be settled before this is asked: what was due at the time that its asker signs to, and the
/// host's clock has reached. The host's own acts and a newcomer's passkey depend on no deadline.
bool has_due_before(const Community& now, const Asking& asking) {
  return asking.kind == Asking::Kind::person && has_due(now, std::min(asking.at, asking.asked_at.value()));
}

/// A session key enters the record before the first act that it signs.
void put_first(std::vector<Act>& acts, const Community& now, const Asking& asking) {
  const NewSessionKey& key = *asking.begins;
  acts.insert(acts.begin(), SessionKeyBegun{asking.person, key.id, key.algorithm, key.public_key, key.credential,
                                            key.end, membership(now).seat_of(asking.person, asking.at)});
}

/// The acts, and after each what follows from it in later chapters.
std::vector<Act> with_what_follows(const Community& now, std::vector<Act> decided) {
  std::vector<Act> acts;
  acts.reserve(decided.size());
  for (Act& act : decided) {
    const ActRow& row = row_of_act(act.kind());
    acts.push_back(std::move(act));
    for (const auto follow : row.follow) {
      const void* happened = acts.back().value();
      std::vector<Act> following = with_what_follows(now, follow(now, happened, acts));
      std::ranges::move(following, std::back_inserter(acts));
    }
  }
  return acts;
}

template <class Part>
auto* find_part(auto& parts, const char* state) {
  Part* found = nullptr;
  std::apply(
      [&](auto&... one) {
        ((state == &state_tag<std::remove_cvref_t<decltype(one)>> ? void(found = &one) : void()), ...);
      },
      parts);
  if (found == nullptr) throw std::logic_error("no chapter has this state");
  return found;
}

}  // namespace

const void* part(const Community& now, const char* state) {
  return find_part<const void>(now.parts, state);
}
void* part(Community& now, const char* state) {
  return find_part<void>(now.parts, state);
}

std::uint64_t record_size(const Community& now) {
  return now.entries;
}

std::vector<Act> due(const Community& now, Time at) {
  std::vector<Act> first;
  for_each_type(Chapters{}, [&]<class Chapter>(std::type_identity<Chapter>) {
    if (first.empty()) first = Chapter::due(now, at);
  });
  return first;
}

bool has_due(const Community& now, Time at) {
  return !due(now, at).empty();
}

std::vector<Task> tasks(const Community& now, PersonId person, Time at) {
  std::vector<Task> all;
  for_each_type(Chapters{}, [&]<class Chapter>(std::type_identity<Chapter>) {
    std::ranges::move(Chapter::tasks(now, person, at), std::back_inserter(all));
  });
  return all;
}

Authority authority_of(const Command& command) {
  return row_of_command(command.kind()).authority;
}
Evidence evidence_of(const Command& command) {
  return row_of_command(command.kind()).evidence;
}

std::vector<ContentHash> brought_by(const Command& command) {
  std::vector<ContentHash> found;
  row_of_command(command.kind()).codec.brought(found, command.value());
  return found;
}
std::vector<ShapedContent> shaped_by(const Command& command) {
  std::vector<ShapedContent> found;
  row_of_command(command.kind()).codec.shaped(found, command.value());
  return found;
}
std::vector<ContentHash> known_to(const Command& command) {
  std::vector<ContentHash> found;
  row_of_command(command.kind()).codec.known(found, command.value());
  return found;
}

Ruling decide(const Community& now, const Command& command, const Asking& asking) {
  const CommandRow& row = row_of_command(command.kind());
  if (auto objection = objection_to(now, row.authority, asking)) return *std::move(objection);
  if (has_due_before(now, asking)) return refuse(clause::the_record, sentence::settle_deadlines_first);
  if (auto refusal = row.barred(row, now, command.value(), asking)) return *std::move(refusal);
  if (row.sight && row.sight->seen(command.value()) != row.sight->shown(now, command.value()))
    return refuse(clause::the_record, sentence::reads_otherwise);
  Ruling ruling = row.decide(now, command.value(), asking);
  if (auto* acts = std::get_if<std::vector<Act>>(&ruling)) {
    *acts = with_what_follows(now, std::move(*acts));
    if (asking.begins && !row.is_sealed) put_first(*acts, now, asking);
  }
  return ruling;
}

Command seeing(const Community& now, const Command& command) {
  const auto& sight = row_of_command(command.kind()).sight;
  if (!sight || sight->seen(command.value()) != Wording{}) return command;
  return sight->seeing(command.value(), sight->shown(now, command.value()));
}

Asking asking_of(const Community& now, PersonId person, Time at) {
  Asking asking = asked_by(person, std::max(at, now.last_at));
  if (const Person* known = people(now).all.find(person))
    asking.asked_at = std::max(asking.at, known->last_signed_at + std::chrono::milliseconds{1});
  return asking;
}

std::optional<Refusal> would_refuse(const Community& now, const Command& command, PersonId person, Time at) {
  Ruling ruling = decide(now, command, asking_of(now, person, at));
  if (auto* refusal = std::get_if<Refusal>(&ruling)) return std::move(*refusal);
  return std::nullopt;
}

std::optional<Refusal> barred(const Community& now, const Kind& command, const void* about, const Asking& asking) {
  const CommandRow& row = row_of_command(command);
  if (auto objection = objection_to(now, row.authority, asking)) return objection;
  for (const auto bars : row.bars)
    if (auto refusal = bars(now, about, asking)) return refusal;
  return std::nullopt;
}

void apply(Community& community, const std::vector<Act>& acts, const Asking& asking) {
  community.last_at = asking.at;
  ++community.entries;
  if (asking.kind == Asking::Kind::person) {
    Person& person = of<People>(community).all[asking.person];
    person.last_signed_at = asking.asked_at.value();
    person.signed_entries = community.entries;
  }
  for (const Act& act : acts) {
    const ActRow& row = row_of_act(act.kind());
    for (const auto note : row.note) note(community, act.value(), {asking, community.entries - 1});
    for (const auto apply_one : row.apply) apply_one(community, act.value(), asking.at);
  }
}

bool pass_over_sealed(Community& community) {
  ++community.entries;
  return miss_sealed_act(of<Meetings>(community), community.entries);
}

std::optional<Concern> concern_of(const Community& now, const Act& act) {
  const ActRow& row = row_of_act(act.kind());
  if (row.apply.size() > 1) return std::nullopt;
  return Concern{act.kind().chapter, row.subject(now, act.value())};
}

void Act::write_json(std::string& out) const {
  row_of_act(kind()).codec.write(out, value());
}
Act Act::read_json(const codec::Element& json) {
  const ActRow* row = find_act(codec::read_type(json));
  if (row == nullptr) throw BadInput{"type", "a known type"};
  return row->codec.read(json);
}
void Command::write_json(std::string& out) const {
  row_of_command(kind()).codec.write(out, value());
}
Command Command::read_json(const codec::Element& json) {
  const CommandRow* row = find_command(codec::read_type(json));
  if (row == nullptr) throw BadInput{"type", "a known type"};
  return row->codec.read(json);
}

}  // namespace ccop::community
