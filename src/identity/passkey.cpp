#include "identity/passkey.hpp"

#include "base/codec.hpp"
#include "base/json_reading.hpp"

#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>

#include <algorithm>
#include <memory>

namespace ccop::identity {
namespace {

constexpr std::uint8_t user_present = 0x01;
constexpr std::uint8_t user_verified = 0x04;
constexpr std::size_t flags_at = 32;
constexpr std::size_t shortest_authenticator_data = 37;

/// The host of an origin such as https://a.example.org:8443.
std::string_view host_of(std::string_view origin) {
  const auto start = origin.find("://");
  if (start == std::string_view::npos) return {};
  origin.remove_prefix(start + 3);
  return origin.substr(0, origin.find(':'));
}

bool belongs(std::string_view origin, std::string_view relying_party) {
  const auto host = host_of(origin);
  if (host == relying_party) return true;
  return host.size() > relying_party.size() && host.ends_with(relying_party) &&
         host[host.size() - relying_party.size() - 1] == '.';
}

/// Section 5.8.1: what the browser says it was asked. Members that we don't know are allowed, as the specification
/// wants.
bool client_data_fits(ByteView client_data, ByteView challenge, std::string_view relying_party,
                      const std::vector<std::string>& origins) {
  try {
    const auto object = codec::read_object(parse_json(text_of(client_data)));
    const auto text = [&](const char* key) {
      std::string_view value;
      return object[key].get(value) == simdjson::SUCCESS ? value : std::string_view{};
    };
    bool cross_origin = false;
    if (object["crossOrigin"].get(cross_origin) != simdjson::SUCCESS) cross_origin = false;
    const std::string_view origin = text("origin");
    const bool origin_fits =
        origins.empty() ? belongs(origin, relying_party) : std::ranges::find(origins, origin) != origins.end();
    return text("type") == "webauthn.get" && origin_fits && !cross_origin &&
           equal_in_constant_time(bytes_of(text("challenge")), bytes_of(to_base64url(challenge)));
  } catch (const BadInput&) {
    return false;
  }
}

bool authenticator_data_fits(ByteView data, std::string_view relying_party) {
  if (data.size() < shortest_authenticator_data) return false;
  const auto flags = data[flags_at];
  return std::ranges::equal(data.first(32), sha256(bytes_of(relying_party))) && (flags & user_present) != 0 &&
         (flags & user_verified) != 0;
}

using Es256 = std::unique_ptr<es256_pk_t, decltype([](es256_pk_t* p) { es256_pk_free(&p); })>;
using Eddsa = std::unique_ptr<eddsa_pk_t, decltype([](eddsa_pk_t* p) { eddsa_pk_free(&p); })>;
using Rs256 = std::unique_ptr<rs256_pk_t, decltype([](rs256_pk_t* p) { rs256_pk_free(&p); })>;

/// Calls `use` with the key as libfido2 has it; false where the bytes are no key of that algorithm.
template <class Use>
bool with_key(const PublicKey& key, const Use& use) {
  const auto* bytes = key.bytes.data();
  const std::size_t size = key.bytes.size();
  switch (key.algorithm) {
    case COSE_ES256: {
      const Es256 pk{es256_pk_new()};
      return es256_pk_from_ptr(pk.get(), bytes, size) == FIDO_OK && use(pk.get());
    }
    case COSE_EDDSA: {
      const Eddsa pk{eddsa_pk_new()};
      return eddsa_pk_from_ptr(pk.get(), bytes, size) == FIDO_OK && use(pk.get());
    }
    case COSE_RS256: {
      const Rs256 pk{rs256_pk_new()};
      return rs256_pk_from_ptr(pk.get(), bytes, size) == FIDO_OK && use(pk.get());
    }
    default:
      return false;
  }
}

}  // namespace

bool is_passkey(const PublicKey& key) {
  // libfido2 would pass over bytes that are too many, and another auditor might not.
  const std::size_t wanted = key.algorithm == COSE_RS256 ? 259 : key.algorithm == COSE_ES256 ? 64 : 32;
  return key.bytes.size() == wanted && with_key(key, [](const void*) { return true; });
}

bool check_assertion(const Assertion& assertion, const PublicKey& key, ByteView challenge,
                     const std::string& relying_party, const std::vector<std::string>& origins) {
  if (!client_data_fits(assertion.client_data, challenge, relying_party, origins)) return false;
  if (!authenticator_data_fits(assertion.authenticator_data, relying_party)) return false;
  const std::unique_ptr<fido_assert_t, void (*)(fido_assert_t*)> check{fido_assert_new(),
                                                                       [](fido_assert_t* a) { fido_assert_free(&a); }};
  const Hash client_data_hash = sha256(assertion.client_data);
  const auto& data = assertion.authenticator_data;
  const auto& signature = assertion.signature;
  return fido_assert_set_clientdata_hash(check.get(), client_data_hash.data(), client_data_hash.size()) == FIDO_OK &&
         fido_assert_set_rp(check.get(), relying_party.c_str()) == FIDO_OK &&
         fido_assert_set_count(check.get(), 1) == FIDO_OK &&
         fido_assert_set_authdata_raw(check.get(), 0, data.data(), data.size()) == FIDO_OK &&
         fido_assert_set_up(check.get(), FIDO_OPT_TRUE) == FIDO_OK &&
         fido_assert_set_uv(check.get(), FIDO_OPT_TRUE) == FIDO_OK &&
         fido_assert_set_sig(check.get(), 0, signature.data(), signature.size()) == FIDO_OK &&
         with_key(key,
                  [&](const void* pk) { return fido_assert_verify(check.get(), 0, key.algorithm, pk) == FIDO_OK; });
}

}  // namespace ccop::identity
