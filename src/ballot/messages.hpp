// The structures of a Belenios archive (specification 3.0, section 4), each with its members in the order in which they
// are serialized: the order matters, because serializations are hashed.
#pragma once

#include "ballot/scalar.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ccop::ballot {

/// A group element as it is written; decoded where it is computed with.
struct Element {
  std::string text;
  friend bool operator==(const Element&, const Element&) = default;
};

struct Proof {
  Scalar challenge;
  Scalar response;
};
BOOST_DESCRIBE_STRUCT(Proof, (), (challenge, response))

struct Ciphertext {
  Element alpha;
  Element beta;
};
BOOST_DESCRIBE_STRUCT(Ciphertext, (), (alpha, beta))

/// Section 4.4.
struct Event {
  std::optional<std::string> parent;
  std::uint32_t height{};
  std::string type;
  std::optional<std::string> payload;
};
BOOST_DESCRIBE_STRUCT(Event, (), (parent, height, type, payload))

/// Section 4.5.
struct TrusteeKey {
  Proof pok;
  Element public_key;
  std::optional<Proof> signature;
};
BOOST_DESCRIBE_STRUCT(TrusteeKey, (), (pok, public_key, signature))

/// Section 4.6.
struct SignedMessage {
  std::string message;
  Proof signature;
};
BOOST_DESCRIBE_STRUCT(SignedMessage, (), (message, signature))

struct CertificateContext {
  std::string group;
  std::uint32_t size{};
  std::uint32_t threshold{};
  std::uint32_t index{};
};
BOOST_DESCRIBE_STRUCT(CertificateContext, (), (group, size, threshold, index))

struct CertificateKeys {
  CertificateContext context;
  Element verification;
  Element encryption;
};
BOOST_DESCRIBE_STRUCT(CertificateKeys, (), (context, verification, encryption))

struct RawCoefficients {
  std::vector<Element> coefexps;
};
BOOST_DESCRIBE_STRUCT(RawCoefficients, (), (coefexps))

struct SignedCertificates {
  std::vector<SignedMessage> certs;
  std::vector<Element> coefexps;
};
BOOST_DESCRIBE_STRUCT(SignedCertificates, (), (certs, coefexps))

struct ThresholdParameters {
  std::uint32_t threshold{};
  std::vector<SignedMessage> certs;
  std::vector<SignedMessage> coefexps;
  std::vector<Proof> signatures;
  std::vector<TrusteeKey> verification_keys;
};
BOOST_DESCRIBE_STRUCT(ThresholdParameters, (), (threshold, certs, coefexps, signatures, verification_keys))

/// What trustees tell one another while they make their keys, through whoever passes it on (section 4.6).
struct EncryptedMessage {
  Element alpha;
  Element beta;
  std::string data;
};
BOOST_DESCRIBE_STRUCT(EncryptedMessage, (), (alpha, beta, data))

struct ChannelMessage {
  Element recipient;
  std::string message;
};
BOOST_DESCRIBE_STRUCT(ChannelMessage, (), (recipient, message))

struct RawPolynomial {
  std::vector<Scalar> polynomial;
};
BOOST_DESCRIBE_STRUCT(RawPolynomial, (), (polynomial))

struct Share {
  Scalar secret;
};
BOOST_DESCRIBE_STRUCT(Share, (), (secret))

struct DecryptionKey {
  Scalar decryption_key;
};
BOOST_DESCRIBE_STRUCT(DecryptionKey, (), (decryption_key))

struct Polynomial {
  std::string polynomial;
  std::vector<std::string> secrets;
  SignedMessage coefexps;
  Proof signature;
};
BOOST_DESCRIBE_STRUCT(Polynomial, (), (polynomial, secrets, coefexps, signature))

struct VerificationInput {
  std::string polynomial;
  std::vector<std::string> secrets;
  std::vector<SignedMessage> coefexps;
  std::vector<Proof> signatures;
};
BOOST_DESCRIBE_STRUCT(VerificationInput, (), (polynomial, secrets, coefexps, signatures))

struct VerificationOutput {
  std::string private_key;
  TrusteeKey public_key;
};
BOOST_DESCRIBE_STRUCT(VerificationOutput, (), (private_key, public_key))

/// Section 4.9: a homomorphic question.
struct Question {
  std::vector<std::string> answers;
  std::optional<bool> blank;
  std::uint32_t min{};
  std::uint32_t max{};
  std::string question;

  [[nodiscard]] bool allows_blank() const { return blank.value_or(false); }
  /// How many values are encrypted: one for each answer, and one before them that says whether the vote is blank.
  [[nodiscard]] std::size_t values() const { return answers.size() + (allows_blank() ? 1 : 0); }
};
BOOST_DESCRIBE_STRUCT(Question, (), (answers, blank, min, max, question))

/// Section 4.10.
struct Election {
  std::uint32_t version{};
  std::string description;
  std::string name;
  std::string group;
  Element public_key;
  std::vector<Question> questions;
  std::string uuid;
  std::optional<std::string> administrator;
  std::optional<std::string> credential_authority;
};
BOOST_DESCRIBE_STRUCT(Election, (),
                      (version, description, name, group, public_key, questions, uuid, administrator,
                       credential_authority))

struct SetupData {
  std::string election;
  std::string trustees;
  std::string credentials;
};
BOOST_DESCRIBE_STRUCT(SetupData, (), (election, trustees, credentials))

/// Section 4.11.
struct Answer {
  std::vector<Ciphertext> choices;
  std::vector<std::vector<Proof>> individual_proofs;
  std::vector<Proof> overall_proof;
  std::optional<std::vector<Proof>> blank_proof;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (choices, individual_proofs, overall_proof, blank_proof))

/// Section 4.16.
struct BallotSignature {
  std::string hash;
  Proof proof;
};
BOOST_DESCRIBE_STRUCT(BallotSignature, (), (hash, proof))

/// Section 4.17. Without its signature it is what the signature's hash is taken of.
struct Ballot {
  std::string election_uuid;
  std::string election_hash;
  Element credential;
  std::vector<Answer> answers;
  std::optional<BallotSignature> signature;
};
BOOST_DESCRIBE_STRUCT(Ballot, (), (election_uuid, election_hash, credential, answers, signature))

/// Section 4.18.
struct SizedTally {
  std::uint64_t num_tallied{};
  std::uint64_t total_weight{};
  std::string encrypted_tally;
};
BOOST_DESCRIBE_STRUCT(SizedTally, (), (num_tallied, total_weight, encrypted_tally))
using EncryptedTally = std::vector<std::vector<Ciphertext>>;

/// Sections 4.19 and 4.20: whose a shuffle or a partial decryption is.
struct Owned {
  std::uint32_t owner{};
  std::string payload;
};
BOOST_DESCRIBE_STRUCT(Owned, (), (owner, payload))

struct PartialDecryption {
  std::vector<std::vector<Element>> decryption_factors;
  std::vector<std::vector<Proof>> decryption_proofs;
};
BOOST_DESCRIBE_STRUCT(PartialDecryption, (), (decryption_factors, decryption_proofs))

/// Section 4.21.
struct Result {
  std::vector<std::vector<std::uint64_t>> result;  ///< of each question

  /// Of all questions in their order.
  [[nodiscard]] std::vector<std::uint64_t> together() const {
    std::vector<std::uint64_t> all;
    for (const auto& counts : result) all.insert(all.end(), counts.begin(), counts.end());
    return all;
  }
};
BOOST_DESCRIBE_STRUCT(Result, (), (result))

}  // namespace ccop::ballot
