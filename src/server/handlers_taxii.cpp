// Who speaks at the TAXII server: machines, by tokens that members made for them.
#include "exchange/stix/examine.hpp"
#include "server/json.hpp"
#include "server/site.hpp"

#include <spdlog/spdlog.h>

namespace ccop::server {
namespace {

using namespace community;

/// The token in an Authorization field: a bearer token (RFC 6750), or the password of Basic (RFC 7617), whose user's
/// name is for the other side's own use.
std::string token_in(std::string_view authorization) {
  const auto is = [&](std::string_view scheme) {
    if (authorization.size() <= scheme.size()) return false;
    for (std::size_t i = 0; i < scheme.size(); ++i)
      if ((authorization[i] | 0x20) != (scheme[i] | 0x20)) return false;
    return authorization[scheme.size()] == ' ';
  };
  if (is("bearer")) return std::string{authorization.substr(7)};
  if (!is("basic")) return {};
  const auto decoded = from_base64(authorization.substr(6));
  if (!decoded) return {};
  const std::string_view pair = text_of(*decoded);
  const auto colon = pair.find(':');
  return colon == std::string_view::npos ? std::string{} : std::string{pair.substr(colon + 1)};
}

exchange::Microseconds microseconds_of(Time time) {
  return std::chrono::duration_cast<std::chrono::microseconds>(time.time_since_epoch()).count();
}

}  // namespace

std::optional<TaxiiCaller> Site::taxii_caller(const Request& request) {
  const Time now = live_.now();
  const std::string token = token_in(request.header("authorization"));
  const auto session = tokens_.find(token, now);
  if (!session) return std::nullopt;
  TaxiiCaller caller;
  caller.who = Sessions::id_of(token);
  caller.party.sharer = live_.read([&](const Community& state) { return sharer(state, session->person, now); });
  caller.party.may_write = session->use == TokenUse::share;
  if (const auto ceiling = exchange::parse_level(session->ceiling)) caller.party.ceiling = *ceiling;
  if (session->use == TokenUse::liaison) {
    // It ends with the office of whoever made it; it is nobody's seat.
    if (!caller.party.sharer.is_committee) return std::nullopt;
    caller.party.sharer = {Standing::liaison, false, std::nullopt};
  }
  return caller;
}

std::shared_ptr<const exchange::Identities> Site::identities() {
  const std::scoped_lock lock{identities_mutex_};
  const std::uint64_t size = live_.size();
  if (identities_ && identities_at_ == size) return identities_;
  return live_.read([&](const Community& state) {
    const auto releases = agreed_releases(state);
    if (!identities_ || identities_->size() != state.membership.organizations.size() || releases_ != releases.size()) {
      identities_ = std::make_shared<const exchange::Identities>(
          slug_, state, exchange::named_by_releases(releases, [this](const Hash& hash) { return live_.text(hash); }));
      releases_ = releases.size();
    }
    identities_at_ = size;
    return identities_;
  });
}

void Site::introduce_identities() {
  const auto known = identities();
  if (introduced_ == known->size()) return;
  const std::string introduced = std::to_string(known->size());
  if (exchange_->store().note("introduced") == introduced) {
    introduced_ = known->size();
    return;
  }
  exchange::Examiner examiner;
  std::vector<store::NewObject> objects;
  const auto introduce = [&](const std::string& json, exchange::Level level) {
    auto examined = examiner.examine(json);
    store::NewObject object;
    object.name = {examined.object.type, examined.object.uuid};
    object.version = examined.object.version.value_or(0);
    object.lists = {exchange::list_of(level)};
    object.terms = std::move(examined.object.terms);
    object.json = std::move(examined.object.json);
    objects.push_back(std::move(object));
  };
  for (const auto& marking : exchange::marking_definitions()) introduce(marking, exchange::Level::clear);
  const auto identity_objects = live_.read([&](const Community& state) {
    return known->objects(state, state.membership.organizations.empty()
                                     ? 0
                                     : microseconds_of(state.membership.organizations.front().from));
  });
  for (const auto& identity : identity_objects) introduce(identity, exchange::Level::green);
  exchange_->add(std::move(objects));
  exchange_->store().set_note("introduced", introduced);
  introduced_ = known->size();
}

std::optional<std::size_t> Site::larger_body(const Request& head) {
  if (!taxii_ || !head.path.starts_with("/taxii2/")) return std::nullopt;
  const auto caller = taxii_caller(head);
  if (!caller || !caller->party.may_write) return std::nullopt;
  return TaxiiRoot::largest_body;
}

std::optional<std::pair<std::string, std::string>> Site::taxii_root_for(const Request& request) {
  if (!taxii_ || !taxii_caller(request)) return std::nullopt;
  const std::string name = live_.read([](const Community& state) { return state.charter().name; });
  return std::pair{name, options_.party.origins.front() + "/c/" + slug_ + "/taxii2/"};
}

void Site::handle_taxii(const Request& request, const Reply& reply) {
  try {
    const auto caller = taxii_caller(request);
    if (!caller) {
      if (!tries_by_address_.take(caller_of(request.address), live_.now()))
        throw TaxiiProblem{429, "Too many tries", "Wait a minute, then send a token that is still good."};
      throw TaxiiProblem{401, "Unauthorized", "Send a token that a member made for this machine."};
    }
    introduce_identities();
    const std::string name = live_.read([](const Community& state) { return state.charter().name; });
    taxii_->handle(request, std::string_view{request.path}.substr(std::string_view{"/taxii2/"}.size()), *caller,
                   *identities(), name, reply);
  } catch (const TaxiiProblem& problem) {
    reply(taxii_error(problem));
  } catch (const std::exception& error) {
    spdlog::error("a TAXII request failed: {}", error.what());
    reply(taxii_error({500, "Server error", "The request failed here; nothing was half-written. Try again."}));
  }
}

}  // namespace ccop::server
