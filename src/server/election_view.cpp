#include "server/election_view.hpp"

#include "ballot/json.hpp"
#include "ballot/threshold.hpp"

#include <algorithm>
#include <set>

namespace ccop::server {

using namespace community;

namespace {

std::size_t voters(const Election& election) {
  std::set<OrganizationId> voted;
  for (const CastBallotRow& row : election.ballots) voted.insert(row.organization);
  return voted.size();
}

}  // namespace

Json ElectionView::head(ElectionId id) const {
  const Election& e = state_.elections.all.at(id.value);
  const MeetingId meeting = state_.meetings.sessions.at(e.session.value).meeting;
  const Json details = view_.fields(state_.meetings.all[meeting.value].details);
  return {{"id", id.value},
          {"motion", motion(e)},
          {"position", e.position},
          {"term_ends", e.motion ? Json(nullptr) : json_of(e.term_ends)},
          {"stage", json_of(e.stage)},
          {"outcome", json_of(e.outcome)},
          {"confirmation", json_of(e.confirmation)},
          {"winner", e.winner ? view_.person(*e.winner) : Json(nullptr)},
          {"session", e.session.value},
          {"meeting", meeting.value},
          {"meeting_title", details.is_null() ? Json(nullptr) : details.value("title", Json(nullptr))},
          {"starts", json_of(state_.meetings.sessions[e.session.value].starts)},
          {"run_off_of", json_of(e.run_off_of)}};
}

Json ElectionView::motion(const Election& election) const {
  if (!election.motion) return nullptr;
  const Motion& m = state_.decisions.motions.at(election.motion->value);
  const Json text = view_.fields(m.text);
  Json options = Json::array();
  for (const auto& option : m.options) options.push_back(view_.text(option));
  return {{"id", election.motion->value},
          {"title", text.is_null() ? Json(nullptr) : text.value("title", Json(nullptr))},
          {"options", options}};
}

Json ElectionView::page(ElectionId id) const {
  const Election& e = state_.elections.all.at(id.value);
  const host::ElectionRecord record{state_, id, [this](const Hash& hash) { return live_.text(hash); }};
  Json out = head(id);
  const auto own = state_.voting_organization(reader_, now_);
  Json candidates = Json::array();
  const bool ready = e.stage == ElectionStage::preparation && e.rounds_done() == key_rounds;
  for (const PersonId person : e.opened_at ? e.candidates : candidates_at(state_, e, now_))
    candidates.push_back(view_.person(person));
  const std::string setup = e.setup || (ready && (e.motion || !candidates.empty())) ? record.setup_json(now_) : "";
  out["candidacies"] = candidacies(e);
  out["candidates"] = candidates;
  out["trustees"] = trustees(e);
  out["trustees_needed"] = state_.charter().elections.trustees_needed;
  out["rounds_done"] = e.rounds_done();
  out["authority"] = e.authority ? view_.person(*e.authority) : Json(nullptr);
  out["credentials_issued"] = e.credentials.has_value();
  out["uuid"] = record.uuid();
  out["setup"] = setup.empty() ? Json(nullptr) : Json(setup);
  out["fingerprint"] = setup.empty() ? Json(nullptr) : Json(ballot::fingerprint_of(setup));
  out["roll"] = e.roll.size();
  out["voted"] = voters(e);
  out["on_roll"] = own && std::ranges::find(e.roll, *own) != e.roll.end();
  out["my_tracker"] = nullptr;
  for (const CastBallotRow& row : e.ballots)
    if (own == row.organization) out["my_tracker"] = row.tracker;
  out["board"] = board(e);
  out["counts"] = e.counts;
  out["archive"] = e.archive.empty() ? Json(nullptr) : Json(e.archive);
  out["lots"] = lots(e);
  out["reason"] = e.reason ? view_.text(*e.reason) : Json(nullptr);
  out["letter"] = e.letter ? view_.text(*e.letter) : Json(nullptr);
  out["as_trustee"] = e.trustee_number(reader_) ? for_trustee(record, e) : Json(nullptr);
  out["as_authority"] =
      e.authority == reader_ && e.stage == ElectionStage::preparation ? for_authority() : Json(nullptr);
  out["to_declare"] = nullptr;
  if (e.stage == ElectionStage::closed && e.decrypted.size() >= state_.charter().elections.trustees_needed)
    if (const auto result = record.result())
      out["to_declare"] = {{"counts", result->result.front()}, {"archive", to_hex(sha256(bytes_of(record.archive())))}};
  out["may"] = may(id);
  return out;
}

Json ElectionView::candidacies(const Election& election) const {
  Json rows = Json::array();
  for (const Candidacy& c : election.candidacies)
    rows.push_back({{"person", view_.person(c.person)},
                    {"organization", state_.membership.organizations[c.organization.value].key},
                    {"nominated_by", view_.person(c.nominated_by)["name"]},
                    {"state", json_of(c.state)},
                    {"statement", c.statement ? view_.text(*c.statement) : Json(nullptr)}});
  return rows;
}

Json ElectionView::trustees(const Election& election) const {
  Json rows = Json::array();
  for (const ElectionTrustee& t : election.trustees)
    rows.push_back(
        {{"person", view_.person(t.person)}, {"rounds", t.messages.size()}, {"decrypted", t.decryption.has_value()}});
  return rows;
}

Json ElectionView::lots(const Election& election) const {
  Json rows = Json::array();
  for (const Lot& lot : election.lots)
    rows.push_back({{"person", view_.person(lot.person)},
                    {"commitment", lot.commitment.empty() ? Json(nullptr) : Json(to_hex(lot.commitment))},
                    {"secret", lot.secret.empty() ? Json(nullptr) : Json(to_hex(lot.secret))},
                    {"forfeited", lot.forfeited}});
  return rows;
}

Json ElectionView::board(const Election& election) const {
  std::map<std::string, bool> trackers;
  std::set<OrganizationId> seen;
  for (auto row = election.ballots.rbegin(); row != election.ballots.rend(); ++row)
    trackers[row->tracker] = seen.insert(row->organization).second;
  Json rows = Json::array();
  for (const auto& [tracker, counts] : trackers) rows.push_back({{"tracker", tracker}, {"counts", counts}});
  return rows;
}

Json ElectionView::for_trustee(const host::ElectionRecord& record, const Election& election) const {
  const std::uint32_t number = election.trustee_number(reader_).value();
  const auto polynomials = record.key_messages(2);
  const auto size = election.trustees.size();
  Json out{{"number", number},
           {"size", size},
           {"threshold", state_.charter().elections.trustees_needed},
           {"rounds", election.trustees[number - 1].messages.size()},
           {"certificates", election.rounds_done() >= 1 ? record.key_messages(1) : std::vector<std::string>{}},
           {"input", nullptr},
           {"output", nullptr},
           {"tally", nullptr}};
  if (polynomials.size() == size) {
    std::vector<ballot::Polynomial> all;
    all.reserve(size);
    for (const std::string& text : polynomials) all.push_back(ballot::from_json<ballot::Polynomial>(text));
    out["input"] = ballot::to_json(ballot::input_for(number, all));
  }
  const auto& messages = election.trustees[number - 1].messages;
  if (messages.size() == key_rounds) out["output"] = view_.text(messages.back());
  if (election.stage == ElectionStage::closed) out["tally"] = ballot::to_json(record.tally());
  return out;
}

Json ElectionView::for_authority() const {
  Json rows = Json::array();
  for (const OrganizationId id : state_.membership.roll(now_)) {
    const auto voice = state_.membership.voice_of(id, now_, state_.charter().membership.alternate_votes);
    rows.push_back({{"organization", id.value},
                    {"key", state_.membership.organizations[id.value].key},
                    {"person", voice ? view_.person(*voice) : Json(nullptr)}});
  }
  return rows;
}

std::vector<const char*> ElectionView::tasks(ElectionId id) const {
  const Election& e = state_.elections.all.at(id.value);
  std::vector<const char*> found;
  const Candidacy* candidacy = e.candidacy(reader_);
  if (e.stage == ElectionStage::candidacies && candidacy != nullptr && candidacy->state == CandidacyState::nominated)
    found.push_back("nominated");
  const auto round = static_cast<std::uint32_t>(e.rounds_done()) + 1;
  if (view_.allowed(PostKeyMessage{id, round, {}})) found.push_back("make-key");
  if (e.authority == reader_ && e.stage == ElectionStage::preparation && !e.credentials)
    found.push_back("issue-credentials");
  const auto own = state_.voting_organization(reader_, now_);
  if (own && !e.has_voted(*own) && view_.allowed(CastBallot{id, {}, {}, {}})) found.push_back("cast-ballot");
  if (view_.allowed(PostDecryption{id, {}})) found.push_back("decrypt-totals");
  const auto lot = view_.refusal_of(RevealLot{id, {}});
  if (view_.allowed(CommitLot{id, Bytes(sizeof(Hash))}) || (lot && lot->key == "lot-does-not-fit"))
    found.push_back("draw-lot");
  if (view_.allowed(SubmitElected{id, {}})) found.push_back("submit-elected");
  return found;
}

Json ElectionView::may(ElectionId id) const {
  const Election& e = state_.elections.all.at(id.value);
  CastBallot cast{id, {}, {}, {}};
  const auto own = state_.voting_organization(reader_, now_);
  for (const CastBallotRow& row : e.ballots)
    if (own == row.organization) cast.credential = row.credential;
  const auto round = static_cast<std::uint32_t>(e.rounds_done()) + 1;
  Json names = view_.may({StandForElection{id, {}}, StandDown{id}, CloseCandidacies{id}, CancelElection{id, {}},
                          ReplaceTrustee{id, 1}, PostKeyMessage{id, round, {}},
                          IssueCredentials{id, state_.membership.roll(now_), {}}, cast, CloseElection{id},
                          PostDecryption{id, {}}, CallRunOff{id}, CommitLot{id, Bytes(sizeof(Hash))},
                          SubmitElected{id, {}}, RecordConfirmation{id, {}}, RecordReturn{id, {}}});
  // These depend on whom they name; whether anybody would do is asked of the rules one by one.
  const auto any_person = [&](const char* name, const auto& command) {
    for (std::uint32_t i = 0; i < state_.people.all.size(); ++i)
      if (view_.allowed(command(PersonId{i}))) return names.push_back(name);
  };
  any_person("nominate-candidate", [&](PersonId person) { return NominateCandidate{id, person}; });
  any_person("name-election-officers", [&](PersonId person) { return NameElectionOfficers{id, person}; });
  any_person("forfeit-lot", [&](PersonId person) { return ForfeitLot{id, person}; });
  // The ballot waits for its hour; the button stays, and tells why.
  const auto refused = view_.refusal_of(OpenElection{id, candidates_at(state_, e, now_), {}});
  if (!refused || refused->key == "voting-begins-at-the-session" || refused->key == "no-quorum")
    names.push_back("open-election");
  const auto declared = view_.refusal_of(DeclareResult{id, {}, {}});
  if (declared && declared->key == "result-does-not-follow") names.push_back("declare-result");
  const auto revealed = view_.refusal_of(RevealLot{id, {}});
  if (revealed && revealed->key == "lot-does-not-fit") names.push_back("reveal-lot");
  return names;
}

}  // namespace ccop::server
