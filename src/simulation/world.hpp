// The simulated world: its clock, its people with their passkeys, and the stories that happen to them.
#pragma once

#include "simulation/simulation.hpp"

namespace ccop::simulation {

class World {
 public:
  World(const SimulationOptions& options, std::unique_ptr<store::Store> store,
        std::shared_ptr<const store::MasterKey> master);

  void found();
  void live_a_year(unsigned year);
  /// Brings the community to `today`: a symposium ahead, an executive session under way with a vote open, a silence
  /// procedure running.
  void set_the_stage(Time today);
  /// Opens the door for one of each role, by links that replace the simulated passkeys.
  [[nodiscard]] std::vector<DemoEntry> entrances();
  [[nodiscard]] SimulationReport report();

 private:
  using Contents = std::vector<store::Content>;

  /// Somebody asks for something, signing where the rules want it; true when it happened.
  bool ask(community::PersonId person, community::Command command, Contents contents = {});
  bool submit(host::Submission submission);
  void pass(std::chrono::milliseconds time) { now_ += time; }

  [[nodiscard]] store::Content content(std::string text);
  [[nodiscard]] community::PersonId register_person(community::PersonId by);
  void enrol(community::PersonId person, const Hash& token_hash);
  void invite_and_enrol(community::PersonId person);
  [[nodiscard]] std::vector<std::uint32_t> all_responsibilities() const;

  void staff_seats();
  void change_some_representatives();
  void meet(community::MeetingKind kind, const std::string& title, Time starts);
  void hold_executive_session(community::SessionId session, const std::vector<community::PersonId>& people);
  void decide_motion(community::SessionId session, const std::string& title,
                     const std::vector<community::PersonId>& people, bool by_recorded_vote);
  void run_silence(const std::string& title);
  /// Begins a silence procedure; nothing where the rules refused it. With a source it is about a release.
  std::optional<community::MotionId> open_silence(const std::string& title, const std::string& text, Time deadline,
                                                  std::optional<community::OrganizationId> source = {});
  /// A silence procedure in which the group agrees to release one of the exchange's examples.
  void release_an_example(Time today);
  void admit_observer(unsigned year);
  /// An election called for the coming symposium: two stand, one is nominated.
  void call_candidacies(community::MeetingId symposium);
  [[nodiscard]] std::vector<community::PersonId> representatives() const;
  [[nodiscard]] community::PersonId chair() const;
  /// The id that the next motion proposed will have.
  [[nodiscard]] community::MotionId next_motion() const;

  SimulationOptions options_;
  Chance chance_;
  Time now_;
  std::string slug_;
  std::unique_ptr<host::LiveCommunity> live_;
  std::map<std::uint32_t, SoftwarePasskey> passkeys_;
  std::uint32_t named_{};
  community::PersonId secretary_{};
  SimulationReport report_;
};

}  // namespace ccop::simulation
