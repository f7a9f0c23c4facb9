// The record for people: entries a page at a time, and one with its inclusion proof.
#include "ledger/checkpoint.hpp"
#include "server/site.hpp"
#include "server/view.hpp"

#include <charconv>

namespace ccop::server {
namespace {

constexpr std::uint64_t rows_per_page = 50;

Json summary_of(std::uint64_t seq, std::string_view bytes, const View& view) {
  Json entry = Json::parse(bytes);
  Json types = Json::array();
  for (const auto& act : entry["acts"]) types.push_back(act["type"]);
  Json who = nullptr;
  if (entry["request"].contains("person")) who = view.person({entry["request"]["person"].get<std::uint32_t>()})["name"];
  return {{"seq", seq},    {"at", entry["at"]}, {"command", entry["request"]["command"]["type"]},
          {"acts", types}, {"person", who},     {"is_signed", entry.contains("signature")}};
}

}  // namespace

Response Site::get_record(const Request& request) {
  const Reader who = require_seat(request);
  const std::uint64_t size = live_.size();
  std::uint64_t before = size;
  if (const auto asked = request.query.find("before"); asked != request.query.end()) {
    const auto& text = asked->second;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), before);
    if (error != std::errc{} || end != text.data() + text.size()) throw BadInput{"before", "a number"};
    before = std::min(before, size);
  }
  const std::uint64_t first = before > rows_per_page ? before - rows_per_page : 0;
  std::vector<std::string> entries;
  live_.store().read_entries(first, before - first, [&](std::string_view bytes) { entries.emplace_back(bytes); });
  return live_.read([&](const community::Community& state) {
    const View view{live_, state, who.person, live_.now()};
    Json rows = Json::array();
    for (std::size_t i = entries.size(); i-- > 0;) rows.push_back(summary_of(first + i, entries[i], view));
    return json_response({{"size", size}, {"first", first}, {"entries", rows}, {"log_key", state.record.log_key}});
  });
}

Response Site::get_entry(const Request& request) {
  static_cast<void>(require_seat(request));
  const std::uint64_t seq = id_at_end(request.path);
  // The checkpoint decides the size, so that proof and checkpoint fit even while the record grows.
  const std::string note = live_.store().checkpoint();
  const auto checkpoint = ledger::read_unverified(note);
  if (!checkpoint || seq >= checkpoint->size) throw Problem{404, "no-such-page", {}, {}, {}};
  std::string bytes;
  live_.store().read_entries(seq, 1, [&](std::string_view entry) { bytes = entry; });
  Json proof = Json::array();
  for (const Hash& hash :
       ledger::inclusion_proof(seq, checkpoint->size, host::tiles_of(live_.store(), checkpoint->size)))
    proof.push_back(to_base64(hash));
  return json_response(
      {{"seq", seq}, {"entry", bytes}, {"proof", proof}, {"checkpoint", note}, {"log_key", live_.log_key()}});
}

}  // namespace ccop::server
