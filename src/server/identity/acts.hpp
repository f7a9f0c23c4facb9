// Asking for something to happen, and what came of it.
#pragma once

#include "base/bounds.hpp"
#include "server/kernel/commands.hpp"
#include "server/kernel/route.hpp"

namespace ccop::server {

struct ReceiptView {
  std::uint64_t seq{};
  std::vector<community::Act> acts;
};
BOOST_DESCRIBE_STRUCT(ReceiptView, (), (seq, acts))

/// What people write; and what devices make, a ballot with hundreds of answers, which the host checks before it takes
/// it.
constexpr std::size_t largest_written = 20'000;
constexpr std::size_t largest_proved = 1'500'000;

struct SentContent {
  Bytes salt;
  TextOf<1, largest_proved> text;
};
BOOST_DESCRIBE_STRUCT(SentContent, (), (salt, text))

struct SentAct {
  std::string request;                ///< the canonical JSON that was signed, byte for byte
  ListOf<SentContent, 256> contents;  ///< a command has at most 200 texts: the items of a spreadsheet
  community::Signature signature;
};
BOOST_DESCRIBE_STRUCT(SentAct, (), (request, contents, signature))

/// What came, read and with its signature checked; throws the Problem of one that does not hold. `grant` is that of the
/// asker's sign-in, for a session key that the record may not have yet.
[[nodiscard]] host::Submission submission_of(const Call& call, const SentAct& sent,
                                             const std::optional<community::SessionGrant>& grant);

/// What the host answered: a receipt, or the refusal with its clause.
[[nodiscard]] Response answer_of(const Served& site, const host::Outcome& outcome);

}  // namespace ccop::server
