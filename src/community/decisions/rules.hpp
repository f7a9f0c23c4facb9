// What may be asked of motions: proposing, opening, voting, objecting, closing (clauses 5.4, 6.5, 7.2).
#pragma once

#include "community/act.hpp"

namespace ccop::community {

struct Community;

struct ProposeMotion {
  std::optional<SessionId> session;
  Purpose purpose;
  ContentHash text;
  std::vector<ContentHash> options;
  Method method;
  bool recorded;
  std::optional<OrganizationId> source;
};
BOOST_DESCRIBE_STRUCT(ProposeMotion, (), (session, purpose, text, options, method, recorded, source))

struct WithdrawMotion {
  MotionId motion;
};
BOOST_DESCRIBE_STRUCT(WithdrawMotion, (), (motion))

/// Puts the question. In a session: quorum must stand. By silence: `deadline` is given, in `time_zone`, which then was
/// `utc_offset_minutes` from UTC; working days are counted on that zone's calendar.
struct OpenMotion {
  static constexpr bool formal = true;
  MotionId motion;
  std::optional<Time> deadline;
  std::optional<std::string> time_zone;
  std::optional<std::int32_t> utc_offset_minutes;
};
BOOST_DESCRIBE_STRUCT(OpenMotion, (), (motion, deadline, time_zone, utc_offset_minutes))

struct CastVote {
  static constexpr bool formal = true;
  MotionId motion;
  std::uint32_t choice;
};
BOOST_DESCRIBE_STRUCT(CastVote, (), (motion, choice))

struct RequestRecordedVote {
  MotionId motion;
};
BOOST_DESCRIBE_STRUCT(RequestRecordedVote, (), (motion))

struct ObjectToMotion {
  static constexpr bool formal = true;
  MotionId motion;
  ContentHash reason;
};
BOOST_DESCRIBE_STRUCT(ObjectToMotion, (), (motion, reason))

struct PutMotionToVote {
  static constexpr bool formal = true;
  MotionId motion;
};
BOOST_DESCRIBE_STRUCT(PutMotionToVote, (), (motion))

struct CloseMotion {
  static constexpr bool formal = true;
  MotionId motion;
};
BOOST_DESCRIBE_STRUCT(CloseMotion, (), (motion))

[[nodiscard]] Ruling decide(const Community& now, const ProposeMotion& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const WithdrawMotion& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const OpenMotion& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const CastVote& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const RequestRecordedVote& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const ObjectToMotion& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const PutMotionToVote& asked, const Actor& actor);
[[nodiscard]] Ruling decide(const Community& now, const CloseMotion& asked, const Actor& actor);

/// The acts that end a motion now: its result, its number in the register, and what an adopted amendment sets off.
[[nodiscard]] std::vector<Act> closing_acts(const Community& now, MotionId id, Time at);
/// The same after a secret ballot, whose counts have the abstentions last.
[[nodiscard]] std::vector<Act> balloted_acts(const Community& now, MotionId id, std::vector<std::uint32_t> counts);

}  // namespace ccop::community
