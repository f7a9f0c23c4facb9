// What may be asked of the notice board.
#pragma once

#include "community/kernel/command.hpp"
#include "community/notice_board/values.hpp"

namespace ccop::community {

struct Community;

/// Pins a text to the board until a time. Members may; by the rules of version 1 every seat might (clause 5.1).
struct PinNotice {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {};
  Brought<Content> text;
  Time until;

  [[nodiscard]] static About about() { return {}; }
};
BOOST_DESCRIBE_STRUCT(PinNotice, (), (text, until))

/// Takes a notice down before its time. Whoever pinned it may, and the Management Committee (clause 5.7).
struct TakeNoticeDown {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  using About = TakeNoticeDown;
  NoticeId notice;
};
BOOST_DESCRIBE_STRUCT(TakeNoticeDown, (), (notice))

using NoticeBoardCommands = List<PinNotice, TakeNoticeDown>;
template <OneOf<NoticeBoardCommands> T>
inline constexpr std::string_view command_chapter<T> = "notice-board";

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const PinNotice::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const TakeNoticeDown& about, const Asking& asking);

[[nodiscard]] Ruling decide(const Community& now, const PinNotice& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const TakeNoticeDown& asked, const Asking& asking);

}  // namespace ccop::community
