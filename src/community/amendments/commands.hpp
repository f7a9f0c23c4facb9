// What may be asked of the charter: a new one, proposed to an executive session (clause 7.2).
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/command.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/motion_text.hpp"

namespace ccop::community {

struct Community;

/// Proposes a new charter to an executive session (clause 7.2).
struct ProposeAmendment {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    SessionId session;
  };
  SessionId session;
  BroughtAs<MotionText> text;
  std::string charter;
  Time in_force_from;
  bool recorded;

  [[nodiscard]] About about() const { return {session}; }
};
BOOST_DESCRIBE_STRUCT(ProposeAmendment, (), (session, text, charter, in_force_from, recorded))

using AmendmentsCommands = List<ProposeAmendment>;
template <OneOf<AmendmentsCommands> T>
inline constexpr std::string_view command_chapter<T> = "amendments";

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ProposeAmendment::About& about,
                                          const Asking& asking);

[[nodiscard]] Ruling decide(const Community& now, const ProposeAmendment& asked, const Asking& asking);

}  // namespace ccop::community
