#include "server/elections/views.hpp"

#include "ballot/json.hpp"
#include "ballot/threshold.hpp"
#include "community/elections/commands.hpp"
#include "community/keyboxes/state.hpp"
#include "server/elections/offers.hpp"
#include "server/membership/views.hpp"

#include <algorithm>
#include <set>

namespace ccop::server {

using namespace community;

namespace {

std::vector<CandidacyView> candidacies(const Reading& here, const Election& election) {
  std::vector<CandidacyView> rows;
  rows.reserve(election.candidacies.size());
  for (const Candidacy& c : election.candidacies)
    rows.push_back({person_view(here, c.person), key_of(here, c.organization), name_of(here, c.nominated_by), c.state,
                    Words::of(c.statement)});
  return rows;
}

std::vector<PersonView> candidates(const Reading& here, const Election& election) {
  const auto people = election.opened_at ? election.candidates : candidates_at(here.state, election, here.now);
  std::vector<PersonView> rows;
  rows.reserve(people.size());
  for (const PersonId person : people) rows.push_back(person_view(here, person));
  return rows;
}

std::vector<TrusteeView> trustees(const Reading& here, const Election& election) {
  std::vector<TrusteeView> rows;
  rows.reserve(election.trustees.size());
  for (const ElectionTrustee& t : election.trustees)
    rows.push_back({person_decided_on(here, t.person), t.messages.size(), t.decryption.has_value()});
  return rows;
}

Words hex_or_null(const Bytes& bytes) {
  return bytes.empty() ? Words{} : Words{to_hex(bytes)};
}

LotView lot_view(const Reading& here, const Lot& lot) {
  return {person_decided_on(here, lot.person), hex_or_null(lot.commitment), hex_or_null(lot.secret), lot.forfeited};
}

std::vector<LotView> lots(const Reading& here, const Election& election) {
  std::vector<LotView> rows;
  rows.reserve(election.lots.size());
  for (const Lot& lot : election.lots) rows.push_back(lot_view(here, lot));
  return rows;
}

/// Trackers, in an order that doesn't tell when each was cast.
std::vector<BoardRow> board(const Election& election) {
  std::map<std::string, bool> trackers;
  std::set<OrganizationId> seen;
  for (auto row = election.ballots.rbegin(); row != election.ballots.rend(); ++row)
    trackers[row->tracker] = seen.insert(row->organization).second && election.counts_ballot_of(row->organization);
  std::vector<BoardRow> rows;
  rows.reserve(trackers.size());
  for (const auto& [tracker, counts] : trackers) rows.push_back({tracker, counts});
  return rows;
}

OrNull<TrusteeWork> work_of_trustee(const host::ElectionRecord& record, PersonId person) {
  const Election& election = record.facts().election;
  const auto number = election.trustee_number(person);
  if (!number) return std::nullopt;
  const auto& messages = election.trustees[*number - 1].messages;
  const auto polynomials = record.key_messages(2);
  TrusteeWork work;
  work.number = *number;
  work.key_file = record.key_file_of(*number);
  work.size = election.trustees.size();
  work.threshold = record.facts().charter->elections.trustees_needed;
  work.rounds = messages.size();
  if (election.rounds_done() >= 1) work.certificates = record.key_messages(1);
  if (polynomials.size() == work.size) {
    std::vector<ballot::Polynomial> all;
    all.reserve(polynomials.size());
    for (const std::string& text : polynomials) all.push_back(ballot::from_json<ballot::Polynomial>(text));
    work.input = ballot::to_json(ballot::input_for(*number, all));
  }
  if (messages.size() == key_rounds) work.output = Words::of(messages.back());
  return work;
}

OrNull<DeclarableResult> declarable(const host::ElectionRecord& record) {
  const Election& election = record.facts().election;
  const bool is_decrypted = election.decrypted.size() >= record.facts().charter->elections.trustees_needed;
  if (election.stage != ElectionStage::closed || !is_decrypted) return std::nullopt;
  const host::ElectionCount count = record.count();
  if (!count.result) return std::nullopt;
  return DeclarableResult{count.result->together(), to_hex(sha256(bytes_of(record.archive(count))))};
}

/// What the ballot is, once it can't change any more.
void add_setup(const host::ElectionRecord& record, ElectionView& view) {
  const Election& election = record.facts().election;
  const bool is_ready = election.stage == ElectionStage::preparation && election.rounds_done() == key_rounds &&
                        (election.motion || election.round || !view.candidates.empty());
  if (!election.setup && !is_ready) return;
  const std::string setup = record.setup_json();
  if (setup.empty()) return;
  view.setup = setup;
  view.fingerprint = ballot::fingerprint_of(setup);
}

/// Members that can't vote unless they register a key before the opening; or that can't vote any more.
std::vector<WithoutKeyView> without_key(const Reading& here, const Election& election) {
  if (election.opened_at || election.stage == ElectionStage::decided) return {};
  std::vector<WithoutKeyView> rows;
  for (const OrganizationId id : voters_at(here.state, election, here.now).without_key)
    rows.push_back({id, key_of(here, id)});
  return rows;
}

/// The key with which the reader's Member votes in it, or would.
OrNull<OwnVotingKey> own_key(const Reading& here, const Election& election) {
  const auto own = casting_organization(here.state, election, here.person, here.now);
  if (!own) return std::nullopt;
  const std::uint32_t year = voting_year(here.state, election);
  OwnVotingKey view{*own, year, Words{}, std::nullopt};
  const auto place = std::ranges::find(election.roll, *own);
  const VotingKey* key = keyboxes(here.state).key_of(*own, year);
  if (election.opened_at) {
    if (place == election.roll.end()) return view;
    const std::string& registered = election.keys[static_cast<std::size_t>(place - election.roll.begin())];
    const auto& all = keyboxes(here.state).find(*own)->keys;
    key = &*std::ranges::find(all, registered, &VotingKey::key);
  }
  if (key == nullptr) return view;
  view.key = key->key;
  view.box = key->box;
  return view;
}

void add_own_vote(const Reading& here, const Election& election, ElectionView& view) {
  const auto own = casting_organization(here.state, election, here.person, here.now);
  if (!own) return;
  view.on_roll = std::ranges::find(election.roll, *own) != election.roll.end();
  for (const CastBallotRow& row : election.ballots)
    if (row.organization == *own) view.my_tracker = row.tracker;
}

}  // namespace

ElectionView election_view(const Reading& here, ElectionId id) {
  const Election& e = elections(here.state).all[id];
  ElectionView view;
  static_cast<ElectionHeadView&>(view) = election_head(here, id);
  view.candidacies = candidacies(here, e);
  view.candidates = candidates(here, e);
  view.trustees = trustees(here, e);
  view.trustees_needed = charter(here.state).elections.trustees_needed;
  view.rounds_done = e.rounds_done();
  view.without_key = without_key(here, e);
  view.own_key = own_key(here, e);
  view.roll = e.roll.size();
  view.voted = e.voters();
  if (e.round)
    view.open_until = e.round->closes;
  else if (e.stage == ElectionStage::voting)
    view.open_until = e.opened_at.value() + minutes{charter(here.state).elections.least_minutes_open};
  view.least_ballots = least_ballots(charter(here.state), e);
  add_own_vote(here, e, view);
  view.board = board(e);
  view.counts = e.counts;
  if (!e.archive.empty()) view.archive = e.archive;
  view.lots = lots(here, e);
  if (e.keeper) view.keeper = lot_view(here, *e.keeper);
  view.reason = Words::of(e.reason);
  view.letter = Words::of(e.letter);
  view.may = offers_on_election(here, id);
  return view;
}

void add_record(const host::ElectionRecord& record, PersonId person, ElectionView& view) {
  view.uuid = record.uuid();
  add_setup(record, view);
  view.as_trustee = work_of_trustee(record, person);
  view.to_declare = declarable(record);
}

}  // namespace ccop::server
