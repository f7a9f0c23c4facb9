// What was done in somebody's name, told to whom it concerns: mandates, links, recoveries, passkeys, offices,
// objections.
#pragma once

#include "community/bodies/acts.hpp"
#include "community/bodies/state.hpp"
#include "community/decisions/acts.hpp"
#include "community/decisions/state.hpp"
#include "community/kernel/chapter.hpp"
#include "community/kernel/noting.hpp"
#include "community/membership/acts.hpp"
#include "community/membership/state.hpp"
#include "community/notices/acts.hpp"
#include "community/notices/commands.hpp"
#include "community/notices/state.hpp"
#include "community/people/acts.hpp"
#include "community/people/state.hpp"

namespace ccop::community {

struct NoticesChapter {
  static constexpr std::string_view name = "notices";
  using State = Notices;
  using Acts = NoticesActs;
  using Commands = NoticesCommands;
  using Reads = List<People, Bodies, Membership, Decisions>;

  [[nodiscard]] static std::vector<Act> due(const Community& now, Time at);
  [[nodiscard]] static std::vector<Task> tasks(const Community& now, PersonId person, Time at);
  static void duties(const Community& now, Time at, Duties& found);

  using Notes = List<SeatChangeAsked, SeatChangeWithdrawn, RepresentativeAppointed, AlternateNamed, MandateEnded,
                     EnrolmentOffered, PasskeyEnrolled, PasskeyRemoved, RecoveryConfirmed, SecretaryAppointmentAsked,
                     SecretaryAppointed, CoChairSeated, ObjectionRaised, ObjectionWithdrawn>;
  static void note(Community& now, const SeatChangeAsked& act, const Noting& noting);
  static void note(Community& now, const SeatChangeWithdrawn& act, const Noting& noting);
  static void note(Community& now, const RepresentativeAppointed& act, const Noting& noting);
  static void note(Community& now, const AlternateNamed& act, const Noting& noting);
  static void note(Community& now, const MandateEnded& act, const Noting& noting);
  static void note(Community& now, const EnrolmentOffered& act, const Noting& noting);
  static void note(Community& now, const PasskeyEnrolled& act, const Noting& noting);
  static void note(Community& now, const PasskeyRemoved& act, const Noting& noting);
  static void note(Community& now, const RecoveryConfirmed& act, const Noting& noting);
  static void note(Community& now, const SecretaryAppointmentAsked& act, const Noting& noting);
  static void note(Community& now, const SecretaryAppointed& act, const Noting& noting);
  static void note(Community& now, const CoChairSeated& act, const Noting& noting);
  static void note(Community& now, const ObjectionRaised& act, const Noting& noting);
  static void note(Community& now, const ObjectionWithdrawn& act, const Noting& noting);
};
static_assert(complete<NoticesChapter>());

}  // namespace ccop::community
