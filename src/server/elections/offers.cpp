#include "server/elections/offers.hpp"

#include "community/elections/commands.hpp"

namespace ccop::server {

using namespace community;

May offers_on_elections(const Reading& here) {
  return here.may<CallCandidacies>();
}

May offers_on_election(const Reading& here, ElectionId id) {
  return here.may<StandForElection, StandDown, CloseCandidacies, CancelElection, ReplaceTrustee, RemakeKeys,
                  PostKeyMessage, CastBallot, CloseElection, CarryOverCount, PostDecryption, CallRunOff, CommitLot,
                  SubmitElected, RecordConfirmation, RecordReturn, NominateCandidate, NameElectionOfficers, ForfeitLot,
                  OpenElection, DeclareResult, RevealLot>(id);
}

}  // namespace ccop::server
