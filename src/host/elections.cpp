#include "host/elections.hpp"

#include "ballot/archive.hpp"
#include "ballot/json.hpp"
#include "ballot/secret.hpp"
#include "ballot/tally.hpp"
#include "ballot/threshold.hpp"
#include "ballot/voting_key.hpp"
#include "community/elections/commands.hpp"
#include "community/exposure/state.hpp"
#include "community/membership/state.hpp"
#include "community/people/state.hpp"
#include "community/record/state.hpp"
#include "host/round_paper.hpp"

#include <algorithm>
#include <map>
#include <sstream>

namespace ccop::host {

using namespace community;

namespace {

std::string base58(ByteView hash, std::size_t count) {
  constexpr std::string_view digits = ballot::base58_digits;
  std::string out;
  // A name, not a secret: that some digits come up a little oftener doesn't matter.
  for (std::size_t i = 0; i < count; ++i) out += digits[hash[i] % digits.size()];
  return out;
}

/// A text within a content that is JSON; "?" where it was erased.
std::string member_of(const std::optional<std::string>& content, std::string_view key) {
  simdjson::dom::parser parser;
  simdjson::dom::element json;
  std::string_view found;
  if (!content || parser.parse(*content).get(json) != simdjson::SUCCESS || json[key].get(found) != simdjson::SUCCESS)
    return "?";
  return std::string{found};
}

template <class T>
std::vector<T> all_from_json(const std::vector<std::string>& texts) {
  std::vector<T> out;
  out.reserve(texts.size());
  for (const std::string& text : texts) out.push_back(ballot::from_json<T>(text));
  return out;
}

ElectionFacts::Round round_facts(const Assessment& all, RoundId id) {
  const ExposureRound& round = all.rounds[id];
  ElectionFacts::Round facts{round.paper, {}};
  for (const AskedPart& asked : round.asks) facts.asks.push_back({all.sets[asked.question_set].questions, asked.part});
  return facts;
}

}  // namespace

ElectionFacts facts_of(const Community& state, ElectionId id, Time at) {
  const Election& election = elections(state).all[id];
  ElectionFacts facts{.id = id,
                      .election = election,
                      .motion = {},
                      .round = {},
                      .charter = record(state).in_force,
                      .log_key = record(state).log_key,
                      .candidates = {},
                      .named = {}};
  if (election.motion) facts.motion = decisions(state).motions[*election.motion];
  if (election.round) facts.round = round_facts(assessment(state), election.round->round);
  facts.candidates = election.opened_at ? election.candidates : candidates_at(state, election, at);
  for (const PersonId person : facts.candidates) {
    const OrganizationId organization = election.candidacy(person)->organization;
    facts.named[person] = {people(state).all[person].profile, membership(state).organizations[organization].key};
  }
  return facts;
}

std::string ElectionRecord::text(const ContentHash& hash) const {
  return text_in(texts_, hash);
}

std::string ElectionRecord::name_of(PersonId person) const {
  const ElectionFacts::Named& named = facts_.named.at(person);
  return member_of(texts_(named.profile), "name") + " (" + named.organization + ")";
}

std::string ElectionRecord::uuid_of(ElectionId id) const {
  return base58(sha256(bytes_of("ccop-election-v1|" + facts_.log_key + "|" + std::to_string(id.value))), 22);
}

std::string ElectionRecord::uuid() const {
  return uuid_of(facts_.id);
}

std::string ElectionRecord::key_file_of(std::uint32_t trustee) const {
  return "trustee-" + uuid_of(facts_.election.trustee(trustee)->keys_of.value_or(facts_.id));
}

std::vector<std::string> ElectionRecord::key_messages(std::uint32_t round) const {
  std::vector<std::string> messages;
  for (const ElectionTrustee& trustee : facts_.election.trustees)
    if (trustee.messages.size() >= round) messages.push_back(text(trustee.messages[round - 1]));
  return messages;
}

std::string ElectionRecord::trustees_json() const {
  const auto parameters = ballot::threshold_parameters(all_from_json<ballot::SignedMessage>(key_messages(1)),
                                                       all_from_json<ballot::Polynomial>(key_messages(2)),
                                                       all_from_json<ballot::VerificationOutput>(key_messages(3)));
  return "[[\"Pedersen\"," + ballot::to_json(parameters) + "]]";
}

ballot::Question ElectionRecord::question_on_candidates() const {
  const auto& candidates = facts_.candidates;
  ballot::Question question;
  if (candidates.size() == 1) {
    question.question = "Shall " + name_of(candidates.front()) + " be co-Chair?";
    question.answers = {"For", "Against"};
    return question;
  }
  question.question = "Who shall be co-Chair?";
  for (const PersonId person : candidates) question.answers.push_back(name_of(person));
  return question;
}

ballot::Question ElectionRecord::question_on_motion() const {
  const Motion& motion = facts_.motion.value();
  ballot::Question question;
  question.question = member_of(texts_(motion.text), "title");
  for (const ContentHash& option : motion.options) question.answers.push_back(text(option));
  if (motion.options.empty()) question.answers = {"For", "Against"};
  return question;
}

void ElectionRecord::ask_at_once(ballot::Election& out) const {
  const Charter& charter = *facts_.charter;
  ballot::Question question = facts_.election.motion ? question_on_motion() : question_on_candidates();
  question.blank = true;
  question.min = question.max = 1;
  out.description = charter.name;
  out.name = charter.short_name + (facts_.election.motion
                                       ? ": motion " + std::to_string(facts_.election.motion->value + 1)
                                       : ": co-Chair, position " + std::to_string(facts_.election.position + 1));
  out.questions = {std::move(question)};
}

/// The sets by their fingerprints, so that whoever has the archive alone knows what was asked.
void ElectionRecord::ask_in_round(ballot::Election& out) const {
  const Charter& charter = *facts_.charter;
  const RoundPaper paper = read_round(*facts_.round, texts_);
  out.description = charter.name;
  for (const exposure::Asked& asked : paper.asked())
    out.description += "; " + asked.set->id + " version " + std::to_string(asked.set->version) + ", SHA-256 " +
                       to_hex(exposure::fingerprint(*asked.set));
  out.name = charter.short_name + ": exposure, round " + std::to_string(facts_.election.round->round.value + 1) + ": " +
             paper.paper.title;
  for (exposure::BallotQuestion& asked : paper.questions()) {
    ballot::Question question;
    question.question = std::move(asked.text);
    question.answers = std::move(asked.answers);
    question.min = 0;
    question.max = asked.max;
    out.questions.push_back(std::move(question));
  }
}

ballot::Election ElectionRecord::on_ballot() const {
  const Charter& charter = *facts_.charter;
  ballot::Election out;
  out.version = 1;
  out.group = ballot::group_name;
  out.public_key = {ballot::to_hex(ballot::Trustees{trustees_json(), ballot::group_name}.election_key())};
  if (facts_.round)
    ask_in_round(out);
  else
    ask_at_once(out);
  out.uuid = uuid();
  out.administrator = charter.short_name;
  out.credential_authority = "The voters themselves";
  return out;
}

std::string ElectionRecord::credential_of(OrganizationId organization) const {
  const auto& roll = facts_.election.roll;
  const auto place = static_cast<std::size_t>(std::ranges::find(roll, organization) - roll.begin());
  if (place == roll.size()) throw BadInput{"", "an organization that votes"};
  return ballot::election_credential(facts_.log_key, uuid(), {facts_.election.keys.at(place)}).text;
}

std::string ElectionRecord::credentials_json() const {
  std::vector<std::string> all;
  all.reserve(facts_.election.roll.size());
  for (const OrganizationId organization : facts_.election.roll) all.push_back(credential_of(organization));
  std::ranges::sort(all);
  return ballot::to_json(all);
}

std::string ElectionRecord::setup_json() const {
  return facts_.election.setup ? text(*facts_.election.setup) : ballot::to_json(on_ballot());
}

std::vector<ballot::Ballot> ElectionRecord::counted_ballots() const {
  std::map<OrganizationId, const CastBallotRow*> last;
  for (const CastBallotRow& row : facts_.election.ballots)
    if (facts_.election.counts_ballot_of(row.organization)) last[row.organization] = &row;
  std::vector<ballot::Ballot> ballots;
  ballots.reserve(last.size());
  for (const auto& [organization, row] : last) ballots.push_back(ballot::from_json<ballot::Ballot>(text(row->ballot)));
  return ballots;
}

ElectionCount ElectionRecord::count() const {
  const auto ballots = counted_ballots();
  auto tally =
      ballot::encrypted_tally(ballot::from_json<ballot::Election>(text(facts_.election.setup.value())), ballots);
  auto result = result_of(tally);
  return {ballots.size(), std::move(tally), std::move(result)};
}

std::span<const std::uint32_t> ElectionRecord::first_decrypted() const {
  const std::span<const std::uint32_t> all = facts_.election.decrypted;
  return all.first(std::min<std::size_t>(all.size(), facts_.charter->elections.trustees_needed));
}

ElectionRecord::Decryptions ElectionRecord::decryptions_of(std::span<const std::uint32_t> owners) const {
  Decryptions all;
  for (const std::uint32_t owner : owners)
    all.emplace(owner, ballot::from_json<ballot::PartialDecryption>(
                           text(facts_.election.trustees[owner - 1].decryption.value().factors)));
  return all;
}

std::optional<ballot::Result> ElectionRecord::result_of(const ballot::EncryptedTally& tally) const {
  const auto first = first_decrypted();
  if (first.size() < facts_.charter->elections.trustees_needed) return std::nullopt;
  return ballot::result_of(tally, ballot::Trustees{trustees_json(), ballot::group_name}, decryptions_of(first),
                           facts_.election.roll.size());
}

ballot::Agreement ElectionRecord::agreement(const ElectionCount& count) const {
  return ballot::agreement_of(count.tally, ballot::Trustees{trustees_json(), ballot::group_name},
                              decryptions_of(facts_.election.decrypted), facts_.election.roll.size());
}

ballot::ElectionProofs ElectionRecord::bound_proofs(const ElectionCount& count) const {
  ballot::ElectionProofs all{ballot::fingerprint_of(setup_json()), ballot::fingerprint_of(count.tally), {}};
  for (const std::uint32_t owner : facts_.election.decrypted) {
    const PostedDecryption& posted = facts_.election.trustees[owner - 1].decryption.value();
    all.trustees.push_back({owner,
                            ballot::from_json<ballot::PartialDecryption>(text(posted.factors)).decryption_factors,
                            ballot::from_json<ballot::BoundProofs>(text(posted.proofs)).proofs});
  }
  return all;
}

std::string ElectionRecord::archive() const {
  if (!facts_.election.setup) return {};
  return facts_.election.closed_at ? archive(count()) : archive_with(nullptr);
}

std::string ElectionRecord::archive(const ElectionCount& count) const {
  return archive_with(&count);
}

std::string ElectionRecord::archive_with(const ElectionCount* count) const {
  std::ostringstream out;
  const auto opened = std::chrono::duration_cast<std::chrono::seconds>(facts_.election.opened_at->time_since_epoch());
  ballot::ArchiveWriter writer{out, static_cast<std::uint64_t>(opened.count())};
  const ballot::SetupData setup{writer.add_data(text(*facts_.election.setup)), writer.add_data(trustees_json()),
                                writer.add_data(credentials_json())};
  writer.add_event("Setup", writer.add_data(ballot::to_json(setup)));
  for (const CastBallotRow& row : facts_.election.ballots)
    if (facts_.election.counts_ballot_of(row.organization))
      writer.add_event("Ballot", writer.add_data(text(row.ballot)));
  if (count == nullptr) return out.str();

  writer.add_event("EndBallots", {});
  const ballot::SizedTally sized{count->ballots, count->ballots, writer.add_data(ballot::to_json(count->tally))};
  writer.add_event("EncryptedTally", writer.add_data(ballot::to_json(sized)));
  for (const std::uint32_t owner : first_decrypted()) {
    const auto& posted = facts_.election.trustees[owner - 1].decryption.value();
    const ballot::Owned owned{owner, writer.add_data(text(posted.factors))};
    writer.add_event("PartialDecryption", writer.add_data(ballot::to_json(owned)));
  }
  if (count->result) writer.add_event("Result", writer.add_data(ballot::to_json(*count->result)));
  return out.str();
}

}  // namespace ccop::host
