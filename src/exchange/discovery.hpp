// Finds the collection that somebody means who gives the address of a host that speaks TAXII 2.1: by its discovery, its
// API root and what that has (sections 4.1, 4.2, 5.1).
#pragma once

#include <functional>
#include <string>

namespace ccop::exchange {

/// The address under which what lies there is named.
[[nodiscard]] std::string with_slash(const std::string& url);

/// Asks an address for TAXII, with the subscription's secret; gives the body.
using AskTaxii = std::function<std::string(const std::string& url)>;

struct Discovered {
  std::string collection;  ///< its address; empty: `trouble` says why none was found
  std::string trouble;
};

/// `url` is a collection's, an API root's, a discovery's or a host's alone. Nothing but the host that it names is
/// asked: whoever has a secret for it has it for nobody else.
[[nodiscard]] Discovered discover_collection(const std::string& url, const AskTaxii& ask);

}  // namespace ccop::exchange
