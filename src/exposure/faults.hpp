// What is wrong with a question set whose JSON has the right form: all of it at once, so that whoever wrote it mends it
// in one go.
#pragma once

#include "exposure/question_set.hpp"

namespace ccop::exposure {

/// Each with its place, such as `questions[3].levels`, and what belongs there. None: the set is in order.
[[nodiscard]] std::vector<BadInput> faults_of(const QuestionSet& set);

/// Whether it is one line that a terminal and a page show as it stands: no control characters, and none that turn the
/// direction of what follows. The text is valid UTF-8.
[[nodiscard]] bool is_plain(std::string_view text);

/// A place that names what was found in a file, without what a terminal would obey.
[[nodiscard]] std::string printable(std::string_view place);

}  // namespace ccop::exposure
