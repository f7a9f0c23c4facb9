// The simulated world: its clock, its chance, its people with their passkeys, and how they ask for something. What
// happens in it is told by the stories of the chapters (story.hpp), of which it knows none.
#pragma once

#include "simulation/ballot_secrets.hpp"
#include "simulation/simulation.hpp"
#include "simulation/software_session.hpp"

#include <algorithm>

namespace ccop::simulation {

class World {
 public:
  using Contents = std::vector<store::Content>;

  World(const SimulationOptions& options, std::unique_ptr<store::Store> store,
        std::shared_ptr<const store::MasterKey> master);

  [[nodiscard]] Time now() const { return now_; }
  void pass(std::chrono::milliseconds time) { now_ += time; }
  /// Waits until `then`, unless it is past.
  void wait_until(Time then) { now_ = std::max(now_, then); }

  [[nodiscard]] Chance& chance() { return chance_; }
  /// What nobody can guess.
  [[nodiscard]] Hash secret();
  /// The secret of a one-time link.
  [[nodiscard]] std::string link_secret() { return to_base64url(secret()); }
  [[nodiscard]] store::Content content(std::string text);

  /// Calls `look` with the state of the community.
  template <class Look>
  [[nodiscard]] auto read(const Look& look) const {
    return live_->read(look);
  }
  [[nodiscard]] const std::string& charter_text() const { return options_.charter; }
  [[nodiscard]] std::string log_key() const { return live_->log_key(); }
  /// Of a content; nothing where there is none.
  [[nodiscard]] std::optional<std::string> text(const ContentHash& hash) const { return live_->text(hash); }
  /// How many seats answer a round at most.
  [[nodiscard]] std::size_t answering() const { return options_.answering; }
  [[nodiscard]] const std::vector<std::string>& question_sets() const { return options_.question_sets; }
  [[nodiscard]] minutes opens_in() const { return options_.opens_in; }
  [[nodiscard]] bool leaves_totals() const { return options_.leaves_totals; }

  /// What became due meanwhile is written down: time alone brings nothing about here.
  void settle();
  /// Somebody asks for something, signing with the passkey where the rules want it and else with a session key; true
  /// when it happened.
  bool ask(community::PersonId person, community::Command command, Contents contents = {});
  bool ask_as_host(community::Command command, Contents contents = {});
  /// A mail server took the motion's text for this person.
  bool ask_as_mailer(community::MotionId motion, community::PersonId person, std::string_view answer);
  /// Whoever holds the person's one-time link asks.
  bool ask_by_link(community::PersonId person, std::string_view link_secret, community::Command command,
                   Contents contents = {});

  /// Counts the people who are made up; the first is 0.
  [[nodiscard]] std::uint32_t number_of_the_next_person() { return numbered_++; }
  [[nodiscard]] SoftwarePasskey make_passkey();
  /// From now on the person signs with it.
  void give(community::PersonId person, const SoftwarePasskey& passkey) {
    devices_.insert_or_assign(person.value, Device{passkey, {}});
  }

  /// What people's devices keep of secret ballots.
  [[nodiscard]] BallotSecrets& ballot_secrets() { return ballot_secrets_; }

  /// What became of it; the world ends.
  [[nodiscard]] SimulationReport report();

 private:
  struct Device {
    SoftwarePasskey passkey;
    std::optional<SoftwareSession> session;
  };
  void sign_in_session(host::Submission& submission, Device& device);
  bool submit(host::Submission submission);

  SimulationOptions options_;
  Chance chance_;
  Time now_;
  std::string slug_;
  std::unique_ptr<host::LiveCommunity> live_;
  std::map<std::uint32_t, Device> devices_;  ///< by person
  BallotSecrets ballot_secrets_;
  std::uint32_t numbered_{};
  SimulationReport report_;
};

}  // namespace ccop::simulation
