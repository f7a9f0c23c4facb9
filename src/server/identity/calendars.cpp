#include "server/identity/calendars.hpp"

#include "base/bounds.hpp"
#include "community/membership/state.hpp"
#include "identity/signed_message.hpp"
#include "server/identity/me.hpp"
#include "server/signed_wish.hpp"

namespace ccop::server {
namespace {

using namespace community;

constexpr std::size_t longest_device_name = 240;  ///< octets: what a field takes, in any script

/// What a passkey signs, as canonical JSON, for an address to be made: this one, once, for this person.
struct CalendarStatement {
  std::string label;  ///< the device, as its owner calls it
  Hash nonce{};       ///< the host's challenge
  PersonId person{};
  CalendarScope scope{};
};
BOOST_DESCRIBE_STRUCT(CalendarStatement, (), (label, nonce, person, scope))

struct CalendarRequest {
  CalendarStatement statement;
  Assertion passkey;
};
BOOST_DESCRIBE_STRUCT(CalendarRequest, (), (statement, passkey))

struct NewCalendarView {
  std::string path;  ///< below the community's address; shown once
};
BOOST_DESCRIBE_STRUCT(NewCalendarView, (), (path))

NewCalendarView make_calendar(const Call& call, const CalendarRequest& asked) {
  const CalendarStatement& wished = asked.statement;
  static_cast<void>(bounds::text(wished.label, 1, longest_device_name));
  require_passkey(call, identity::purpose::calendar, {wished.person, wished.nonce, to_json(wished)}, asked.passkey);
  SignIns& calendars = call.site.admission.calendars();
  const std::size_t most = call.site.quotas.settings().tokens;
  if (calendars.of(call.reader.person, call.now).size() >= most)
    throw Problem{409, "too-many-calendars", {{"most", std::to_string(most)}}};
  const auto seat = call.site.live.read(
      [&](const Community& state) { return membership(state).seat_of(call.reader.person, call.now); });
  SignIn made{call.reader.person, {}, {}, Time::max(), wished.label, {}, {}, {}, seat, wished.scope};
  call.note(SecurityKind::calendar_made);
  return {"/calendar/" + calendars.begin(std::move(made), call.now) + ".ics"};
}

Nothing end_calendar(const Call& call, const EndingRequest& asked) {
  return end_own(call, asked, call.site.admission.calendars(), SecurityKind::calendar_ended);
}

}  // namespace

Routes own_calendar_routes() {
  return {routes::take<&make_calendar>("/api/me/calendars", Who::person),
          routes::take<&end_calendar>("/api/me/calendars/end", Who::person)};
}

}  // namespace ccop::server
