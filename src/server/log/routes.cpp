// The log as C2SP tlog-tiles. The checkpoint and the hash tiles reveal nothing and are open to all; entries are for the
// members.
#include "server/routes.hpp"

#include "base/bounds.hpp"
#include "community/record/state.hpp"
#include "host/behind.hpp"
#include "host/log.hpp"
#include "host/sealed.hpp"
#include "ledger/tile_path.hpp"
#include "server/rooms.hpp"

#include <spdlog/spdlog.h>

namespace ccop::server {
namespace {

constexpr std::string_view tiles = "/log/tile/";

Response bytes_response(std::string bytes, const char* type, const char* caching) {
  Response response;
  response.content_type = type;
  response.body = std::make_shared<const std::string>(std::move(bytes));
  response.headers.emplace_back("Cache-Control", caching);
  return response;
}

Response note_response(std::string note) {
  return bytes_response(std::move(note), "text/plain; charset=utf-8", "no-store");
}

Response checkpoint(const Call& call) {
  return note_response(call.site.rooms.cosigned.checkpoint());
}

Response newest_witnessed(const Call& call) {
  auto note = call.site.rooms.cosigned.newest_witnessed();
  if (!note) throw nothing_there("not-witnessed-yet");
  return note_response(*std::move(note));
}

Response tile(const Call& call) {
  if (call.request.method != "GET" && call.request.method != "HEAD") throw Problem{405, "method-not-allowed"};
  const auto asked = ledger::parse_tile_path(std::string_view{call.request.path}.substr(tiles.size()));
  if (!asked) throw nothing_there("no-such-tile");
  Reader reader{};
  if (asked->is_entries) reader = call.site.admit(Who::seat, call.request);

  const std::uint64_t size = call.site.live.size();
  const std::uint32_t shift = asked->id.level * ledger::tile_height;
  const std::uint64_t total = shift < 64 ? size >> shift : 0;
  const std::uint64_t first = asked->id.index * ledger::tile_width;
  if (asked->id.index > total / ledger::tile_width || first + asked->width > total) throw nothing_there("no-such-tile");

  store::Store& store = call.site.live.store();
  if (asked->is_entries) {
    std::string bundle;
    host::read_entries_for(call.site.live, reader.person, call.now, first, asked->width,
                           [&](std::string_view entry, bool) { ledger::append_to_bundle(bundle, entry); });
    // A browser would still have it after its person signed out, or lost the seat.
    return bytes_response(std::move(bundle), "application/octet-stream", "private, no-store");
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

/// The size from which the asker wants the proof.
std::uint64_t from_asked(const Call& call) {
  return call.asked_number("from").value_or(0);
}

HeadView head_view(const Call& call, std::string note, std::uint64_t from, std::uint64_t size,
                   const ledger::TileReader& tiles) {
  HeadView view{std::move(note), {}, {}, {}};
  if (from > 0 && from < size) view.consistency = ledger::consistency_proof(from, size, tiles);
  call.site.live.read([&](const community::Community& state) {
    view.log_key = record(state).log_key;
    view.key_changes = record(state).key_changes;
  });
  return view;
}

HeadView head(const Call& call) {
  auto published = call.site.live.published();
  const std::uint64_t size = published.edge->size();
  return head_view(call, std::move(published.checkpoint), from_asked(call), size,
                   host::tiles_of(call.site.live.store(), published.edge));
}

/// What a witness that comes by itself should cosign next.
HeadView to_cosign(const Call& call) {
  const std::uint64_t from = from_asked(call);
  std::string note = call.site.rooms.cosigned.to_cosign(from);
  const auto checkpoint = ledger::read_unverified(note);
  const std::uint64_t size = checkpoint ? checkpoint->size : 0;
  return head_view(call, std::move(note), from, size, host::tiles_of(call.site.live.store(), size));
}

/// A checkpoint with cosignatures on it.
struct BroughtCosignatures {
  TextOf<1, host::longest_note> checkpoint;
};
BOOST_DESCRIBE_STRUCT(BroughtCosignatures, (), (checkpoint))

struct TakenCosignatures {
  bool is_new{};
};
BOOST_DESCRIBE_STRUCT(TakenCosignatures, (), (is_new))

/// Whether the note is a head that this host signed itself and does not have: then its database is an older one, and it
/// takes no acts from now on.
bool fell_behind(const Call& call, std::string_view note) {
  const auto lost = host::lost_size(call.site.live, note);
  if (!lost) return false;
  spdlog::critical(
      "the record of {} was rolled back: somebody holds a head of {} entries that this host signed, and it has {}; it "
      "takes no acts until it is started with --loss-is-known (docs/hosting.md)",
      call.site.slug, *lost, call.site.live.size());
  call.site.live.fell_behind(*lost);
  return true;
}

/// Whoever brings them need not be known: the witnesses of the charter are.
TakenCosignatures take_cosignatures(const Call& call, const BroughtCosignatures& brought) {
  using Taken = host::CosignedNotes::Taken;
  const std::string& note = brought.checkpoint;
  if (fell_behind(call, note)) throw Problem{409, "record-fell-behind"};
  switch (call.site.rooms.cosigned.take(note)) {
    case Taken::kept:
      return {true};
    case Taken::nothing_new:
      return {false};
    case Taken::not_named:
      throw not_allowed("witness-not-named");
    case Taken::too_early:
      throw Problem{422, "cosignature-too-early"};
    case Taken::not_our_tree:
    case Taken::no_note:
      break;
  }
  throw Problem{422, "cosignature-does-not-hold"};
}

struct WitnessView {
  std::string name;
  std::string key;  ///< C2SP tlog-cosignature, type 0x04
};
BOOST_DESCRIBE_STRUCT(WitnessView, (), (name, key))

/// Who watches that the record only grows, and what they cosigned, for the page to check.
struct WitnessesView {
  static constexpr std::string_view component = "Witnesses";
  std::vector<WitnessView> witnesses;
  std::uint64_t needed{};
  std::vector<std::string> checkpoints;  ///< that witnesses cosigned, the newest first
};
BOOST_DESCRIBE_STRUCT(WitnessesView, (), (witnesses, needed, checkpoints))

WitnessesView witnesses(const Call& call) {
  const host::Watch watch = call.site.live.read(host::watch_of);
  WitnessesView view{{}, watch.needed, host::cosigned_notes(call.site.live.store())};
  for (const auto& witness : watch.witnesses) view.witnesses.push_back({witness.name, witness.key.text()});
  return view;
}

/// A head that somebody holds and this log doesn't continue.
struct SeenHead {
  TextOf<1, host::longest_note> checkpoint;
};
BOOST_DESCRIBE_STRUCT(SeenHead, (), (checkpoint))

struct SeenHeadView {
  static constexpr std::string_view component = "SeenHeadAnswer";
  bool fell_behind{};  ///< the host knows, from this or before, that its record is an older one
};
BOOST_DESCRIBE_STRUCT(SeenHeadView, (), (fell_behind))

/// Whoever tells it need not be known: only what this host signed itself counts.
SeenHeadView take_seen(const Call& call, const SeenHead& told) {
  static_cast<void>(fell_behind(call, told.checkpoint));
  return {call.site.live.behind().has_value()};
}

}  // namespace

Routes log_routes() {
  return {routes::plain<&checkpoint>("/log/checkpoint", Who::everybody),
          routes::plain<&tile>("/log/tile/*", Who::everybody),
          routes::get<&head>("/api/log/head", Who::everybody),
          routes::plain<&newest_witnessed>("/log/witnessed", Who::everybody),
          routes::get<&to_cosign>("/api/log/to-cosign", Who::everybody),
          routes::take<&take_cosignatures>("/api/log/cosignatures", Who::everybody),
          routes::get<&witnesses>("/api/log/witnesses", Who::seat),
          routes::take<&take_seen>("/api/log/seen", Who::strangers)};
}

}  // namespace ccop::server
