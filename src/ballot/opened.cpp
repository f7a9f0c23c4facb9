#include "ballot/opened.hpp"

#include "ballot/certificates.hpp"
#include "ballot/json.hpp"
#include "ballot/proofs.hpp"

namespace ccop::ballot {
namespace {

bool encrypts(const Ciphertext& c, std::uint32_t value, const Scalar& random, const PowerTable& y) {
  const PowerTable& g = generator_powers();
  return c.alpha.text == to_hex(product_of(Power{&g, random})) &&
         c.beta.text == to_hex(product_of(Power{&y, random}, Power{&g, scalar_of(value)}));
}

}  // namespace

OpenedReport check_opened(const OpenedBallot& opened) {
  OpenedReport report{from_json<Election>(opened.election), fingerprint_of(opened.election),
                      fingerprint_of(opened.ballot)};
  const PowerTable y{group_element(report.election.public_key), PowerTable::narrow};
  const auto ballot = from_canonical_json<Ballot>(opened.ballot);
  const auto verdict = verify_ballot(ballot, opened.ballot, {&report.election, report.fingerprint, &y});
  if (!verdict.wrong.empty()) throw BadInput{"ballot", "one that holds: " + verdict.wrong};
  if (opened.choices.size() != ballot.answers.size() || opened.randomness.size() != ballot.answers.size())
    throw BadInput{"choices", "an answer to each question"};
  for (std::size_t i = 0; i < ballot.answers.size(); ++i) {
    const auto& ciphertexts = ballot.answers[i].choices;
    if (opened.choices[i].size() != ciphertexts.size() || opened.randomness[i].size() != ciphertexts.size())
      throw BadInput{"choices", "a value for each answer"};
    for (std::size_t j = 0; j < ciphertexts.size(); ++j)
      if (!encrypts(ciphertexts[j], opened.choices[i][j], opened.randomness[i][j], y))
        throw BadInput{"ballot", "one that says what was chosen in question " + std::to_string(i + 1)};
  }
  return report;
}

}  // namespace ccop::ballot
