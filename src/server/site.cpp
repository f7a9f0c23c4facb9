#include "server/site.hpp"

#include "base/codec.hpp"
#include "community/clause.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>

namespace ccop::server {
namespace {

constexpr auto session_kind_idle = hours{8};
constexpr auto session_kind_longest = hours{24 * 7};
/// Parts of an answer follow from the clock (who is in office), so none is kept for long.
constexpr auto cache_lasts = std::chrono::seconds{2};
constexpr std::size_t most_cached = 2000;
constexpr auto challenge_lasts = minutes{5};

std::string first_segments(std::string_view path) {
  // "/api/meetings/12" -> "/api/meetings/*": numbers are arguments
  std::string out;
  while (!path.empty()) {
    path.remove_prefix(1);
    const auto end = path.find('/');
    const auto segment = path.substr(0, end);
    const bool is_number =
        !segment.empty() && std::ranges::all_of(segment, [](char c) { return c >= '0' && c <= '9'; });
    out += "/" + (is_number ? std::string{"*"} : std::string{segment});
    path = end == std::string_view::npos ? std::string_view{} : path.substr(end);
  }
  return out;
}

}  // namespace

class EventHub::Subscription final : public EventSource {
 public:
  Subscription(EventHub& hub, std::uint64_t size) : hub_(hub), told_(size), size_(size) {}
  ~Subscription() override {
    const std::scoped_lock lock{hub_.mutex_};
    hub_.subscriptions_.erase(this);
  }
  Subscription(const Subscription&) = delete;
  Subscription& operator=(const Subscription&) = delete;
  Subscription(Subscription&&) = delete;
  Subscription& operator=(Subscription&&) = delete;

  void start(Wake wake) override {
    const std::scoped_lock lock{hub_.mutex_};
    wake_ = std::move(wake);
    hub_.subscriptions_.insert(this);
  }
  std::string take() override {
    const std::uint64_t size = size_;
    if (size == std::exchange(told_, size) && greeted_) return {};
    greeted_ = true;
    return "event: record\ndata: {\"size\":" + std::to_string(size) + "}\n\n";
  }
  /// With the hub's mutex held.
  void tell(std::uint64_t size) {
    size_ = size;
    wake_();
  }

 private:
  EventHub& hub_;
  std::uint64_t told_;
  bool greeted_{};
  std::atomic<std::uint64_t> size_;
  Wake wake_;
};

std::shared_ptr<EventSource> EventHub::subscribe(std::uint64_t size) {
  return std::make_shared<Subscription>(*this, size);
}

void EventHub::announce(std::uint64_t size) {
  const std::scoped_lock lock{mutex_};
  for (Subscription* subscription : subscriptions_) subscription->tell(size);
}

std::size_t EventHub::listeners() const {
  const std::scoped_lock lock{mutex_};
  return subscriptions_.size();
}

Hash Challenges::make(Time now) {
  Hash challenge{};
  fill_random(challenge);
  const std::scoped_lock lock{mutex_};
  std::erase_if(made_, [&](const auto& item) { return now - item.second > challenge_lasts; });
  made_.emplace(challenge, now);
  return challenge;
}

bool Challenges::take(ByteView challenge, Time now) {
  Hash key{};
  if (challenge.size() != key.size()) return false;
  std::ranges::copy(challenge, key.begin());
  const std::scoped_lock lock{mutex_};
  const auto found = made_.find(key);
  if (found == made_.end()) return false;
  const bool fresh = now - found->second <= challenge_lasts;
  made_.erase(found);
  return fresh;
}

Site::Site(std::unique_ptr<store::Store> store, std::shared_ptr<const store::MasterKey> master, std::string slug,
           const SiteOptions& options, std::unique_ptr<store::ObjectStore> objects)
    : slug_(std::move(slug)),
      options_(options),
      exchange_(objects ? std::make_unique<exchange::Exchange>(std::move(objects)) : nullptr),
      taxii_(exchange_ ? std::make_unique<TaxiiRoot>(*exchange_, slug_) : nullptr),
      live_(std::move(store), std::move(master), options.party.id + "/c/" + slug_ + "/log"),
      sessions_(live_.store(), {"session/", session_kind_idle, session_kind_longest}, live_.now()),
      tokens_(live_.store(), token_kind(), live_.now()),
      tries_by_address_(30, std::chrono::seconds{2}),
      tries_by_account_(10, std::chrono::seconds{30}) {
  live_.on_commit([this](std::uint64_t size) { hub_.announce(size); });
  if (exchange_) puller_ = make_puller(options_.fetch);
}

void Site::stop() {
  if (puller_) puller_->stop();
  live_.stop();
  if (exchange_) exchange_->stop();
}

void Site::handle(const Request& request, const Reply& reply) {
  static const std::map<std::string, std::pair<Answer, bool>, std::less<>> answers{
      {"GET /api/community", {&Site::get_community, false}},
      {"POST /api/challenge", {&Site::make_challenge, false}},
      {"POST /api/sign-in", {&Site::sign_in, false}},
      {"POST /api/sign-out", {&Site::sign_out, false}},
      {"POST /api/enrolment/look", {&Site::look_at_enrolment, false}},
      {"POST /api/passkeys/read", {&Site::read_passkey, false}},
      {"POST /api/guest", {&Site::enter_as_guest, false}},
      {"GET /api/me", {&Site::get_me, false}},
      {"POST /api/me/sessions/end", {&Site::end_session, false}},
      {"POST /api/me/tokens", {&Site::make_token, false}},
      {"POST /api/me/tokens/end", {&Site::end_token, false}},
      {"POST /api/acts/prepare", {&Site::prepare_act, false}},
      {"GET /api/events", {&Site::get_events, false}},
      {"GET /api/desk", {&Site::get_desk, true}},
      {"GET /api/organizations", {&Site::get_organizations, true}},
      {"GET /api/organizations/*", {&Site::get_organization, true}},
      {"GET /api/people", {&Site::get_people, true}},
      {"GET /api/bodies", {&Site::get_bodies, true}},
      {"GET /api/meetings", {&Site::get_meetings, true}},
      {"GET /api/meetings/*", {&Site::get_meeting, true}},
      {"GET /api/motions", {&Site::get_motions, true}},
      {"GET /api/motions/*", {&Site::get_motion, true}},
      {"GET /api/elections", {&Site::get_elections, true}},
      {"GET /api/elections/*", {&Site::get_election, true}},
      {"GET /api/elections/*/archive", {&Site::get_election_archive, true}},
      {"GET /api/elections/*/checks", {&Site::get_election_checks, true}},
      {"GET /api/observers", {&Site::get_observers, true}},
      {"GET /api/charter", {&Site::get_charter, true}},
      {"GET /api/record", {&Site::get_record, true}},
      {"GET /api/record/*", {&Site::get_entry, true}},
      {"GET /api/exchange", {&Site::search_exchange, false}},
      {"GET /api/exchange/object", {&Site::get_exchange_object, false}},
      {"GET /api/exchange/graph", {&Site::get_exchange_object, false}},
      {"GET /api/exchange/matrix", {&Site::get_exchange_matrix, false}},
      {"POST /api/exchange/recognise", {&Site::recognise_text, false}},
      {"GET /api/exchange/collections", {&Site::get_collections, false}},
      {"POST /api/exchange/collections", {&Site::define_collection, false}},
      {"POST /api/exchange/uploads", {&Site::begin_upload, false}},
      {"POST /api/exchange/uploads/piece", {&Site::take_piece, false}},
      {"GET /api/exchange/subscriptions", {&Site::get_subscriptions, false}},
      {"POST /api/exchange/subscriptions", {&Site::subscribe, false}},
      {"POST /api/exchange/subscriptions/end", {&Site::end_subscription, false}},
      {"POST /api/exchange/subscriptions/pull", {&Site::pull_now, false}},
      {"POST /api/exchange/collections/end", {&Site::end_collection, false}},
      {"GET /log/checkpoint", {&Site::get_checkpoint, false}},
  };
  static const std::map<std::string, Action, std::less<>> actions{
      {"POST /api/acts", &Site::post_act},
      {"POST /api/enrolment", &Site::enrol},
      {"POST /api/recovery", &Site::ask_recovery},
      {"POST /api/exchange/incidents", &Site::report_incident},
      {"POST /api/exchange/sightings", &Site::sight_object},
      {"POST /api/exchange/comments", &Site::comment_on_object},
      {"POST /api/exchange/releases", &Site::release_object}};

  if (request.path.starts_with("/taxii2/") && taxii_) return handle_taxii(request, reply);
  try {
    const std::string route = (request.method == "HEAD" ? "GET" : request.method) + " " + first_segments(request.path);
    // A page of another site can't send this type without asking first, which stops forged requests together with
    // SameSite.
    const std::string_view sent = request.header("content-type");
    const bool is_piece = request.path == "/api/exchange/uploads/piece" && sent == "application/octet-stream";
    if (request.method == "POST" && !sent.starts_with("application/json") && !is_piece)
      throw Problem{415, "send-json", {}, {}, {}};
    if (request.is_encoded()) throw Problem{415, "send-plain", {}, {}, {}};
    if (const auto action = actions.find(route); action != actions.end())
      return (this->*action->second)(request, reply);
    if (request.path.starts_with("/log/tile/")) return reply(get_tile(request));
    const auto found = answers.find(route);
    if (found == answers.end()) {
      const std::string path = first_segments(request.path);
      const bool other_method =
          answers.contains("GET " + path) || answers.contains("POST " + path) || actions.contains("POST " + path);
      throw Problem{other_method ? 405u : 404u, other_method ? "method-not-allowed" : "no-such-page", {}, {}, {}};
    }
    const auto [answer, cacheable] = found->second;
    if (!cacheable) return reply((this->*answer)(request));

    std::string key{request.cookie("ccop_" + slug_)};
    key += '\n';
    key += request.header("authorization");
    key += '\n' + request.path;
    for (const auto& [name, value] : request.query) key += '\n' + name + '=' + value;
    const std::uint64_t size = live_.size();
    const Time now = live_.now();
    static_cast<void>(require_reader(request));  // a session that was ended reads nothing, cached or not
    {
      const std::scoped_lock lock{cache_mutex_};
      const auto cached = cache_.find(key);
      if (cached != cache_.end() && cached->second.size == size && now - cached->second.at < cache_lasts)
        return reply(cached->second.response);
    }
    Response response = (this->*answer)(request);
    {
      const std::scoped_lock lock{cache_mutex_};
      if (cache_.size() >= most_cached) cache_.clear();
      cache_.insert_or_assign(key, Cached{size, now, response});
    }
    reply(std::move(response));
  } catch (const Problem& problem) {
    reply(problem_response(problem));
  } catch (const BadInput& bad) {
    reply(problem_response(
        {400, "bad-input", {{"path", bad.path.empty() ? "body" : bad.path}, {"expected", bad.expected}}, {}, {}}));
  } catch (const std::exception& error) {
    spdlog::error("a request failed: {}", error.what());
    reply(problem_response({500, "server-failed", {}, {}, {}}));
  }
}

std::optional<Reader> Site::reader(const Request& request) {
  const Time now = live_.now();
  std::optional<WebSession> session = sessions_.find(request.cookie("ccop_" + slug_), now);
  const bool by_token = !session && request.header("authorization").starts_with("Bearer ");
  if (by_token) session = tokens_.find(request.header("authorization").substr(7), now);
  if (!session || session->use == TokenUse::liaison) return std::nullopt;
  return live_.read([&](const community::Community& state) -> std::optional<Reader> {
    const auto* person = state.people.find(session->person);
    if (person == nullptr) return std::nullopt;
    const bool has_seat = state.membership.seat_of(session->person, now) || state.is_committee(session->person, now);
    return Reader{session->person, has_seat, person->is_guest, by_token};
  });
}

Reader Site::require_reader(const Request& request) {
  const auto found = reader(request);
  if (!found) throw Problem{401, "sign-in-first", {}, {}, {}};
  return *found;
}

Reader Site::require_seat(const Request& request) {
  const Reader found = require_reader(request);
  if (!found.has_seat)
    throw problem_of(community::refuse(community::clause::membership_by_organization, "only-seats-read-this"));
  return found;
}

Problem Site::problem_of(const community::Refusal& refusal) const {
  Problem problem{422, std::string{refusal.key}, refusal.values, {}, {}};
  if (refusal.key == "sign-in-first") problem.status = 401;
  if (refusal.key == "only-seats-read-this") problem.status = 403;
  live_.read([&](const community::Community& state) {
    if (!state.is_founded()) return;
    if (const auto* clause = state.charter().clause(refusal.clause);
        clause != nullptr && refusal.clause != community::clause::the_record) {
      problem.clause_number = clause->number;
      problem.clause_title = clause->title;
    }
  });
  return problem;
}

}  // namespace ccop::server
