#include "ballot/cast.hpp"

#include "ballot/json.hpp"

#include <sodium.h>

#include <algorithm>

namespace ccop::ballot {
namespace {

struct Secret {
  SecretScalar random;
  bool chosen{};
};

/// A statement of a disjunction: that (alpha, beta) encrypts `value`.
struct Statement {
  Encoded alpha{}, beta{};
  std::uint32_t value{};
};

/// Proves that one of the statements holds, whose number is `truth`, without telling which: the others are simulated.
/// Each takes the same operations whichever is true, but for the order.
std::vector<Proof> prove(const std::vector<Statement>& statements, std::size_t truth, const SecretScalar& random,
                         const Encoded& y, std::string_view prefix) {
  std::vector<Proof> proofs(statements.size());
  std::vector<Encoded> commitments;
  const SecretScalar w;
  Scalar others;
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Statement& s = statements[i];
    if (i == truth) {
      commitments.push_back(power_of_generator(w.value()));
      commitments.push_back(power(y, w.value()));
      continue;
    }
    proofs[i] = {SecretScalar{}.value(), SecretScalar{}.value()};
    const Encoded without = quotient(s.beta, power_of_generator(scalar_of(s.value)));
    commitments.push_back(product(power_of_generator(proofs[i].response), power(s.alpha, proofs[i].challenge)));
    commitments.push_back(product(power(y, proofs[i].response), power(without, proofs[i].challenge)));
    others = others + proofs[i].challenge;
  }
  proofs[truth].challenge = challenge_of(prefix, commitments) - others;
  proofs[truth].response = SecretScalar::response(w, random, proofs[truth].challenge);
  return proofs;
}

void check_allowed(const Question& question, const std::vector<bool>& chosen) {
  if (chosen.size() != question.values()) throw BadInput{"choices", "one for each answer"};
  const bool blank = question.allows_blank() && chosen.front();
  const auto count = static_cast<std::uint32_t>(std::ranges::count(chosen, true)) - (blank ? 1u : 0u);
  if (blank ? count != 0 : count < question.min || count > question.max)
    throw BadInput{"choices", "from " + std::to_string(question.min) + " to " + std::to_string(question.max) +
                                  " of the answers, or a blank vote where it is allowed"};
}

/// Sums of what stands from `first` on: its ciphertext and its random exponent.
struct Sum {
  Encoded alpha{1}, beta{1};
  Scalar random;
  std::uint32_t value{};
};

/// Encrypts and proves one answer.
class AnswerMaker {
 public:
  AnswerMaker(const Question& question, const std::vector<bool>& chosen, const Encoded& y, std::string prefix)
      : question_(question), y_(y), prefix_(std::move(prefix)) {
    check_allowed(question, chosen);
    for (const bool value : chosen) encrypt(value);
    whole_prefix_ = prefix_;
    for (std::size_t i = 0; i < answer_.choices.size(); ++i) (whole_prefix_ += i == 0 ? '|' : ',') += text_of_choice(i);
  }

  Answer make() {
    for (std::size_t i = 0; i < statements_.size(); ++i)
      answer_.individual_proofs.push_back(prove({with_value(i, 0), with_value(i, 1)}, secrets_[i].chosen ? 1 : 0,
                                                secrets_[i].random, y_,
                                                "prove|" + prefix_ + "|" + text_of_choice(i) + "|"));
    const Sum sum = sum_from(question_.allows_blank() ? 1 : 0);
    const SecretScalar random{sum.random};
    std::vector<Statement> range;
    for (std::uint32_t value = question_.min; value <= question_.max; ++value)
      range.push_back({sum.alpha, sum.beta, value});
    if (!question_.allows_blank()) {
      const std::string prefix =
          "prove|" + whole_prefix_ + "|" + written(sum.alpha).text + "," + written(sum.beta).text + "|";
      answer_.overall_proof = prove(range, sum.value - question_.min, random, y_, prefix);
      return std::move(answer_);
    }
    const bool blank = secrets_.front().chosen;
    const SecretScalar& of_truth = blank ? random : secrets_.front().random;
    answer_.blank_proof = prove({with_value(0, 0), {sum.alpha, sum.beta, 0}}, blank ? 1 : 0, of_truth, y_,
                                "bproof0|" + whole_prefix_ + "|");
    range.insert(range.begin(), with_value(0, 1));
    answer_.overall_proof = prove(range, blank ? 0 : 1 + sum.value - question_.min,
                                  blank ? secrets_.front().random : random, y_, "bproof1|" + whole_prefix_ + "|");
    return std::move(answer_);
  }

 private:
  void encrypt(bool chosen) {
    Secret& secret = secrets_.emplace_back();
    secret.chosen = chosen;
    const Encoded alpha = power_of_generator(secret.random.value());
    const Encoded beta = product(power(y_, secret.random.value()), power_of_generator(scalar_of(chosen ? 1 : 0)));
    statements_.push_back({alpha, beta, 0});
    answer_.choices.push_back({written(alpha), written(beta)});
  }
  [[nodiscard]] Statement with_value(std::size_t i, std::uint32_t value) const {
    return {statements_[i].alpha, statements_[i].beta, value};
  }
  [[nodiscard]] std::string text_of_choice(std::size_t i) const {
    return answer_.choices[i].alpha.text + "," + answer_.choices[i].beta.text;
  }
  [[nodiscard]] Sum sum_from(std::size_t first) const {
    Sum sum;
    for (std::size_t i = first; i < statements_.size(); ++i) {
      sum.alpha = product(sum.alpha, statements_[i].alpha);
      sum.beta = product(sum.beta, statements_[i].beta);
      sum.random = sum.random + secrets_[i].random.value();
      sum.value += secrets_[i].chosen ? 1 : 0;
    }
    return sum;
  }

  const Question& question_;
  const Encoded& y_;
  std::string prefix_;
  std::string whole_prefix_;
  std::vector<Secret> secrets_;
  std::vector<Statement> statements_;
  Answer answer_;
};

}  // namespace

std::string new_credential() {
  std::string digits = random_base58(22);
  for (const std::size_t group : {16u, 11u, 5u}) digits.insert(group, 1, '-');
  return digits;
}

SecretScalar secret_of(std::string_view credential, std::string_view election_uuid) {
  std::array<std::uint8_t, 64> wide{};
  for (const unsigned i : {0u, 1u}) {
    const std::string text =
        "derive_credential|" + std::string{election_uuid} + "|" + std::to_string(i) + "|" + std::string{credential};
    const Hash hash = sha256(bytes_of(text));
    std::reverse_copy(hash.begin(), hash.end(), wide.begin() + (i == 0 ? 32 : 0));  // the first is the higher half
  }
  Scalar value;
  crypto_core_ed25519_scalar_reduce(value.bytes.data(), wide.data());
  sodium_memzero(wide.data(), wide.size());
  return SecretScalar{value};
}

Element public_credential(std::string_view credential, std::string_view election_uuid) {
  return written(power_of_generator(secret_of(credential, election_uuid).value()));
}

std::string cast_ballot(const Election& election, const std::string& fingerprint, std::string_view credential,
                        const Choices& choices) {
  return cast_ballot(election, fingerprint, secret_of(credential, election.uuid), choices);
}

std::string cast_ballot(const Election& election, const std::string& fingerprint, const SecretScalar& secret,
                        const Choices& choices) {
  if (choices.size() != election.questions.size()) throw BadInput{"choices", "an answer to each question"};
  Ballot ballot;
  ballot.election_uuid = election.uuid;
  ballot.election_hash = fingerprint;
  ballot.credential = written(power_of_generator(secret.value()));
  const Encoded y = encoded(election.public_key);
  for (std::size_t i = 0; i < choices.size(); ++i)
    ballot.answers.push_back(
        AnswerMaker{election.questions[i], choices[i], y, fingerprint + "|" + ballot.credential.text}.make());

  BallotSignature signature;
  signature.hash = fingerprint_of(to_json(ballot));
  const SecretScalar w;
  signature.proof.challenge = challenge_of("sig|" + signature.hash + "|", {power_of_generator(w.value())});
  signature.proof.response = SecretScalar::response(w, secret, signature.proof.challenge);
  ballot.signature = signature;
  return to_json(ballot);
}

}  // namespace ccop::ballot
