// Motions as pages show them.
#pragma once

#include "community/amendments/state.hpp"
#include "community/decisions/state.hpp"
#include "server/decisions/delivery_views.hpp"
#include "server/decisions/standing_views.hpp"

namespace ccop::server {

/// A content: what a motion says.
struct MotionContent {
  std::optional<std::string> title;
  std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(MotionContent, (), (title, text))

struct VoteView {
  std::string organization;
  std::uint32_t choice{};
};
BOOST_DESCRIBE_STRUCT(VoteView, (), (organization, choice))

/// Of the reader's organization: when it was cast or changed last, and where that is.
struct OwnVoteView {
  std::uint32_t choice{};
  Time at{};
  std::string time_zone;  ///< the meeting's
};
BOOST_DESCRIBE_STRUCT(OwnVoteView, (), (choice, at, time_zone))

struct AmendmentView {
  std::string charter;
  Time in_force_from{};
  OrNull<Time> in_force_since;
};
BOOST_DESCRIBE_STRUCT(AmendmentView, (), (charter, in_force_from, in_force_since))

struct MotionView {
  community::MotionId id{};
  OrNull<community::SessionId> session;
  OrNull<community::MeetingId> meeting;
  community::Purpose purpose{};
  community::Method method{};
  bool recorded{};
  community::MotionState state{};
  Fields<MotionContent> content;
  std::vector<Words> options;
  ShownView wording;
  PersonView mover;
  OrNull<OrganizationView> source;
  Time proposed_at{};
  OrNull<Time> opened_at;
  OrNull<Time> deadline;
  OrNull<std::string> time_zone;
  OrNull<Time> closed_at;
  OrNull<community::Outcome> outcome;
  std::vector<std::uint32_t> counts;
  OrNull<std::uint32_t> winner;
  std::uint64_t votes_cast{};
  std::uint64_t objections{};
  std::vector<ObjectionView> objected;    ///< whose they are, and why; to those whom it concerns
  std::optional<RunningVoteView> voting;  ///< while it is voted on in a session
  OrNull<SilenceDeliveryView> delivery;   ///< of a silence procedure, since rules of version 3
  OrNull<OwnVoteView> my_vote;
  std::vector<VoteView> votes;
  OrNull<std::uint32_t> decision;  ///< its number in the register
  OrNull<AmendmentView> amendment;
  OrNull<community::ElectionId> ballot;  ///< the election by which it is decided secretly
  May may;
};
BOOST_DESCRIBE_STRUCT(MotionView, (),
                      (id, session, meeting, purpose, method, recorded, state, content, options, wording, mover, source,
                       proposed_at, opened_at, deadline, time_zone, closed_at, outcome, counts, winner, votes_cast,
                       objections, objected, voting, delivery, my_vote, votes, decision, amendment, ballot, may))

[[nodiscard]] MotionView motion_view(const Reading& here, community::MotionId id);

/// What belongs to each motion, and the motions of each session.
class MotionIndex {
 public:
  explicit MotionIndex(const community::Community& state);
  [[nodiscard]] const std::vector<community::MotionId>& of(community::SessionId session) const;
  [[nodiscard]] std::optional<std::uint32_t> decision_on(community::MotionId motion) const;
  [[nodiscard]] const community::Amendment* amendment_of(community::MotionId motion) const;
  [[nodiscard]] std::optional<community::ElectionId> ballot_on(community::MotionId motion) const;

 private:
  std::map<community::SessionId, std::vector<community::MotionId>> by_session_;
  std::map<community::MotionId, std::uint32_t> decisions_;
  std::map<community::MotionId, const community::Amendment*> amendments_;
  std::map<community::MotionId, community::ElectionId> ballots_;
};

}  // namespace ccop::server
