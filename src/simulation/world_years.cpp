// A simulated year: consultations, successions, silence procedures, a mid-year meeting and a symposium.
#include "simulation/world.hpp"

#include <algorithm>
#include <array>

namespace ccop::simulation {
namespace {

using namespace community;

constexpr std::array motion_titles{
    "Adopt the priorities for the coming year",         "Hold the next symposium in Nairobi",
    "Adopt a common baseline for supplier assessments", "Start a pilot for shared phishing exercises",
    "Publish a guide on passkeys for executives",       "Review the incident severity scale"};

}  // namespace

void World::meet(MeetingKind kind, const std::string& title, Time starts) {
  const store::Content details =
      content(R"({"description":"Simulated.","place":"Geneva and online","title":")" + title + R"("})");
  const MeetingId meeting{
      live_->read([](const Community& c) { return static_cast<std::uint32_t>(c.meetings.all.size()); })};
  if (!ask(secretary_,
           PlanMeeting{kind, store::content_hash(details), starts, starts + days{2}, "Europe/Zurich", 6, 16 * 60},
           {details}))
    return;
  const SessionId first{
      live_->read([](const Community& c) { return static_cast<std::uint32_t>(c.meetings.sessions.size()); })};
  const store::Content open_title = content("Exchange on current topics");
  const store::Content executive_title = content("Executive Session");
  ask(secretary_, AddSession{meeting, SessionKind::open, store::content_hash(open_title), starts, starts + hours{7}},
      {open_title});
  ask(secretary_,
      AddSession{meeting, SessionKind::executive, store::content_hash(executive_title), starts + days{1},
                 starts + days{1} + hours{7}},
      {executive_title});
  const store::Content item = content("Review of the work-plan");
  ask(secretary_, AddAgendaItem{{first.value + 1}, store::content_hash(item), 60}, {item});
  if (!ask(secretary_, PublishMeeting{meeting})) return;

  const auto people = representatives();
  for (const PersonId person : people) {
    if (!chance_.percent(30)) continue;
    const PersonId colleague = register_person(person);
    const InvitationId invitation{
        live_->read([](const Community& c) { return static_cast<std::uint32_t>(c.membership.invitations.size()); })};
    if (!ask(person, InviteRepresentative{meeting, colleague})) continue;
    if (chance_.percent(90)) ask(chair(), ClearInvitation{invitation});
    if (chance_.percent(10)) ask(person, WithdrawInvitation{invitation});
  }
  now_ = std::max(now_, starts);
  std::vector<PersonId> present;
  for (const PersonId person : people) {
    if (chance_.percent(18)) {
      if (chance_.percent(50)) ask(person, DeclareAbsence{now_, now_ + days{3}});
      continue;
    }
    if (chance_.percent(95)) ask(person, AcceptDiscretion{meeting});
    present.push_back(person);
  }
  if (ask(secretary_, OpenSession{first})) {
    for (const PersonId person : present) ask(person, EnterSession{first});
    ask(secretary_, CloseSession{first});
  }
  now_ = std::max(now_, starts + days{1});
  hold_executive_session({first.value + 1}, present);
}

void World::hold_executive_session(SessionId session, const std::vector<PersonId>& people) {
  if (!ask(chair(), OpenSession{session})) return;
  for (const PersonId person : people) ask(person, EnterSession{session});
  const auto motions = 2 + chance_.below(3);
  for (std::uint64_t i = 0; i < motions; ++i)
    decide_motion(session, motion_titles[chance_.below(motion_titles.size())], people, i == 0);
  ask(chair(), CloseSession{session});
}

void World::decide_motion(SessionId session, const std::string& title, const std::vector<PersonId>& people,
                          bool by_recorded_vote) {
  const store::Content text = content(R"({"text":"The membership decides so.","title":")" + title + R"("})");
  const MotionId motion = next_motion();
  const bool by_consensus = !by_recorded_vote && chance_.percent(40);
  const PersonId mover = people.empty() ? secretary_ : people[chance_.below(people.size())];
  if (!ask(mover,
           ProposeMotion{session,
                         Purpose::resolution,
                         store::content_hash(text),
                         {},
                         by_consensus ? Method::consensus : Method::vote,
                         by_recorded_vote || chance_.percent(50),
                         {}},
           {text}))
    return;
  if (!ask(chair(), OpenMotion{motion, {}, {}, {}})) return;
  if (by_consensus) {
    if (!people.empty() && chance_.percent(30)) {
      const store::Content reason = content("We can't agree to this yet.");
      if (ask(people[chance_.below(people.size())], ObjectToMotion{motion, store::content_hash(reason)}, {reason}))
        ask(chair(), PutMotionToVote{motion});
    }
  }
  const auto in_favour = static_cast<unsigned>(40 + chance_.below(50));
  for (const PersonId person : people) {
    const std::uint32_t choice = chance_.percent(in_favour) ? 0 : chance_.percent(70) ? 1 : 2;
    ask(person, CastVote{motion, choice});
    if (chance_.percent(2)) ask(person, CastVote{motion, choice});  // somebody clicks twice
  }
  ask(chair(), CloseMotion{motion});
}

std::optional<MotionId> World::open_silence(const std::string& title, const std::string& text, Time deadline,
                                            std::optional<OrganizationId> source) {
  const store::Content words = content(R"({"text":")" + text + R"(","title":")" + title + R"("})");
  const MotionId motion = next_motion();
  const Purpose purpose = source ? Purpose::release : Purpose::resolution;
  const ProposeMotion proposal{{}, purpose, store::content_hash(words), {}, Method::silence, false, source};
  if (!ask(secretary_, proposal, {words})) return std::nullopt;
  if (!ask(secretary_, OpenMotion{motion, deadline, "Europe/Zurich", 60})) return std::nullopt;
  return motion;
}

void World::run_silence(const std::string& title) {
  const auto motion = open_silence(title, "Adopted unless somebody objects.", now_ + days{10});
  if (!motion) return;
  pass(days{3});
  if (chance_.percent(25)) {
    const store::Content reason = content("This needs a discussion first.");
    ask(representatives().front(), ObjectToMotion{*motion, store::content_hash(reason)}, {reason});
  }
  pass(days{8});
}

void World::admit_observer(unsigned year) {
  const std::string key = "OBS" + std::to_string(year + 1);
  const store::Content statement = content("Its security officers already work with ours.");
  const ProposalId proposal{
      live_->read([](const Community& c) { return static_cast<std::uint32_t>(c.membership.proposals.size()); })};
  if (!ask(secretary_,
           ProposeObserver{key, "Observer Organization " + std::to_string(year + 1), store::content_hash(statement)},
           {statement}))
    return;
  const store::Content comment = content("Welcome.");
  ask(representatives().front(), CommentOnObserver{proposal, store::content_hash(comment)}, {comment});
  ask(secretary_, DecideOnObserver{proposal, true});  // too early: refused
  pass(days{live_->read([](const Community& c) { return c.charter().membership.observer_consultation_days; })} +
       hours{1});
  ask(secretary_, DecideOnObserver{proposal, true});
  ask(chair(), DecideOnObserver{proposal, true});
}

void World::live_a_year(unsigned year) {
  const Time begins = now_;
  pass(days{14});
  admit_observer(year);
  change_some_representatives();
  run_silence("Adopt the work-plan of year " + std::to_string(year + 1));
  staff_seats();
  now_ = std::max(now_, begins + days{120});
  meet(MeetingKind::mid_year, "Mid-year meeting", now_ + days{20});
  run_silence("Endorse the mid-year summary");
  now_ = std::max(now_, begins + days{230});
  meet(MeetingKind::symposium, "Annual symposium", now_ + days{45});
  now_ = std::max(now_, begins + days{364});
}

}  // namespace ccop::simulation
