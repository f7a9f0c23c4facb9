// The demonstration: a community in the middle of things, and doors into it.
#include "base/codec.hpp"
#include "simulation/threats.hpp"
#include "simulation/world.hpp"

#include <algorithm>

namespace ccop::simulation {

using namespace community;

void World::set_the_stage(Time today) {
  release_an_example(today);
  now_ = std::max(now_, today - hours{2});
  const auto plan = [&](MeetingKind kind, const char* title, const char* place, Time starts, SessionKind session,
                        const char* session_title) {
    const store::Content details =
        content(std::string{R"({"description":"","place":")"} + place + R"(","title":")" + title + R"("})");
    const MeetingId meeting{
        live_->read([](const Community& c) { return static_cast<std::uint32_t>(c.meetings.all.size()); })};
    ask(secretary_, PlanMeeting{kind, store::content_hash(details), starts, starts + days{2}, "Europe/Zurich", 8, 240},
        {details});
    const store::Content name = content(session_title);
    ask(secretary_,
        AddSession{meeting, session, store::content_hash(name), starts + days{1}, starts + days{1} + hours{6}}, {name});
    ask(secretary_, PublishMeeting{meeting});
    return meeting;
  };
  const MeetingId symposium =
      plan(MeetingKind::symposium, "Annual symposium", "Nairobi", std::chrono::floor<days>(now_) + days{75} + hours{8},
           SessionKind::executive, "Executive Session");
  call_candidacies(symposium);

  const Time starts = now_ - days{1};
  const MeetingId today_meeting =
      plan(MeetingKind::ad_hoc, "Extraordinary session", "Online", starts, SessionKind::executive, "Executive Session");
  const SessionId session =
      live_->read([&](const Community& c) { return c.meetings.all[today_meeting.value].sessions.front(); });
  const auto people = representatives();
  for (const PersonId person : people)
    if (!chance_.percent(20)) ask(person, AcceptDiscretion{today_meeting});
  if (!ask(chair(), OpenSession{session})) return;
  for (const PersonId person : people) ask(person, EnterSession{session});
  const store::Content text = content(
      R"({"text":"Members share indicators of compromise within 24 hours of confirmation.","title":"Adopt a 24-hour sharing commitment"})");
  const MotionId motion = next_motion();
  ask(people.front(),
      ProposeMotion{session, Purpose::resolution, store::content_hash(text), {}, Method::vote, true, {}}, {text});
  ask(chair(), OpenMotion{motion, {}, {}, {}});
  for (std::size_t i = 6; i < people.size(); ++i)
    if (chance_.percent(60)) ask(people[i], CastVote{motion, chance_.percent(80) ? 0u : 1u});
  open_silence("Agree to the overview of proceedings", "The note goes to the ICT Directors as it stands.",
               now_ + days{9});
}

void World::release_an_example(Time today) {
  if (now_ > today - days{16}) return;
  now_ = today - days{16};
  const auto source = live_->read([&](const Community& c) { return c.membership.roll(now_).front(); });
  open_silence("Release of the phishing campaign to other communities",
               "Our liaisons may have it as it is. What is released: " + example_to_release(), now_ + days{10}, source);
  pass(days{11});
}

void World::call_candidacies(MeetingId symposium) {
  const SessionId session =
      live_->read([&](const Community& c) { return c.meetings.all[symposium.value].sessions.front(); });
  const bool called = ask(secretary_, CallCandidacies{session, 0}) || ask(secretary_, CallCandidacies{session, 1});
  const auto people = representatives();
  if (!called || people.size() < 5) return;
  const ElectionId election{
      live_->read([](const Community& c) { return static_cast<std::uint32_t>(c.elections.all.size()) - 1; })};
  for (const auto& [person, words] :
       {std::pair{people[3], "Fewer meetings, and more that comes of them."},
        std::pair{people[4], "I would open the sharing of incidents to small agencies."}}) {
    const store::Content statement = content(words);
    ask(person, StandForElection{election, store::content_hash(statement)}, {statement});
  }
  for (const PersonId person : people)
    if (ask(people[3], NominateCandidate{election, person})) break;
}

std::vector<DemoEntry> World::entrances() {
  const auto people = representatives();
  const PersonId observer = live_->read([&](const Community& c) {
    for (std::uint32_t i = 0; i < c.membership.organizations.size(); ++i)
      if (const auto seat = c.membership.holder({i}, MandateKind::main, now_);
          seat && c.membership.organizations[i].status == Status::observer)
        return c.membership.mandates[seat->value].person;
    return PersonId{};
  });
  const auto co_chairs = live_->read([&](const Community& c) {
    std::vector<PersonId> serving;
    for (const PersonId person : people)
      if (c.is_co_chair(person, now_)) serving.push_back(person);
    return serving;
  });
  std::vector<DemoEntry> entries;
  const auto open_door = [&](const char* role, PersonId person) {
    Hash token{};
    chance_.fill(token);
    const std::string secret = to_base64url(token);
    host::Submission submission;
    submission.request = {slug_, {}, {}, AskRecovery{person}};
    submission.token_hash = sha256(bytes_of(secret));
    submit(std::move(submission));
    for (const PersonId co_chair : co_chairs)
      if (co_chair != person) ask(co_chair, ConfirmRecovery{person});
    ask(secretary_, ConfirmRecovery{person});
    entries.push_back({role, secret, person});
  };
  const auto member =
      std::ranges::find_if(people, [&](PersonId p) { return std::ranges::find(co_chairs, p) == co_chairs.end(); });
  open_door("Secretary", secretary_);
  if (!co_chairs.empty()) open_door("co-Chair", co_chairs.front());
  if (member != people.end()) open_door("Member", *member);
  open_door("Observer", observer);
  return entries;
}

}  // namespace ccop::simulation
