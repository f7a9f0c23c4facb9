// A pass of a witness that goes round by itself: reads each log's head from its host, has it cosigned if it continues
// what was cosigned before, and hands the cosignature to the host.
#pragma once

#include "exchange/fetch.hpp"
#include "witness/witness.hpp"

namespace ccop::witness {

/// Hears what came of each log, in a sentence.
using Tell = std::function<void(const std::string& sentence)>;

/// False where a log could not be reached, or does not continue what was cosigned; the others are followed all the
/// same.
[[nodiscard]] bool pass(const Witness& witness, const exchange::Fetch& fetch, const Tell& tell);

}  // namespace ccop::witness
