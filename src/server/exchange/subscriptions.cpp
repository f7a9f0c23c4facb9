// Others' servers that are read regularly, and how that stands.
#include "server/exchange/limits.hpp"
#include "server/exchange/party.hpp"
#include "server/exchange/routes.hpp"

namespace ccop::server {
namespace {

constexpr std::size_t longest_url = 2000;
constexpr std::uint32_t minutes_of_a_week = 10'080;
constexpr std::size_t most_subscriptions = 50;

struct NewSubscription {
  Name title;
  exchange::SourceKind kind;
  TextOf<1, longest_url> url;
  std::optional<TextUpTo<longest_name>> user;
  std::optional<TextUpTo<longest_url>> secret;
  std::string marking;
  NumberOf<5, minutes_of_a_week> every_minutes;
};
BOOST_DESCRIBE_STRUCT(NewSubscription, (), (title, kind, url, user, secret, marking, every_minutes))

struct SubscriptionView {
  std::string id;
  std::string title;
  exchange::SourceKind kind{};
  std::string url;
  Marking marking;
  std::uint32_t every_minutes{};
  std::uint64_t taken{};
  std::uint64_t refused{};
  std::uint64_t failures{};
  bool is_reached{};    ///< the last try went well, or none was made
  std::string trouble;  ///< what went wrong, for the Secretary alone
  /// What of the last try that brought something could not be taken as it was; for the Secretary alone.
  std::vector<exchange::LeftOut> left_out;
  std::vector<std::string> mistakes;
  std::vector<std::string> narrow;  ///< what the other side would give to few, and is not taken
  OrNull<Time> tried_at;
  OrNull<Time> next_at;
};
BOOST_DESCRIBE_STRUCT(SubscriptionView, (),
                      (id, title, kind, url, marking, every_minutes, taken, refused, failures, is_reached, trouble,
                       left_out, mistakes, narrow, tried_at, next_at))

struct SubscriptionsView {
  std::vector<SubscriptionView> subscriptions;
};
BOOST_DESCRIBE_STRUCT(SubscriptionsView, (), (subscriptions))

/// Never yet: null.
OrNull<Time> time_of(std::uint64_t seconds) {
  if (seconds == 0) return std::nullopt;
  return Time{std::chrono::seconds{seconds}};
}

SubscriptionsView subscriptions_view(const Call& call) {
  SubscriptionsView view;
  // What a server answered tells of the host's network: it is for whoever keeps the subscriptions in order.
  const bool tells = !call.reader.by_token && is_secretary(call);
  for (const auto& [s, state] : AtExchange{call}.room.puller().all())
    view.subscriptions.push_back({s.id,
                                  s.title,
                                  s.kind,
                                  s.url,
                                  {exchange::parse_level(s.marking).value()},
                                  s.every_minutes,
                                  state.taken,
                                  state.refused,
                                  state.failures,
                                  state.trouble.empty(),
                                  tells ? state.trouble : std::string{},
                                  tells ? state.unsaid.left_out.all() : std::vector<exchange::LeftOut>{},
                                  tells ? state.unsaid.mistakes : std::vector<std::string>{},
                                  tells ? state.unsaid.narrow : std::vector<std::string>{},
                                  time_of(state.tried_at),
                                  time_of(state.next_at)});
  return view;
}

void require_sound(const NewSubscription& asked, const exchange::Outbound& outbound) {
  const bool is_web = asked.url.starts_with("https://") || asked.url.starts_with("http://");
  if (!is_web || asked.url.find_first_of("?#\\ ") != std::string::npos)
    throw BadInput{"url", "an address that begins with https:// or http://, without a query"};
  const std::string rest = asked.url.substr(asked.url.find("//") + 2);
  const std::string authority = rest.substr(0, rest.find('/'));
  // It would be shown to everybody; user and secret have fields of their own.
  if (authority.empty() || authority.find('@') != std::string::npos)
    throw BadInput{"url", "an address with a host and without a user in it"};
  if (auto expected = outbound.expects(asked.url); !expected.empty()) throw BadInput{"url", std::move(expected)};
  if (!exchange::parse_level(asked.marking)) throw BadInput{"marking", "a word of TLP"};
}

/// A request of the Secretary, who may share too.
AtExchange keeping_order(const Call& call) {
  AtExchange here = sharing(call);
  require_secretary(call);
  return here;
}

ObjectRef subscribe(const Call& call, const NewSubscription& asked) {
  const AtExchange here = keeping_order(call);
  require_sound(asked, call.site.options.outbound);
  if (here.room.puller().all().size() >= most_subscriptions) throw BadInput{"title", "at most 50 subscriptions"};
  const std::string secret = asked.secret.value_or("");
  const exchange::Subscription subscription{exchange::to_text(exchange::random_uuid()),
                                            asked.title,
                                            asked.kind,
                                            asked.url,
                                            asked.user.value_or(""),
                                            secret.empty() ? std::string{} : here.room.seal(secret),
                                            asked.marking,
                                            asked.every_minutes.value};
  here.room.puller().add(subscription);
  return {subscription.id};
}

Nothing end_subscription(const Call& call, const ObjectRef& asked) {
  if (!keeping_order(call).room.puller().end(asked.id)) throw nothing_there("no-such-object");
  return {};
}

Nothing pull_now(const Call& call, const ObjectRef& asked) {
  if (!keeping_order(call).room.puller().hurry(asked.id)) throw nothing_there("no-such-object");
  return {};
}

}  // namespace

Routes subscription_routes() {
  return {routes::get<&subscriptions_view>("/api/exchange/subscriptions", Who::seat),
          routes::take<&subscribe>("/api/exchange/subscriptions", Who::seat),
          routes::take<&end_subscription>("/api/exchange/subscriptions/end", Who::seat),
          routes::take<&pull_now>("/api/exchange/subscriptions/pull", Who::seat)};
}

}  // namespace ccop::server
