// A ballot whose encryptions have the random exponents that its voter chose, as any voter's own program may. All of its
// proofs hold: they are made as the specification says (Belenios 3.0, sections 4.11 to 4.13, 4.16), in plain code of
// the tests' own.
#pragma once

#include "ballot/certificates.hpp"
#include "ballot/json.hpp"
#include "ballot/proofs.hpp"
#include "ballot/secret.hpp"

namespace ccop::ballot {

/// For one question that allows a blank vote and takes one answer.
class ChosenBallot {
 public:
  ChosenBallot(Election election, std::string fingerprint, std::vector<Scalar> randoms, std::size_t choice)
      : election_(std::move(election)),
        fingerprint_(std::move(fingerprint)),
        y_(encoded(election_.public_key)),
        randoms_(std::move(randoms)),
        choice_(choice) {}

  [[nodiscard]] std::string signed_by(const SecretScalar& secret) {
    Ballot ballot;
    ballot.election_uuid = election_.uuid;
    ballot.election_hash = fingerprint_;
    ballot.credential = written(power_of_generator(secret.value()));
    ballot.answers.push_back(answer(fingerprint_ + "|" + ballot.credential.text));
    BallotSignature signature;
    signature.hash = fingerprint_of(to_json(ballot));
    const SecretScalar w;
    signature.proof.challenge = challenge_of("sig|" + signature.hash + "|", {power_of_generator(w.value())});
    signature.proof.response = SecretScalar::response(w, secret, signature.proof.challenge);
    ballot.signature = signature;
    return to_json(ballot);
  }

 private:
  struct Encrypted {
    Encoded alpha{1}, beta{1};
    Scalar random;
  };
  struct Says {
    Encrypted what;
    std::uint64_t value{};
  };

  [[nodiscard]] Encrypted encryption(std::size_t i) const {
    const Scalar& r = randoms_[i];
    return {power_of_generator(r), product(power(y_, r), power_of_generator(scalar_of(i == choice_ ? 1 : 0))), r};
  }
  [[nodiscard]] static std::string text_of(const Encrypted& c) {
    return written(c.alpha).text + "," + written(c.beta).text;
  }

  /// That one of the statements holds, which is number `truth`.
  [[nodiscard]] std::vector<Proof> prove(const std::vector<Says>& statements, std::size_t truth,
                                         const std::string& prefix) const {
    std::vector<Proof> proofs;
    std::vector<Encoded> commitments;
    const SecretScalar w;
    Scalar others;
    for (std::size_t i = 0; i < statements.size(); ++i) {
      const auto& [what, value] = statements[i];
      Proof& proof = proofs.emplace_back();
      if (i == truth) {
        commitments.push_back(power_of_generator(w.value()));
        commitments.push_back(power(y_, w.value()));
        continue;
      }
      proof = {SecretScalar{}.value(), SecretScalar{}.value()};
      const Encoded rest = quotient(what.beta, power_of_generator(scalar_of(value)));
      commitments.push_back(product(power_of_generator(proof.response), power(what.alpha, proof.challenge)));
      commitments.push_back(product(power(y_, proof.response), power(rest, proof.challenge)));
      others = others + proof.challenge;
    }
    proofs[truth].challenge = challenge_of(prefix, commitments) - others;
    proofs[truth].response = w.value() - statements[truth].what.random * proofs[truth].challenge;
    return proofs;
  }

  [[nodiscard]] Answer answer(const std::string& prefix) const {
    Answer out;
    std::string whole = prefix;
    Encrypted sum;
    for (std::size_t i = 0; i < randoms_.size(); ++i) {
      const Encrypted c = encryption(i);
      out.choices.push_back({written(c.alpha), written(c.beta)});
      out.individual_proofs.push_back(
          prove({{c, 0}, {c, 1}}, i == choice_ ? 1 : 0, "prove|" + prefix + "|" + text_of(c) + "|"));
      (whole += i == 0 ? '|' : ',') += text_of(c);
      if (i > 0) sum = {product(sum.alpha, c.alpha), product(sum.beta, c.beta), sum.random + c.random};
    }
    const Encrypted blank = encryption(0);  // which is not chosen
    out.blank_proof = prove({{blank, 0}, {sum, 0}}, 0, "bproof0|" + whole + "|");
    out.overall_proof = prove({{blank, 1}, {sum, 1}}, 1, "bproof1|" + whole + "|");
    return out;
  }

  Election election_;
  std::string fingerprint_;
  Encoded y_;
  std::vector<Scalar> randoms_;
  std::size_t choice_;
};

}  // namespace ccop::ballot
