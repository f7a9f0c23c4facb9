#include "community/groups/chapter.hpp"
#include "community/groups/standing.hpp"
#include "community/kernel/standing.hpp"
#include "simulation/offices.hpp"
#include "simulation/story.hpp"

#include <array>

namespace ccop::simulation {
namespace {

using namespace community;

struct Lines {
  GroupStanding standing;
  const char* line;
};
constexpr std::array lines{Lines{GroupStanding::as_planned, "First draft is with the members."},
                           Lines{GroupStanding::as_planned, "Interviews are done; writing has begun."},
                           Lines{GroupStanding::late, "Two members answered late; three weeks behind."},
                           Lines{GroupStanding::blocked, "Waiting for legal advice on sharing assessments."}};

GroupId next_group(const World& world) {
  return world.read([](const Community& c) { return groups(c).all.next(); });
}

Group group_of(const World& world, GroupId id) {
  return world.read([&](const Community& c) { return groups(c).all[id]; });
}

/// The end of the charter's next mid-year day, in Geneva's summer.
Time next_mid_year(const World& world) {
  return world.read([&](const Community& c) {
    const Time today = std::chrono::floor<days>(world.now());
    for (int day = 1; day <= 366; ++day) {
      const Time end = today + days{day} - hours{2};
      if (is_next_mid_year(charter(c), end, world.now())) return end;
    }
    return today;
  });
}

store::Content terms(World& world, const std::string& title) {
  return world.content(
      R"({"not_in_scope":"Buying anything.","outputs":["A guide of at most ten pages","Two exercises with those who are in"],"purpose":"What the priority asks for, made usable by every member.","title":")" +
      title + R"("})");
}

/// A Member proposes the group, somebody volunteers, others join, and the committee founds it.
void set_up(World& world, PriorityId priority) {
  const auto people = representatives(world);
  if (people.size() < 4) return;
  const GroupId id = next_group(world);
  const auto pick = [&] { return people[world.chance().below(people.size())]; };
  const store::Content text = terms(world, "Working group " + std::to_string(id.value + 1));
  const Time kickoff = world.now() + days{30};
  const GroupFrame frame{GroupMarking::amber, 12, 4, kickoff, kickoff + days{30}, world.now() + days{420}};
  if (!world.ask(pick(), ProposeGroup{priority, store::content_hash(text), frame}, {text})) return;
  const PersonId volunteer = pick();
  if (!world.ask(volunteer, VolunteerAsLead{id})) return;
  const auto joining = 3 + world.chance().below(6);
  for (std::uint64_t i = 0; i < joining; ++i) world.ask(pick(), JoinGroup{id});
  const auto lead =
      world.read([&](const Community& c) { return membership(c).seat_organization(volunteer, world.now()); });
  world.ask(secretary(world), FoundGroup{id, lead.value(), secretary(world), next_mid_year(world)});
}

/// Every priority in effect has a group, sooner or later.
void set_up_all(World& world) {
  const auto wanting = world.read([](const Community& c) {
    std::vector<PriorityId> found;
    for (const PriorityId id : priorities(c).all.ids()) {
      const auto pursues = [&](const Group& group) { return group.priority == id && group.is_open(); };
      if (priorities(c).all[id].state == PriorityState::in_effect && std::ranges::none_of(groups(c).all, pursues))
        found.push_back(id);
    }
    return found;
  });
  for (const PriorityId id : wanting)
    if (world.chance().percent(75)) set_up(world, id);
}

/// Kickoff and plan, from most; the others say that they can't.
void begin(World& world, GroupId id, PersonId lead) {
  const Group group = group_of(world, id);
  if (!group.owes_plan()) return;
  if (world.chance().percent(15)) {
    const store::Content reason = world.content("Our only expert has left, and nobody can step in before autumn.");
    const auto way = static_cast<WayOn>(world.chance().below(3));
    world.ask(lead, DeclareInability{id, way, store::content_hash(reason)}, {reason});
    return;
  }
  if (!group.kickoff) world.ask(lead, HoldKickoff{id, world.now() - hours{3}});
  const store::Content plan = world.content(
      R"({"plan":"Interviews, a draft, two rounds of comments.","summary":"What is in and what is not."})");
  if (world.chance().percent(80)) world.ask(lead, FilePlan{id, store::content_hash(plan)}, {plan});
  const store::Content draft =
      world.content(R"({"link":"https://files.example.org/draft","title":"First draft","version":"0.1"})");
  const store::Content agenda =
      world.content(R"({"place":"By video","text":"Where the draft stands.","title":"Monthly call"})");
  const Time call = std::chrono::floor<days>(world.now()) + days{14} + hours{13};
  if (world.chance().percent(70))
    world.ask(lead, CallGroupMeeting{id, store::content_hash(agenda), call, call + hours{1}, "Europe/Zurich"},
              {agenda});
  if (world.chance().percent(60)) world.ask(lead, AddGroupDocument{id, store::content_hash(draft)}, {draft});
}

/// The co-Chairs answer what Leads declared, and groups without a Lead get one, or a convener.
void look_after(World& world, GroupId id) {
  const Group group = group_of(world, id);
  if (group.inability && !group.inability->answered && group.inability->way == WayOn::end) {
    const store::Content reason = world.content("As its Lead asks.");
    world.ask(chair(world), EndGroup{id, store::content_hash(reason)}, {reason});
    return;
  }
  if (group.inability && !group.inability->answered && group.inability->way == WayOn::narrower) {
    const store::Content text = terms(world, "Working group " + std::to_string(id.value + 1) + ", narrower");
    world.ask(chair(world), ReviseGroup{id, store::content_hash(text), group.frame()}, {text});
  }
  if (group.lead || group.members.empty()) return;
  const OrganizationId other = group.members[world.chance().below(group.members.size())].organization;
  const auto person = voice_of(world, other);
  if (person && world.chance().percent(60) && world.ask(*person, VolunteerAsLead{id}))
    world.ask(secretary(world), AppointLead{id, other});
  else
    world.ask(secretary(world), NameConvener{id, other});
}

/// Leads say how it stands; some are late with that, too.
void report(World& world) {
  world.ask(secretary(world), OpenStatusRound{world.now() + days{10}});
  for (GroupId id{0}; id != next_group(world); ++id.value) {
    const Group group = group_of(world, id);
    const auto lead = voice_of(world, group.lead);
    if (!group.is_founded() || !lead || world.chance().percent(20)) continue;
    const Lines& said = lines[world.chance().below(lines.size())];
    const store::Content line = world.content(std::string{R"({"line":")"} + said.line + R"("})");
    world.ask(*lead, ReportStatus{id, said.standing, store::content_hash(line)}, {line});
  }
}

/// After a year or so a group has delivered, or its Lead has had enough.
void move_on(World& world, GroupId id) {
  const Group group = group_of(world, id);
  const auto lead = voice_of(world, group.lead);
  if (!group.is_founded() || !lead) return;
  if (group.kickoff && world.now() > *group.founded_at + days{200} && world.chance().percent(40)) {
    const store::Content text = world.content("The guide is out, and both exercises were held.");
    world.ask(*lead, ConcludeGroup{id, store::content_hash(text)}, {text});
  } else if (world.chance().percent(10)) {
    const store::Content reason = world.content("Our priorities have changed.");
    world.ask(*lead, StepBackAsLead{id, store::content_hash(reason)}, {reason});
  } else if (world.chance().percent(10)) {
    world.ask(*lead, group.state == GroupState::dormant ? Command{ResumeGroup{id}} : Command{PauseGroup{id}});
  }
}

void each_group(World& world, void (*what)(World&, GroupId)) {
  for (GroupId id{0}; id != next_group(world); ++id.value) what(world, id);
}

void work(World& world) {
  for (GroupId id{0}; id != next_group(world); ++id.value)
    if (const auto lead = voice_of(world, group_of(world, id).lead)) begin(world, id, *lead);
  each_group(world, &look_after);
  report(world);
}

}  // namespace

template <>
void story<GroupsChapter>(World& world, const Scene& scene) {
  switch (scene.occasion) {
    case Occasion::new_year:
      each_group(world, &move_on);
      return work(world);
    case Occasion::mid_year:
    case Occasion::symposium:
      work(world);
      return set_up_all(world);
    default:
      return;
  }
}

}  // namespace ccop::simulation
