#include "host/election_checks.hpp"

#include "ballot/bound.hpp"
#include "ballot/certificates.hpp"
#include "ballot/json.hpp"
#include "ballot/proofs.hpp"
#include "ballot/threshold.hpp"
#include "community/elections/sentences.hpp"
#include "community/kernel/clause.hpp"
#include "host/sentences.hpp"

#include <algorithm>
#include <numeric>

namespace ccop::host {

using namespace community;

namespace {

/// What a check has before it. What lies in the record already is sound: it passed here. The rules were asked before,
/// so the election is there, and at the stage for what is sent.
struct Evidence {
  const ElectionRecord& record;
  const Texts& texts;
  const std::vector<store::Content>& contents;
  PersonId person;
  std::optional<OrganizationId> votes_for;

  [[nodiscard]] const Election& election() const { return record.facts().election; }
  [[nodiscard]] OrganizationId organization() const { return votes_for.value(); }
  [[nodiscard]] std::uint32_t trustee() const { return election().trustee_number(person).value(); }
  [[nodiscard]] const std::string& brought(const ContentHash& hash) const { return brought_text(contents, hash); }
  template <class T>
  [[nodiscard]] std::vector<T> key_messages(std::uint32_t round) const {
    std::vector<T> all;
    for (const std::string& message : record.key_messages(round)) all.push_back(ballot::from_json<T>(message));
    return all;
  }
};

void check(const Evidence& evidence, const PostKeyMessage& asked) {
  const std::uint32_t number = evidence.trustee();
  const std::string& text = evidence.brought(asked.message);
  if (asked.round == 1) {
    const auto size = static_cast<std::uint32_t>(evidence.election().trustees.size());
    const auto needed = evidence.record.facts().charter->elections.trustees_needed;
    ballot::check_certificate(ballot::from_canonical_json<ballot::SignedMessage>(text),
                              {ballot::group_name, size, needed, number});
    return;
  }
  const auto certificates = evidence.key_messages<ballot::SignedMessage>(1);
  if (asked.round == 2)
    ballot::check_polynomial(certificates, number, ballot::from_canonical_json<ballot::Polynomial>(text));
  else
    ballot::check_output(certificates, evidence.key_messages<ballot::Polynomial>(2), number,
                         ballot::from_canonical_json<ballot::VerificationOutput>(text));
}

void check(const Evidence& evidence, const OpenElection& asked) {
  if (evidence.brought(asked.setup) != evidence.record.setup_json()) throw BadInput{"", "the election as prepared"};
}

void check(const Evidence& evidence, const CastBallot& asked) {
  const std::string& text = evidence.brought(asked.ballot);
  const std::string setup = evidence.record.setup_json();
  const auto on_ballot = ballot::from_json<ballot::Election>(setup);
  const ballot::PowerTable key{ballot::point_from_hex(on_ballot.public_key.text).value(), ballot::PowerTable::narrow};
  const auto cast = ballot::from_canonical_json<ballot::Ballot>(text);
  const auto verdict = ballot::verify_ballot(cast, text, {&on_ballot, ballot::fingerprint_of(setup), &key});
  if (!verdict.wrong.empty()) throw BadInput{"", "a ballot that holds (" + verdict.wrong + ")"};
  if (asked.credential != cast.credential.text || asked.tracker != ballot::fingerprint_of(text))
    throw BadInput{"", "its own credential and tracking number"};
  if (asked.credential != evidence.record.credential_of(evidence.organization()))
    throw BadInput{"", "the credential of the voter's own seat"};
}

void check(const Evidence& evidence, const PostDecryption& asked) {
  const ElectionRecord& record = evidence.record;
  const auto decryption = ballot::from_canonical_json<ballot::PartialDecryption>(evidence.brought(asked.decryption));
  const auto bound = ballot::from_canonical_json<ballot::BoundProofs>(evidence.brought(asked.proofs));
  const ballot::Trustees trustees{record.trustees_json(), ballot::group_name};
  const ballot::EncryptedTally tally = record.count().tally;
  const ballot::Decryptor by{ballot::fingerprint_of(record.setup_json()), evidence.trustee(),
                             trustees.key(evidence.trustee())};
  if (asked.tally != ballot::fingerprint_of(tally))
    throw BadInput{"tally", "the fingerprint of the encrypted totals of all ballots that count"};
  try {
    ballot::check_decryption(decryption, tally, by);
    ballot::check_bound(bound, tally, decryption.decryption_factors, by);
  } catch (const BadInput& bad) {
    throw bad.inside("decryption by trustee " + std::to_string(by.trustee));
  }
}

/// The decryption by this trustee does not fit the others.
struct Disagreement {
  std::uint32_t trustee{};
};

void check(const Evidence& evidence, const DeclareResult& asked) {
  const ElectionCount count = evidence.record.count();
  const auto agreement = evidence.record.agreement(count);
  if (agreement.astray) throw Disagreement{*agreement.astray};
  if (!agreement.result || !count.result) throw BadInput{"", "decryptions that give the same"};
  const auto counts = count.result->together();
  // Each ballot proved that it says one thing, so the counts are as many as the organizations that cast; but of a
  // round, whose questions one may skip.
  const bool is_whole =
      evidence.election().round || std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}) == count.ballots;
  if (!std::ranges::equal(counts, asked.counts) || !is_whole ||
      asked.archive != to_hex(sha256(bytes_of(evidence.record.archive(count)))))
    throw BadInput{"", "the result of the decryptions"};
}

Refusal unsound(const PostKeyMessage&, const std::string& what) {
  return refuse(clause::the_record, sentence::key_message_not_sound, what);
}
Refusal unsound(const OpenElection&, const std::string&) {
  return refuse(clause::the_record, sentence::setup_does_not_follow);
}
Refusal unsound(const CastBallot&, const std::string& what) {
  return refuse(clause::the_record, sentence::ballot_not_sound, what);
}
Refusal unsound(const PostDecryption&, const std::string& what) {
  return refuse(clause::the_record, sentence::decryption_not_sound, what);
}
Refusal unsound(const DeclareResult&, const std::string&) {
  return refuse(clause::the_record, sentence::result_does_not_follow);
}

}  // namespace

template <class C>
std::optional<Refusal> ElectionCheck<C>::objection(const Texts& texts,
                                                   const std::vector<store::Content>& brought) const {
  try {
    const ElectionRecord record{facts_, texts};
    check({record, texts, brought, person_, votes_for_}, asked_);
    return std::nullopt;
  } catch (const Disagreement& found) {
    return refuse(clause::the_record, sentence::decryptions_disagree, found.trustee);
  } catch (const BadInput& bad) {
    return unsound(asked_, what_is_wrong(bad));
  }
}

template class ElectionCheck<PostKeyMessage>;
template class ElectionCheck<OpenElection>;
template class ElectionCheck<CastBallot>;
template class ElectionCheck<PostDecryption>;
template class ElectionCheck<DeclareResult>;

}  // namespace ccop::host
