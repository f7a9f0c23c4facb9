// Which addresses of others' servers may be called, to be read from or told something: what the Secretary writes down
// must not reach into the host's own network.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sockaddr;

namespace ccop::exchange {

/// An address of either kind; one of IPv4 as IPv6 maps it (RFC 4291, section 2.5.5.2).
using IpAddress = std::array<std::uint8_t, 16>;

struct Network {
  IpAddress begin{};
  unsigned length{};  ///< of the prefix in bits, of 128
};

/// `10.0.0.0/8`, `fd00::/8`, or an address alone; empty where it is none.
[[nodiscard]] std::optional<Network> parse_network(std::string_view text);
[[nodiscard]] std::optional<IpAddress> parse_ip(std::string_view text);

/// A server by its name in an address, in small letters, and its port.
struct ServerName {
  std::string host;
  std::uint16_t port{};
  bool operator==(const ServerName&) const = default;
};

/// `taxii.example.org`, at the port of https, or `taxii.example.org:8443`; empty where it is none.
[[nodiscard]] std::optional<ServerName> parse_server(std::string_view text);

class Outbound {
 public:
  /// `allowed` are networks that whoever runs the host allows though they are nobody's in public. Where `servers` holds
  /// any, nothing else is called.
  explicit Outbound(std::vector<Network> allowed = {}, std::vector<ServerName> servers = {})
      : allowed_(std::move(allowed)), servers_(std::move(servers)) {}

  /// What an address would have to be that is called, where this one is not; empty where it may be. What its name
  /// resolves to is looked at when it is connected to.
  [[nodiscard]] std::string expects(const std::string& url) const;

  /// Public addresses of one host each, and what is allowed. Not: private, shared, loopback, link-local, multicast and
  /// reserved ones (RFC 6890), and what embeds one of these (mapped, NAT64, 6to4, Teredo).
  [[nodiscard]] bool allows(const IpAddress& address) const;
  /// Of what a socket is about to be connected to; false for anything but IP.
  [[nodiscard]] bool allows(const sockaddr& address) const;

 private:
  std::vector<Network> allowed_;
  std::vector<ServerName> servers_;
};

/// Whether nobody stands between: an address of this machine's own.
[[nodiscard]] bool is_loopback(const sockaddr& address);

}  // namespace ccop::exchange
