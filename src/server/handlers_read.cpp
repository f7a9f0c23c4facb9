// What pages read about the membership, meetings and decisions.
#include "community/clause.hpp"
#include "server/election_view.hpp"
#include "server/site.hpp"
#include "server/view.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

using namespace community;

constexpr std::uint32_t most_rows = 500;

/// Whether a reader without a seat takes part in this meeting: as a guest, or as an additional representative.
bool takes_part(const Community& state, MeetingId id, PersonId person) {
  if (state.meetings.all[id.value].guest(person) != nullptr) return true;
  return std::ranges::any_of(state.membership.invitations, [&](const Invitation& i) {
    return i.meeting == id && i.person == person && i.state != InvitationState::withdrawn;
  });
}

bool sees_session(const Community& state, const Reader& who, SessionId id) {
  if (who.has_seat) return true;
  const Session& session = state.meetings.sessions[id.value];
  if (const Guest* guest = state.meetings.all[session.meeting.value].guest(who.person))
    return std::ranges::find(guest->sessions, id) != guest->sessions.end();
  return session.kind != SessionKind::executive;
}

Json desk_row(const char* kind, const Json& about, const Json& by) {
  return {{"kind", kind}, {"about", about}, {"by", by}};
}

}  // namespace

Response Site::get_desk(const Request& request) {
  const Reader who = require_seat(request);
  const Time now = live_.now();
  return live_.read([&](const Community& state) {
    const View view{live_, state, who.person, now};
    Json rows = Json::array();
    for (std::uint32_t i = 0; i < state.decisions.motions.size(); ++i) {
      const Motion& motion = state.decisions.motions[i];
      if (motion.state == MotionState::closed || motion.state == MotionState::withdrawn) continue;
      const Json text = view.fields(motion.text);
      const Json about{{"motion", i}, {"title", text.is_null() ? Json(nullptr) : text.value("title", Json(nullptr))}};
      if (view.allowed(CastVote{{i}, 0})) rows.push_back(desk_row("vote", about, nullptr));
      if (motion.deadline && view.allowed(ObjectToMotion{{i}, {}}))
        rows.push_back(desk_row("silence", about, json_of(motion.deadline)));
      if (motion.state == MotionState::proposed && !motion.session &&
          view.allowed(OpenMotion{{i}, now + days{60}, "UTC", 0}))
        rows.push_back(desk_row("open-silence", about, nullptr));
    }
    for (std::uint32_t i = 0; i < state.membership.invitations.size(); ++i) {
      const Invitation& invitation = state.membership.invitations[i];
      const Meeting& meeting = state.meetings.all[invitation.meeting.value];
      if (meeting.ends > now && view.allowed(ClearInvitation{{i}}))
        rows.push_back(desk_row(
            "clear", {{"meeting", invitation.meeting.value}, {"title", view.person(invitation.person)["name"]}},
            json_of(meeting.starts)));
    }
    for (std::uint32_t i = 0; i < state.membership.proposals.size(); ++i) {
      const ObserverProposal& proposal = state.membership.proposals[i];
      if (proposal.state != ProposalState::consulted) continue;
      const Json about{{"proposal", i}, {"title", proposal.name}};
      if (view.allowed(DecideOnObserver{{i}, true}))
        rows.push_back(desk_row("decide-observer", about, nullptr));
      else if (view.allowed(CommentOnObserver{{i}, {}}))
        rows.push_back(desk_row("comment-observer", about, json_of(proposal.consultation_ends)));
    }
    for (std::uint32_t i = 0; i < state.people.all.size(); ++i)
      if (view.allowed(ConfirmRecovery{{i}}))
        rows.push_back(desk_row("confirm-recovery",
                                {{"person", i},
                                 {"title", view.person({i})["name"]},
                                 {"code", to_hex(ByteView{state.people.all[i].recovery->token_hash}.first(4))}},
                                nullptr));
    const ElectionView elections{live_, state, who.person, now};
    for (std::uint32_t i = 0; i < state.elections.all.size(); ++i)
      for (const char* kind : elections.tasks({i}))
        rows.push_back(desk_row(kind, {{"election", i}, {"title", elections.head({i})["meeting_title"]}}, nullptr));
    if (state.is_secretary(who.person, now)) {
      for (std::uint32_t p = 0; p < state.charter().bodies.co_chairs; ++p)
        if (std::ranges::find(state.bodies.co_chairs, p, &CoChairTerm::position) == state.bodies.co_chairs.end())
          rows.push_back(desk_row("seat-co-chair", {{"position", p}, {"title", nullptr}}, nullptr));
      for (std::uint32_t o = 0; o < state.membership.organizations.size(); ++o)
        if (state.membership.organizations[o].belongs(now) && !state.membership.holder({o}, MandateKind::main, now))
          rows.push_back(desk_row("vacant-seat",
                                  {{"organization", o}, {"title", state.membership.organizations[o].key}}, nullptr));
    }
    Json meetings = Json::array();
    for (std::uint32_t i = 0; i < state.meetings.all.size(); ++i) {
      const Meeting& meeting = state.meetings.all[i];
      if (meeting.ends > now && meeting.state == MeetingState::published) meetings.push_back(view.meeting_head({i}));
    }
    return json_response({{"tasks", rows}, {"meetings", meetings}});
  });
}

Response Site::get_organizations(const Request& request) {
  const Reader who = require_seat(request);
  const Time now = live_.now();
  return live_.read([&](const Community& state) {
    const View view{live_, state, who.person, now};
    Json rows = Json::array();
    for (std::uint32_t i = 0; i < state.membership.organizations.size(); ++i) {
      Json row = view.organization({i});
      const auto seat = state.membership.holder({i}, MandateKind::main, now);
      row["representative"] = seat ? view.person(state.membership.mandates[seat->value].person) : Json(nullptr);
      const auto alternate = state.membership.holder({i}, MandateKind::alternate, now);
      row["alternate"] = alternate ? view.person(state.membership.mandates[alternate->value].person) : Json(nullptr);
      rows.push_back(std::move(row));
    }
    return json_response(
        {{"organizations", rows}, {"may", {{"propose_observer", state.is_committee(who.person, now)}}}});
  });
}

Response Site::get_organization(const Request& request) {
  const Reader who = require_seat(request);
  const Time now = live_.now();
  const OrganizationId id{id_at_end(request.path)};
  return live_.read([&](const Community& state) {
    const Organization* organization = state.membership.find(id);
    if (organization == nullptr) throw Problem{404, "no-such-page", {}, {}, {}};
    const View view{live_, state, who.person, now};
    Json out = view.organization(id);
    out["mandates"] = Json::array();
    for (const MandateId mandate : organization->mandates) out["mandates"].push_back(view.mandate(mandate));
    out["history"] = view.history(id);
    out["absent"] = state.membership.is_absent(id, now);
    const auto seat = state.membership.seat_of(who.person, now);
    const bool own = seat && state.membership.mandates[seat->value].organization == id &&
                     state.membership.mandates[seat->value].kind == MandateKind::main;
    const bool held = state.membership.holder(id, MandateKind::main, now).has_value();
    Json may = Json::array();
    if (state.is_committee(who.person, now)) may.push_back(held ? "succeed-representative" : "appoint-representative");
    if (own) may.insert(may.end(), {"name-alternate", "declare-absence"});
    if (own && view.allowed(EndAbsence{})) may.push_back("end-absence");
    if (own && view.allowed(LeaveAsObserver{})) may.push_back("leave-as-observer");
    if (view.allowed(ProposeObserverEnd{id, {}})) may.push_back("propose-observer-end");
    out["may"] = may;
    for (const auto& listed : state.charter().organizations)
      if (listed.key == organization->key) out["note"] = listed.note;
    return json_response(out);
  });
}

Response Site::get_people(const Request& request) {
  const Reader who = require_seat(request);
  const Time now = live_.now();
  return live_.read([&](const Community& state) {
    const View view{live_, state, who.person, now};
    Json rows = Json::array();
    for (std::uint32_t i = 0; i < state.people.all.size(); ++i) {
      if (state.people.all[i].is_guest) continue;
      Json row = view.person({i});
      row["may"] = view.may({OfferEnrolment{{i}, {}, now + days{7}}, CorrectPerson{{i}, {}}, ConfirmRecovery{{i}}});
      rows.push_back(std::move(row));
    }
    return json_response({{"people", rows}, {"may", view.may({RegisterPerson{}})}});
  });
}

Response Site::get_bodies(const Request& request) {
  const Reader who = require_seat(request);
  const Time now = live_.now();
  return live_.read([&](const Community& state) {
    const View view{live_, state, who.person, now};
    Json positions = Json::array();
    for (std::uint32_t p = 0; p < state.charter().bodies.co_chairs; ++p) {
      const auto person = state.bodies.co_chair(p, now);
      Json row{{"position", p}, {"person", person ? view.person(*person) : Json(nullptr)}, {"until", nullptr}};
      for (const CoChairTerm& term : state.bodies.co_chairs)
        if (term.position == p && term.serves(now)) row["until"] = json_of(term.until);
      row["longest_months"] = state.charter().bodies.founding_terms_months[p];
      row["founding"] =
          std::ranges::find(state.bodies.co_chairs, p, &CoChairTerm::position) == state.bodies.co_chairs.end();
      positions.push_back(std::move(row));
    }
    const auto secretary = state.bodies.secretary(now);
    Json may = view.may({ResignCoChair{}});
    if (state.is_secretary(who.person, now)) may.push_back("seat-founding-co-chair");
    if (state.is_committee(who.person, now)) may.push_back("appoint-secretary");
    return json_response(
        {{"secretary", secretary ? view.person(*secretary) : Json(nullptr)}, {"co_chairs", positions}, {"may", may}});
  });
}

Response Site::get_meetings(const Request& request) {
  const Reader who = require_reader(request);
  const Time now = live_.now();
  return live_.read([&](const Community& state) {
    const View view{live_, state, who.person, now};
    Json rows = Json::array();
    for (std::uint32_t i = 0; i < state.meetings.all.size(); ++i)
      if (who.has_seat || takes_part(state, {i}, who.person)) rows.push_back(view.meeting_head({i}));
    Json may = Json::array();
    if (state.is_committee(who.person, now)) may.push_back("plan-meeting");
    return json_response({{"meetings", rows}, {"may", may}});
  });
}

Response Site::get_meeting(const Request& request) {
  const Reader who = require_reader(request);
  const Time now = live_.now();
  const MeetingId id{id_at_end(request.path)};
  return live_.read([&](const Community& state) {
    const Meeting* meeting = state.meetings.find(id);
    if (meeting == nullptr || (!who.has_seat && !takes_part(state, id, who.person)))
      throw Problem{404, "no-such-page", {}, {}, {}};
    const View view{live_, state, who.person, now};
    Json out = view.meeting_head(id);
    out["discretion_notice"] = state.charter().meetings.discretion_notice;
    out["sessions"] = Json::array();
    for (const SessionId session : meeting->sessions)
      if (sees_session(state, who, session)) out["sessions"].push_back(view.session(session, who.has_seat));
    out["invitations"] = Json::array();
    for (std::uint32_t i = 0; i < state.membership.invitations.size(); ++i) {
      const Invitation& invitation = state.membership.invitations[i];
      if (invitation.meeting == id && (who.has_seat || invitation.person == who.person))
        out["invitations"].push_back(view.invitation({i}));
    }
    out["guests"] = meeting->guests.size();
    out["committee"] = Json::array();
    for (const CommitteeSeat& seat : state.bodies.symposium_committees)
      if (seat.meeting == id && who.has_seat) out["committee"].push_back(view.person(seat.person));
    const ChangeMeeting same{id,
                             meeting->details,
                             meeting->starts,
                             meeting->ends,
                             meeting->time_zone,
                             meeting->capacity,
                             meeting->commitment_minutes};
    Json may = view.may({PublishMeeting{id}, CancelMeeting{id, {}}, AcceptDiscretion{id}, same,
                         AddSession{id, SessionKind::executive, {}, meeting->starts, meeting->ends}});
    if (state.is_committee(who.person, now) && meeting->state != MeetingState::cancelled && meeting->ends > now)
      may.push_back("admit-guest");
    if (state.voting_organization(who.person, now) && meeting->state == MeetingState::published && meeting->ends > now)
      may.push_back("invite-representative");
    if (meeting->kind == MeetingKind::symposium && state.is_committee(who.person, now) && meeting->ends > now)
      may.push_back("appoint-symposium-committee");
    out["may"] = may;
    // Why notice can't be given yet is said before anybody tries.
    if (meeting->state == MeetingState::planned && state.is_committee(who.person, now)) {
      if (const auto refusal = view.refusal_of(PublishMeeting{id})) {
        const Clause* clause = state.charter().clause(refusal->clause);
        out["not_yet"] = {
            {"key", refusal->key}, {"values", refusal->values}, {"clause", clause == nullptr ? "" : clause->number}};
      }
    }
    return json_response(out);
  });
}

Response Site::get_motions(const Request& request) {
  const Reader who = require_seat(request);
  const Time now = live_.now();
  return live_.read([&](const Community& state) {
    const View view{live_, state, who.person, now};
    Json rows = Json::array();
    const auto count = static_cast<std::uint32_t>(state.decisions.motions.size());
    for (std::uint32_t i = count > most_rows ? count - most_rows : 0; i < count; ++i) rows.push_back(view.motion({i}));
    return json_response(
        {{"motions", rows},
         {"total", count},
         {"may", view.may({ProposeMotion{{}, Purpose::resolution, {}, {}, Method::silence, false, {}}})}});
  });
}

Response Site::get_motion(const Request& request) {
  const Reader who = require_seat(request);
  const MotionId id{id_at_end(request.path)};
  return live_.read([&](const Community& state) {
    if (state.decisions.find(id) == nullptr) throw Problem{404, "no-such-page", {}, {}, {}};
    return json_response(View{live_, state, who.person, live_.now()}.motion(id));
  });
}

Response Site::get_observers(const Request& request) {
  const Reader who = require_seat(request);
  return live_.read([&](const Community& state) {
    const View view{live_, state, who.person, live_.now()};
    Json rows = Json::array();
    for (std::uint32_t i = 0; i < state.membership.proposals.size(); ++i) rows.push_back(view.proposal({i}));
    return json_response({{"proposals", rows}});
  });
}

Response Site::get_charter(const Request& request) {
  static_cast<void>(require_seat(request));
  return live_.read([&](const Community& state) {
    const Charter& charter = state.charter();
    Json clauses = Json::array();
    for (const Clause& clause : charter.clauses)
      clauses.push_back({{"number", clause.number},
                         {"title", clause.title},
                         {"text", clause.text},
                         {"practice", clause.practice},
                         {"enforced", !clause.topic.empty()}});
    Json notes = Json::array();
    for (const auto& organization : charter.organizations)
      if (!organization.note.empty()) notes.push_back({{"key", organization.key}, {"note", organization.note}});
    return json_response({{"name", charter.name},
                          {"short_name", charter.short_name},
                          {"reports_to", charter.reports_to},
                          {"responsibilities", charter.membership.responsibilities},
                          {"discretion_notice", charter.meetings.discretion_notice},
                          {"clauses", clauses},
                          {"notes", notes},
                          {"source", state.record.charter}});
  });
}

}  // namespace ccop::server
