// Whose an e-mail address is: people are found by theirs, so it belongs to one of them.
#pragma once

#include "community/kernel/ids.hpp"
#include "host/live_community.hpp"

namespace ccop::server {

/// The address in a profile, in small letters; empty where there is none.
[[nodiscard]] std::string email_in(const std::string& profile);

/// The address in the profile that comes with an act; nothing where that profile is not among its contents.
[[nodiscard]] std::optional<std::string> email_brought(const host::Submission& submission, const ContentHash& profile);

/// Who has that address, in small letters. Guests are looked past: each invitation makes another of the same human.
[[nodiscard]] std::optional<community::PersonId> owner_of_email(const host::LiveCommunity& live,
                                                                const std::string& email);

/// Throws a Problem where the act would give somebody an address that is another's. What the rules refuse they refuse
/// in their own words, so that nobody else learns which addresses are taken.
void require_own_email(const host::LiveCommunity& live, const host::Submission& submission, Time now);

}  // namespace ccop::server
