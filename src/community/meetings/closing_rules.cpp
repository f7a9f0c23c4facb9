// How a session is closed: whoever closes it and one Member by lot, both there, sign what happened in numbers, for the
// acts themselves stay in the room (clause 5.5).
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/chapter.hpp"
#include "community/meetings/sentences.hpp"
#include "community/membership/state.hpp"
#include "community/record/state.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// How long a Member who was drawn has to answer, before another is drawn or the session is closed without.
constexpr auto attesting_takes = minutes{2};

bool may_attest(const Community& now, PersonId person, Time at) {
  return voting_organization(now, person, at).has_value() && !is_committee(now, person, at);
}

/// The Members in the room who were not asked yet.
std::vector<PersonId> still_to_ask(const Community& now, const Session& session, Time at) {
  std::vector<PersonId> found;
  for (const Attendance& attendance : session.present) {
    const PersonId person = attendance.person;
    if (!attendance.organization || voting_organization(now, person, at) != attendance.organization) continue;
    if (is_committee(now, person, at)) continue;
    if (session.closing && std::ranges::find(session.closing->drawn, person) != session.closing->drawn.end()) continue;
    found.push_back(person);
  }
  return found;
}

/// Of whoever begins to close nobody can tell which Member comes first before they have signed: the record's head is
/// part of what they signed.
Hash ticket(const Community& now, SessionId session, PersonId person, const Asking& asking) {
  const Hash root = asking.head ? asking.head->root : Hash{};
  return sha256(bytes_of("ccop-attester-lot-v1|" + record(now).log_key + "|" + std::to_string(session.value) + "|" +
                         to_hex(root) + "|" + std::to_string(person.value)));
}

std::optional<PersonId> drawn(const Community& now, SessionId id, const Asking& asking) {
  const Session& session = meetings(now).sessions[id];
  if (session.unseen) {
    const auto* told = recorded<ClosingBegun>(asking);
    if (told == nullptr || !told->attester || !may_attest(now, *told->attester, asking.at)) return std::nullopt;
    return told->attester;
  }
  const auto people = still_to_ask(now, session, asking.at);
  const auto first =
      std::ranges::min_element(people, {}, [&](PersonId person) { return ticket(now, id, person, asking); });
  return first == people.end() ? std::nullopt : std::optional{*first};
}

bool is_awaited(const Closing& closing, Time at) {
  return closing.attester && !closing.attested && at < closing.drawn_at + attesting_takes;
}

std::variant<const Session*, Refusal> live_session(const Community& now, SessionId id) {
  const Session* session = meetings(now).find(id);
  if (session == nullptr) return refuse(clause::the_record, sentence::no_such_session);
  if (!session->is_live()) return refuse(clause::management, sentence::session_not_live);
  return session;
}

/// The live session, for the Management Committee.
std::variant<const Session*, Refusal> session_to_close(const Community& now, SessionId id, const Asking& asking) {
  auto found = live_session(now, id);
  if (std::holds_alternative<const Session*>(found) && !is_committee(now, asking.person, asking.at))
    return refuse(clause::management, sentence::only_committee_opens_sessions);
  return found;
}

/// Who closes signs what happened, so they are there; nobody need be where nobody came.
std::optional<Refusal> objection_to_absence(const Session& session, const Asking& asking) {
  if (session.unseen || session.sealed_acts == 0 || session.is_present(asking.person)) return std::nullopt;
  return refuse(clause::chatham_house, sentence::closer_is_in_the_room);
}

/// Whether who signs these numbers has seen all that they count, and counted right.
std::optional<Refusal> objection_to_counts(const Session& session, const RoomCounts& counts, const Asking& asking) {
  if (asking.head && asking.head->size < session.sealed_until)
    return refuse(clause::chatham_house, sentence::room_was_not_seen);
  const bool differs = session.closing && session.closing->attested && *session.closing->attested != counts;
  if (differs || (!session.unseen && session.counts() != counts))
    return refuse(clause::chatham_house, sentence::counts_differ);
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const BeginClosing::About& about, const Asking& asking) {
  const auto found = session_to_close(now, about.session, asking);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Session& session = *std::get<const Session*>(found);
  if (auto objection = objection_to_absence(session, asking)) return objection;
  if (session.closing && session.closing->attested) return refuse(clause::chatham_house, sentence::session_is_attested);
  if (session.closing && is_awaited(*session.closing, asking.at))
    return refuse(clause::chatham_house, sentence::attester_is_awaited, attesting_takes.count());
  return std::nullopt;
}

Ruling decide(const Community& now, const BeginClosing& asked, const Asking& asking) {
  return accept(ClosingBegun{asked.session, asking.person, drawn(now, asked.session, asking)});
}

std::optional<Refusal> bars(const Community& now, const ResumeSession::About& about, const Asking& asking) {
  const auto found = session_to_close(now, about.session, asking);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  if (!std::get<const Session*>(found)->closing) return refuse(clause::chatham_house, sentence::session_is_not_closing);
  return std::nullopt;
}

Ruling decide(const Community&, const ResumeSession& asked, const Asking&) {
  return accept(SessionResumed{asked.session});
}

std::optional<Refusal> bars(const Community& now, const AttestSession::About& about, const Asking& asking) {
  const auto found = live_session(now, about.session);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const auto& closing = std::get<const Session*>(found)->closing;
  if (!closing) return refuse(clause::chatham_house, sentence::session_is_not_closing);
  if (closing->attester != asking.person) return refuse(clause::chatham_house, sentence::another_attests);
  if (closing->attested) return refuse(clause::chatham_house, sentence::session_is_attested);
  return std::nullopt;
}

Ruling decide(const Community& now, const AttestSession& asked, const Asking& asking) {
  const Session& session = meetings(now).sessions[asked.session];
  if (auto objection = objection_to_counts(session, asked.counts, asking)) return *objection;
  return accept(SessionAttested{asked.session, asking.person, asked.counts});
}

std::optional<Refusal> bars(const Community& now, const CloseSession::About& about, const Asking& asking) {
  const auto found = session_to_close(now, about.session, asking);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Session& session = *std::get<const Session*>(found);
  if (auto objection = objection_to_absence(session, asking)) return objection;
  if (session.closing && session.closing->attested) return std::nullopt;
  if (session.closing && is_awaited(*session.closing, asking.at))
    return refuse(clause::chatham_house, sentence::attester_is_awaited, attesting_takes.count());
  if (!still_to_ask(now, session, asking.at).empty())
    return refuse(clause::chatham_house, session.closing ? sentence::draw_another : sentence::begin_to_close_first);
  return std::nullopt;
}

Ruling decide(const Community& now, const CloseSession& asked, const Asking& asking) {
  const Session& session = meetings(now).sessions[asked.session];
  if (auto objection = objection_to_counts(session, asked.counts, asking)) return *objection;
  const bool is_attested = session.closing && session.closing->attested;
  return accept(SessionClosed{asked.session, asked.counts, is_attested ? session.closing->attester : std::nullopt});
}

}  // namespace ccop::community
