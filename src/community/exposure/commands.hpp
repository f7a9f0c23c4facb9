// What may be asked of the collective assessment (clause 2.2). Whether a set, a paper and a ballot are sound, the host
// checks before it asks; answers are cast, totals decrypted and declared by the elections' commands.
#pragma once

#include "community/exposure/values.hpp"
#include "community/kernel/command.hpp"
#include "community/kernel/motion_text.hpp"

namespace ccop::community {

struct Community;

/// Proposes a question set to the Members: in an executive session, or by silence procedure where none is named.
/// `text`, of a motion, names the set's fingerprint, so whoever decides signs which questions they are.
struct ProposeQuestionSet {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::proved;
  struct About {};
  std::optional<SessionId> session;
  BroughtAs<MotionText> text;
  Brought<Content> questions;
  QuestionSetFacts facts;

  [[nodiscard]] static About about() { return {}; }
};
BOOST_DESCRIBE_STRUCT(ProposeQuestionSet, (), (session, text, questions, facts))

/// Calls a round: it opens and closes at these times, for every seat that registered a voting key until it opens.
struct CallRound {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::proved;
  struct About {};
  std::vector<AskedPart> asks;
  Brought<Content> paper;
  std::uint32_t answers;  ///< of all questions together
  Time opens;
  Time closes;

  [[nodiscard]] static About about() { return {}; }
};
BOOST_DESCRIBE_STRUCT(CallRound, (), (asks, paper, answers, opens, closes))

/// Signs the ballot of a round, once its keys are made. `setup` is the election as its archive has it.
struct PrepareRound {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::proved;
  struct About {
    RoundId round;
  };
  RoundId round;
  Brought<Content> setup;

  [[nodiscard]] About about() const { return {round}; }
};
BOOST_DESCRIBE_STRUCT(PrepareRound, (), (round, setup))

/// Says that one's own seat verified the archive of a round with this program. `archive` is its SHA-256.
struct AuditRound {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    RoundId round;
  };
  RoundId round;
  AuditProgram program;
  std::string archive;

  [[nodiscard]] About about() const { return {round}; }
};
BOOST_DESCRIBE_STRUCT(AuditRound, (), (round, program, archive))

using ExposureCommands = List<ProposeQuestionSet, CallRound, PrepareRound, AuditRound>;
template <OneOf<ExposureCommands> T>
inline constexpr std::string_view command_chapter<T> = "exposure";

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ProposeQuestionSet::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const CallRound::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const PrepareRound::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const AuditRound::About& about, const Asking& asking);

[[nodiscard]] Ruling decide(const Community& now, const ProposeQuestionSet& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const CallRound& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const PrepareRound& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const AuditRound& asked, const Asking& asking);

}  // namespace ccop::community
