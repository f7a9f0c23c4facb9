// What a subscription says to others' servers, as it is kept: wrapped by the host's master key, in base64url.
#pragma once

#include "store/objects.hpp"
#include "store/vault.hpp"

namespace ccop::exchange {

[[nodiscard]] std::string sealed_secret(std::string_view secret, const store::MasterKey& key);
/// Throws StoreError where it was changed, or another master key sealed it.
[[nodiscard]] std::string secret_of(std::string_view sealed, const store::MasterKey& key);

/// The exchange's keys and the notes of all subscriptions that have a secret, under `to`; those that are so already are
/// left out. Throws StoreError for one that neither key opens.
[[nodiscard]] store::Notes rewrapped_secrets(store::ObjectStore& objects, const store::MasterKey& from,
                                             const store::MasterKey& to);

}  // namespace ccop::exchange
