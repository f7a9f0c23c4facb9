// By what name whatever leaves the page knows a duty: mails, so that each is told once, and calendars.
#pragma once

#include "community/kernel/duty.hpp"

#include <string>

namespace ccop::notify {

/// Which duty it is, however much time has passed; a duty whose time is put off is another.
[[nodiscard]] std::string name_of(const community::Duty& duty);

}  // namespace ccop::notify
