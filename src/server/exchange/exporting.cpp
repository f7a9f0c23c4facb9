// What leaves by the page: an object with what it holds, or all that one reads, as a file; and its indicators as a
// table.
#include "exchange/csv/lists.hpp"
#include "exchange/json.hpp"
#include "server/exchange/party.hpp"
#include "server/exchange/routes.hpp"

#include <sstream>

namespace ccop::server {
namespace {

using exchange::Format;
using exchange::Json;

/// Of a file that is made in memory. Whoever needs more reads by TAXII, or exports on the host.
constexpr std::streamoff largest_file = std::streamoff{32} * 1024 * 1024;
/// Of each kind that a file leaves out, where somebody asks for more than the first.
constexpr std::size_t most_names_in_a_page = 5000;

/// An object and what it holds.
std::vector<store::ObjectRow> held_by(const AtExchange& here, const std::string& id) {
  std::vector<store::ObjectRow> rows{here.object(id)};
  for (auto& part : here.reader().parts(rows.front())) rows.push_back(std::move(part));
  return rows;
}

IndicatorTable indicators_of(const Call& call) {
  const AtExchange here{call};
  IndicatorTable table;
  const auto now = exchange::microseconds_now();
  for (const auto& row : held_by(here, call.asked("id"))) {
    if (row.name.type != "indicator") continue;
    const Json json = Json::parse(row.json);
    IndicatorLine line{exchange::identifier(row.name.type, row.name.uuid),
                       json.value("name", ""),
                       "",
                       json.value("pattern", ""),
                       json.value("valid_until", ""),
                       {level_of(row)},
                       std::string{exchange::why_not_detecting(json, now)}};
    const bool is_stix = json.value("pattern_type", "stix") == "stix";
    const auto values = is_stix ? exchange::listed_values(json) : std::nullopt;
    if (!values) table.indicators.push_back(line);
    for (const auto& [kind, value] : values.value_or(std::vector<exchange::ListedValue>{})) {
      line.kind = kind;
      line.value = value;
      table.indicators.push_back(line);
    }
  }
  return table;
}

/// Where a file goes, and which names of what it leaves out are told. A stream without a buffer takes nothing: then it
/// is counted alone.
struct Going {
  std::ostream& out;
  exchange::NamesTold told{};
};

exchange::Exported write_all(const AtExchange& here, Format format, const std::string& marking, const Going& to) {
  exchange::Party party = here.party;
  if (!marking.empty()) {
    const auto level = exchange::parse_level(marking);
    if (!level) throw BadInput{"marking", "a word of TLP"};
    party.ceiling = std::min(party.ceiling, *level);
  }
  auto& store = here.room.objects().store();
  const auto lists = exchange::readable(party);
  if (format == Format::misp) return exchange::write_misp(store, lists, "Shared", to.out, {}, to.told);
  if (format == Format::csv) return exchange::write_csv(store, lists, to.out, to.told);
  return exchange::write_bundle(store, lists, to.out);
}

exchange::Exported write_one(const AtExchange& here, Format format, const std::string& id, const Going& to) {
  const auto rows = held_by(here, id);
  if (format == Format::misp)
    return exchange::write_misp(here.room.objects().store(), exchange::readable(here.party), rows, to.out, to.told);
  if (format == Format::csv) return exchange::write_csv(rows, to.out, to.told);
  return exchange::write_bundle(rows, to.out);
}

Format format_asked(const Call& call) {
  const auto format = exchange::parse_format(call.asked("format"));
  if (!format || *format == Format::text || *format == Format::recognised)
    throw BadInput{"format", "stix, misp or csv"};
  return *format;
}

/// Stops what writes a file once it is too large.
class Bounded final : public std::stringbuf {
 protected:
  std::streamsize xsputn(const char* text, std::streamsize length) override {
    written_ += length;
    if (written_ > largest_file) throw not_allowed("too-large-a-file");
    return std::stringbuf::xsputn(text, length);
  }

 private:
  std::streamoff written_{};
};

exchange::Exported write_asked(const Call& call, const Going& to) {
  const AtExchange here{call};
  const Format format = format_asked(call);
  const std::string id{call.asked("id")};
  return id.empty() ? write_all(here, format, std::string{call.asked("marking")}, to) : write_one(here, format, id, to);
}

FileLeftOut left_out_of_file(const Call& call) {
  std::ostream nowhere{nullptr};
  exchange::NamesTold told;
  if (const auto behind = call.asked_number("behind")) told = {*behind, most_names_in_a_page};
  const auto exported = write_asked(call, {nowhere, told});
  return {exported.written, exported.left_out.all()};
}

Response exported(const Call& call) {
  Bounded kept;
  std::ostream out{&kept};
  out.exceptions(std::ios::badbit);  // so that a refusal gets through
  static_cast<void>(write_asked(call, {out}));
  call.note(SecurityKind::exported, "exchange");
  const Format format = format_asked(call);
  Response response;
  response.body = std::make_shared<const std::string>(kept.str());
  response.content_type = format == Format::csv ? "text/csv; charset=utf-8" : "application/json";
  response.headers.emplace_back("Content-Disposition", std::string{"attachment; filename=\"exchange."} +
                                                           (format == Format::csv ? "csv" : "json") + "\"");
  return response;
}

}  // namespace

Routes export_routes() {
  return {routes::get<&indicators_of>("/api/exchange/indicators", Who::seat),
          heavy(routes::plain<&exported>("/api/exchange/file", Who::seat)),
          heavy(routes::get<&left_out_of_file>("/api/exchange/file/left-out", Who::seat))};
}

}  // namespace ccop::server
