#include "host/missed_acts.hpp"

#include "community/decisions/acts.hpp"
#include "community/decisions/commands.hpp"
#include "community/decisions/state.hpp"
#include "community/meetings/acts.hpp"
#include "community/meetings/state.hpp"

#include <algorithm>

namespace ccop::host {

using namespace community;

std::string MissedActs::miss(Community& now) {
  if (!pass_over_sealed(now)) return "it is sealed, and no session was open in which it could have happened";
  ++report_.entries;
  return {};
}

std::string MissedActs::look_at(const Community& now, const Entry& entry) {
  std::string wrong;
  for (const Act& act : entry.acts) {
    const auto* result = act.as<MotionClosed>();
    if (result != nullptr && entry.request.command.is<CloseMotion>()) take_down(now, *result);
    const auto* closed = act.as<SessionClosed>();
    if (closed != nullptr && meetings(now).sessions[closed->session].unseen) wrong = look_at_closing(now, *closed);
  }
  return wrong;
}

void MissedActs::take_down(const Community& now, const MotionClosed& result) {
  const Motion& motion = decisions(now).motions[result.motion];
  if (!motion.session || !meetings(now).sessions[*motion.session].unseen) return;
  ++report_.results;
  if (motion.method == Method::vote && !motion.recorded && !result.counts.empty())
    told_.insert_or_assign(result.motion, result.counts);
}

std::string MissedActs::look_at_closing(const Community& now, const SessionClosed& closed) {
  ++(closed.attested_by ? report_.attested : report_.unattested);
  const std::uint32_t read = meetings(now).sessions[closed.session].sealed_acts;
  if (closed.counts.acts < read) return "fewer acts were signed for than happened in the session";
  signed_for_ += closed.counts.acts - read;
  for (auto result = told_.begin(); result != told_.end();) {
    const auto& [motion, votes] = *result;
    if (decisions(now).motions[motion].session != closed.session) {
      ++result;
      continue;
    }
    const auto counted = std::ranges::find(closed.counts.motions, motion, &MotionCounts::motion);
    const bool is_none = counted == closed.counts.motions.end();
    if (is_none ? std::ranges::any_of(votes, [](auto count) { return count != 0; }) : counted->votes != votes)
      return "the result of a motion is not what those who were there counted";
    result = told_.erase(result);
  }
  return {};
}

std::string MissedActs::balance(const Community& now) const {
  const bool is_open = !meetings(now).live.empty();
  if (is_open ? signed_for_ <= report_.entries : signed_for_ == report_.entries) return {};
  return "those who closed sessions signed for " + std::to_string(signed_for_) + " sealed acts, and " +
         std::to_string(report_.entries) + " stand in the record";
}

SealedReport MissedActs::report(const Community& now) const {
  SealedReport report = report_;
  report.open = static_cast<std::uint64_t>(
      std::ranges::count_if(meetings(now).live, [&](SessionId id) { return meetings(now).sessions[id].unseen; }));
  return report;
}

}  // namespace ccop::host
