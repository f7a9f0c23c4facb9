// The question sets that come with the program: the files of questions/, which are built into it.
#pragma once

#include "exposure/question_set.hpp"

namespace ccop::exposure {

/// As the files have them, in the order of their names.
[[nodiscard]] std::vector<std::string_view> shipped_texts();
/// The same, read. Throws std::logic_error where one is not in order.
[[nodiscard]] std::vector<QuestionSet> shipped_sets();

}  // namespace ccop::exposure
