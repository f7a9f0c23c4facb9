// What the handlers of all chapters find of the community that they answer for.
#pragma once

#include "exchange/fetch.hpp"
#include "identity/passkey.hpp"
#include "notify/mail/handed.hpp"
#include "server/host_share.hpp"
#include "server/kernel/admission.hpp"
#include "server/kernel/event_hub.hpp"
#include "server/kernel/problem.hpp"
#include "server/kernel/security_log.hpp"
#include "server/kernel/words.hpp"
#include "server/quotas.hpp"

#include <functional>

namespace ccop::notify {
class ReplyBox;
}

namespace ccop::server {

/// How a host sends mail.
struct MailSending {
  std::string sender;  ///< the address that it writes from
  notify::HandOver hand_over;
  std::shared_ptr<notify::ReplyBox> replies{};  ///< none: nobody reads what calendars answer
};

struct SiteOptions {
  identity::RelyingParty party;
  bool secure_cookies{};
  exchange::Fetch fetch{exchange::fetch};  ///< how others' servers are called
  exchange::Outbound outbound{};           ///< which of them may be called
  std::map<std::string, std::string>
      witnesses{};                    ///< addresses of witnesses that listen, by their names in the charter
  std::optional<MailSending> mail{};  ///< none: nobody is written to
  QuotaSettings quotas{};
  HostShare host{};
  std::function<bool()> has_room_for_objects{};  ///< whether the disk has; empty: it always does
  std::size_t heavy_waiting{64};                 ///< answers that take long and wait for a thread
  std::filesystem::path security_log{};          ///< where what happens at the doors is written; empty: nowhere
  std::string syslog{};                          ///< a socket that hears of it as well; empty: none
};

/// What chapters keep while the community is served: rooms.hpp.
struct Rooms;

/// The rules refuse what was asked. Thrown where the community's state is held: its Problem names a clause of the
/// charter, and is made once the state was let go, for who holds it must not ask for it again.
struct Refused {
  community::Refusal refusal;
  unsigned status{422};
};

struct Call;
/// Does the rest of what a call asks for away from the threads that serve connections, because it takes long, and when
/// it is the person's turn. What it throws is answered. Throws the Problem of a busy server, and then does nothing.
using GoOn = std::function<void(const Call& call, const Reply& reply, std::function<void()> rest)>;

struct Served {
  std::string slug;
  SiteOptions options;
  host::LiveCommunity& live;
  Admission& admission;
  EventHub& events;
  Rooms& rooms;
  SecurityLog& security;
  Quotas& quotas;
  GoOn go_on;
  Texts::OnShown on_shown{};  ///< what answers show is told to whoever gathers it

  /// Whoever asks, let in as far as `who` says; throws the Problem of whom it is not for. Nobody in particular where it
  /// is for everybody.
  [[nodiscard]] Reader admit(Who who, const Request& request) const;
  /// With the clause that the charter in force has for it. Not while the state is held: see Refused.
  [[nodiscard]] Problem problem_of(const community::Refusal& refusal, unsigned status = 422) const;
  /// Texts of contents, for after the state was let go.
  [[nodiscard]] Texts texts() const;
};

/// One request, as a handler sees it.
struct Call {
  const Served& site;
  const Request& request;
  Reader reader;  ///< nobody in particular on routes for everybody
  Time now;

  /// The number in a path such as /api/elections/12/archive; out of range numbers become one that nothing has.
  [[nodiscard]] std::uint32_t number() const;
  /// Tells the security log what happened to whoever asks, or to another person where nobody asks in particular.
  void note(SecurityKind kind, std::string about = {}, std::optional<community::PersonId> person = {}) const;
  /// What the query says under this name; empty where it says nothing.
  [[nodiscard]] std::string asked(std::string_view name) const;
  /// The number that it says there; nothing where it says nothing. Throws BadInput of what is no number.
  [[nodiscard]] std::optional<std::uint64_t> asked_number(std::string_view name) const;
};

}  // namespace ccop::server
