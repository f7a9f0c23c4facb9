#include "ballot/proofs.hpp"

#include "ballot/json.hpp"

#include <algorithm>
#include <array>

namespace ccop::ballot {
namespace {

/// A branch of a disjunction: that (alpha, beta) encrypts `value`.
struct Branch {
  const Proof* proof{};
  const CiphertextPowers* ciphertext{};
  std::uint32_t value{};
};

/// A = g^response alpha^challenge, B = y^response (beta / g^value)^challenge.
void append_commitments(std::vector<Point>& out, const Branch& branch, const PowerTable& y) {
  const PowerTable& g = generator_powers();
  const Proof& proof = *branch.proof;
  out.push_back(product_of(Power{&g, proof.response}, Power{&branch.ciphertext->alpha, proof.challenge}));
  const Power of_y{&y, proof.response}, of_beta{&branch.ciphertext->beta, proof.challenge};
  if (branch.value == 0)
    out.push_back(product_of(of_y, of_beta));
  else
    out.push_back(product_of(of_y, of_beta, Power{&g, Scalar{} - proof.challenge * scalar_of(branch.value)}));
}

/// One of the branches is true: their challenges add up to the hash of all their commitments.
bool one_holds(std::span<const Branch> branches, std::string_view prefix, const PowerTable& y) {
  std::vector<Point> commitments;
  commitments.reserve(2 * branches.size());
  Scalar sum;
  for (const Branch& branch : branches) {
    append_commitments(commitments, branch, y);
    sum = sum + branch.proof->challenge;
  }
  return challenge_of(prefix, commitments) == sum;
}

/// The branches that say that a ciphertext encrypts one of min..max.
void append_range(std::vector<Branch>& out, std::span<const Proof> proofs, const CiphertextPowers& ciphertext,
                  std::uint32_t min) {
  for (const Proof& proof : proofs) out.push_back({&proof, &ciphertext, min++});
}

std::string written(const Ciphertext& c) {
  return c.alpha.text + "," + c.beta.text;
}

/// Verifies one answer; keeps what the proofs have in common.
class AnswerCheck {
 public:
  AnswerCheck(const Answer& answer, const Question& question, const std::string& prefix, const PowerTable& y)
      : answer_(answer), question_(question), prefix_(prefix), y_(y) {}

  /// What is wrong, or nothing.
  std::string run() {
    if (!has_the_shape()) return "its shape is not the question's";
    if (!open()) return "a ciphertext is not of the group";
    for (std::size_t i = 0; i < powers_.size(); ++i)
      if (!individual_proof_holds(i)) return "an individual proof does not hold";
    whole_prefix_ = prefix_;
    for (std::size_t i = 0; i < answer_.choices.size(); ++i)
      (whole_prefix_ += i == 0 ? '|' : ',') += written(answer_.choices[i]);
    const bool blank = question_.allows_blank();
    const CiphertextPowers sum{sum_from(blank ? 1 : 0)};
    if (blank && !blank_proof_holds(sum)) return "the proof about a blank vote does not hold";
    if (!overall_proof_holds(sum)) return "the overall proof does not hold";
    return {};
  }
  std::vector<OpenCiphertext> take() { return std::move(choices_); }

 private:
  [[nodiscard]] bool has_the_shape() const {
    const bool blank = question_.allows_blank();
    const std::size_t range = question_.max - question_.min + std::size_t{1};
    return answer_.choices.size() == question_.values() && answer_.individual_proofs.size() == question_.values() &&
           answer_.overall_proof.size() == range + (blank ? 1 : 0) && answer_.blank_proof.has_value() == blank &&
           (!blank || answer_.blank_proof->size() == 2) &&
           std::ranges::all_of(answer_.individual_proofs, [](const auto& proofs) { return proofs.size() == 2; });
  }

  bool open() {
    powers_.reserve(answer_.choices.size());
    for (const Ciphertext& c : answer_.choices) {
      const auto alpha = point_from_hex(c.alpha.text);
      const auto beta = point_from_hex(c.beta.text);
      if (!alpha || !beta) return false;
      choices_.push_back({*alpha, *beta});
      powers_.emplace_back(choices_.back());
      if (!powers_.back().are_in_subgroup()) return false;
    }
    return true;
  }

  [[nodiscard]] bool individual_proof_holds(std::size_t i) const {
    std::vector<Branch> branches;
    append_range(branches, answer_.individual_proofs[i], powers_[i], 0);
    return one_holds(branches, "prove|" + prefix_ + "|" + written(answer_.choices[i]) + "|", y_);
  }

  [[nodiscard]] OpenCiphertext sum_from(std::size_t first) const {
    OpenCiphertext sum;
    for (std::size_t i = first; i < choices_.size(); ++i)
      sum = {sum.alpha + choices_[i].alpha, sum.beta + choices_[i].beta};
    return sum;
  }

  /// The vote is not blank, or nothing else is chosen.
  [[nodiscard]] bool blank_proof_holds(const CiphertextPowers& sum) const {
    const std::array branches{Branch{&answer_.blank_proof->front(), powers_.data(), 0},
                              Branch{&answer_.blank_proof->back(), &sum, 0}};
    return one_holds(branches, "bproof0|" + whole_prefix_ + "|", y_);
  }

  /// The vote is blank, or as many are chosen as may be.
  [[nodiscard]] bool overall_proof_holds(const CiphertextPowers& sum) const {
    std::vector<Branch> branches;
    std::span<const Proof> proofs = answer_.overall_proof;
    std::string prefix;
    if (question_.allows_blank()) {
      branches.push_back({&proofs.front(), powers_.data(), 1});
      proofs = proofs.subspan(1);
      prefix = "bproof1|" + whole_prefix_ + "|";
    } else {
      const OpenCiphertext whole = sum_from(0);
      const std::array points{whole.alpha, whole.beta};
      const auto texts = to_hex(points);
      prefix = "prove|" + whole_prefix_ + "|" + texts[0] + "," + texts[1] + "|";
    }
    append_range(branches, proofs, sum, question_.min);
    return one_holds(branches, prefix, y_);
  }

  const Answer& answer_;
  const Question& question_;
  const std::string& prefix_;
  const PowerTable& y_;
  std::string whole_prefix_;
  std::vector<OpenCiphertext> choices_;
  std::vector<CiphertextPowers> powers_;
};

std::string wrong_signature(const Ballot& ballot, std::string_view text) {
  if (!ballot.signature) return "it is not signed";
  // The signature stands last, so what was signed is the text before it, closed.
  const std::string hash = fingerprint_of(std::string{text.substr(0, text.rfind(",\"signature\":"))} + "}");
  if (ballot.signature->hash != hash) return "its signature is of another ballot";
  const auto credential = point_from_hex(ballot.credential.text);
  if (!credential) return "its credential is not of the group";
  const PowerTable powers{*credential, PowerTable::narrow};
  if (!powers.is_in_subgroup()) return "its credential is not of the group";
  if (!holds_for_key(ballot.signature->proof, "sig|" + hash + "|", powers)) return "its signature does not hold";
  return {};
}

}  // namespace

Scalar challenge_of(std::string_view prefix, std::span<const Point> points) {
  std::string text{prefix};
  const auto written = to_hex(points);
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (i > 0) text += ',';
    text += written[i];
  }
  return reduced(sha256(bytes_of(text)));
}

bool holds_for_key(const Proof& proof, std::string_view prefix, const PowerTable& key) {
  const Point commitment = product_of(Power{&generator_powers(), proof.response}, Power{&key, proof.challenge});
  return challenge_of(prefix, std::span{&commitment, 1}) == proof.challenge;
}

BallotVerdict verify_ballot(const Ballot& ballot, std::string_view text, const BallotContext& context) {
  const Election& election = *context.election;
  BallotVerdict verdict;
  if (ballot.election_uuid != election.uuid || ballot.election_hash != context.fingerprint)
    verdict.wrong = "it was made for another election";
  else if (ballot.answers.size() != election.questions.size())
    verdict.wrong = "it does not answer the election's questions";
  else
    verdict.wrong = wrong_signature(ballot, text);
  const std::string prefix = context.fingerprint + "|" + ballot.credential.text;
  for (std::size_t i = 0; i < ballot.answers.size() && verdict.wrong.empty(); ++i) {
    AnswerCheck check{ballot.answers[i], election.questions[i], prefix, *context.public_key};
    if (auto wrong = check.run(); !wrong.empty())
      verdict.wrong = "question " + std::to_string(i + 1) + ": " + wrong;
    else
      verdict.answers.push_back(check.take());
  }
  return verdict;
}

bool holds_for_factor(const Proof& proof, const std::string& fingerprint, const Element& trustee_key,
                      const PowerTable& trustee_powers, const Point& alpha, const PowerTable& factor) {
  const PowerTable alpha_powers{alpha, PowerTable::narrow};
  const std::array commitments{
      product_of(Power{&generator_powers(), proof.response}, Power{&trustee_powers, proof.challenge}),
      product_of(Power{&alpha_powers, proof.response}, Power{&factor, proof.challenge})};
  return challenge_of("decrypt|" + fingerprint + "|" + trustee_key.text + "|", commitments) == proof.challenge;
}

}  // namespace ccop::ballot
