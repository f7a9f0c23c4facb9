// The proxies in front of this server: what they say of whoever called them counts, and nobody else's word does.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace ccop::server {

class Proxies {
 public:
  Proxies() = default;
  /// Addresses or networks, such as 10.0.0.7 or fd00::/64; throws std::invalid_argument that names what is neither.
  explicit Proxies(const std::vector<std::string>& named);

  [[nodiscard]] bool has(std::string_view address) const;

 private:
  struct Network {
    std::array<unsigned char, 16> bytes{};  ///< IPv4 as IPv6 maps it (RFC 4291, section 2.5.5.2)
    unsigned bits{};
  };
  std::vector<Network> networks_;
};

/// Whether a text is an IPv4 or IPv6 address.
[[nodiscard]] bool is_address(std::string_view text);

}  // namespace ccop::server
