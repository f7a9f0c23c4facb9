#include "server/site.hpp"

#include "notify/mail/reports.hpp"
#include "server/hook_words.hpp"
#include "server/rooms.hpp"
#include "server/routes.hpp"

#include <boost/core/demangle.hpp>
#include <spdlog/spdlog.h>

namespace ccop::server {
namespace {

constexpr unsigned heavy_threads = 2;
/// A body that is larger takes long to read, whatever it is.
constexpr std::size_t light_body = std::size_t{64} * 1024;

bool takes_long(const Route& route, const Request& request) {
  return route.is_heavy || request.body.size() > light_body;
}

std::string whose(const Reader& reader) {
  return "person " + std::to_string(reader.person.value);
}

/// Who takes turns with others: a person, or, where it matters to nobody who it is, whoever comes from an address.
std::string whose(const Route& route, const Reader& reader, const Request& request) {
  const bool is_known = route.who != Who::everybody && route.who != Who::strangers;
  return is_known ? whose(reader) : caller_of(request.address);
}

/// Without the body, which may be large.
Request head_of(const Request& request) {
  return {request.method, request.path, {}, request.headers, {}, request.address};
}

/// Whoever has as much as they may (a Member, a machine of theirs), and not a stranger who tries.
bool is_of_a_quota(unsigned status, std::string_view key) {
  return status == 429 ? key != "too-many-tries" : status == 409 && key.starts_with("too-many-");
}

/// What invitations depend on besides the record. `site` outlives the office.
notify::MailOptions mail_options(const Served& site, const MailSending& sending, const std::string& address) {
  return {
      sending.sender,
      address,
      [&site](community::PersonId person) { return !site.admission.calendars().of(person, site.live.now()).empty(); },
      [&site](community::PersonId person, community::MeetingId id) {
        return site.live.read([&](const community::Community& now) {
          const community::Meeting* meeting = community::meetings(now).find(id);
          return meeting == nullptr ? std::nullopt : site.rooms.comings.of(id, *meeting, person);
        });
      },
      sending.replies,
      [&site](community::MeetingId id, const host::ComingSaid& said) { site.rooms.comings.say(id, said); }};
}

}  // namespace

Site::Site(std::unique_ptr<store::Store> store, std::shared_ptr<const store::MasterKey> master, const std::string& slug,
           const SiteOptions& options, std::unique_ptr<store::ObjectStore> objects)
    : live_(std::move(store), std::move(master), options.party.id + "/c/" + slug + "/log"),
      admission_(live_, slug, options.secure_cookies),
      quotas_(options.quotas),
      rooms_(std::make_unique<Rooms>(live_)),
      security_(options.security_log, options.syslog, slug),
      served_{slug,
              options,
              live_,
              admission_,
              events_,
              *rooms_,
              security_,
              quotas_,
              [this](const Call& call, const Reply& reply, std::function<void()> work) {
                go_on(whose(call.reader), head_of(call.request), reply, std::move(work));
              }},
      workers_(heavy_threads, options.heavy_waiting) {
  if (objects)
    rooms_->exchange = std::make_unique<ExchangeRoom>(std::move(objects), slug, options, live_, admission_, quotas_);
  const std::string address = options.party.origins.front() + "/c/" + slug;
  rooms_->pushes = std::make_shared<Pushes>(live_, rooms_->cosigned, options.fetch, options.witnesses);
  if (options.mail) {
    rooms_->mail = std::make_shared<notify::MailOffice>(live_, mail_options(served_, *options.mail, address),
                                                        options.mail->hand_over, notify::reporting(live_));
    rooms_->mail->start();
  }
  rooms_->hooks =
      std::make_shared<notify::Hooks>(live_, notify::HookMeans{options.fetch, options.outbound, address, hook_words});
  // The writer may still commit when the rooms are gone.
  live_.on_commit([this, pushes = rooms_->pushes, hooks = rooms_->hooks, mail = rooms_->mail,
                   speakers = rooms_->speakers](std::uint64_t size, const auto& concerns) {
    live_.read([&](const community::Community& now) { speakers->forget_who_left(community::meetings(now)); });
    events_.announce(size, Changes::of(concerns));
    pushes->hurry();
    hooks->hurry();
    if (mail) mail->hurry();
  });
}

Site::~Site() {
  rooms_->stop();
}

void Site::stop() {
  workers_.stop();
  rooms_->stop();
  live_.stop();
}

void Site::handle(const Request& request, const Reply& reply) {
  guarded(request, reply, [&] { answer(request, reply); });
}

void Site::guarded(const Request& request, const Reply& reply, const std::function<void()>& answer) {
  try {
    answer();
  } catch (const Problem& problem) {
    note(request, problem.status, problem.key);
    reply(problem_response(problem));
  } catch (const Refused& refused) {
    const Problem problem = served_.problem_of(refused.refusal, refused.status);
    note(request, problem.status, problem.key);
    reply(problem_response(problem));
  } catch (const BadInput& bad) {
    note(request, 400, "bad-input");
    reply(problem_response(problem_of(bad)));
  } catch (const std::exception& error) {
    // Its words may hold bits of what was read: they are for whoever looks for a mistake, and asked to see them.
    spdlog::error("a request failed ({})", boost::core::demangle(typeid(error).name()));
    spdlog::debug("why it failed: {}", error.what());
    reply(problem_response({500, "server-failed"}));
  }
}

void Site::note(const Request& request, unsigned status, const std::string& key) {
  // A page that was opened before its person signed in asks in vain all day: that is nothing to tell.
  const bool came_with_token = !request.header("authorization").empty();
  const bool is_told = status == 400 || status == 403 || status == 429 || (status == 401 && came_with_token) ||
                       key == "signature-does-not-hold" || is_of_a_quota(status, key);
  if (!is_told) return;
  const auto reader = admission_.reader(request);
  const auto kind = is_of_a_quota(status, key) ? SecurityKind::quota_reached
                    : status == 429            ? SecurityKind::tried_too_often
                                               : SecurityKind::refused;
  security_.note(
      {live_.now(), kind, reader ? std::optional{reader->person} : std::nullopt, caller_of(request.address), key});
}

void Site::answer(const Request& request, const Reply& reply) {
  static const Router router{all_routes()};
  const Route& route = router.find(request);
  if (!route.speaks_otherwise) require_fitting_body(route, request);
  const Reader reader = served_.admit(route.who, request);
  if (!takes_long(route, request)) return answer_now(route, {served_, request, reader, live_.now()}, reply);
  const auto whole = std::make_shared<const Request>(request);
  go_on(whose(route, reader, request), head_of(request), reply, [this, &route, reader, whole, reply] {
    answer_now(route, {served_, *whole, reader, live_.now()}, reply);
  });
}

void Site::go_on(const std::string& turn, Request head, const Reply& reply, std::function<void()> work) {
  auto guarded_work = [this, head = std::move(head), reply, work = std::move(work)] { guarded(head, reply, work); };
  if (!workers_.take(turn, std::move(guarded_work))) throw Problem{503, "server-is-busy"};
}

void Site::answer_now(const Route& route, const Call& call, const Reply& reply) {
  if (route.is_kept)
    answer_kept(route, call, reply);
  else
    route.answer(call, route.speaks_otherwise ? noting(call.request, reply) : reply);
}

Reply Site::noting(const Request& request, const Reply& reply) {
  return [this, head = head_of(request), reply](Response response) {
    if (response.status >= 400) note(head, response.status, "taxii");
    reply(std::move(response));
  };
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
