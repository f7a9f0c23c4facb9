// Brings many objects into the exchange: from files of any size, examined one by one and written many together, with
// bounded memory.
#pragma once

#include "exchange/definitions.hpp"
#include "exchange/exchange.hpp"
#include "exchange/left_out.hpp"
#include "exchange/stix/bundle_reader.hpp"
#include "exchange/stix/examine.hpp"

namespace ccop::exchange {

struct IntakeOptions {
  Level least{Level::amber};  ///< of what carries no marking
  bool custom{true};
  bool write{true};  ///< else everything is only examined
  /// Whoever brings it said that the level is meant for what MISP would give to few, too; else that is asked.
  bool narrow_too{};
};

/// Something that a file brought, to go on from.
struct Brought {
  std::string id;
  std::string type;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(Brought, (), (id, type, title))

struct IntakeReport {
  std::uint64_t objects{};
  std::uint64_t fresh{};
  std::uint64_t known{};
  std::uint64_t refused{};
  std::uint64_t remarks{};
  std::vector<std::string> mistakes;  ///< the first of them, each with its place
  std::vector<Brought> brought;       ///< the first of what it holds: what tells a story before what stands in one
  /// What MISP would give to few, the first of it: nothing of such a file is taken until its marking is said.
  std::vector<std::string> narrow;
  Leftovers left_out;       ///< what could not be said here, or was put right
  std::string edit_secret;  ///< of what was shared as the community, where it is new
  bool is_anonymous{};      ///< something was shared as the community
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
  /// Whether a level was said for what MISP would give to few.
  [[nodiscard]] bool takes_narrow() const { return options_.narrow_too; }
  /// Whether types and properties that STIX doesn't define are taken.
  [[nodiscard]] bool takes_custom() const { return options_.custom; }
  /// Whether a version of this is here that its bringer may bring another of.
  [[nodiscard]] bool has(const std::string& id) const;
  /// Revokes what is here under this id, is its bringer's, and was made before `at`.
  void take_back(const std::string& id, Microseconds at, const std::string& place);
  void leave_out(const Leftovers& more) { report_.left_out.add(more); }
  void leave_out(std::string_view reason, std::string_view what, std::string_view name) {
    report_.left_out.add(reason, what, name);
  }
  /// Notes what is to be asked before it is taken.
  void ask(const std::vector<std::string>& narrow);
  /// The markings that objects wait for whose definitions did not come yet.
  [[nodiscard]] std::vector<std::string> awaited() const;
  /// Waits until all is durable. Throws StoreError when the store failed.
  [[nodiscard]] IntakeReport finish();
  [[nodiscard]] IntakeReport so_far() const;

 private:
  /// An object that waits for a definition of its marking, which may stand behind it.
  struct Held {
    StixObject object;
    std::string place;
    bool only_if_absent{};
    std::string awaits;
  };
  void take(std::string_view json, const std::string& place, bool only_if_absent);
  void take(StixObject&& object, const std::string& place, bool only_if_absent);
  void take_held();
  [[nodiscard]] std::optional<store::ObjectRow> latest_of_own(const std::string& id) const;
  void show(const store::NewObject& object);
  /// What became of a batch; the writer says so.
  void count(const std::vector<store::ObjectName>& names, const std::vector<store::Addition>& additions);
  void flush();
  void wait_for(std::size_t most_in_flight);

  Exchange& exchange_;
  Party party_;
  const Identities& identities_;
  IntakeOptions options_;
  Examiner examiner_;
  Definitions definitions_{
      [this](const std::string& id) { return definitions_in_sight(exchange_.store(), party_, id); }};
  std::vector<Held> held_;
  std::size_t held_bytes_{};
  std::vector<store::NewObject> batch_;
  std::size_t batch_objects_;  ///< as many go to the writer together
  std::size_t batch_bytes_{};
  IntakeReport report_;
  std::size_t stories_shown_{};  ///< of `report_.brought`, which begins with them

  mutable std::mutex mutex_;  ///< of what follows, which is the writer's, too
  std::condition_variable written_;
  std::size_t in_flight_{};
  std::uint64_t fresh_{};
  std::uint64_t known_{};
  std::uint64_t not_taken_{};
  Leftovers why_not_taken_;
  std::string trouble_;
};

}  // namespace ccop::exchange
