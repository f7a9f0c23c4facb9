// How long what people and machines write in the exchange may be, in bytes of UTF-8.
#pragma once

#include <cstddef>

namespace ccop::server {

constexpr std::size_t longest_name = 300;
constexpr std::size_t longest_text = 20'000;
constexpr std::size_t longest_signs = 200'000;  ///< a free text, in which threat objects are recognised

}  // namespace ccop::server
