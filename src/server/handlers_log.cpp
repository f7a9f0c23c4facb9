// The log as C2SP tlog-tiles. The checkpoint and the hash tiles reveal nothing and are open to all; entries are for the
// members.
#include "host/log.hpp"
#include "ledger/tile_path.hpp"
#include "server/site.hpp"

namespace ccop::server {
namespace {

constexpr const char* forever = "public, max-age=31536000, immutable";

Response bytes_response(std::string bytes, const char* type, const char* caching) {
  Response response;
  response.content_type = type;
  response.body = std::make_shared<const std::string>(std::move(bytes));
  response.headers.emplace_back("Cache-Control", caching);
  return response;
}

}  // namespace

Response Site::get_checkpoint(const Request&) {
  return bytes_response(live_.store().checkpoint(), "text/plain; charset=utf-8", "no-store");
}

Response Site::get_tile(const Request& request) {
  constexpr std::string_view prefix = "/log/tile/";
  if (request.method != "GET" && request.method != "HEAD") throw Problem{405, "method-not-allowed", {}, {}, {}};
  const auto tile = ledger::parse_tile_path(std::string_view{request.path}.substr(prefix.size()));
  if (!tile) throw Problem{404, "no-such-tile", {}, {}, {}};
  if (tile->is_entries) static_cast<void>(require_seat(request));

  const std::uint64_t size = live_.size();
  const std::uint32_t shift = tile->id.level * ledger::tile_height;
  const std::uint64_t total = shift < 64 ? size >> shift : 0;
  if (tile->id.index > total / ledger::tile_width || tile->id.index * ledger::tile_width + tile->width > total)
    throw Problem{404, "no-such-tile", {}, {}, {}};

  if (tile->is_entries) {
    std::string bundle;
    live_.store().read_entries(tile->id.index * ledger::tile_width, tile->width,
                               [&](std::string_view entry) { ledger::append_to_bundle(bundle, entry); });
    return bytes_response(std::move(bundle), "application/octet-stream", "private, max-age=31536000, immutable");
  }
  auto hashes = host::tiles_of(live_.store(), size)(tile->id);
  hashes.resize(tile->width);
  return bytes_response(host::tile_bytes(hashes), "application/octet-stream", forever);
}

}  // namespace ccop::server
