#include "exchange/secrets.hpp"

#include "base/codec.hpp"
#include "exchange/keys.hpp"
#include "exchange/puller.hpp"

namespace ccop::exchange {
namespace {

constexpr std::string_view secret_purpose = "subscription";

bool opens(const std::string& sealed, const store::MasterKey& key) {
  try {
    static_cast<void>(secret_of(sealed, key));
    return true;
  } catch (const store::StoreError&) {
    return false;
  }
}

}  // namespace

std::string sealed_secret(std::string_view secret, const store::MasterKey& key) {
  return to_base64url(bytes_of(store::wrap(secret, secret_purpose, key)));
}

std::string secret_of(std::string_view sealed, const store::MasterKey& key) {
  const auto bytes = from_base64url(sealed);
  if (!bytes) throw store::StoreError{"the secret of a subscription is damaged"};
  return store::unwrap(ccop::text_of(*bytes), secret_purpose, key);
}

store::Notes rewrapped_secrets(store::ObjectStore& objects, const store::MasterKey& from, const store::MasterKey& to) {
  store::Notes notes = rewrapped_keys(objects, from, to);
  objects.each_note(subscription_prefix, [&](std::string_view name, std::string_view value) {
    auto subscription = from_json<Subscription>(value);
    if (subscription.sealed.empty() || opens(subscription.sealed, to)) return;
    try {
      subscription.sealed = sealed_secret(secret_of(subscription.sealed, from), to);
    } catch (const store::StoreError& error) {
      throw store::StoreError{"the secret of the subscription \"" + subscription.title + "\": " + error.what() +
                              ". End that subscription first"};
    }
    notes.emplace(name, to_json(subscription));
  });
  return notes;
}

}  // namespace ccop::exchange
