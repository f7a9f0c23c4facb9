#include "community/meetings/chapter.hpp"
#include "community/membership/commands.hpp"
#include "simulation/offices.hpp"
#include "simulation/people.hpp"
#include "simulation/story.hpp"

namespace ccop::simulation {
namespace {

using namespace community;

struct Planned {
  MeetingId meeting{};
  SessionId open{};
  SessionId executive{};
};

/// A meeting of two days, published; nothing where the rules refused it.
std::optional<Planned> plan(World& world, MeetingKind kind, const std::string& title, Time starts) {
  const store::Content details =
      world.content(R"({"description":"Simulated.","place":"Geneva and online","title":")" + title + R"("})");
  const MeetingId meeting = world.read([](const Community& c) { return meetings(c).all.next(); });
  if (!world.ask(secretary(world),
                 PlanMeeting{kind, store::content_hash(details), starts, starts + days{2}, "Europe/Zurich", 6, 16 * 60},
                 {details}))
    return std::nullopt;
  const SessionId open = world.read([](const Community& c) { return meetings(c).sessions.next(); });
  const SessionId executive{open.value + 1};
  const store::Content open_title = world.content("Exchange on current topics");
  const store::Content executive_title = world.content("Executive Session");
  world.ask(secretary(world),
            AddSession{meeting, SessionKind::open, store::content_hash(open_title), starts, starts + hours{7}},
            {open_title});
  world.ask(secretary(world),
            AddSession{meeting, SessionKind::executive, store::content_hash(executive_title), starts + days{1},
                       starts + days{1} + hours{7}},
            {executive_title});
  const store::Content item = world.content("Review of the work-plan");
  world.ask(secretary(world), AddAgendaItem{executive, store::content_hash(item), 60}, {item});
  if (!world.ask(secretary(world), PublishMeeting{meeting})) return std::nullopt;
  return Planned{meeting, open, executive};
}

/// Some bring a colleague; a few think better of it.
void invite_colleagues(World& world, MeetingId meeting, const std::vector<PersonId>& people) {
  for (const PersonId person : people) {
    if (!world.chance().percent(30)) continue;
    const PersonId colleague = register_person(world, person);
    const InvitationId invitation = world.read([](const Community& c) { return meetings(c).invitations.next(); });
    if (!world.ask(person, InviteRepresentative{meeting, colleague})) continue;
    if (world.chance().percent(90)) world.ask(chair(world), ClearInvitation{invitation});
    if (world.chance().percent(10)) world.ask(person, WithdrawInvitation{invitation});
  }
}

/// The secretary sets the link to join, puts another item first, and makes a little room for it.
void prepare(World& world, const Planned& planned) {
  const store::Content link =
      world.content(R"({"link":"https://rooms.example.org/)" + std::to_string(planned.meeting.value) + R"("})");
  world.ask(secretary(world), SetJoinLink{planned.meeting, planned.executive, store::content_hash(link)}, {link});
  const store::Content item = world.content("Report of the Secretary");
  const store::Content longer = world.content("Report of the Secretary, with questions");
  world.ask(secretary(world), AddAgendaItem{planned.executive, store::content_hash(item), 15}, {item});
  world.ask(secretary(world), MoveAgendaItem{planned.executive, store::content_hash(item), 0});
  world.ask(secretary(world),
            ChangeAgendaItem{planned.executive, store::content_hash(item), store::content_hash(longer), 25}, {longer});
  if (world.chance().percent(50)) return;
  const Session session = world.read([&](const Community& c) { return meetings(c).sessions[planned.executive]; });
  const store::Content title = world.content("Executive Session");
  world.ask(secretary(world),
            ChangeSession{planned.executive, store::content_hash(title), session.starts + minutes{30}, session.ends},
            {title});
}

/// Most come, and most of those accept discretion.
std::vector<PersonId> gather(World& world, MeetingId meeting, const std::vector<PersonId>& people) {
  std::vector<PersonId> present;
  for (const PersonId person : people) {
    if (world.chance().percent(18)) {
      if (world.chance().percent(50)) world.ask(person, DeclareAbsence{world.now(), world.now() + days{3}});
      continue;
    }
    if (world.chance().percent(95)) world.ask(person, AcceptDiscretion{meeting});
    present.push_back(person);
  }
  return present;
}

/// The session opens and they come in; false where it can't.
bool sit(World& world, PersonId opener, SessionId session, const std::vector<PersonId>& people) {
  if (!world.ask(opener, OpenSession{session})) return false;
  for (const PersonId person : people) world.ask(person, EnterSession{session});
  return true;
}

/// Whoever closes and the Member who is drawn sign what happened.
void close(World& world, PersonId closer, SessionId session) {
  const auto room = [&] { return world.read([&](const Community& c) { return meetings(c).sessions[session]; }); };
  if (!room().is_present(closer)) {
    world.ask(closer, AcceptDiscretion{room().meeting});
    world.ask(closer, EnterSession{session});
  }
  if (!world.ask(closer, BeginClosing{session})) return;
  const auto attester = room().closing.value().attester;
  if (attester) world.ask(*attester, AttestSession{session, room().counts()});
  world.ask(closer, CloseSession{session, room().counts()});
}

void meet(World& world, const Scene& scene, MeetingKind kind, const std::string& title, Time starts) {
  const auto planned = plan(world, kind, title, starts);
  if (!planned) return;
  const auto people = representatives(world);
  invite_colleagues(world, planned->meeting, people);
  prepare(world, *planned);
  world.wait_until(starts);
  const auto present = gather(world, planned->meeting, people);
  if (sit(world, secretary(world), planned->open, present)) close(world, secretary(world), planned->open);
  world.wait_until(starts + days{1} + minutes{30});
  if (!sit(world, chair(world), planned->executive, present)) return;
  play(world, {Occasion::executive_session, scene.year, planned->executive, present});
  close(world, chair(world), planned->executive);
}

/// A meeting of the demonstration, with an executive session on its second day.
void plan_demo_meeting(World& world, MeetingKind kind, const char* title, const char* place, Time starts) {
  const store::Content details =
      world.content(std::string{R"({"description":"","place":")"} + place + R"(","title":")" + title + R"("})");
  const MeetingId meeting = world.read([](const Community& c) { return meetings(c).all.next(); });
  world.ask(secretary(world),
            PlanMeeting{kind, store::content_hash(details), starts, starts + days{2}, "Europe/Zurich", 8, 240},
            {details});
  const store::Content name = world.content("Executive Session");
  world.ask(secretary(world),
            AddSession{meeting, SessionKind::executive, store::content_hash(name), starts + days{1},
                       starts + days{1} + hours{6}},
            {name});
  const store::Content link = world.content(R"({"link":"https://rooms.example.org/executive"})");
  world.ask(
      secretary(world),
      SetJoinLink{meeting, world.read([&](const Community& c) { return meetings(c).all[meeting].sessions.front(); }),
                  store::content_hash(link)},
      {link});
  world.ask(secretary(world), PublishMeeting{meeting});
}

void hold_demo_session(World& world, const Scene& scene) {
  plan_demo_meeting(world, MeetingKind::ad_hoc, "Extraordinary session", "Online", world.now() - days{1});
  const auto [meeting, session] = world.read([](const Community& c) {
    const auto& all = meetings(c).all;
    return std::pair{all.id_of(all.back()), all.back().sessions.front()};
  });
  const auto people = representatives(world);
  for (const PersonId person : people)
    if (!world.chance().percent(20)) world.ask(person, AcceptDiscretion{meeting});
  if (sit(world, chair(world), session, people)) play(world, {Occasion::demo_decision, scene.year, session, people});
}

}  // namespace

template <>
void story<MeetingsChapter>(World& world, const Scene& scene) {
  switch (scene.occasion) {
    case Occasion::mid_year:
      return meet(world, scene, MeetingKind::mid_year, "Mid-year meeting", world.now() + days{20});
    case Occasion::symposium:
      return meet(world, scene, MeetingKind::symposium, "Annual symposium", world.now() + days{45});
    case Occasion::demo_symposium:
      return plan_demo_meeting(world, MeetingKind::symposium, "Annual symposium", "Nairobi",
                               std::chrono::floor<days>(world.now()) + days{75} + hours{8});
    case Occasion::demo_session:
      return hold_demo_session(world, scene);
    default:
      return;
  }
}

}  // namespace ccop::simulation
