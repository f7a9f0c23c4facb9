// What is owed so that an election goes its way: answers to nominations, keys, openings, and what the network is told.
#include "community/elections/chapter.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/standing.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

/// A seat's, where the person has one; else the committee's, of which they are a trustee.
Duty owed_by(const Community& now, PersonId person, Time at, Duty duty) {
  duty.seat = membership(now).seat_organization(person, at);
  duty.owner = duty.seat ? Owner::seat : Owner::committee;
  return duty;
}

void add_nominations(const Community& now, ElectionId id, const Election& election, Duties& found) {
  for (const Candidacy& candidacy : election.candidacies)
    if (candidacy.state == CandidacyState::nominated)
      found.push_back({.what = {.kind = "nominated",
                                .by = voting_begins(now, election),
                                .person = candidacy.person,
                                .election = id},
                       .clause = clause::candidacies,
                       .owner = Owner::seat,
                       .seat = candidacy.organization,
                       .since = candidacy.nominated_at,
                       .met_by = wire_name<StandForElection>()});
}

/// Every seat that votes registers a voting key before the ballot opens: the roll is made of those who have one.
void add_voting_keys(const Community& now, ElectionId id, const Election& election, Time at, Duties& found) {
  if (voting_year(now, election) > year_of(at) + 1) return;
  for (const OrganizationId seat : voters_at(now, election, at).without_key)
    found.push_back({.what = {.kind = "register-voting-key",
                              .by = voting_begins(now, election),
                              .organization = seat,
                              .election = id},
                     .clause = clause::candidacies,
                     .owner = Owner::seat,
                     .seat = seat,
                     .since = election.called_at,
                     .met_by = "register-voting-key"});
}

void add_key_messages(const Community& now, ElectionId id, const Election& election, Time at, Duties& found) {
  const std::size_t done = election.rounds_done();
  if (done >= key_rounds) return;
  for (const ElectionTrustee& trustee : election.trustees)
    if (trustee.messages.size() == done)
      found.push_back(owed_by(
          now, trustee.person, at,
          {.what = {.kind = "make-key", .by = voting_begins(now, election), .person = trustee.person, .election = id},
           .clause = clause::candidacies,
           .since = election.prepared_at,
           .met_by = wire_name<PostKeyMessage>()}));
}

void add_decryptions(const Community& now, ElectionId id, const Election& election, Time at, Duties& found) {
  if (election.decrypted.size() >= charter(now).elections.trustees_needed) return;
  for (const ElectionTrustee& trustee : election.trustees)
    if (!trustee.decryption)
      found.push_back(owed_by(now, trustee.person, at,
                              {.what = {.kind = "decrypt-totals", .by = {}, .person = trustee.person, .election = id},
                               .clause = clause::candidacies,
                               .since = election.closed_at.value_or(election.called_at),
                               .met_by = wire_name<PostDecryption>()}));
}

void add_lots(const Community& now, ElectionId id, const Election& election, Time at, Duties& found) {
  const auto add = [&](const Lot& lot) {
    if (lot.forfeited || !lot.secret.empty()) return;
    found.push_back(owed_by(now, lot.person, at,
                            {.what = {.kind = "draw-lot", .by = {}, .person = lot.person, .election = id},
                             .clause = clause::candidacies,
                             .since = election.lots_since.value_or(election.called_at),
                             .met_by = lot.commitment.empty() ? wire_name<CommitLot>() : wire_name<RevealLot>()}));
  };
  for (const Lot& lot : election.lots) add(lot);
  if (election.keeper) add(*election.keeper);
}

/// The elected are submitted to the network above, and its answer is taken down (clause 3.6).
void add_confirmation(ElectionId id, const Election& election, Duties& found) {
  if (!election.awaits_confirmation()) return;
  const bool is_submitted = election.confirmation == Confirmation::submitted;
  found.push_back({.what = {.kind = is_submitted ? "confirm-elected" : "submit-elected", .by = {}, .election = id},
                   .clause = clause::confirmation,
                   .owner = Owner::secretary,
                   .since = is_submitted ? election.submitted_at : election.decided_at.value_or(election.called_at),
                   .met_by = is_submitted ? wire_name<RecordConfirmation>() : wire_name<SubmitElected>()});
}

}  // namespace

void ElectionsChapter::duties(const Community& now, Time at, Duties& found) {
  for (const ElectionId id : elections(now).all.ids()) {
    const Election& election = elections(now).all[id];
    switch (election.stage) {
      case ElectionStage::candidacies:
        add_nominations(now, id, election, found);
        add_voting_keys(now, id, election, at, found);
        break;
      case ElectionStage::preparation:
        add_voting_keys(now, id, election, at, found);
        add_key_messages(now, id, election, at, found);
        break;
      case ElectionStage::voting:
        break;
      case ElectionStage::closed:
        add_decryptions(now, id, election, at, found);
        break;
      case ElectionStage::lots:
        add_lots(now, id, election, at, found);
        break;
      case ElectionStage::decided:
        add_confirmation(id, election, found);
        break;
    }
  }
}

}  // namespace ccop::community
