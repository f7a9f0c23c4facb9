// What is asked of the community as a whole: `decide` asks the rules, `apply` records what they allowed; both go
// through the list of chapters, and know none of them by name. Whoever asks sees no chapter by this, and is not
// compiled anew when one changes; what a community holds is in community.hpp.
#pragma once

#include "community/kernel/command.hpp"
#include "community/kernel/due.hpp"
#include "community/kernel/standing.hpp"
#include "community/kernel/task.hpp"

namespace ccop::community {

/// Whether a deadline has passed that the host must settle before anything else is decided.
[[nodiscard]] bool has_due(const Community& now, Time at);

/// What awaits the person, of all chapters.
[[nodiscard]] std::vector<Task> tasks(const Community& now, PersonId person, Time at);

[[nodiscard]] Authority authority_of(const Command& command);
[[nodiscard]] Evidence evidence_of(const Command& command);
/// The contents that must come with a command, and those that it points at.
[[nodiscard]] std::vector<ContentHash> brought_by(const Command& command);
[[nodiscard]] std::vector<ContentHash> known_to(const Command& command);
/// Those of the first that have a form.
[[nodiscard]] std::vector<ShapedContent> shaped_by(const Command& command);

/// Asks the rules: the acts that follow, or a refusal with its clause. Pure.
[[nodiscard]] Ruling decide(const Community& now, const Command& command, const Asking& asking);

/// The same, and where it does not say what was seen, that it was what is there: for programs, which have no eyes.
[[nodiscard]] Command seeing(const Community& now, const Command& command);

/// Somebody who asks at that time, and signs where that is needed.
[[nodiscard]] Asking asking_of(const Community& now, PersonId person, Time at);
/// The refusal that this person would meet by asking for `command` at that time; empty when the rules would allow it.
[[nodiscard]] std::optional<Refusal> would_refuse(const Community& now, const Command& command, PersonId person,
                                                  Time at);
/// Why nobody, or not this one, may ask for that kind of command about these ids, whatever its values are.
[[nodiscard]] std::optional<Refusal> barred(const Community& now, const Kind& command, const void* about,
                                            const Asking& asking);
template <ACommand C>
[[nodiscard]] std::optional<Refusal> barred(const Community& now, const typename C::About& about,
                                            const Asking& asking) {
  return barred(now, kind_of<C>, &about, asking);
}

/// Records what `decide` allowed. `asking` is that under which it was decided. Can't fail but by a bug.
void apply(Community& community, const std::vector<Act>& acts, const Asking& asking);

/// For an audit that may not read an entry: it is counted, and what is known of the rooms in which it can have happened
/// is marked as not seen. False where there is no such room.
[[nodiscard]] bool pass_over_sealed(Community& community);

/// What an act changes for who looks at a page: a chapter's, and of which of its rows, where it is about one.
struct Concern {
  std::string_view chapter;
  std::optional<std::uint32_t> id;
  auto operator<=>(const Concern&) const = default;
};
/// Nothing for an act that changes the states of several chapters: whoever looks at anything is concerned.
[[nodiscard]] std::optional<Concern> concern_of(const Community& now, const Act& act);

}  // namespace ccop::community
