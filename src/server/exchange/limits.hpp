// How long what people and machines write in the exchange may be, in bytes of UTF-8.
#pragma once

#include "base/bounds.hpp"

namespace ccop::server {

constexpr std::size_t longest_name = 300;
constexpr std::size_t longest_text = 20'000;

using Name = TextOf<1, longest_name>;
using Prose = TextUpTo<longest_text>;
/// In which threat objects are recognised.
using FreeText = TextUpTo<200'000>;

}  // namespace ccop::server
