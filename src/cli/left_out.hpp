// The end of every import and export: what could not be said, by kind and number.
#pragma once

#include "exchange/left_out.hpp"

#include <iostream>

namespace ccop::cli {

inline void tell_left_out(const exchange::Leftovers& left_out) {
  for (const auto& one : left_out.all()) std::cerr << exchange::sentence_of(one) << "\n";
}

}  // namespace ccop::cli
