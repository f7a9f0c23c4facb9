#include "server/exchange/room.hpp"

#include "base/codec.hpp"
#include "exchange/secrets.hpp"
#include "server/exchange/times.hpp"

namespace ccop::server {

using namespace community;

ExchangeRoom::ExchangeRoom(std::unique_ptr<store::ObjectStore> objects, std::string slug, const SiteOptions& options,
                           const host::LiveCommunity& live, Admission& admission, Quotas& quotas)
    : slug_(std::move(slug)),
      origin_(options.party.origins.front()),
      live_(live),
      admission_(admission),
      quotas_(quotas),
      keys_(exchange::Keys::unlock(*objects, live.master())),
      objects_(std::move(objects), options.has_room_for_objects),
      taxii_(objects_, slug_, keys_),
      uploads_(quotas_),
      puller_(objects_, guarded(options), unsealing(), [this] { return identities(); }) {}

std::string ExchangeRoom::holder_of(const exchange::Party& party) {
  const auto& organization = party.sharer.organization;
  return organization ? quota_holder(organization, {}) : "the committee";
}

bool ExchangeRoom::may_bring(const exchange::Party& party, std::size_t bytes) {
  return quotas_.take_threats(holder_of(party), bytes, live_.now());
}

void ExchangeRoom::brought(const exchange::Party& party, std::size_t objects) {
  quotas_.count_threats(holder_of(party), objects, live_.now());
}

exchange::Fetch ExchangeRoom::guarded(const SiteOptions& options) {
  return [fetch = options.fetch, outbound = options.outbound](const exchange::Fetching& asking) {
    exchange::Fetching guarded = asking;
    guarded.outbound = &outbound;
    return fetch(guarded);
  };
}

void ExchangeRoom::stop() {
  puller_.stop();
  objects_.stop();
}

std::string ExchangeRoom::seal(const std::string& secret) const {
  return exchange::sealed_secret(secret, live_.master());
}

exchange::Puller::Unseal ExchangeRoom::unsealing() const {
  return [this](const std::string& sealed) { return exchange::secret_of(sealed, live_.master()); };
}

std::shared_ptr<const exchange::Identities> ExchangeRoom::identities() {
  const std::scoped_lock lock{identities_mutex_};
  const std::uint64_t size = live_.size();
  if (identities_ && identities_at_ == size) return identities_;
  std::size_t organizations = 0;
  const auto releases = live_.read([&](const Community& state) {
    organizations = membership(state).organizations.size();
    return agreed_releases(state);
  });
  if (!identities_ || identities_->size() != organizations || releases_ != releases.size()) {
    auto released = exchange::named_by_releases(releases, [this](const ContentHash& hash) { return live_.text(hash); });
    identities_ = live_.read([&](const Community& state) {
      return std::make_shared<const exchange::Identities>(slug_, state, std::move(released), keys_.sightings());
    });
    releases_ = releases.size();
  }
  identities_at_ = size;
  return identities_;
}

namespace {

store::NewObject introduced(exchange::Examiner& examiner, const std::string& json, exchange::Level level) {
  auto examined = examiner.examine(json);
  store::NewObject object;
  object.name = {examined.object.type, examined.object.uuid};
  object.version = examined.object.version.value_or(0);
  object.lists = {exchange::list_of(level)};
  object.terms = std::move(examined.object.terms);
  object.strictness = static_cast<std::uint8_t>(level);
  object.head = to_json(examined.object.head);
  object.json = std::move(examined.object.json);
  return object;
}

}  // namespace

void ExchangeRoom::introduce_identities() {
  const auto known = identities();
  if (introduced_ == known->size()) return;
  const std::string count =
      std::to_string(known->size()) + " and " + std::to_string(exchange::marking_definitions().size());
  if (objects_.store().note("introduced") != count) {
    exchange::Examiner examiner;
    std::vector<store::NewObject> objects;
    for (const auto& marking : exchange::marking_definitions())
      objects.push_back(introduced(examiner, marking, exchange::Level::clear));
    const auto identity_objects = live_.read([&](const Community& state) {
      const auto& organizations = membership(state).organizations;
      return known->objects(state, organizations.empty() ? 0 : microseconds_of(organizations.front().from));
    });
    for (const auto& identity : identity_objects)
      objects.push_back(introduced(examiner, identity, exchange::Level::green));
    objects_.add(std::move(objects));
    objects_.store().set_note("introduced", count);
  }
  introduced_ = known->size();
}

std::string ExchangeRoom::name_of_community() const {
  return live_.read([](const Community& state) { return charter(state).name; });
}

std::string ExchangeRoom::root_address() const {
  return origin_ + "/c/" + slug_ + "/taxii2/";
}

std::string ExchangeRoom::short_root_address() const {
  return origin_ + "/" + slug_ + "/";
}

std::optional<ExchangeRoom::Root> ExchangeRoom::root_for(const Request& request) {
  if (!machine(request)) return std::nullopt;
  return Root{name_of_community(), root_address(), short_root_address()};
}

}  // namespace ccop::server
