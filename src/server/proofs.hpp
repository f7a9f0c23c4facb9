// Acts that bring a proof, whose check may take as long as counting all ballots.
#pragma once

#include <string_view>

namespace ccop::server {

/// Whether this body of a posted act asks for what has to be proved. Of what can't be read, false: that is told soon.
[[nodiscard]] bool brings_a_proof(std::string_view body);

}  // namespace ccop::server
