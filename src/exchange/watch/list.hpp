// What an organization watches for, and whether a value is among it. The page does the same (web/src/chapters/exchange/
// watchList.ts, matching.ts); tests/exchange/watch/matches.json says for both what is found.
#pragma once

#include "exchange/outbound.hpp"
#include "exchange/watch/values.hpp"

#include <map>
#include <set>
#include <utility>

namespace ccop::exchange {

class WatchList {
 public:
  /// The file that the page saves: `{"networks":[],"domains":[],"mail":[],"sectors":[]}`, none of which must be there.
  /// Throws BadInput with the place of what is none.
  [[nodiscard]] static WatchList read(std::string_view file);

  /// Those of its entries that a value meets, as the file has them: networks that share an address with it; domains
  /// that it, or its host, is or lies below; domains of its e-mail address; sectors of that name.
  [[nodiscard]] std::vector<std::string> met_by(const Value& value) const;
  [[nodiscard]] std::size_t size() const;

 private:
  using Names = std::map<std::string, std::string, std::less<>>;  ///< as they stand in the file, by how they compare

  void add_network(const std::string& text);
  static void add_name(Names& names, const std::string& text);
  void add_sector(const std::string& text);
  void meet_host(std::string_view host, std::vector<std::string>& met) const;
  void meet_network(const Network& other, std::vector<std::string>& met) const;
  static void meet_names(const Names& names, std::string_view name, std::vector<std::string>& met);

  std::vector<std::pair<Network, std::string>> networks_;
  Names domains_;
  Names mail_;
  Names sectors_;
};

}  // namespace ccop::exchange
