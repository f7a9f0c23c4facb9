// Brings each new head to the witnesses that listen for it (C2SP tlog-witness), in a thread of its own, so that no act
// waits for them; and the newest one again, where a deadline waits for the time that they show. What comes back is kept
// with the cosigned notes.
#pragma once

#include "exchange/fetch.hpp"
#include "host/cosigned.hpp"

#include <map>

namespace ccop::server {

class Pushes {
 public:
  /// `addresses`: by the name that the charter has for a witness, where it takes `add-checkpoint`.
  Pushes(host::LiveCommunity& live, host::CosignedNotes& cosigned, exchange::Fetch fetch,
         std::map<std::string, std::string> addresses);
  ~Pushes();
  Pushes(const Pushes&) = delete;
  Pushes& operator=(const Pushes&) = delete;
  Pushes(Pushes&&) = delete;
  Pushes& operator=(Pushes&&) = delete;

  /// There is a new head.
  void hurry();
  void stop();

 private:
  struct Target {
    std::string name;
    std::string address;
    std::uint64_t size{};  ///< what it said that it has cosigned
  };

  void run();
  /// Says once that a deadline waits, and once that it no longer does.
  void tell_of_deadline(bool waits);
  /// Those of the addresses whose witnesses the charter names now.
  [[nodiscard]] std::vector<Target> targets() const;
  /// Asks once, and a second time where the witness has seen another size than we thought.
  void push_to(Target& target);
  [[nodiscard]] exchange::Fetched send(const Target& target, const std::string& note);
  /// A witness has cosigned more than there is here.
  void notice_loss(const Target& target, std::uint64_t seen);

  host::LiveCommunity& live_;
  host::CosignedNotes& cosigned_;
  exchange::Fetch fetch_;
  std::map<std::string, std::string> addresses_;
  std::map<std::string, std::uint64_t> sizes_;  ///< by witness, as far as they are known
  std::mutex mutex_;
  std::condition_variable changed_;
  bool hurried_{};
  bool told_of_deadline_{};
  bool stopping_{};
  std::thread thread_;
};

}  // namespace ccop::server
