// Which values are well known: known.txt, read once.
#include "base/text.hpp"
#include "exchange/text/found.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <stdexcept>

namespace ccop::exchange {

extern const char* const known_values;  ///< known.txt

namespace {

constexpr std::array words{std::pair{KnownFor::documentation, std::string_view{"documentation"}},
                           std::pair{KnownFor::private_use, std::string_view{"private"}},
                           std::pair{KnownFor::resolver, std::string_view{"resolver"}},
                           std::pair{KnownFor::un_system, std::string_view{"un-system"}},
                           std::pair{KnownFor::empty_file, std::string_view{"empty-file"}}};

/// A network of either family; an address is one of full length.
struct Network {
  std::array<unsigned char, 16> bytes{};
  int family{};
  unsigned length{};

  [[nodiscard]] bool holds(const Network& other) const {
    if (family != other.family || other.length < length) return false;
    for (unsigned bit = 0; bit < length; ++bit) {
      const auto mask = 0x80u >> (bit % 8);
      if (((bytes[bit / 8] ^ other.bytes[bit / 8]) & mask) != 0) return false;
    }
    return true;
  }
};

std::optional<Network> network_of(std::string_view text) {
  const auto slash = text.find('/');
  const std::string address{text.substr(0, slash)};
  Network network{{}, address.find(':') == std::string::npos ? AF_INET : AF_INET6, 0};
  if (inet_pton(network.family, address.c_str(), network.bytes.data()) != 1) return std::nullopt;
  network.length = slash == std::string_view::npos
                       ? (network.family == AF_INET ? 32u : 128u)
                       : static_cast<unsigned>(std::stoul(std::string{text.substr(slash + 1)}));
  return network;
}

struct Known {
  std::vector<std::pair<Network, KnownFor>> networks;
  std::map<std::string, KnownFor, std::less<>> names;
};

Known read_known() {
  Known known;
  for (const auto& line : pieces_of(known_values, '\n')) {
    if (line.starts_with('#')) continue;
    const auto blank = line.find(' ');
    const auto* const word =
        std::ranges::find(words, std::string_view{line}.substr(0, blank), &decltype(words)::value_type::second);
    if (word == words.end() || blank == std::string::npos) throw std::logic_error("known.txt: " + line);
    const std::string value = line.substr(blank + 1);
    if (const auto network = network_of(value))
      known.networks.emplace_back(*network, word->first);
    else
      known.names.emplace(value, word->first);
  }
  return known;
}

const Known& known() {
  static const Known all = read_known();
  return all;
}

KnownFor network_known_for(std::string_view text) {
  const auto asked = network_of(text);
  if (!asked) return KnownFor::nothing;
  const auto found = std::ranges::find_if(known().networks, [&](const auto& one) { return one.first.holds(*asked); });
  return found == known().networks.end() ? KnownFor::nothing : found->second;
}

/// Of a domain: for what it, or one that it lies below, is known.
KnownFor name_known_for(std::string_view name) {
  while (true) {
    if (const auto found = known().names.find(name); found != known().names.end()) return found->second;
    const auto point = name.find('.');
    if (point == std::string_view::npos) return KnownFor::nothing;
    name.remove_prefix(point + 1);
  }
}

}  // namespace

KnownFor known_for(const Sign& sign) {
  switch (sign.kind) {
    case Recognised::ipv4:
    case Recognised::ipv6:
      return network_known_for(sign.value);
    case Recognised::domain:
      return name_known_for(sign.value);
    case Recognised::email:
      return name_known_for(std::string_view{sign.value}.substr(sign.value.find('@') + 1));
    case Recognised::url: {
      const auto host = free_text::host_of(sign.value);
      const auto address = network_known_for(host);
      return address == KnownFor::nothing ? name_known_for(host) : address;
    }
    case Recognised::md5:
    case Recognised::sha1:
    case Recognised::sha256:
    case Recognised::sha512: {
      const auto found = known().names.find(sign.value);
      return found == known().names.end() ? KnownFor::nothing : found->second;
    }
    case Recognised::cve:
    case Recognised::technique:
    case Recognised::file_name:
      return KnownFor::nothing;
  }
  return KnownFor::nothing;
}

std::string_view word_of(KnownFor known_kind) {
  const auto* const word = std::ranges::find(words, known_kind, &decltype(words)::value_type::first);
  return word == words.end() ? std::string_view{} : word->second;
}

}  // namespace ccop::exchange
