// Tells stories to the domain: people ask, time passes, and the rules answer. Speaks the words of the charter.
#pragma once

#include "base/codec.hpp"
#include "community/community.hpp"
#include "community/entry.hpp"
#include "community/kernel/clause.hpp"
#include "community/matchers.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <numeric>
#include <sstream>

namespace ccop::community::testing {

[[nodiscard]] inline std::string charter_text(const std::string& file) {
  std::ifstream in{std::filesystem::path{CCOP_SOURCE_DIR} / file};
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// What the record knows of a text that somebody wrote.
[[nodiscard]] inline ContentHash words(std::string_view text) {
  return ContentHash{sha256(bytes_of(text))};
}
/// The hash of a one-time link's secret.
[[nodiscard]] inline Hash token(std::string_view secret) {
  return sha256(bytes_of(secret));
}

[[nodiscard]] inline Time at(std::string_view text) {
  return from_rfc3339(std::string{text} + ":00.000Z").value();
}

class Scenario {
 public:
  struct CharterText {
    std::string toml;
  };
  /// A community founded on a Monday morning, whose Secretary is person 0.
  explicit Scenario(const std::string& charter = "charter/ccop.toml") : Scenario(CharterText{charter_text(charter)}) {}
  explicit Scenario(const CharterText& charter) { ask_as(host(), founding(charter.toml)); }

  [[nodiscard]] Found founding(const std::string& toml) const {
    return {toml, "key", words("secretary"), token("token"), time + days{7}};
  }

  PersonId secretary() const { return {0}; }

  Ruling ask(PersonId person, Command command) {
    time += std::chrono::seconds{1};
    return ask_as(signed_by(person), std::move(command));
  }
  Ruling ask_as(const Asking& actor, Command command) {
    if (is_founded(now) && has_due(now, actor.at)) settle();
    command = seeing(now, command);  // where a test does not say what was seen, it was what is true
    Ruling ruling = community::decide(now, command, actor);
    take(ruling, command, actor);
    return ruling;
  }
  [[nodiscard]] Asking signed_by(PersonId person) const {
    Asking actor;
    actor.kind = Asking::Kind::person;
    actor.person = person;
    actor.signed_by = SignedBy::passkey;
    actor.asked_at = time;
    actor.at = time;
    return actor;
  }
  /// A person whose browser signs, with a key that it made at its sign-in and that now signs its first act.
  [[nodiscard]] Asking by_session(PersonId person, std::string_view browser = "browser") const {
    Asking actor = signed_by(person);
    actor.signed_by = SignedBy::session;
    actor.begins = NewSessionKey{token(browser), -7, {7}, time + days{7}, {1}};
    actor.key = actor.begins->id;
    return actor;
  }
  /// The same once the record has the key.
  [[nodiscard]] Asking by_known_session(PersonId person, std::string_view browser = "browser") const {
    Asking actor = by_session(person, browser);
    actor.begins.reset();
    return actor;
  }
  /// Somebody with a one-time link.
  [[nodiscard]] Asking bearer_of(std::string_view secret) const {
    Asking asking;
    asking.kind = Asking::Kind::link;
    asking.signed_by = SignedBy::link;
    asking.key = token(secret);
    asking.at = time;
    return asking;
  }
  /// The program itself.
  [[nodiscard]] Asking host() const {
    Asking asking;
    asking.at = time;
    return asking;
  }
  void settle() {
    while (has_due(now, time)) take(community::decide(now, Command{SettleDue{time}}, host()), SettleDue{time}, host());
  }
  void pass(std::chrono::milliseconds span) { time += span; }

  /// A new person; with `organization`, its main representative from now on.
  PersonId person() {
    const PersonId id = people(now).all.next();
    ask(secretary(), RegisterPerson{words("person " + std::to_string(id.value))});
    return id;
  }
  OrganizationId organization(std::string_view key) const {
    for (const OrganizationId id : membership(now).organizations.ids())
      if (membership(now).organizations[id].key == key) return id;
    throw std::invalid_argument("no such organization");
  }
  std::vector<std::uint32_t> all_responsibilities() const {
    std::vector<std::uint32_t> all(charter(now).membership.responsibilities.size());
    std::iota(all.begin(), all.end(), 0u);
    return all;
  }
  PersonId representative(std::string_view key) {
    const PersonId id = person();
    ask(secretary(), AppointRepresentative{organization(key), id, time, {}, all_responsibilities()});
    if (membership(now).waiting(organization(key), time)) joins_in(co_chair(), organization(key));
    return id;
  }
  /// The first who serves.
  PersonId co_chair() const {
    for (const CoChairTerm& term : bodies(now).co_chairs)
      if (is_co_chair(now, term.person, time)) return term.person;
    throw std::logic_error("no co-Chair serves");
  }
  /// Has `second` join in with what waits for this organization's seat.
  Ruling joins_in(PersonId second, OrganizationId organization) {
    return ask(second, confirming(membership(now).waiting(organization, time).value()));
  }
  [[nodiscard]] ConfirmSeatChange confirming(SeatChangeId id) const {
    const SeatChange& change = membership(now).changes[id];
    ConfirmSeatChange all{id, change.organization, {}, {}, {}};
    if (!change.gives) return all;
    all.person = change.gives->person;
    all.from = change.gives->from;
    all.until = change.gives->until;
    return all;
  }
  /// The mandate ends because its holder says so.
  void resigns(MandateId mandate) { ask(membership(now).mandates[mandate].person, EndMandate{mandate}); }
  /// The main representatives of the first `count` Members; the first is founding co-Chair.
  std::vector<PersonId> members(std::size_t count) {
    std::vector<PersonId> people;
    for (std::uint32_t i = 0; people.size() < count; ++i)
      people.push_back(representative(membership(now).organizations[{i}].key));
    ask(secretary(), SeatFoundingCoChair{0, people.front(), time + days{90}});
    return people;
  }
  MeetingId meeting(MeetingKind kind = MeetingKind::ad_hoc, std::uint32_t capacity = 2) {
    const MeetingId id = meetings(now).all.next();
    ask(secretary(), PlanMeeting{kind, words("meeting"), time + hours{1}, time + days{3}, "Europe/Rome", capacity, 60});
    return id;
  }
  SessionId session(MeetingId id, SessionKind kind) {
    const SessionId next = meetings(now).sessions.next();
    const Meeting& meeting = meetings(now).all[id];
    ask(secretary(), AddSession{id, kind, words("session"), meeting.starts, meeting.starts + hours{3}});
    return next;
  }
  /// A live executive session with these people in it.
  SessionId executive_session(const std::vector<PersonId>& people) {
    const MeetingId id = meeting();
    const SessionId live = session(id, SessionKind::executive);
    ask(secretary(), PublishMeeting{id});
    ask(secretary(), OpenSession{live});
    for (const PersonId person : people) {
      ask(person, AcceptDiscretion{id});
      ask(person, EnterSession{live});
    }
    return live;
  }
  /// What happened in the room, as whoever was there counts it.
  [[nodiscard]] RoomCounts counts(SessionId id) const { return meetings(now).sessions[id].counts(); }
  /// Has the Member who is drawn sign what happened, and closes the session.
  Ruling closes(PersonId person, SessionId id) {
    ask(person, BeginClosing{id});
    const auto& closing = meetings(now).sessions[id].closing;
    if (closing && closing->attester) ask(*closing->attester, AttestSession{id, counts(id)});
    return ask(person, CloseSession{id, counts(id)});
  }
  MotionId motion(PersonId mover, std::optional<SessionId> where, Method method,
                  const std::vector<ContentHash>& options = {}) {
    const MotionId id = decisions(now).motions.next();
    ask(mover, ProposeMotion{
                   where, Purpose::resolution, words("motion"), {options.begin(), options.end()}, method, false, {}});
    return id;
  }

  /// Has the Secretary tell each seat by another way that has not got the text of this silence procedure.
  void tells_all(MotionId id) {
    for (const AskedSeat& seat : std::vector{decisions(now).motions[id].asked})
      if (!seat.reached()) ask(secretary(), AttestDelivery{id, seat.organization, words("by telephone")});
  }

  Community now;
  std::vector<Entry> entries;  ///< what became of it, as a ledger has it
  Time time = at("2026-01-05T09:00");

 private:
  void take(const Ruling& ruling, const Command& command, const Asking& asking) {
    const auto* acts = std::get_if<std::vector<Act>>(&ruling);
    if (acts == nullptr) return;
    community::apply(now, *acts, asking);
    entries.push_back(entry_of(*acts, command, asking));
  }
  Entry entry_of(const std::vector<Act>& acts, const Command& command, const Asking& asking) const {
    Entry entry;
    entry.request = {charter(now).slug, {}, asking.asked_at, {}, command};
    if (asking.kind == Asking::Kind::person) entry.request.person = asking.person;
    if (asking.signed_by == SignedBy::link) entry.signature = Signature{{}, {}, LinkSignature{asking.key, {}}};
    if (asking.signed_by == SignedBy::session) entry.signature = Signature{{}, SessionSignature{asking.key, {}}, {}};
    if (asking.signed_by == SignedBy::passkey) entry.signature = Signature{Assertion{}, {}, {}};
    entry.acts = acts;
    entry.at = asking.at;
    entry.rules = current_rules;
    return entry;
  }
};

}  // namespace ccop::community::testing
