// A seat's keybox, and the secrets that follow from it (docs/elections.md, "The seat's keybox"): for a voter who makes
// the ballot with this program instead of with the host's page.
#pragma once

#include "ballot/key_file.hpp"
#include "ballot/secret.hpp"

namespace ccop::ballot {

/// Of which seat's keys, and for which year.
struct SeatYear {
  std::string log;               ///< the log's first key
  std::uint32_t organization{};  ///< its number in the record
  std::uint32_t year{};
};

class Keybox {
 public:
  /// Throws BadInput unless these are 32 bytes.
  explicit Keybox(SecretText bytes);
  /// Of a file that a page saved. Throws BadInput for any other, and for another passphrase.
  [[nodiscard]] static Keybox in_file(std::string_view file, std::string_view passphrase);

  /// The secret of the seat's voting key of that year: HKDF (RFC 5869) with SHA-512, 64 bytes, the first the lowest,
  /// modulo q.
  [[nodiscard]] SecretScalar voting_secret(const SeatYear& seat) const;

 private:
  SecretText box_;
};

/// What a voter needs to make a ballot elsewhere; the page hands it out as a file. Nothing in it is secret, and none of
/// it is believed where there is a record to hold it against.
struct BallotPaper {
  std::string format;
  std::string log;
  std::uint32_t organization{};
  std::uint32_t year{};
  std::string key;          ///< the seat's voting key of that year
  std::string election;     ///< its uuid
  std::string fingerprint;  ///< of the setup
  std::string setup;        ///< the election's JSON, byte for byte as it was opened
};
BOOST_DESCRIBE_STRUCT(BallotPaper, (), (format, log, organization, year, key, election, fingerprint, setup))
inline constexpr std::string_view ballot_paper_format = "ccop-ballot-paper-v1";

/// Throws BadInput where the paper is none, or its setup is another election's or has another fingerprint.
[[nodiscard]] BallotPaper read_ballot_paper(std::string_view file);

/// The secret of the seat's credential in the paper's election. Throws BadInput where the seat's key is not the box's.
[[nodiscard]] SecretScalar credential_secret(const Keybox& box, const BallotPaper& paper);

}  // namespace ccop::ballot
