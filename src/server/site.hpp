// Everything one community shows to the outside: its API, its log and its page, under a path of its own. Handlers
// parse, ask and answer; no rule of the charter is in here.
#pragma once

#include "exchange/puller.hpp"
#include "host/live_community.hpp"
#include "identity/passkey.hpp"
#include "server/http.hpp"
#include "server/limits.hpp"
#include "server/sessions.hpp"
#include "server/taxii.hpp"

#include <atomic>
#include <set>

namespace ccop::server {

/// Who reads, and how much: seats and the committee read the record; others only what was opened to them.
struct Reader {
  community::PersonId person{};
  bool has_seat{};  ///< speaks for a Member or an Observer, or serves on the committee
  bool is_guest{};
  bool by_token{};  ///< a machine's token: reads the record, does nothing
};

/// Tells every live listener of a community that its record grew.
class EventHub {
 public:
  [[nodiscard]] std::shared_ptr<EventSource> subscribe(std::uint64_t size);
  void announce(std::uint64_t size);
  [[nodiscard]] std::size_t listeners() const;

 private:
  class Subscription;
  mutable std::mutex mutex_;
  std::set<Subscription*> subscriptions_;
};

/// A challenge given out for signing in or enrolling: used once, and soon.
class Challenges {
 public:
  [[nodiscard]] Hash make(Time now);
  [[nodiscard]] bool take(ByteView challenge, Time now);

 private:
  std::mutex mutex_;
  std::map<Hash, Time> made_;
};

struct SiteOptions {
  identity::RelyingParty party;
  bool secure_cookies{};
  exchange::Fetch fetch{exchange::fetch};  ///< how others' servers are read
};

class Site {
 public:
  /// Without `objects` the community has no exchange.
  Site(std::unique_ptr<store::Store> store, std::shared_ptr<const store::MasterKey> master, std::string slug,
       const SiteOptions& options, std::unique_ptr<store::ObjectStore> objects = nullptr);

  [[nodiscard]] const std::string& slug() const { return slug_; }
  /// Answers what lies under the community's path; `request.path` begins after it, e.g. /api/desk.
  void handle(const Request& request, const Reply& reply);
  ~Site();
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;
  Site(Site&&) = delete;
  Site& operator=(Site&&) = delete;
  void stop();
  [[nodiscard]] std::size_t listeners() const { return hub_.listeners(); }
  [[nodiscard]] std::uint64_t size() const { return live_.size(); }
  [[nodiscard]] host::LiveCommunity& live() { return live_; }
  /// How large a body may be that follows this head: more for machines that may bring objects.
  [[nodiscard]] std::optional<std::size_t> larger_body(const Request& head);
  /// The community's name and the address of its API root, where the request's token is one of its own.
  [[nodiscard]] std::optional<std::pair<std::string, std::string>> taxii_root_for(const Request& request);

 private:
  using Action = void (Site::*)(const Request&, const Reply&);
  using Answer = Response (Site::*)(const Request&);

  // handlers_identity.cpp
  Response get_community(const Request& request);
  Response make_challenge(const Request& request);
  Response sign_in(const Request& request);
  Response sign_out(const Request& request);
  Response look_at_enrolment(const Request& request);
  void enrol(const Request& request, const Reply& reply);
  Response read_passkey(const Request& request);
  void ask_recovery(const Request& request, const Reply& reply);
  Response enter_as_guest(const Request& request);
  Response get_me(const Request& request);
  Response end_session(const Request& request);
  Response make_token(const Request& request);
  Response end_token(const Request& request);

  // handlers_acts.cpp
  Response prepare_act(const Request& request);
  void post_act(const Request& request, const Reply& reply);
  Response get_events(const Request& request);

  // handlers_read.cpp
  Response get_desk(const Request& request);
  Response get_organizations(const Request& request);
  Response get_organization(const Request& request);
  Response get_people(const Request& request);
  Response get_bodies(const Request& request);
  Response get_meetings(const Request& request);
  Response get_meeting(const Request& request);
  Response get_motions(const Request& request);
  Response get_motion(const Request& request);
  Response get_observers(const Request& request);
  Response get_charter(const Request& request);
  Response get_record(const Request& request);
  Response get_entry(const Request& request);

  // handlers_elections.cpp
  Response get_elections(const Request& request);
  Response get_election(const Request& request);
  Response get_election_archive(const Request& request);
  Response get_election_checks(const Request& request);
  /// The archive of the election named in the path before `suffix`.
  [[nodiscard]] std::string election_archive(const Request& request, std::string_view suffix, std::string* uuid);

  // handlers_taxii.cpp
  void handle_taxii(const Request& request, const Reply& reply);
  /// Who a machine's token speaks for, at the exchange.
  [[nodiscard]] std::optional<TaxiiCaller> taxii_caller(const Request& request);
  [[nodiscard]] std::shared_ptr<const exchange::Identities> identities();
  /// Puts the markings and identities that everybody refers to into the exchange.
  void introduce_identities();

  // handlers_exchange.cpp
  Response search_exchange(const Request& request);
  Response get_exchange_object(const Request& request);
  Response get_exchange_matrix(const Request& request);
  Response recognise_text(const Request& request);
  Response get_collections(const Request& request);
  Response define_collection(const Request& request);
  Response end_collection(const Request& request);
  void report_incident(const Request& request, const Reply& reply);
  void sight_object(const Request& request, const Reply& reply);
  void comment_on_object(const Request& request, const Reply& reply);
  void release_object(const Request& request, const Reply& reply);
  /// For reading the exchange: whoever has a seat.
  [[nodiscard]] exchange::Party require_exchange(const Request& request);
  /// For bringing something to it.
  [[nodiscard]] exchange::Party require_sharing(const Request& request);
  void require_may_share(const exchange::Party& party) const;
  void require_secretary(const Request& request);
  /// Brings objects that were made here; answers with `id`.
  void share_objects(const std::vector<nlohmann::json>& objects, exchange::Level level, const exchange::Party& party,
                     const std::string& id, const Reply& reply);
  /// An object that this party may read.
  [[nodiscard]] store::ObjectRow require_object(const std::string& id, const exchange::Party& party,
                                                const exchange::Identities& known) const;
  /// What is said about a TLP:RED object goes to those who read it.
  static void keep_readers(nlohmann::json& json, const store::ObjectRow& row, const exchange::Identities& known);

  // handlers_intake.cpp
  /// Whoever brings a file: a person, or a machine by a token that shares.
  struct Bringer {
    exchange::Party party;
    std::string who;
  };
  [[nodiscard]] Bringer require_bringer(const Request& request);
  struct Upload;
  Response begin_upload(const Request& request);
  Response take_piece(const Request& request);
  Response get_subscriptions(const Request& request);
  Response subscribe(const Request& request);
  Response end_subscription(const Request& request);
  Response pull_now(const Request& request);
  [[nodiscard]] std::unique_ptr<exchange::Puller> make_puller(exchange::Fetch fetch);

  // handlers_log.cpp
  Response get_checkpoint(const Request& request);
  Response get_tile(const Request& request);

  [[nodiscard]] std::optional<Reader> reader(const Request& request);
  [[nodiscard]] Reader require_reader(const Request& request);
  /// For reading the record: Members' and Observers' seats and the committee.
  [[nodiscard]] Reader require_seat(const Request& request);
  [[nodiscard]] Problem problem_of(const community::Refusal& refusal) const;
  [[nodiscard]] Response answer_of(const host::Outcome& outcome) const;
  [[nodiscard]] Response with_session(Response response, community::PersonId person, const Request& request);
  [[nodiscard]] std::optional<community::PersonId> offered_to(const Hash& token_hash) const;

  std::string slug_;
  SiteOptions options_;
  std::unique_ptr<exchange::Exchange> exchange_;
  std::unique_ptr<TaxiiRoot> taxii_;
  std::mutex identities_mutex_;
  std::shared_ptr<const exchange::Identities> identities_;
  std::uint64_t identities_at_{};          ///< the record's size when they were last looked at
  std::size_t releases_{};                 ///< agreed ones that `identities_` knows of
  std::atomic<std::size_t> introduced_{};  ///< how many organizations the exchange knows already
  std::mutex uploads_mutex_;
  std::map<std::string, std::shared_ptr<Upload>, std::less<>> uploads_;
  EventHub hub_;
  host::LiveCommunity live_;
  std::unique_ptr<exchange::Puller> puller_;  ///< reads with the others' help, so it ends first
  Sessions sessions_;
  Sessions tokens_;
  Challenges challenges_;
  TryLimit tries_by_address_;
  TryLimit tries_by_account_;

  /// Answers to reads, kept while the record stands still: a busy meeting asks for the same page many times a second.
  struct Cached {
    std::uint64_t size{};
    Time at{};
    Response response;
  };
  /// What was found of an archive, by its hash: looked at by everybody after an election, and slow with many ballots.
  std::map<std::string, std::string> archive_checks_;
  std::mutex cache_mutex_;
  std::map<std::string, Cached> cache_;
};

}  // namespace ccop::server
