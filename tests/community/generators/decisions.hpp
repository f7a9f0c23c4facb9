// Random requests about motions.
#pragma once

#include "community/decisions/commands.hpp"
#include "community/decisions/state.hpp"
#include "community/generators/generator.hpp"
#include "community/meetings/state.hpp"
#include "community/membership/state.hpp"

namespace ccop::community::testing {

[[nodiscard]] inline MotionId some_motion(const World& world) {
  return some(decisions(world.now()).motions);
}
template <>
struct Generator<ProposeMotion> {
  static ProposeMotion draw(const World& world) {
    const auto method = static_cast<Method>(below(3));
    const bool in_session = method != Method::silence || chance(10);
    std::vector<Brought<Content>> options;
    if (chance(20)) options = {some_words(), some_words()};
    const bool releases = chance(10);
    return {in_session ? std::optional{some(meetings(world.now()).sessions)} : std::nullopt,
            releases ? Purpose::release : Purpose::resolution,
            some_words(),
            options,
            method,
            chance(30),
            releases ? std::optional{some(membership(world.now()).organizations)} : std::nullopt};
  }
};
template <>
struct Generator<WithdrawMotion> {
  static WithdrawMotion draw(const World& world) { return {some_motion(world)}; }
};
template <>
struct Generator<OpenMotion> {
  static OpenMotion draw(const World& world) {
    const MotionId id = some_motion(world);
    const Motion* motion = decisions(world.now()).find(id);
    if (motion == nullptr || motion->session.has_value() != chance(10)) return {id, {}, {}, {}};
    return {id, world.time() + days{9}, "UTC", 0};
  }
};
template <>
struct Generator<SeeMotion> {
  static SeeMotion draw(const World& world) { return {some_motion(world)}; }
};
template <>
struct Generator<ReportDelivery> {
  static ReportDelivery draw(const World& world) { return {some_motion(world), somebody(world), some_words()}; }
};
template <>
struct Generator<AttestDelivery> {
  static AttestDelivery draw(const World& world) {
    return {some_motion(world), some(membership(world.now()).organizations), some_words()};
  }
};
template <>
struct Generator<CastVote> {
  static CastVote draw(const World& world) { return {some_motion(world), below(4)}; }
};
template <>
struct Generator<ChangeVote> {
  static ChangeVote draw(const World& world) { return {some_motion(world), below(4)}; }
};
template <>
struct Generator<RequestRecordedVote> {
  static RequestRecordedVote draw(const World& world) { return {some_motion(world)}; }
};
template <>
struct Generator<ObjectToMotion> {
  static ObjectToMotion draw(const World& world) { return {some_motion(world), some_words()}; }
};
template <>
struct Generator<WithdrawObjection> {
  static WithdrawObjection draw(const World& world) { return {some_motion(world)}; }
};
template <>
struct Generator<PutMotionToVote> {
  static PutMotionToVote draw(const World& world) { return {some_motion(world)}; }
};
template <>
struct Generator<CloseMotion> {
  static CloseMotion draw(const World& world) { return {some_motion(world)}; }
};

}  // namespace ccop::community::testing
