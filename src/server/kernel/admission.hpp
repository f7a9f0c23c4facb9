// Who asks, and whether what is asked for is for them: sign-ins of people, tokens of machines, and how often an address
// may try.
#pragma once

#include "host/live_community.hpp"
#include "server/crowd.hpp"
#include "server/http.hpp"
#include "server/limits.hpp"
#include "server/sign_ins.hpp"

namespace ccop::server {

/// Who reads, and how much: seats and the committee read the record; others only what was opened to them.
struct Reader {
  community::PersonId person{};
  bool has_seat{};  ///< speaks for a Member or an Observer, or serves on the committee
  bool is_guest{};
  bool by_token{};  ///< a machine's token: reads, does nothing
  TokenUse use{};   ///< of the token
};

/// Who follows a calendar, and what it says to them.
struct CalendarReader {
  Reader reader;
  CalendarScope scope{};
};

/// Whom a route is for.
enum class Who {
  everybody,      ///< signed in or not
  strangers,      ///< the same, but no address tries it too often
  signed_in,      ///< whoever signed in, or a machine's token
  person,         ///< the same without machines
  seat,           ///< the record's readers: Members' and Observers' seats and the committee
  seated_person,  ///< the same without machines
};

/// The record is for seats: why it refuses anybody else.
[[nodiscard]] community::Refusal only_seats_read_this();

class Admission {
 public:
  Admission(const host::LiveCommunity& live, const std::string& slug, bool secure_cookies);

  /// Nobody where no valid sign-in or token comes along.
  [[nodiscard]] std::optional<Reader> reader(const Request& request);
  [[nodiscard]] bool may_try(const Request& request);
  /// A token that is good: its holder still has the seat under which it was made, or serves on the committee without
  /// one.
  [[nodiscard]] std::optional<SignIn> token(std::string_view secret);

  /// Whose calendar is followed by this secret, while they hold what they held when they made it: a seat, an office, or
  /// a place at a meeting.
  [[nodiscard]] std::optional<CalendarReader> calendar(std::string_view secret);

  [[nodiscard]] Crowd& streams() { return streams_; }
  [[nodiscard]] SignIns& sign_ins() { return sign_ins_; }
  [[nodiscard]] SignIns& tokens() { return tokens_; }
  [[nodiscard]] SignIns& calendars() { return calendars_; }

  /// The secret that a browser brought; empty where there is none.
  [[nodiscard]] std::string_view secret_in(const Request& request) const { return request.cookie(cookie_); }
  /// `Set-Cookie` fields: of a new sign-in, and of none any more.
  [[nodiscard]] std::string cookie_of(std::string_view secret) const;
  [[nodiscard]] std::string no_cookie() const;

 private:
  const host::LiveCommunity& live_;
  std::string cookie_;
  std::string path_;
  bool secure_cookies_;
  SignIns sign_ins_;
  SignIns tokens_;
  SignIns calendars_;
  TryLimit tries_by_address_;
  Crowd streams_;  ///< live events that are listened to, by person
};

}  // namespace ccop::server
