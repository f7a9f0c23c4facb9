// How it is known that the text of a silence procedure came to the seats that it asks (clause 5.4).
#include "community/decisions/acts.hpp"
#include "community/decisions/chapter.hpp"
#include "community/decisions/delivery.hpp"
#include "community/decisions/sentences.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// The silence procedure, if it runs and asks seats.
std::variant<const Motion*, Refusal> running(const Community& now, MotionId id) {
  const Motion* motion = decisions(now).find(id);
  if (motion == nullptr) return refuse(clause::the_record, sentence::no_such_motion);
  if (motion->state != MotionState::open) return refuse(clause::release, sentence::motion_not_open);
  if (motion->asked.empty()) return refuse(clause::release, sentence::motion_asks_no_seats);
  return motion;
}

/// The seat for which this person speaks, where the motion asks it; else null.
const AskedSeat* seat_asked(const Community& now, const Motion& motion, PersonId person, Time at) {
  const auto organization = speaking_member(now, person, at);
  return organization ? motion.asks(*organization) : nullptr;
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const SeeMotion::About& about, const Asking& asking) {
  const auto found = running(now, about.motion);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const AskedSeat* seat = seat_asked(now, *std::get<const Motion*>(found), asking.person, asking.at);
  if (seat == nullptr) return refuse(clause::release, sentence::seat_is_not_asked);
  if (seat->seen) return refuse(clause::release, sentence::motion_was_seen);
  return std::nullopt;
}

Ruling decide(const Community& now, const SeeMotion& asked, const Asking& asking) {
  return accept(MotionSeen{asked.motion, speaking_member(now, asking.person, asking.at).value()});
}

std::optional<Refusal> bars(const Community& now, const ReportDelivery::About& about, const Asking& asking) {
  const auto found = running(now, about.motion);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Motion& motion = *std::get<const Motion*>(found);
  // What is due need not be settled before the host asks: it is too late all the same.
  if (clock_of(now, motion, asking.at).ends <= asking.at) return refuse(clause::release, sentence::motion_not_open);
  const AskedSeat* seat = seat_asked(now, motion, about.person, asking.at);
  if (seat == nullptr) return refuse(clause::release, sentence::person_is_not_asked);
  if (seat->reported) return refuse(clause::release, sentence::delivery_was_reported);
  return std::nullopt;
}

Ruling decide(const Community& now, const ReportDelivery& asked, const Asking& asking) {
  const OrganizationId organization = speaking_member(now, asked.person, asking.at).value();
  return accept(DeliveryReported{asked.motion, asked.person, organization, asked.answer});
}

std::optional<Refusal> bars(const Community& now, const AttestDelivery::About& about, const Asking& asking) {
  if (!is_secretary(now, asking.person, asking.at)) return refuse(clause::release, sentence::only_secretary_attests);
  const auto found = running(now, about.motion);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Motion& motion = *std::get<const Motion*>(found);
  const auto asked = asked_at(now, motion, asking.at);
  if (std::ranges::find(asked, about.organization) == asked.end())
    return refuse(clause::release, sentence::organization_is_not_asked);
  // A seat that only the host says it reached may be told all the same: then somebody signed for it.
  if (motion.asks(about.organization)->reached_as_signed()) return refuse(clause::release, sentence::seat_was_reached);
  return std::nullopt;
}

Ruling decide(const Community&, const AttestDelivery& asked, const Asking&) {
  return accept(DeliveryAttested{asked.motion, asked.organization, asked.way});
}

}  // namespace ccop::community
