// The log as C2SP tlog-tiles. The checkpoint and the hash tiles reveal nothing and are open to all; entries are for the
// members.
#include "server/routes.hpp"

#include "community/record/state.hpp"
#include "host/log.hpp"
#include "ledger/tile_path.hpp"

#include <charconv>

namespace ccop::server {
namespace {

constexpr const char* kept_forever = "public, max-age=31536000, immutable";
constexpr const char* kept_forever_for_its_reader = "private, max-age=31536000, immutable";
constexpr std::string_view tiles = "/log/tile/";

Response bytes_response(std::string bytes, const char* type, const char* caching) {
  Response response;
  response.content_type = type;
  response.body = std::make_shared<const std::string>(std::move(bytes));
  response.headers.emplace_back("Cache-Control", caching);
  return response;
}

Response checkpoint(const Call& call) {
  return bytes_response(call.site.live.published().checkpoint, "text/plain; charset=utf-8", "no-store");
}

Response tile(const Call& call) {
  if (call.request.method != "GET" && call.request.method != "HEAD") throw Problem{405, "method-not-allowed"};
  const auto asked = ledger::parse_tile_path(std::string_view{call.request.path}.substr(tiles.size()));
  if (!asked) throw nothing_there("no-such-tile");
  if (asked->is_entries) static_cast<void>(call.site.admit(Who::seat, call.request));

  const std::uint64_t size = call.site.live.size();
  const std::uint32_t shift = asked->id.level * ledger::tile_height;
  const std::uint64_t total = shift < 64 ? size >> shift : 0;
  const std::uint64_t first = asked->id.index * ledger::tile_width;
  if (asked->id.index > total / ledger::tile_width || first + asked->width > total) throw nothing_there("no-such-tile");

  store::Store& store = call.site.live.store();
  if (asked->is_entries) {
    std::string bundle;
    store.read_entries(first, asked->width, [&](std::string_view entry) { ledger::append_to_bundle(bundle, entry); });
    return bytes_response(std::move(bundle), "application/octet-stream", kept_forever_for_its_reader);
  }
  auto hashes = host::tiles_of(store, size)(asked->id);
  hashes.resize(asked->width);
  return bytes_response(host::tile_bytes(hashes), "application/octet-stream", kept_forever);
}

/// The log's head, and that it continues the one that the asker knows.
struct HeadView {
  static constexpr std::string_view component = "LogHead";
  std::string checkpoint;
  std::vector<Hash> consistency;  ///< RFC 6962, section 2.1.2; empty where there is nothing to prove
  std::string log_key;            ///< the first one: the log's name in all that is signed
  std::vector<community::LogKeyChanged> key_changes;  ///< from the first key to the one that signs the checkpoint
};
BOOST_DESCRIBE_STRUCT(HeadView, (), (checkpoint, consistency, log_key, key_changes))

HeadView head(const Call& call) {
  const std::string asked = call.asked("from");
  std::uint64_t from = 0;
  const auto [end, error] = std::from_chars(asked.data(), asked.data() + asked.size(), from);
  if (!asked.empty() && (error != std::errc{} || end != asked.data() + asked.size()))
    throw BadInput{"from", "a number"};
  const auto published = call.site.live.published();
  const std::uint64_t size = published.edge->size();
  HeadView view{published.checkpoint, {}, {}, {}};
  if (from > 0 && from < size)
    view.consistency = ledger::consistency_proof(from, size, host::tiles_of(call.site.live.store(), published.edge));
  call.site.live.read([&](const community::Community& state) {
    view.log_key = record(state).log_key;
    view.key_changes = record(state).key_changes;
  });
  return view;
}

}  // namespace

Routes log_routes() {
  return {routes::plain<&checkpoint>("/log/checkpoint", Who::everybody),
          routes::plain<&tile>("/log/tile/*", Who::everybody), routes::get<&head>("/api/log/head", Who::everybody)};
}

}  // namespace ccop::server
