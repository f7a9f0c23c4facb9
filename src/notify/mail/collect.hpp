// What a community has to tell whom: the steps of all that is owed, and what was done in somebody's name. A pure
// function of the state and the time, like the duties that it reads.
#pragma once

#include "community/community.hpp"
#include "notify/mail/box.hpp"

#include <string>

namespace ccop::notify {

/// By person: of each duty the last step that came and reaches them, and each notice. Notices of before `from` are not
/// told any more: mail was not set up then.
using ToTell = std::map<community::PersonId, std::vector<Item>>;
[[nodiscard]] ToTell to_tell(const community::Community& now, Time at, Time from);

/// Puts into somebody's box what is new, in the place of earlier steps that were not sent yet, and marks what is theirs
/// no longer. Nothing is put there twice, whatever became of it.
void take_in(Box& box, const std::vector<Item>& told, Time at);

/// What was refused waits again.
void try_again(Box& box);

/// Which of the waiting items are to go now, by their place in the box; where something can't wait, it alone goes
/// before the hour of the others. Sets when that is.
[[nodiscard]] std::vector<std::size_t> to_send(Box& box, const std::string& zone, Time at);

}  // namespace ccop::notify
