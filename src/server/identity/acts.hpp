// Asking for something to happen, and what came of it.
#pragma once

#include "server/kernel/commands.hpp"
#include "server/kernel/served.hpp"

namespace ccop::server {

struct ReceiptView {
  std::uint64_t seq{};
  std::vector<community::Act> acts;
};
BOOST_DESCRIBE_STRUCT(ReceiptView, (), (seq, acts))

/// What the host answered: a receipt, or the refusal with its clause.
[[nodiscard]] Response answer_of(const Served& site, const host::Outcome& outcome);

}  // namespace ccop::server
