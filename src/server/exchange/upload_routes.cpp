// Files of threat objects, from people and from machines whose tokens share.
#include "server/exchange/limits.hpp"
#include "server/exchange/party.hpp"
#include "server/exchange/routes.hpp"

namespace ccop::server {
namespace {

struct NewUpload {
  Name name;
  std::string format;
  std::string marking;
  std::optional<bool> check;      ///< examines the file, and keeps nothing
  std::optional<bool> no_custom;  ///< refuses what STIX doesn't define
};
BOOST_DESCRIBE_STRUCT(NewUpload, (), (name, format, marking, check, no_custom))

struct IntakeReportView {
  std::uint64_t objects{};
  std::uint64_t fresh{};
  std::uint64_t known{};
  std::uint64_t refused{};
  std::uint64_t remarks{};  ///< unusual things in objects that were taken
  std::vector<std::string> mistakes;
  bool done{};
};
BOOST_DESCRIBE_STRUCT(IntakeReportView, (), (objects, fresh, known, refused, remarks, mistakes, done))

Bringer bringer(const Call& call, const AtExchange& here) {
  Bringer by{here.party, "person " + std::to_string(call.reader.person.value)};
  if (call.reader.by_token) {
    const auto machine = here.room.machine(call.request);
    by.party.may_write = machine && machine->party.may_write;
    by.who = machine ? machine->who : std::string{};
  }
  require_may_share(call.site, by.party);
  return by;
}

ObjectRef begin_upload(const Call& call, const NewUpload& asked) {
  const AtExchange here{call};
  const Bringer by = bringer(call, here);
  const auto format = exchange::parse_format(asked.format);
  const auto level = exchange::parse_level(asked.marking);
  if (!format) throw BadInput{"format", "stix, misp, csv or text"};
  if (!level) throw BadInput{"marking", "a word of TLP"};
  if (*level > by.party.ceiling) throw BadInput{"marking", "a marking that this token may write"};
  const exchange::IntakeOptions options{*level, !asked.no_custom.value_or(false), !asked.check.value_or(false)};
  const auto id = here.room.uploads().begin(
      std::make_shared<Upload>(here.room.objects(), by, here.known, *format, asked.name, options), call.now);
  if (!id) throw too_often("too-many-uploads");
  return {*id};
}

IntakeReportView take_piece(const Call& call) {
  const AtExchange here{call};
  const Bringer by = bringer(call, here);
  const std::string id = call.asked("id");
  const auto upload = here.room.uploads().find(id, by.who, call.now);
  if (!upload) throw nothing_there("no-such-upload");
  const auto [report, is_done] = upload->take(call.request.body, call.asked("last") == "yes");
  if (is_done) here.room.uploads().forget(id);
  return {report.objects, report.fresh, report.known, report.refused, report.remarks, report.mistakes, is_done};
}

Route piece_route() {
  Route route = routes::post<&take_piece>("/api/exchange/uploads/piece", Who::seat);
  route.takes_bytes = true;
  return route;
}

}  // namespace

Routes upload_routes() {
  return {routes::take<&begin_upload>("/api/exchange/uploads", Who::seat), piece_route()};
}

}  // namespace ccop::server
