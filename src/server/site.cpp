#include "server/site.hpp"

#include "server/rooms.hpp"
#include "server/routes.hpp"

#include <spdlog/spdlog.h>

namespace ccop::server {

Site::Site(std::unique_ptr<store::Store> store, std::shared_ptr<const store::MasterKey> master, const std::string& slug,
           const SiteOptions& options, std::unique_ptr<store::ObjectStore> objects)
    : live_(std::move(store), std::move(master), options.party.id + "/c/" + slug + "/log"),
      admission_(live_, slug, options.secure_cookies),
      rooms_(std::make_unique<Rooms>(live_)),
      served_{slug, options, live_, admission_, events_, *rooms_} {
  if (objects) rooms_->exchange = std::make_unique<ExchangeRoom>(std::move(objects), slug, options, live_, admission_);
  rooms_->pushes = std::make_shared<Pushes>(live_, rooms_->cosigned, options.fetch, options.witnesses);
  // The writer may still commit when the rooms are gone.
  live_.on_commit([this, pushes = rooms_->pushes](std::uint64_t size, const auto& concerns) {
    events_.announce(size, Changes::of(concerns));
    pushes->hurry();
  });
}

Site::~Site() {
  rooms_->pushes->stop();
}

void Site::stop() {
  rooms_->stop();
  live_.stop();
}

void Site::handle(const Request& request, const Reply& reply) {
  try {
    answer(request, reply);
  } catch (const Problem& problem) {
    reply(problem_response(problem));
  } catch (const BadInput& bad) {
    reply(problem_response(problem_of(bad)));
  } catch (const std::exception& error) {
    spdlog::error("a request failed: {}", error.what());
    reply(problem_response({500, "server-failed"}));
  }
}

void Site::answer(const Request& request, const Reply& reply) {
  static const Router router{all_routes()};
  const Route& route = router.find(request);
  if (!route.speaks_otherwise) require_fitting_body(route, request);
  const Call call{served_, request, served_.admit(route.who, request), live_.now()};
  if (route.is_kept)
    answer_kept(route, call, reply);
  else
    route.answer(call, reply);
}

void Site::answer_kept(const Route& route, const Call& call, const Reply& reply) {
  const std::string name = page_name(call.request, admission_.secret_in(call.request));
  const std::uint64_t size = live_.size();
  if (auto kept = cache_.find(name, size, call.now)) return reply(*std::move(kept));
  route.answer(call, [&](Response response) {
    cache_.keep(name, size, call.now, response);
    reply(std::move(response));
  });
}

}  // namespace ccop::server
