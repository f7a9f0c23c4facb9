#include "community/community.hpp"

#include "community/clause.hpp"

#include <algorithm>
#include <stdexcept>

namespace ccop::community {
namespace {

/// How far the actor's clock may be from the host's.
constexpr auto clock_tolerance = minutes{5};

template <class C>
constexpr bool formal_kind = requires { C::formal; };
template <class C>
constexpr bool host_kind = requires { C::host_only; };
template <class C>
constexpr bool link_kind = requires { C::by_link; };

/// What no command may pass by, whatever it asks: who may ask at all, and whether the signature is there, fresh and
/// first.
template <class C>
std::optional<Refusal> objection_to_actor(const Community& now, const Actor& actor) {
  if (actor.at < now.last_at) return refuse(clause::the_record, "clock-runs-backwards");
  if constexpr (host_kind<C>) {
    if (actor.kind != Actor::Kind::host) return refuse(clause::the_record, "only-the-host-does-this");
    return std::nullopt;
  }
  if (!now.is_founded()) return refuse(clause::the_record, "not-founded");
  if (actor.kind == Actor::Kind::bearer && link_kind<C>) return std::nullopt;
  if (actor.kind != Actor::Kind::person || now.people.find(actor.person) == nullptr)
    return refuse(clause::the_record, "sign-in-first");
  const Person& person = now.people.all[actor.person.value];
  if (formal_kind<C> && !actor.has_signed) return refuse(clause::the_record, "signature-needed");
  if (!actor.has_signed) return std::nullopt;
  const Time asked_at = actor.asked_at.value();
  if (asked_at > actor.at + clock_tolerance || asked_at < actor.at - clock_tolerance)
    return refuse(clause::the_record, "signature-is-stale", {{"minutes", std::to_string(clock_tolerance.count())}});
  if (asked_at <= person.last_signed_at) return refuse(clause::the_record, "signature-was-used");
  return std::nullopt;
}

void take_charter(Community& community, Time at) {
  community.read_charter_in_force();
  take_over(community.membership, community.charter(), at);
}

struct Applier {
  Community& community;
  Time at;

  void operator()(const CommunityFounded& act) const {
    community.record.founding_charter = act.charter;
    community.record.charter = act.charter;
    community.record.log_key = act.log_key;
    take_charter(community, at);
  }
  void operator()(const AmendmentTookForce& act) const {
    apply(community.record, act, at);
    take_charter(community, at);
  }
  void operator()(const GuestAdmitted& act) const {
    Person guest;
    guest.profile = act.profile;
    guest.is_guest = true;
    community.people.all.push_back(std::move(guest));
    apply(community.meetings, act);
  }
  /// Every other act belongs to the chapter, or the few, that have an `apply` for it.
  template <class A>
  void operator()(const A& act) const {
    const auto in = [&](auto& chapter) {
      if constexpr (requires { apply(chapter, act, at); }) {
        apply(chapter, act, at);
      } else if constexpr (requires { apply(chapter, act); }) {
        apply(chapter, act);
      }
    };
    in(community.record);
    in(community.people);
    in(community.membership);
    in(community.bodies);
    in(community.meetings);
    in(community.decisions);
    in(community.elections);
  }
};

}  // namespace

void Community::read_charter_in_force() {
  auto read = read_charter(record.charter);
  if (!std::holds_alternative<Charter>(read)) throw std::logic_error("the charter in force can't be read");
  charter_ = std::make_shared<const Charter>(std::get<Charter>(std::move(read)));
}

bool Community::is_secretary(PersonId person, Time at) const {
  return bodies.secretary(at) == person;
}

bool Community::is_co_chair(PersonId person, Time at) const {
  return bodies.position_of(person, at).has_value() && membership.holds_member_seat(person, at);
}

bool Community::is_committee(PersonId person, Time at) const {
  return is_secretary(person, at) || is_co_chair(person, at);
}

std::size_t Community::committee_size(Time at) const {
  std::size_t size = bodies.secretary(at) ? 1 : 0;
  for (std::uint32_t position = 0; position < charter().bodies.co_chairs; ++position) {
    const auto person = bodies.co_chair(position, at);
    if (person && is_co_chair(*person, at)) ++size;
  }
  return size;
}

std::optional<OrganizationId> Community::voting_organization(PersonId person, Time at) const {
  const auto seat = membership.seat_of(person, at);
  if (!seat) return std::nullopt;
  const OrganizationId organization = membership.mandates[seat->value].organization;
  if (membership.organizations[organization.value].status != Status::member) return std::nullopt;
  if (membership.voice_of(organization, at, charter().membership.alternate_votes) != person) return std::nullopt;
  return organization;
}

std::size_t Community::confirmed(MeetingId meeting) const {
  return membership.cleared(meeting) + meetings.all.at(meeting.value).guests.size();
}

Quorum Community::quorum(SessionId id, Time at) const {
  Quorum quorum;
  quorum.members = membership.members(at);
  std::vector<OrganizationId> counted;
  for (const Attendance& attendance : meetings.sessions.at(id.value).present) {
    if (!attendance.organization) continue;
    if (voting_organization(attendance.person, at) != attendance.organization) continue;
    if (std::ranges::find(counted, *attendance.organization) == counted.end())
      counted.push_back(*attendance.organization);
  }
  quorum.present = counted.size();
  const Share& share = charter().voting.quorum;
  quorum.needed = quorum.members * share.numerator / share.denominator + 1;
  quorum.stands = share.exceeded_by(quorum.present, quorum.members);
  return quorum;
}

bool Community::has_due(Time at) const {
  const bool silence_over = std::ranges::any_of(decisions.open, [&](MotionId id) {
    const auto& deadline = decisions.motions[id.value].deadline;
    return deadline && *deadline <= at;
  });
  return silence_over || record.due(at).has_value();
}

bool is_formal(const Command& command) {
  return std::visit([]<class C>(const C&) { return formal_kind<C>; }, command);
}

Ruling decide(const Community& now, const Command& command, const Actor& actor) {
  return std::visit(
      [&]<class C>(const C& asked) -> Ruling {
        if (auto objection = objection_to_actor<C>(now, actor)) return *objection;
        if (!std::is_same_v<C, SettleDue> && now.is_founded() && now.has_due(actor.at))
          return refuse(clause::the_record, "settle-deadlines-first");
        return decide(now, asked, actor);
      },
      command);
}

std::optional<Refusal> would_refuse(const Community& now, const Command& command, PersonId person, Time at) {
  Actor actor;
  actor.kind = Actor::Kind::person;
  actor.person = person;
  actor.has_signed = true;
  actor.at = std::max(at, now.last_at);
  const Person* known = now.people.find(person);
  actor.asked_at =
      known == nullptr ? actor.at : std::max(actor.at, known->last_signed_at + std::chrono::milliseconds{1});
  Ruling ruling = decide(now, command, actor);
  if (auto* refusal = std::get_if<Refusal>(&ruling)) return std::move(*refusal);
  return std::nullopt;
}

void apply(Community& community, const std::vector<Act>& acts, const Actor& actor) {
  community.last_at = actor.at;
  if (actor.kind == Actor::Kind::person && actor.has_signed)
    community.people.all.at(actor.person.value).last_signed_at = actor.asked_at.value();
  for (const Act& act : acts) std::visit(Applier{community, actor.at}, act);
}

}  // namespace ccop::community
