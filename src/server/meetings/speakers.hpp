// Who asks to speak in each session, in their order, and who has the floor. Who said what must not be attributable
// (clause 5.5), so it lives in this memory alone: no record, no disk, no log has it, and it ends with the session.
#pragma once

#include "community/kernel/ruling.hpp"
#include "community/meetings/state.hpp"

#include <map>
#include <mutex>

namespace ccop::server {

/// Somebody who asks, and since when they are in the room: whoever leaves it and comes back asks anew.
struct Speaker {
  community::PersonId person{};
  Time came{};
};

struct SpeakersList {
  std::vector<Speaker> waiting;
  std::optional<Speaker> speaking;
  bool closed{};  ///< nobody more may ask

  /// Counted from 0; nothing of somebody who does not wait.
  [[nodiscard]] std::optional<std::size_t> place_of(community::PersonId person) const;
};

/// May be used by several threads. What keeps somebody from a change is answered; whether they are in the room, and
/// preside, the rules say (community/meetings/floor.hpp).
class Speakers {
 public:
  static constexpr std::size_t most = 200;
  using Objection = std::optional<community::Refusal>;

  [[nodiscard]] SpeakersList of(community::SessionId session) const;
  /// Once for each person; also while they have the floor.
  [[nodiscard]] Objection ask(community::SessionId session, const Speaker& speaker);
  [[nodiscard]] Objection withdraw(community::SessionId session, community::PersonId person);
  /// To this person, or to whoever is next.
  [[nodiscard]] Objection give(community::SessionId session, std::optional<community::PersonId> person);
  /// Nobody has the floor any more.
  void end_speech(community::SessionId session);
  /// To that place, counted from 0; the last one where there are fewer.
  [[nodiscard]] Objection move(community::SessionId session, community::PersonId person, std::size_t place);
  void close(community::SessionId session, bool is_closed);
  /// Forgets sessions that are over, and who is in the room no more.
  void forget_who_left(const community::Meetings& meetings);

 private:
  mutable std::mutex mutex_;
  std::map<community::SessionId, SpeakersList> lists_;
};

}  // namespace ccop::server
