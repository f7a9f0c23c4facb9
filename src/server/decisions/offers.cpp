#include "server/decisions/offers.hpp"

#include "community/decisions/commands.hpp"
#include "community/elections/commands.hpp"

namespace ccop::server {

using namespace community;

May offers_on_motions(const Reading& here) {
  return here.may<ProposeMotion>(std::optional<SessionId>{});
}

May offers_on_motion(const Reading& here, MotionId id) {
  return here.may<OpenMotion, SeeMotion, CastVote, ChangeVote, ObjectToMotion, WithdrawObjection, PutMotionToVote,
                  CloseMotion, WithdrawMotion, RequestRecordedVote, CallSecretBallot>(id);
}

}  // namespace ccop::server
