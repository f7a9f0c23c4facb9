// What an act is about, by name: so that a row of the record can be read as a sentence.
#pragma once

#include "server/record/views.hpp"

namespace ccop::server {

/// Of the act at this place in its entry: the people, organizations, motions and so on whose ids it has, in the order
/// of its members.
[[nodiscard]] std::vector<RecordSubject> subjects_of(const Reading& here, const community::Act& act,
                                                     std::uint32_t place);

}  // namespace ccop::server
