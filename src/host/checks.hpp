// Whether what comes with a command is proved: keys, credentials, ballots, decryptions. A command that says that its
// evidence is proved has a Check<> here; without one the host does not compile (checks.cpp).
#pragma once

#include "base/bad_input.hpp"
#include "community/entry.hpp"
#include "host/texts.hpp"
#include "store/vault.hpp"

namespace ccop::host {

/// Of one command: made of the state, from which it copies what it needs; asked afterwards, when no lock is held.
///
///   template <> struct Check<CastBallot> {
///     Check(const Community& state, const CastBallot& asked, PersonId person, Time at);
///     std::optional<Refusal> objection(const Texts&, const std::vector<store::Content>& brought) const;
///   };
template <class C>
class Check;

/// The text of what came with a command under this hash. Throws BadInput where it did not come.
[[nodiscard]] const std::string& brought_text(const std::vector<store::Content>& brought, const ContentHash& hash);
/// What is wrong with what came, for the gap of a sentence.
[[nodiscard]] std::string what_is_wrong(const BadInput& bad);

/// Asked without any lock: the texts that are there already, and what the command brings.
using PreparedCheck =
    std::function<std::optional<community::Refusal>(const Texts&, const std::vector<store::Content>&)>;

/// The check of a request whose evidence is to be proved; only of one that the rules allow as things stand.
[[nodiscard]] PreparedCheck prepare_check(const community::Community& state, const community::Request& request,
                                          Time at);

}  // namespace ccop::host
