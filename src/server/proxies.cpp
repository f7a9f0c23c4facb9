#include "server/proxies.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <stdexcept>

namespace ccop::server {
namespace {

using AddressBytes = std::array<unsigned char, 16>;

constexpr unsigned bits_of_ipv6 = 128;
constexpr unsigned bits_before_ipv4 = 96;

struct Parsed {
  AddressBytes bytes{};
  bool is_ipv4{};
};

std::optional<Parsed> parsed(std::string_view address) {
  const std::string text{address};
  Parsed found;
  if (inet_pton(AF_INET6, text.c_str(), found.bytes.data()) == 1) return found;
  found.is_ipv4 = true;
  found.bytes[10] = found.bytes[11] = 0xFF;
  if (inet_pton(AF_INET, text.c_str(), &found.bytes[12]) == 1) return found;
  return std::nullopt;
}

bool same_bits(const AddressBytes& a, const AddressBytes& b, unsigned bits) {
  const std::size_t whole = bits / 8;
  if (!std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(whole), b.begin())) return false;
  const unsigned rest = bits % 8;
  return rest == 0 || (a[whole] ^ b[whole]) >> (8 - rest) == 0;
}

}  // namespace

Proxies::Proxies(const std::vector<std::string>& named) {
  for (const std::string& one : named) {
    const auto slash = one.find('/');
    const auto address = parsed(std::string_view{one}.substr(0, slash));
    const unsigned most = address && address->is_ipv4 ? bits_of_ipv6 - bits_before_ipv4 : bits_of_ipv6;
    unsigned bits = most;
    bool is_number = true;
    if (slash != std::string::npos) {
      const char* const end = one.data() + one.size();
      const auto [stop, error] = std::from_chars(one.data() + slash + 1, end, bits);
      is_number = error == std::errc{} && stop == end;
    }
    if (!address || !is_number || bits > most)
      throw std::invalid_argument("\"" + one + "\" is no address of a proxy: write one such as 10.0.0.7 or fd00::/64");
    networks_.push_back({address->bytes, address->is_ipv4 ? bits + bits_before_ipv4 : bits});
  }
}

bool Proxies::has(std::string_view address) const {
  if (networks_.empty()) return false;
  const auto asked = parsed(address);
  return asked && std::ranges::any_of(networks_, [&](const Network& network) {
           return same_bits(asked->bytes, network.bytes, network.bits);
         });
}

bool is_address(std::string_view text) {
  return parsed(text).has_value();
}

}  // namespace ccop::server
