// The log as C2SP tlog-tiles. The checkpoint and the hash tiles reveal nothing and are open to all; entries are for the
// members.
#include "server/routes.hpp"

#include "community/record/state.hpp"
#include "host/behind.hpp"
#include "host/log.hpp"
#include "ledger/tile_path.hpp"

#include <spdlog/spdlog.h>

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
  return bytes_response(call.site.live.store().checkpoint(), "text/plain; charset=utf-8", "no-store");
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
};
BOOST_DESCRIBE_STRUCT(HeadView, (), (checkpoint, consistency, log_key))

HeadView head(const Call& call) {
  const std::string asked = call.asked("from");
  std::uint64_t from = 0;
  const auto [end, error] = std::from_chars(asked.data(), asked.data() + asked.size(), from);
  if (!asked.empty() && (error != std::errc{} || end != asked.data() + asked.size()))
    throw BadInput{"from", "a number"};
  store::Store& store = call.site.live.store();
  HeadView view{store.checkpoint(), {}, {}};
  const auto checkpoint = ledger::read_unverified(view.checkpoint);
  if (checkpoint && from > 0 && from < checkpoint->size)
    view.consistency = ledger::consistency_proof(from, checkpoint->size, host::tiles_of(store, checkpoint->size));
  view.log_key = call.site.live.read([](const community::Community& state) { return record(state).log_key; });
  return view;
}

/// A head that somebody holds and this log doesn't continue.
struct SeenHead {
  std::string checkpoint;
};
BOOST_DESCRIBE_STRUCT(SeenHead, (), (checkpoint))

struct SeenHeadView {
  static constexpr std::string_view component = "SeenHeadAnswer";
  bool fell_behind{};  ///< the host knows, from this or before, that its record is an older one
};
BOOST_DESCRIBE_STRUCT(SeenHeadView, (), (fell_behind))

/// Whoever tells it need not be known: only what this host signed itself counts.
SeenHeadView take_seen(const Call& call, const SeenHead& told) {
  if (told.checkpoint.size() > host::longest_note) throw BadInput{"checkpoint", "a signed note of at most 8192 bytes"};
  if (const auto lost = host::lost_size(call.site.live, told.checkpoint)) {
    spdlog::critical(
        "the record of {} was rolled back: somebody holds a head of {} entries that this host signed, and it has {}; "
        "it "
        "takes no acts until it is started with --loss-is-known (docs/hosting.md)",
        call.site.slug, *lost, call.site.live.size());
    call.site.live.fell_behind(*lost);
  }
  return {call.site.live.behind().has_value()};
}

}  // namespace

Routes log_routes() {
  return {routes::plain<&checkpoint>("/log/checkpoint", Who::everybody),
          routes::plain<&tile>("/log/tile/*", Who::everybody), routes::get<&head>("/api/log/head", Who::everybody),
          routes::take<&take_seen>("/api/log/seen", Who::strangers)};
}

}  // namespace ccop::server
