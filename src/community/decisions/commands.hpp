// What may be asked of motions: proposing, opening, voting, objecting, closing (clauses 5.4, 6.5, 7.2).
#pragma once

#include "community/decisions/state.hpp"
#include "community/kernel/command.hpp"
#include "community/kernel/motion_text.hpp"
#include "community/kernel/wording.hpp"

namespace ccop::community {

struct Community;

struct ProposeMotion {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    std::optional<SessionId> session;
  };
  std::optional<SessionId> session;
  Purpose purpose;
  BroughtAs<MotionText> text;
  std::vector<Brought<Content>> options;
  Method method;
  bool recorded;
  std::optional<OrganizationId> source;

  [[nodiscard]] About about() const { return {session}; }
};
BOOST_DESCRIBE_STRUCT(ProposeMotion, (), (session, purpose, text, options, method, recorded, source))

struct WithdrawMotion {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MotionId motion;
  };
  MotionId motion;
  Wording seen{};

  [[nodiscard]] About about() const { return {motion}; }
};
BOOST_DESCRIBE_STRUCT(WithdrawMotion, (), (motion, seen))

/// Puts the question. In a session: quorum must stand. By silence: `deadline` is given, in `time_zone`, which then was
/// `utc_offset_minutes` from UTC; working days are counted on that zone's calendar.
struct OpenMotion {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MotionId motion;
  };
  MotionId motion;
  std::optional<Time> deadline;
  std::optional<std::string> time_zone;
  std::optional<std::int32_t> utc_offset_minutes;
  Wording seen{};

  [[nodiscard]] About about() const { return {motion}; }
};
BOOST_DESCRIBE_STRUCT(OpenMotion, (), (motion, deadline, time_zone, utc_offset_minutes, seen))

struct CastVote {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MotionId motion;
  };
  MotionId motion;
  std::uint32_t choice;
  Wording seen{};

  [[nodiscard]] About about() const { return {motion}; }
};
BOOST_DESCRIBE_STRUCT(CastVote, (), (motion, choice, seen))

/// Puts another vote in the place of the one that the organization cast. Not the same command: whoever doesn't know
/// that the organization has voted must not change its vote by casting one.
struct ChangeVote {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MotionId motion;
  };
  MotionId motion;
  std::uint32_t choice;
  Wording seen{};

  [[nodiscard]] About about() const { return {motion}; }
};
BOOST_DESCRIBE_STRUCT(ChangeVote, (), (motion, choice, seen))

/// Says that the seat of whoever asks has read the text of a silence procedure, and so lets its silence count.
struct SeeMotion {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MotionId motion;
  };
  MotionId motion;
  Wording seen{};

  [[nodiscard]] About about() const { return {motion}; }
};
BOOST_DESCRIBE_STRUCT(SeeMotion, (), (motion, seen))

/// The host says that a mail server took the text for this person, who speaks for a seat that is asked. Nobody else
/// vouches for it: an audit names the motions that rest on it.
struct ReportDelivery {
  static constexpr Authority needs = Authority::host;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MotionId motion;
    PersonId person;
  };
  MotionId motion;
  PersonId person;
  Brought<Content> answer;

  [[nodiscard]] About about() const { return {motion, person}; }
};
BOOST_DESCRIBE_STRUCT(ReportDelivery, (), (motion, person, answer))

/// The Secretary says in which other way a seat was told: by telephone, by letter.
struct AttestDelivery {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MotionId motion;
    OrganizationId organization;
  };
  MotionId motion;
  OrganizationId organization;
  Brought<Content> way;

  [[nodiscard]] About about() const { return {motion, organization}; }
};
BOOST_DESCRIBE_STRUCT(AttestDelivery, (), (motion, organization, way))

struct RequestRecordedVote {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  using About = RequestRecordedVote;
  MotionId motion;
};
BOOST_DESCRIBE_STRUCT(RequestRecordedVote, (), (motion))

struct ObjectToMotion {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MotionId motion;
  };
  MotionId motion;
  Brought<Content> reason;
  Wording seen{};

  [[nodiscard]] About about() const { return {motion}; }
};
BOOST_DESCRIBE_STRUCT(ObjectToMotion, (), (motion, reason, seen))

/// Takes back the objection of the seat of whoever asks, while the question is open.
struct WithdrawObjection {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MotionId motion;
  };
  MotionId motion;
  Wording seen{};

  [[nodiscard]] About about() const { return {motion}; }
};
BOOST_DESCRIBE_STRUCT(WithdrawObjection, (), (motion, seen))

struct PutMotionToVote {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MotionId motion;
  };
  MotionId motion;
  Wording seen{};

  [[nodiscard]] About about() const { return {motion}; }
};
BOOST_DESCRIBE_STRUCT(PutMotionToVote, (), (motion, seen))

struct CloseMotion {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  using About = CloseMotion;
  MotionId motion;
};
BOOST_DESCRIBE_STRUCT(CloseMotion, (), (motion))

using DecisionsCommands =
    List<ProposeMotion, WithdrawMotion, OpenMotion, SeeMotion, ReportDelivery, AttestDelivery, CastVote, ChangeVote,
         RequestRecordedVote, ObjectToMotion, WithdrawObjection, PutMotionToVote, CloseMotion>;
template <OneOf<DecisionsCommands> T>
inline constexpr std::string_view command_chapter<T> = "decisions";

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ProposeMotion::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const WithdrawMotion::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const OpenMotion::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const SeeMotion::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ReportDelivery::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const AttestDelivery::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const CastVote::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ChangeVote::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const RequestRecordedVote::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ObjectToMotion::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const WithdrawObjection::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const PutMotionToVote::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const CloseMotion::About& about, const Asking& asking);

/// Of the motion as it stands: see `wording_of` in state.hpp.
template <class C>
  requires OneOf<C, List<WithdrawMotion, OpenMotion, SeeMotion, CastVote, ChangeVote, ObjectToMotion, WithdrawObjection,
                         PutMotionToVote>>
[[nodiscard]] Wording shown(const Community& now, const C& asked) {
  return wording_of(now, asked.motion);
}

[[nodiscard]] Ruling decide(const Community& now, const ProposeMotion& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const WithdrawMotion& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const OpenMotion& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const SeeMotion& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ReportDelivery& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const AttestDelivery& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const CastVote& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ChangeVote& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const RequestRecordedVote& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ObjectToMotion& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const WithdrawObjection& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const PutMotionToVote& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const CloseMotion& asked, const Asking& asking);

}  // namespace ccop::community
