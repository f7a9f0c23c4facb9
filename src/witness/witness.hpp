// A witness: cosigns what continues all that it cosigned before, and nothing else (C2SP tlog-witness). Whoever asks, a
// log that pushes or a pass that goes round, asks here.
#pragma once

#include "ledger/add_checkpoint.hpp"
#include "witness/state.hpp"

namespace ccop::witness {

/// An answer of `add-checkpoint`, as it goes over HTTP.
struct Answer {
  unsigned status{};
  std::string body;  ///< signature lines where it is 200; the size cosigned last where it is 409
  std::string_view content_type{"text/plain; charset=utf-8"};
  std::string cosigned_before{};  ///< where it is 409 or 422: the note that what was asked doesn't continue
};

class Witness {
 public:
  explicit Witness(std::filesystem::path file) : file_(std::move(file)) {}

  /// Answers the body of a request. What is cosigned is in the file before it is signed. Throws Trouble.
  [[nodiscard]] Answer add_checkpoint(std::string_view body) const;

  /// Follows one more log, or the same at another address. Throws Trouble where the key can't be read, or another log
  /// of that name is followed.
  void follow(const std::string& log_key, const std::string& address) const;

  /// Takes the changes of a followed log's key that its host tells. False where they don't go on from those that are
  /// known, or one is not signed by the key before, or hands over what another key had signed already: then nothing of
  /// it is taken.
  [[nodiscard]] bool learn(std::string_view origin, const std::vector<ledger::SignedKeyChange>& told) const;

  /// Keeps two notes that a log's key signed and that can't both be of one record, with the proof that came with the
  /// second. Gives the file; empty where there are too many already.
  [[nodiscard]] std::string keep_evidence(std::string_view cosigned, const ledger::AddCheckpoint& shown) const;

  [[nodiscard]] State state() const;

 private:
  std::filesystem::path file_;
};

}  // namespace ccop::witness
