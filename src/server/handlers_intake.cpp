// Many objects at once, by people: files that are sent piece by piece, and others' servers that are read regularly.
#include "community/clause.hpp"
#include "exchange/files.hpp"
#include "server/json.hpp"
#include "server/site.hpp"

namespace ccop::server {
namespace {

using namespace community;

constexpr std::size_t longest_name = 300;
constexpr std::size_t longest_url = 2000;
constexpr std::size_t most_uploads = 16;
constexpr std::size_t most_subscriptions = 50;
constexpr auto upload_idle = minutes{10};

struct NewUpload {
  std::string name;
  std::string format;
  std::string marking;
  std::optional<bool> check;      ///< examines the file, and keeps nothing
  std::optional<bool> no_custom;  ///< refuses what STIX doesn't define
};
BOOST_DESCRIBE_STRUCT(NewUpload, (), (name, format, marking, check, no_custom))

struct NewSubscription {
  std::string title;
  exchange::SourceKind kind;
  std::string url;
  std::optional<std::string> user;
  std::optional<std::string> secret;
  std::string marking;
  std::uint32_t every_minutes;
};
BOOST_DESCRIBE_STRUCT(NewSubscription, (), (title, kind, url, user, secret, marking, every_minutes))

struct IdRef {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(IdRef, (), (id))

constexpr const char* subscription_purpose = "subscription";

Json json_of(const exchange::IntakeReport& report, bool is_done) {
  return {
      {"objects", report.objects}, {"fresh", report.fresh},       {"known", report.known}, {"refused", report.refused},
      {"remarks", report.remarks}, {"mistakes", report.mistakes}, {"done", is_done}};
}

}  // namespace

/// A file on its way in. One piece at a time is taken.
struct Site::Upload {
  Upload(exchange::Exchange& exchange, const Bringer& by, std::shared_ptr<const exchange::Identities> known,
         exchange::Format format, const std::string& name, const exchange::IntakeOptions& options, Time now)
      : identities(std::move(known)),
        intake(exchange, by.party, *identities, options),
        reader(
            exchange::reader_of(format, name,
                                {by.party.sharer.organization ? identities->organization(*by.party.sharer.organization)
                                                              : identities->community(),
                                 exchange::microseconds_now(), options.least, false},
                                intake)),
        who(by.who),
        last_used(now) {}

  std::shared_ptr<const exchange::Identities> identities;
  exchange::Intake intake;
  std::unique_ptr<exchange::FileReader> reader;
  std::string who;
  Time last_used;
  std::mutex mutex;
};

Site::Bringer Site::require_bringer(const Request& request) {
  const Reader reader = require_reader(request);
  if (!reader.by_token) return {require_sharing(request), "person " + std::to_string(reader.person.value)};
  auto party = require_exchange(request);
  const auto caller = taxii_caller(request);
  party.may_write = caller && caller->party.may_write;
  require_may_share(party);
  return {party, caller ? caller->who : std::string{}};
}

Response Site::begin_upload(const Request& request) {
  const Bringer by = require_bringer(request);
  const auto asked = from_json<NewUpload>(request.body);
  const auto format = exchange::parse_format(asked.format);
  const auto level = exchange::parse_level(asked.marking);
  if (!format) throw BadInput{"format", "stix, misp, csv or text"};
  if (!level) throw BadInput{"marking", "a word of TLP"};
  if (*level > by.party.ceiling) throw BadInput{"marking", "a marking that this token may write"};
  if (asked.name.empty() || asked.name.size() > longest_name) throw BadInput{"name", "1 to 300 bytes"};
  const Time now = live_.now();
  const std::string id = exchange::to_text(exchange::random_uuid());
  const exchange::IntakeOptions options{*level, !asked.no_custom.value_or(false), !asked.check.value_or(false)};
  auto upload = std::make_shared<Upload>(*exchange_, by, identities(), *format, asked.name, options, now);
  const std::scoped_lock lock{uploads_mutex_};
  // Whoever begins anew has given up the one before.
  std::erase_if(uploads_, [&](const auto& item) {
    return item.second->who == by.who || now - item.second->last_used > upload_idle;
  });
  if (uploads_.size() >= most_uploads) throw Problem{429, "too-many-uploads", {}, {}, {}};
  uploads_.emplace(id, std::move(upload));
  return json_response({{"id", id}});
}

Response Site::take_piece(const Request& request) {
  const Bringer by = require_bringer(request);
  const auto given = [&](std::string_view name) {
    const auto found = request.query.find(name);
    return found == request.query.end() ? std::string{} : found->second;
  };
  std::shared_ptr<Upload> upload;
  {
    const std::scoped_lock lock{uploads_mutex_};
    const auto found = uploads_.find(given("id"));
    if (found == uploads_.end() || found->second->who != by.who) throw Problem{404, "no-such-upload", {}, {}, {}};
    upload = found->second;
    upload->last_used = live_.now();
  }
  const bool is_last = given("last") == "yes";
  const auto forget = [&] {
    const std::scoped_lock lock{uploads_mutex_};
    uploads_.erase(given("id"));
  };
  const std::scoped_lock lock{upload->mutex};
  try {
    upload->reader->feed(request.body);
    if (is_last) upload->reader->finish();
  } catch (const exchange::BundleMistake& mistake) {
    // What came before the broken place is kept, and told.
    upload->intake.refuse(mistake.what());
    const auto report = upload->intake.finish();
    forget();
    return json_response(json_of(report, true));
  }
  if (!is_last) return json_response(json_of(upload->intake.so_far(), false));
  const auto report = upload->intake.finish();
  forget();
  return json_response(json_of(report, true));
}

Response Site::get_subscriptions(const Request& request) {
  static_cast<void>(require_exchange(request));
  Json rows = Json::array();
  const auto time = [](std::uint64_t seconds) {
    return seconds == 0 ? Json(nullptr) : Json(exchange::to_timestamp(static_cast<std::int64_t>(seconds) * 1'000'000));
  };
  for (const auto& [subscription, state] : puller_->all())
    rows.push_back({{"id", subscription.id},
                    {"title", subscription.title},
                    {"kind", server::json_of(subscription.kind)},
                    {"url", subscription.url},
                    {"marking", subscription.marking},
                    {"every_minutes", subscription.every_minutes},
                    {"taken", state.taken},
                    {"refused", state.refused},
                    {"failures", state.failures},
                    {"trouble", state.trouble},
                    {"tried_at", time(state.tried_at)},
                    {"next_at", time(state.next_at)}});
  return json_response({{"subscriptions", rows}});
}

Response Site::subscribe(const Request& request) {
  static_cast<void>(require_sharing(request));
  require_secretary(request);
  const auto asked = from_json<NewSubscription>(request.body);
  if (asked.title.empty() || asked.title.size() > longest_name) throw BadInput{"title", "1 to 300 bytes"};
  const bool is_web = asked.url.starts_with("https://") || asked.url.starts_with("http://");
  if (!is_web || asked.url.size() > longest_url || asked.url.find('?') != std::string::npos)
    throw BadInput{"url", "an address that begins with https:// or http://, without a query"};
  if (!exchange::parse_level(asked.marking)) throw BadInput{"marking", "a word of TLP"};
  if (asked.every_minutes < 5 || asked.every_minutes > 10'080) throw BadInput{"every_minutes", "5 to 10080"};
  if (asked.user.value_or("").size() > longest_name || asked.secret.value_or("").size() > longest_url)
    throw BadInput{"secret", "at most 2000 bytes"};
  if (puller_->all().size() >= most_subscriptions) throw BadInput{"title", "at most 50 subscriptions"};
  exchange::Subscription subscription{exchange::to_text(exchange::random_uuid()),
                                      asked.title,
                                      asked.kind,
                                      asked.url,
                                      asked.user.value_or(""),
                                      "",
                                      asked.marking,
                                      asked.every_minutes};
  if (asked.secret && !asked.secret->empty())
    subscription.sealed = to_base64url(bytes_of(store::wrap(*asked.secret, subscription_purpose, live_.master())));
  puller_->add(subscription);
  return json_response({{"id", subscription.id}});
}

Response Site::end_subscription(const Request& request) {
  static_cast<void>(require_sharing(request));
  require_secretary(request);
  if (!puller_->end(from_json<IdRef>(request.body).id)) throw Problem{404, "no-such-object", {}, {}, {}};
  return json_response(Json::object());
}

Response Site::pull_now(const Request& request) {
  static_cast<void>(require_sharing(request));
  require_secretary(request);
  if (!puller_->hurry(from_json<IdRef>(request.body).id)) throw Problem{404, "no-such-object", {}, {}, {}};
  return json_response(Json::object());
}

// Here, where it is known what an upload is.
Site::~Site() = default;

std::unique_ptr<exchange::Puller> Site::make_puller(exchange::Fetch fetch) {
  return std::make_unique<exchange::Puller>(
      *exchange_, std::move(fetch),
      [this](const std::string& sealed) {
        const auto bytes = from_base64url(sealed);
        return bytes ? store::unwrap(text_of(*bytes), subscription_purpose, live_.master()) : std::string{};
      },
      [this] { return identities(); });
}

}  // namespace ccop::server
