// Files of threat objects, from people and from machines whose tokens share.
#include "server/exchange/limits.hpp"
#include "server/exchange/party.hpp"
#include "server/exchange/routes.hpp"

namespace ccop::server {
namespace {

struct NewUpload {
  Name name;
  std::string format;  ///< `recognised`: whatever its beginning shows
  std::string marking;
  std::optional<bool> check;               ///< examines the file, and keeps nothing
  std::optional<bool> no_custom;           ///< refuses what STIX doesn't define
  std::optional<std::string> edit_secret;  ///< of what was shared as the community, to bring new versions of it
  std::optional<bool> narrow_too;          ///< the marking is meant for what MISP would give to few, too
};
BOOST_DESCRIBE_STRUCT(NewUpload, (), (name, format, marking, check, no_custom, edit_secret, narrow_too))

struct IntakeReportView {
  std::uint64_t objects{};
  std::uint64_t fresh{};
  std::uint64_t known{};
  std::uint64_t refused{};
  std::uint64_t remarks{};  ///< unusual things in objects that were taken
  std::vector<std::string> mistakes;
  std::vector<exchange::LeftOut> left_out;  ///< what could not be said here, or was put right
  std::vector<std::string> narrow;  ///< what MISP would give to few: nothing was taken until `narrow_too` is said
  /// Of what was shared as the community: told once, with the last piece.
  std::optional<std::string> edit_secret;
  std::vector<exchange::Brought> brought;    ///< the first of what it holds
  std::optional<std::string> recognised_as;  ///< once it is known, where that was asked for
  bool done{};
};
BOOST_DESCRIBE_STRUCT(IntakeReportView, (),
                      (objects, fresh, known, refused, remarks, mistakes, left_out, narrow, edit_secret, brought,
                       recognised_as, done))

Bringer bringer(const Call& call, const AtExchange& here) {
  Bringer by{here.party, "person " + std::to_string(call.reader.person.value), ExchangeRoom::holder_of(here.party),
             call.reader.person};
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
  Bringer by = bringer(call, here);
  if (asked.edit_secret && !exchange::is_edit_secret(*asked.edit_secret))
    throw BadInput{"edit_secret", "what was given out when it was shared"};
  by.has_secret = asked.edit_secret.has_value();
  by.party.edit_secret = asked.edit_secret.value_or(exchange::fresh_edit_secret());
  const auto format = exchange::parse_format(asked.format);
  const auto level = exchange::parse_level(asked.marking);
  if (!format) throw BadInput{"format", "stix, misp, csv, text or recognised"};
  if (!level) throw BadInput{"marking", "a word of TLP"};
  if (*level > by.party.ceiling) throw BadInput{"marking", "a marking that this token may write"};
  const exchange::IntakeOptions options{*level, !asked.no_custom.value_or(false), !asked.check.value_or(false),
                                        asked.narrow_too.value_or(false)};
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
  if (!here.room.may_bring(by.party, call.request.body.size())) throw too_often("quota-of-objects");
  const auto [report, is_done, fresh, format] = upload->take(call.request.body, call.asked("last") == "yes");
  here.room.brought(by.party, fresh);
  if (is_done) here.room.uploads().forget(id);
  return {report.objects,
          report.fresh,
          report.known,
          report.refused,
          report.remarks,
          report.mistakes,
          report.left_out.all(),
          report.narrow,
          report.edit_secret.empty() ? std::nullopt : std::optional{report.edit_secret},
          report.brought,
          format ? std::optional{std::string{exchange::word_of(*format)}} : std::nullopt,
          is_done};
}

Route piece_route() {
  Route route = routes::post<&take_piece>("/api/exchange/uploads/piece", Who::seat);
  route.takes_bytes = true;
  // However small the last piece is, the whole file may be taken apart with it.
  return heavy(route);
}

}  // namespace

Routes upload_routes() {
  return {routes::take<&begin_upload>("/api/exchange/uploads", Who::seat), piece_route()};
}

}  // namespace ccop::server
