#include "server/view.hpp"

#include <algorithm>

namespace ccop::server {

using namespace community;

Json View::text(const Hash& hash) const {
  const auto found = live_.text(hash);
  return found ? Json(*found) : Json(nullptr);
}

Json View::fields(const Hash& hash) const {
  const auto found = live_.text(hash);
  if (!found) return nullptr;
  Json parsed = Json::parse(*found, nullptr, false);
  return parsed.is_object() ? parsed : Json{{"text", *found}};
}

Json View::organization(OrganizationId id) const {
  const Organization& o = state_.membership.organizations.at(id.value);
  return {{"id", id.value},          {"key", o.key},
          {"name", o.name},          {"status", json_of(o.status)},
          {"from", json_of(o.from)}, {"until", json_of(o.until)}};
}

Json View::history(OrganizationId id) const {
  const Organization& o = state_.membership.organizations.at(id.value);
  std::vector<std::pair<Time, Json>> events;
  const auto add = [&](Time at, const char* what, Json more = Json::object()) {
    more["what"] = what;
    more["at"] = json_of(at);
    events.emplace_back(at, std::move(more));
  };
  add(o.from, "joined");
  if (o.until) add(*o.until, "left");
  for (const MandateId mandate : o.mandates) {
    const Mandate& m = state_.membership.mandates[mandate.value];
    const bool is_main = m.kind == MandateKind::main;
    add(m.from, is_main ? "representative" : "alternate", {{"person", person(m.person)["name"]}});
    if (m.until && *m.until <= now_)
      add(*m.until, is_main ? "representative-ended" : "alternate-ended", {{"person", person(m.person)["name"]}});
  }
  for (const Absence& absence : o.absences) add(absence.from, "absent", {{"until", json_of(absence.until)}});
  for (std::uint32_t i = 0; i < state_.decisions.motions.size(); ++i) {
    const Motion& m = state_.decisions.motions[i];
    if (!m.recorded || m.state != MotionState::closed || !m.has_voted(id)) continue;
    const Json text = fields(m.text);
    add(m.closed_at.value(), "voted", {{"motion", i}, {"title", text.is_null() ? text : text["title"]}});
  }
  std::ranges::stable_sort(events, std::greater{}, &std::pair<Time, Json>::first);
  Json out = Json::array();
  for (auto& [at, event] : events) out.push_back(std::move(event));
  return out;
}

Json View::person(PersonId id) const {
  const Person& person = state_.people.all.at(id.value);
  const Json profile = fields(person.profile);
  Json out{{"id", id.value},
           {"is_guest", person.is_guest},
           {"name", nullptr},
           {"title", nullptr},
           {"enrolled", !person.passkeys.empty()}};
  if (!profile.is_null()) {
    out["name"] = profile.value("name", "");
    out["title"] = profile.value("title", "");
    out["email"] = profile.value("email", "");
  }
  out["organization"] = nullptr;
  if (const auto seat = state_.membership.seat_of(id, now_))
    out["organization"] =
        state_.membership.organizations[state_.membership.mandates[seat->value].organization.value].key;
  return out;
}

Json View::mandate(MandateId id) const {
  const Mandate& m = state_.membership.mandates.at(id.value);
  return {{"id", id.value},
          {"kind", json_of(m.kind)},
          {"person", person(m.person)},
          {"from", json_of(m.from)},
          {"until", json_of(m.until)},
          {"current", m.holds(now_)},
          {"responsibilities", m.responsibilities},
          {"may", may({EndMandate{id}})}};
}

Json View::invitation(InvitationId id) const {
  const Invitation& i = state_.membership.invitations.at(id.value);
  return {{"id", id.value},
          {"meeting", i.meeting.value},
          {"organization", state_.membership.organizations[i.organization.value].key},
          {"person", person(i.person)},
          {"state", json_of(i.state)},
          {"reason", i.reason ? text(*i.reason) : Json(nullptr)},
          {"may", may({ClearInvitation{id}, RefuseInvitation{id, {}}, WithdrawInvitation{id}})}};
}

Json View::meeting_head(MeetingId id) const {
  const Meeting& m = state_.meetings.all.at(id.value);
  const bool live =
      std::ranges::any_of(m.sessions, [&](SessionId s) { return state_.meetings.sessions[s.value].is_live(); });
  return {{"id", id.value},
          {"kind", json_of(m.kind)},
          {"state", json_of(m.state)},
          {"details", fields(m.details)},
          {"starts", json_of(m.starts)},
          {"ends", json_of(m.ends)},
          {"time_zone", m.time_zone},
          {"capacity", m.capacity},
          {"confirmed", state_.confirmed(id)},
          {"commitment_minutes", m.commitment_minutes},
          {"live", live},
          {"discretion_accepted", m.accepted_discretion(reader_)},
          {"reason", m.reason ? text(*m.reason) : Json(nullptr)}};
}

Json View::session(SessionId id, bool with_names) const {
  const Session& s = state_.meetings.sessions.at(id.value);
  const Quorum quorum = state_.quorum(id, now_);
  Json agenda = Json::array();
  for (const AgendaItem& item : s.agenda)
    agenda.push_back({{"item", json_of(item.item)}, {"text", text(item.item)}, {"minutes", item.minutes}});
  Json out{{"id", id.value},
           {"kind", json_of(s.kind)},
           {"title", text(s.title)},
           {"starts", json_of(s.starts)},
           {"ends", json_of(s.ends)},
           {"opened_at", json_of(s.opened_at)},
           {"closed_at", json_of(s.closed_at)},
           {"live", s.is_live()},
           {"agenda", agenda},
           {"present", s.is_present(reader_)},
           {"quorum",
            {{"present", quorum.present},
             {"needed", quorum.needed},
             {"members", quorum.members},
             {"stands", quorum.stands}}},
           {"attendance", Json::array()},
           {"motions", Json::array()},
           {"may",
            may({OpenSession{id}, CloseSession{id}, EnterSession{id}, LeaveSession{id}, RemoveSession{id},
                 AddAgendaItem{id, {}, 1}, ProposeMotion{id, Purpose::resolution, {}, {}, Method::vote, false, {}}})}};
  if (!with_names) return out;
  for (const Attendance& a : s.present) {
    // Who was here is the room's own knowledge: shown while the session lives, and never after (Chatham House Rule).
    if (!s.is_live()) continue;
    Json row = person(a.person);
    row["for"] = a.organization ? Json(state_.membership.organizations[a.organization->value].key) : Json(nullptr);
    row["votes"] = a.organization && state_.voting_organization(a.person, now_) == a.organization;
    out["attendance"].push_back(std::move(row));
  }
  for (std::uint32_t i = 0; i < state_.decisions.motions.size(); ++i)
    if (state_.decisions.motions[i].session == id) out["motions"].push_back(motion({i}));
  return out;
}

Json View::motion(MotionId id) const {
  const Motion& m = state_.decisions.motions.at(id.value);
  Json options = Json::array();
  for (const auto& option : m.options) options.push_back(text(option));
  Json out{{"id", id.value},
           {"session", json_of(m.session)},
           {"meeting", m.session ? json_of(state_.meetings.sessions[m.session->value].meeting) : Json(nullptr)},
           {"purpose", json_of(m.purpose)},
           {"method", json_of(m.method)},
           {"recorded", m.recorded},
           {"state", json_of(m.state)},
           {"content", fields(m.text)},
           {"options", options},
           {"mover", person(m.mover)},
           {"source", m.source ? organization(*m.source) : Json(nullptr)},
           {"proposed_at", json_of(m.proposed_at)},
           {"opened_at", json_of(m.opened_at)},
           {"deadline", json_of(m.deadline)},
           {"time_zone", m.time_zone ? Json(*m.time_zone) : Json(nullptr)},
           {"closed_at", json_of(m.closed_at)},
           {"outcome", json_of(m.outcome)},
           {"counts", m.counts},
           {"winner", m.winner ? Json(*m.winner) : Json(nullptr)},
           {"votes_cast", m.votes.size()},
           {"objections", m.objections.size()},
           {"my_vote", nullptr},
           {"votes", Json::array()},
           {"decision", nullptr},
           {"amendment", nullptr},
           {"ballot", nullptr}};
  const auto own = state_.voting_organization(reader_, now_);
  for (const Vote& vote : m.votes) {
    if (own == vote.organization) out["my_vote"] = vote.choice;
    // An open count is shown as a count; a recorded vote names the organizations, once the result stands.
    if (m.recorded && m.state == MotionState::closed)
      out["votes"].push_back(
          {{"organization", state_.membership.organizations[vote.organization.value].key}, {"choice", vote.choice}});
  }
  for (std::uint32_t i = 0; i < state_.decisions.registered.size(); ++i)
    if (state_.decisions.registered[i].motion == id) out["decision"] = i + 1;
  for (const Amendment& amendment : state_.record.amendments)
    if (amendment.motion == id)
      out["amendment"] = {{"charter", amendment.charter},
                          {"in_force_from", json_of(amendment.in_force_from)},
                          {"in_force_since", json_of(amendment.in_force_since)}};
  for (std::uint32_t i = 0; i < state_.elections.all.size(); ++i)
    if (state_.elections.all[i].motion == id) out["ballot"] = i;
  // A silence procedure is opened with a deadline that the page asks for; far enough ahead, it stands for any.
  OpenMotion open{id, {}, {}, {}};
  if (!m.session) open = {id, now_ + days{60}, "UTC", 0};
  out["may"] = may({open, CastVote{id, 0}, ObjectToMotion{id, {}}, PutMotionToVote{id}, CloseMotion{id},
                    WithdrawMotion{id}, RequestRecordedVote{id}, CallSecretBallot{id}});
  return out;
}

Json View::proposal(ProposalId id) const {
  const ObserverProposal& p = state_.membership.proposals.at(id.value);
  Json comments = Json::array();
  for (const ObserverComment& comment : p.comments)
    comments.push_back({{"organization", state_.membership.organizations[comment.organization.value].key},
                        {"comment", text(comment.comment)},
                        {"at", json_of(comment.at)}});
  Json opinions = Json::array();
  for (const ObserverOpinion& opinion : p.opinions)
    opinions.push_back({{"person", person(opinion.given_by)}, {"admit", opinion.admit}});
  return {{"id", id.value},
          {"key", p.key},
          {"name", p.name},
          {"statement", text(p.statement)},
          {"consultation_ends", json_of(p.consultation_ends)},
          {"state", json_of(p.state)},
          {"is_end", p.is_end},
          {"comments", comments},
          {"opinions", opinions},
          {"may", may({CommentOnObserver{id, {}}, DecideOnObserver{id, true}})}};
}

bool View::allowed(const Command& command) const {
  return !refusal_of(command);
}

std::optional<Refusal> View::refusal_of(const Command& command) const {
  return would_refuse(state_, command, reader_, now_);
}

Json View::may(const std::vector<Command>& commands) const {
  Json names = Json::array();
  for (const Command& command : commands)
    if (allowed(command)) names.push_back(std::visit([]<class C>(const C&) { return wire_name<C>(); }, command));
  return names;
}

}  // namespace ccop::server
