#include "ballot/proofs.hpp"

#include "ballot/json.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace ccop::ballot {
namespace {

/// A branch of a disjunction: that a ciphertext encrypts `value`.
struct Branch {
  const Proof* proof{};
  const OpenCiphertext* ciphertext{};
  std::uint32_t value{};
};

std::string written(const Ciphertext& c) {
  return c.alpha.text + "," + c.beta.text;
}

Scalar challenge_of_texts(std::string_view prefix, std::span<const std::string> commitments) {
  std::string text{prefix};
  for (std::size_t i = 0; i < commitments.size(); ++i) {
    if (i > 0) text += ',';
    text += commitments[i];
  }
  return reduced(sha256(bytes_of(text)));
}

/// Gathers all that must hold of a ballot, in the order in which a reader would check it, so that its products are
/// computed many at a time and its commitments written with one inversion.
class Claims {
 public:
  explicit Claims(const BallotContext& context) : context_(context) {}

  /// That a point, which outlives this, lies in the subgroup.
  void in_subgroup(const Point& point, std::string what) {
    claims_.push_back({.what = std::move(what), .prefix = {}, .first = members_.size(), .is_membership = true});
    members_.push_back({&point, group_order, {}, {}});
  }

  /// Knowledge of the logarithm of `key`.
  void knows(const Proof& proof, std::string prefix, const Point& key, std::string what) {
    claims_.push_back({std::move(what), std::move(prefix), products_.size(), 1, proof.challenge});
    products_.push_back({&key, proof.challenge, proof.response, {}});
  }

  /// That one of the branches is true: their challenges add up to the hash of all their commitments, A = g^response
  /// alpha^challenge and B = y^response (beta / g^value)^challenge.
  void one_holds(std::span<const Branch> branches, std::string prefix, std::string what) {
    Claim claim{std::move(what), std::move(prefix), products_.size(), 2 * branches.size()};
    for (const auto& [proof, ciphertext, value] : branches) {
      const auto& [challenge, response] = *proof;
      products_.push_back({&ciphertext->alpha, challenge, response, {}});
      products_.push_back({&ciphertext->beta, challenge, Scalar{} - challenge * scalar_of(value), response});
      claim.challenge = claim.challenge + challenge;
    }
    claims_.push_back(std::move(claim));
  }

  /// What is wrong first, or nothing.
  [[nodiscard]] std::string first_wrong() const {
    const auto points = computed();
    const auto texts = to_hex(std::span{points}.subspan(members_.size()));
    for (const Claim& claim : claims_) {
      const auto its = std::span{texts}.subspan(claim.is_membership ? 0 : claim.first, claim.count);
      const bool holds = claim.is_membership ? points[claim.first] == Point{}
                                             : challenge_of_texts(claim.prefix, its) == claim.challenge;
      if (!holds) return claim.what;
    }
    return {};
  }

 private:
  struct Claim {
    std::string what, prefix;
    std::size_t first{}, count{};  ///< its products
    Scalar challenge{};
    bool is_membership{};
  };

  /// Of the members and then the products; with tables, those of one base are computed together.
  [[nodiscard]] std::vector<Point> computed() const {
    std::vector<Product> all = members_;
    all.insert(all.end(), products_.begin(), products_.end());
    if (context_.key_rows != nullptr) return lanes::products_of(all, *context_.key_rows);
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::less<>{}, [&](std::size_t i) { return all[i].base; });
    std::vector<Product> sorted;
    sorted.reserve(order.size());
    for (const std::size_t i : order) sorted.push_back(all[i]);
    const auto points = products_of(sorted, *context_.public_key);
    std::vector<Point> out(points.size());
    for (std::size_t i = 0; i < order.size(); ++i) out[order[i]] = points[i];
    return out;
  }

  const BallotContext& context_;
  std::vector<Claim> claims_;
  std::vector<Product> members_, products_;
};

/// The branches that say that a ciphertext encrypts one of min..max.
void append_range(std::vector<Branch>& out, std::span<const Proof> proofs, const OpenCiphertext& ciphertext,
                  std::uint32_t min) {
  for (const Proof& proof : proofs) out.push_back({&proof, &ciphertext, min++});
}

/// Makes the claims about one answer.
class AnswerCheck {
 public:
  /// `whose` begins each sentence about what is wrong.
  AnswerCheck(const Answer& answer, const Question& question, std::string whose, const std::string& prefix)
      : answer_(answer), question_(question), whose_(std::move(whose)), prefix_(prefix) {}

  /// What is wrong before anything is computed, or nothing.
  std::string run(Claims& claims) {
    if (!has_the_shape()) return whose_ + "its shape is not the question's";
    if (!open(claims)) return whose_ + not_of_the_group;
    for (std::size_t i = 0; i < choices_.size(); ++i) {
      std::vector<Branch> branches;
      append_range(branches, answer_.individual_proofs[i], choices_[i], 0);
      claims.one_holds(branches, "prove|" + prefix_ + "|" + written(answer_.choices[i]) + "|",
                       whose_ + "an individual proof does not hold");
    }
    std::string whole = prefix_;
    for (std::size_t i = 0; i < answer_.choices.size(); ++i)
      (whole += i == 0 ? '|' : ',') += written(answer_.choices[i]);
    if (question_.allows_blank())
      claim_with_blank(claims, whole);
    else
      claim_without(claims, whole);
    return {};
  }
  std::vector<OpenCiphertext> take() { return std::move(choices_); }

 private:
  static constexpr const char* not_of_the_group = "a ciphertext is not of the group";
  static constexpr const char* overall = "the overall proof does not hold";

  [[nodiscard]] bool has_the_shape() const {
    const bool blank = question_.allows_blank();
    const std::size_t range = question_.max - question_.min + std::size_t{1};
    return answer_.choices.size() == question_.values() && answer_.individual_proofs.size() == question_.values() &&
           answer_.overall_proof.size() == range + (blank ? 1 : 0) && answer_.blank_proof.has_value() == blank &&
           (!blank || answer_.blank_proof->size() == 2) &&
           std::ranges::all_of(answer_.individual_proofs, [](const auto& proofs) { return proofs.size() == 2; });
  }

  bool open(Claims& claims) {
    choices_.reserve(answer_.choices.size());  // the claims keep where they are
    for (const Ciphertext& c : answer_.choices) {
      const auto alpha = point_from_hex(c.alpha.text);
      const auto beta = point_from_hex(c.beta.text);
      if (!alpha || !beta) return false;
      choices_.push_back({*alpha, *beta});
      claims.in_subgroup(choices_.back().alpha, whose_ + not_of_the_group);
      claims.in_subgroup(choices_.back().beta, whose_ + not_of_the_group);
    }
    return true;
  }

  void add_up(std::size_t first) {
    for (std::size_t i = first; i < choices_.size(); ++i)
      sum_ = {sum_.alpha + choices_[i].alpha, sum_.beta + choices_[i].beta};
  }

  /// The vote is not blank or nothing else is chosen; it is blank or as many are chosen as may be.
  void claim_with_blank(Claims& claims, const std::string& whole) {
    add_up(1);
    const std::array about{Branch{&answer_.blank_proof->front(), choices_.data(), 0},
                           Branch{&answer_.blank_proof->back(), &sum_, 0}};
    claims.one_holds(about, "bproof0|" + whole + "|", whose_ + "the proof about a blank vote does not hold");
    std::vector<Branch> branches{{&answer_.overall_proof.front(), choices_.data(), 1}};
    append_range(branches, std::span{answer_.overall_proof}.subspan(1), sum_, question_.min);
    claims.one_holds(branches, "bproof1|" + whole + "|", whose_ + overall);
  }

  /// As many are chosen as may be.
  void claim_without(Claims& claims, const std::string& whole) {
    add_up(0);
    const std::array points{sum_.alpha, sum_.beta};
    const auto texts = to_hex(points);
    std::vector<Branch> branches;
    append_range(branches, answer_.overall_proof, sum_, question_.min);
    claims.one_holds(branches, "prove|" + whole + "|" + texts[0] + "," + texts[1] + "|", whose_ + overall);
  }

  const Answer& answer_;
  const Question& question_;
  std::string whose_;
  const std::string& prefix_;
  std::vector<OpenCiphertext> choices_;
  OpenCiphertext sum_;
};

/// What is wrong with the signature before anything is computed, or nothing. `credential` becomes its point, and
/// outlives the claims.
std::string claim_signature(Claims& claims, const Ballot& ballot, std::string_view text, Point& credential) {
  if (!ballot.signature) return "it is not signed";
  // The signature stands last, so what was signed is the text before it, closed.
  const std::string hash = fingerprint_of(std::string{text.substr(0, text.rfind(",\"signature\":"))} + "}");
  if (ballot.signature->hash != hash) return "its signature is of another ballot";
  const char* const not_of_the_group = "its credential is not of the group";
  const auto point = point_from_hex(ballot.credential.text);
  if (!point) return not_of_the_group;
  credential = *point;
  claims.in_subgroup(credential, not_of_the_group);
  claims.knows(ballot.signature->proof, "sig|" + hash + "|", credential, "its signature does not hold");
  return {};
}

}  // namespace

Scalar challenge_of(std::string_view prefix, std::span<const Point> points) {
  return challenge_of_texts(prefix, to_hex(points));
}

bool holds_for_key(const Proof& proof, std::string_view prefix, const PowerTable& key) {
  const Point commitment = product_of(Power{&generator_powers(), proof.response}, Power{&key, proof.challenge});
  return challenge_of(prefix, std::span{&commitment, 1}) == proof.challenge;
}

BallotVerdict verify_ballot(const Ballot& ballot, std::string_view text, const BallotContext& context) {
  const Election& election = *context.election;
  if (ballot.election_uuid != election.uuid || ballot.election_hash != context.fingerprint)
    return {{}, "it was made for another election"};
  if (ballot.answers.size() != election.questions.size()) return {{}, "it does not answer the election's questions"};
  Claims claims{context};
  Point credential;
  std::string wrong = claim_signature(claims, ballot, text, credential);
  const std::string prefix = context.fingerprint + "|" + ballot.credential.text;
  std::vector<AnswerCheck> checks;
  checks.reserve(ballot.answers.size());  // the claims keep where they are
  for (std::size_t i = 0; i < ballot.answers.size() && wrong.empty(); ++i)
    wrong =
        checks
            .emplace_back(ballot.answers[i], election.questions[i], "question " + std::to_string(i + 1) + ": ", prefix)
            .run(claims);
  if (auto earlier = claims.first_wrong(); !earlier.empty()) return {{}, std::move(earlier)};
  if (!wrong.empty()) return {{}, std::move(wrong)};
  BallotVerdict verdict;
  for (AnswerCheck& check : checks) verdict.answers.push_back(check.take());
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
