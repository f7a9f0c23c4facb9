// Answers to a round in a file that the page saves, made into the choices of its ballot: by the names of questions and
// answers, so that they fit whatever order the ballot has them in.
#pragma once

#include "ballot/cast.hpp"

namespace ccop::cli {

inline constexpr std::string_view answers_format = "ccop-answers-v1";

/// What is not answered is skipped. Throws BadInput for what is no such file, and names all that does not fit.
[[nodiscard]] ballot::Choices choices_of_answers(const ballot::Election& election, std::string_view json);

}  // namespace ccop::cli
