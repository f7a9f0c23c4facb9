// Brings many objects into the exchange: from files of any size, examined one by one and written many together, with
// bounded memory.
#pragma once

#include "exchange/exchange.hpp"
#include "exchange/stix/bundle_reader.hpp"
#include "exchange/stix/examine.hpp"

namespace ccop::exchange {

struct IntakeOptions {
  Level least{Level::amber};  ///< of what carries no marking
  bool custom{true};
  bool write{true};  ///< else everything is only examined
};

struct IntakeReport {
  std::uint64_t objects{};
  std::uint64_t fresh{};
  std::uint64_t known{};
  std::uint64_t refused{};
  std::uint64_t remarks{};
  std::vector<std::string> mistakes;  ///< the first of them, each with its place
};

class Intake {
 public:
  Intake(Exchange& exchange, const Party& party, const Identities& identities, IntakeOptions options);
  ~Intake();
  Intake(const Intake&) = delete;
  Intake& operator=(const Intake&) = delete;
  Intake(Intake&&) = delete;
  Intake& operator=(Intake&&) = delete;

  /// Takes one object; `place` says where it stood. Waits while too much is not yet written.
  void take(std::string_view json, const std::string& place) { take(json, place, false); }
  /// The same for one that was made of a value: it says when it was made, and is the same object whenever that was.
  void take_made(std::string_view json, const std::string& place) { take(json, place, true); }
  /// Counts something that could not even be made an object.
  void refuse(const std::string& sentence);
  /// Waits until all is durable. Throws StoreError when the store failed.
  [[nodiscard]] IntakeReport finish();
  [[nodiscard]] const IntakeReport& so_far() const { return report_; }

 private:
  void take(std::string_view json, const std::string& place, bool only_if_absent);
  void flush();
  void wait_for(std::size_t most_in_flight);

  Exchange& exchange_;
  Party party_;
  const Identities& identities_;
  IntakeOptions options_;
  Examiner examiner_;
  std::vector<store::NewObject> batch_;
  std::size_t batch_objects_;  ///< as many go to the writer together
  std::size_t batch_bytes_{};
  IntakeReport report_;

  std::mutex mutex_;
  std::condition_variable written_;
  std::size_t in_flight_{};
  std::string trouble_;
};

}  // namespace ccop::exchange
