#include "exchange/outbound.hpp"

#include "base/text.hpp"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <memory>

namespace ccop::exchange {
namespace {

constexpr unsigned all_bits = 128;
constexpr unsigned mapped_bits = 96;

IpAddress mapped(const std::uint8_t* four) {
  IpAddress address{};
  address[10] = address[11] = 0xFF;
  std::copy_n(four, 4, address.begin() + 12);
  return address;
}

bool holds(const Network& network, const IpAddress& address) {
  const unsigned whole = network.length / 8;
  if (!std::equal(address.begin(), address.begin() + whole, network.begin.begin())) return false;
  if (network.length % 8 == 0) return true;
  const auto mask = static_cast<std::uint8_t>(0xFF00u >> (network.length % 8));
  return ((address.at(whole) ^ network.begin.at(whole)) & mask) == 0;
}

bool is_in(const std::vector<Network>& networks, const IpAddress& address) {
  return std::ranges::any_of(networks, [&](const Network& network) { return holds(network, address); });
}

std::vector<Network> networks_of(std::initializer_list<std::string_view> texts) {
  std::vector<Network> networks;
  for (const auto text : texts) networks.push_back(parse_network(text).value());
  return networks;
}

/// Of IPv4, those that are no single host's in public (IANA's registry of special-purpose addresses, RFC 6890).
bool is_special_ipv4(const IpAddress& address) {
  static const auto special =
      networks_of({"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
                   "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
                   "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"});
  return is_in(special, address);
}

/// Of IPv6, what is not global unicast, and the parts of that which are documentation or tunnels to elsewhere.
bool is_special_ipv6(const IpAddress& address) {
  static const auto global = networks_of({"2000::/3"});
  static const auto special = networks_of({"2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"});
  return !is_in(global, address) || is_in(special, address);
}

constexpr std::uint16_t https_port = 443;
constexpr std::uint16_t http_port = 80;
/// Below, ports are those of other services, each with its own protocol.
constexpr std::uint16_t first_port_of_anybody = 1024;

struct UrlParts {
  std::string scheme;
  ServerName server;
};

std::string without_brackets(const std::string& host) {
  return host.starts_with('[') && host.ends_with(']') ? host.substr(1, host.size() - 2) : host;
}

/// As curl, which will call it, reads it; empty where it reads none.
std::optional<UrlParts> parts_of(const std::string& text) {
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url{curl_url(), &curl_url_cleanup};
  if (curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK) return std::nullopt;
  const auto part = [&](CURLUPart which, unsigned flags) {
    char* found = nullptr;
    if (curl_url_get(url.get(), which, &found, flags) != CURLUE_OK) return std::string{};
    const std::unique_ptr<char, decltype(&curl_free)> kept{found, &curl_free};
    return std::string{found};
  };
  UrlParts parts{part(CURLUPART_SCHEME, 0), {}};
  parts.server.host = without_brackets(in_small_letters(part(CURLUPART_HOST, CURLU_URLDECODE)));
  const std::string port = part(CURLUPART_PORT, CURLU_DEFAULT_PORT);
  std::from_chars(port.data(), port.data() + port.size(), parts.server.port);
  return parts;
}

bool is_this_machine(const IpAddress& address) {
  static const auto loopback = networks_of({"127.0.0.0/8", "::1"});
  return is_in(loopback, address);
}

std::optional<IpAddress> address_of(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in four{};
    std::memcpy(&four, &address, sizeof four);
    return mapped(reinterpret_cast<const std::uint8_t*>(&four.sin_addr));
  }
  if (address.sa_family != AF_INET6) return std::nullopt;
  sockaddr_in6 six{};
  std::memcpy(&six, &address, sizeof six);
  IpAddress bytes{};
  std::memcpy(bytes.data(), &six.sin6_addr, bytes.size());
  return bytes;
}

}  // namespace

std::optional<ServerName> parse_server(std::string_view text) {
  if (text.empty() || text.find_first_of("/@?#\\* ") != std::string_view::npos) return std::nullopt;
  const auto parts = parts_of("https://" + std::string{text} + "/");
  if (!parts || parts->server.host.empty() || parts->server.port == 0) return std::nullopt;
  return parts->server;
}

std::optional<IpAddress> parse_ip(std::string_view text) {
  const std::string terminated{text};
  std::array<std::uint8_t, 16> bytes{};
  if (inet_pton(AF_INET, terminated.c_str(), bytes.data()) == 1) return mapped(bytes.data());
  if (inet_pton(AF_INET6, terminated.c_str(), bytes.data()) == 1) return bytes;
  return std::nullopt;
}

std::optional<Network> parse_network(std::string_view text) {
  const auto slash = text.find('/');
  const auto address = parse_ip(text.substr(0, slash));
  if (!address) return std::nullopt;
  Network network{*address, all_bits};
  if (slash == std::string_view::npos) return network;
  const bool is_ipv4 = text.find(':') == std::string_view::npos;
  const auto digits = text.substr(slash + 1);
  unsigned length = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
  if (error != std::errc{} || end != digits.data() + digits.size() || length > (is_ipv4 ? 32u : all_bits))
    return std::nullopt;
  network.length = is_ipv4 ? mapped_bits + length : length;
  return network;
}

bool Outbound::allows(const IpAddress& address) const {
  static const auto v4 = networks_of({"0.0.0.0/0"});
  static const auto nat64 = networks_of({"64:ff9b::/96"});
  if (is_in(allowed_, address)) return true;
  if (is_in(v4, address)) return !is_special_ipv4(address);
  if (is_in(nat64, address)) return allows(mapped(address.data() + 12));
  return !is_special_ipv6(address);
}

bool Outbound::allows(const sockaddr& address) const {
  const auto bytes = address_of(address);
  return bytes && allows(*bytes);
}

std::string Outbound::expects(const std::string& url) const {
  const auto parts = parts_of(url);
  if (!parts || (parts->scheme != "https" && parts->scheme != "http")) return "an address that begins with https://";
  const ServerName& server = parts->server;
  if (!servers_.empty() && std::ranges::find(servers_, server) == servers_.end())
    return "one of the servers that whoever runs this host lets be called";
  const auto own_port = parts->scheme == "https" ? https_port : http_port;
  if (servers_.empty() && server.port != own_port && server.port < first_port_of_anybody)
    return "the port of https, or one from 1024 on";
  if (parts->scheme == "https") return {};
  const auto named = parse_ip(server.host == "localhost" ? "127.0.0.1" : server.host);
  if (!named || !is_this_machine(*named) || !allows(*named))
    return "an address that begins with https://: in the clear, other programs of this host's machine alone are "
           "called, and those where whoever runs the host allows it";
  return {};
}

bool is_loopback(const sockaddr& address) {
  const auto bytes = address_of(address);
  return bytes && is_this_machine(*bytes);
}

}  // namespace ccop::exchange
