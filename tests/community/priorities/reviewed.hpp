// A community whose executive session reviews priorities.
#pragma once

#include "community/scenario.hpp"

namespace ccop::community::testing {

/// Four Members in a live executive session, the first of whom presides; and a fifth who is not there.
struct WithReview : Scenario {
  WithReview() : Scenario(CharterText{quorate_with_few()}) {
    seats = members(4);
    session = executive_session(seats);
  }
  /// The CCOP's charter, but that four of its Members are a quorum.
  [[nodiscard]] static std::string quorate_with_few() {
    std::string text = charter_text("charter/ccop.toml");
    constexpr std::string_view quorum = "quorum_exceeds = \"1/2\"";
    return text.replace(text.find(quorum), quorum.size(), "quorum_exceeds = \"1/16\"");
  }
  PriorityId proposed(Time ends) {
    const PriorityId id = priorities(now).all.next();
    ask(seats[1], ProposePriority{words("priority"), {}, ends});
    return id;
  }
  MotionId put_to_review(PriorityId id) {
    const MotionId motion = decisions(now).motions.next();
    ask(seats[1], ReviewPriority{id, session, Method::vote, false});
    return motion;
  }
  /// Of the four Members present.
  void decide_on(MotionId motion, unsigned in_favour) {
    ask(seats[0], OpenMotion{motion, {}, {}, {}});
    for (unsigned i = 0; i < seats.size(); ++i) ask(seats[i], CastVote{motion, i < in_favour ? 0u : 1u});
    ask(seats[0], CloseMotion{motion});
  }
  PriorityId in_effect(Time ends) {
    const PriorityId id = proposed(ends);
    decide_on(put_to_review(id), 4);
    return id;
  }
  [[nodiscard]] PriorityState state_of(PriorityId id) const { return priorities(now).all[id].state; }
  /// A resolution that the session adopts.
  DecisionId adopted_decision() {
    const DecisionId next = decisions(now).registered.next();
    decide_on(motion(seats[1], session, Method::vote), 4);
    return next;
  }

  std::vector<PersonId> seats;
  SessionId session{};
};

}  // namespace ccop::community::testing
