#include "base/text.hpp"
#include "cli/log_format.hpp"
#include "cli/master_key_change.hpp"
#include "cli/program.hpp"
#include "exchange/outbound.hpp"
#include "notify/mail/reply_box.hpp"
#include "server/descriptors.hpp"
#include "server/document.hpp"
#include "server/host_server.hpp"
#include "server/proxies.hpp"

#include <spdlog/spdlog.h>

#include <charconv>
#include <iostream>
#include <thread>

namespace ccop::cli {

server::ListenOptions listen_options(const std::string& listen) {
  server::ListenOptions options;
  const auto colon = listen.rfind(':');
  if (colon == std::string::npos) throw store::StoreError{"--listen takes ADDRESS:PORT, such as 127.0.0.1:8080"};
  options.address = listen.substr(0, colon);
  if (options.address.starts_with('[') && options.address.ends_with(']'))
    options.address = options.address.substr(1, options.address.size() - 2);
  if (options.address == "localhost") options.address = "127.0.0.1";
  const std::string port = listen.substr(colon + 1);
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), options.port);
  if (error != std::errc{} || end != port.data() + port.size())
    throw store::StoreError{"--listen takes ADDRESS:PORT, such as 127.0.0.1:8080"};
  return options;
}

namespace {

bool is_of_this_machine(const std::string& host) {
  return (host.starts_with("127.") && server::is_address(host)) || host == "::1" || host == "localhost";
}

}  // namespace

server::ListenOptions plain_options(const std::string& listen) {
  auto options = listen_options(listen);
  if (!is_of_this_machine(options.address))
    throw store::StoreError{listen +
                            " is open to others, who need TLS: listen at an address of this machine, and have a proxy "
                            "here speak it"};
  return options;
}

namespace {

/// What lies between is anybody's, unless nothing does.
bool is_open_plain(const std::string& address) {
  return address.starts_with("http://") && !is_of_this_machine(host_in(address));
}

server::ListenOptions serving_options(const ServeSettings& settings) {
  server::ListenOptions options = listen_options(settings.listen);
  options.threads = settings.threads != 0 ? settings.threads : std::max(1u, std::thread::hardware_concurrency());
  std::vector<std::string> proxies = settings.proxies;
  if (settings.behind_proxy) proxies.insert(proxies.end(), {"127.0.0.0/8", "::1"});
  try {
    options.proxies = server::Proxies{proxies};
  } catch (const std::invalid_argument& bad) {
    throw store::StoreError{bad.what()};
  }
  options.most = settings.host_quotas;
  if (options.most.connections == 0) options.most.connections = server::descriptors_for_connections();
  if (settings.certificate.empty() && !is_of_this_machine(options.address))
    throw store::StoreError{
        "--listen " + settings.listen +
        " is open to others, who need TLS, a proxy too: add --tls-cert and --tls-key, or listen at an address of this "
        "machine, behind a proxy here (--behind-proxy)"};
  options.certificate_file = settings.certificate;
  options.key_file = settings.key;
  return options;
}

std::filesystem::path web_folder(const ServeSettings& settings) {
  return settings.web.empty() ? installed_share() / "web" : std::filesystem::path{settings.web};
}

identity::RelyingParty relying_party(const std::string& origin) {
  if (origin.find("://") == std::string::npos)
    throw store::StoreError{"--origin takes an address such as https://ccop.example.org"};
  return {host_of(origin), {origin}};
}

/// Of NAME=ADDRESS; the name may hold no "=".
std::map<std::string, std::string> witness_addresses(const ServeSettings& settings) {
  std::map<std::string, std::string> addresses;
  for (const std::string& given : settings.witnesses) {
    const auto equals = given.find('=');
    const std::string address = equals == std::string::npos ? "" : given.substr(equals + 1);
    if (equals == 0 || (!address.starts_with("https://") && !address.starts_with("http://")))
      throw store::StoreError{"--witness takes NAME=ADDRESS, such as \"FAO=https://witness.example.org\""};
    if (is_open_plain(address))
      throw store::StoreError{"--witness " + given + ": another machine is called by https:// alone"};
    addresses[given.substr(0, equals)] = address;
  }
  return addresses;
}

exchange::Outbound outbound_of(const ServeSettings& settings) {
  std::vector<exchange::Network> networks;
  for (const auto& text : settings.outbound) {
    const auto network = exchange::parse_network(text);
    if (!network) throw store::StoreError{"--allow-outbound takes a network such as 10.1.0.0/16, not " + text};
    networks.push_back(*network);
  }
  std::vector<exchange::ServerName> servers;
  for (const auto& text : settings.servers) {
    const auto server = exchange::parse_server(text);
    if (!server)
      throw store::StoreError{"--read-only-from takes HOST or HOST:PORT, such as taxii.example.org, not " + text};
    servers.push_back(*server);
  }
  return exchange::Outbound{std::move(networks), std::move(servers)};
}

/// Another address of the same process, with its own thread.
class Beside {
 public:
  Beside(const std::string& listen, server::Handler handler)
      : listener_(plain_options(listen), std::move(handler)), thread_([this] { listener_.run(); }) {}
  ~Beside() {
    listener_.stop();
    thread_.join();
  }
  Beside(const Beside&) = delete;
  Beside& operator=(const Beside&) = delete;
  Beside(Beside&&) = delete;
  Beside& operator=(Beside&&) = delete;

 private:
  server::Listener listener_;
  std::thread thread_;
};

/// What was lost is told once more at each start, until whoever runs the host says that they know.
void tell_of_loss(server::Site& site, bool is_known) {
  const auto lost = site.live().behind();
  if (!lost) return;
  if (is_known) {
    site.live().accept_loss();
    spdlog::warn("the record of {} goes on from {} entries; {} had been signed and are lost", site.slug(), site.size(),
                 *lost);
  } else {
    spdlog::critical(
        "the record of {} was rolled back: it has {} entries, and this host signed {}; it takes no acts until it is "
        "started with --loss-is-known (docs/hosting.md)",
        site.slug(), site.size(), *lost);
  }
}

/// Written anew under the community's lock where they are older; the site takes the lock itself later.
std::unique_ptr<store::ObjectStore> objects_to_serve(const DataOptions& options, const std::string& slug,
                                                     const store::MasterKey& master) {
  if (options.store.empty())
    if (auto objects = open_objects(options, slug); !objects->is_older()) return objects;
  const auto record = open_store(options, slug, false);
  record->lock_for_writing();
  return current_objects(options, slug, master);
}

/// Of a disk that is another machine's, nothing is known here.
std::function<std::optional<std::uint64_t>()> free_bytes_of(const DataOptions& options) {
  if (!options.store.empty()) return {};
  return [folder = std::filesystem::path{options.data}]() -> std::optional<std::uint64_t> {
    std::error_code unknown;
    const auto space = std::filesystem::space(folder, unknown);
    return unknown ? std::nullopt : std::optional<std::uint64_t>{space.available};
  };
}

/// Threat objects are the most that anybody writes, and the record has to go on: they stop while it still has room.
std::function<bool()> room_beside_reserve(const server::HostShare& host) {
  if (!host.free_bytes) return {};
  return [free_bytes = host.free_bytes, reserve = host.most.reserve_bytes] {
    return free_bytes().value_or(reserve) >= reserve;
  };
}

}  // namespace

int serve(const DataOptions& options, const ServeSettings& settings) {
  log_as_json(settings.verbose);
  const auto slugs = options.community.empty() ? communities_in(options) : std::vector{options.community};
  if (slugs.empty())
    throw store::StoreError{"no community in " + options.data + "; found one with: ccop init --charter FILE --data " +
                            options.data};
  auto listening = serving_options(settings);
  const bool tls = !settings.certificate.empty();
  const std::string origin =
      !settings.origin.empty() ? settings.origin
                               : std::string{tls ? "https" : "http"} + "://localhost:" + std::to_string(listening.port);
  const bool https = origin.starts_with("https://");

  finish_change(options);
  const auto master = master_key(options, false);
  server::SiteOptions site_options{relying_party(origin), https};
  site_options.witnesses = witness_addresses(settings);
  site_options.quotas = settings.quotas;
  site_options.host = {listening.most, listening.crowds, free_bytes_of(options)};
  site_options.has_room_for_objects = room_beside_reserve(site_options.host);
  site_options.outbound = outbound_of(settings);
  site_options.syslog = settings.syslog;
  site_options.mail = mail_sending(settings.mail);
  std::vector<std::unique_ptr<server::Site>> sites;
  sites.reserve(slugs.size());
  for (const auto& slug : slugs) {
    site_options.security_log = std::filesystem::path{options.data} / slug / "security.jsonl";
    sites.push_back(std::make_unique<server::Site>(open_store(options, slug, false), master, slug, site_options,
                                                   objects_to_serve(options, slug, *master)));
  }
  for (const auto& site : sites) {
    tell_of_loss(*site, settings.loss_is_known);
    if (settings.settle_unwitnessed) site->live().settle_on_its_word();
  }
  if (site_options.mail && site_options.mail->replies) site_options.mail->replies->open();
  server::HostServer host{std::move(sites), web_folder(settings), https};
  listening.larger_body = host.larger_body();
  listening.refusal_lines = host.refusal_lines();
  listening.is_for_machines = host.is_for_machines();
  server::Listener listener{listening, host.handler()};
  auto metrics =
      settings.metrics.empty() ? nullptr : std::make_unique<Beside>(settings.metrics, host.metrics_handler());
  std::cout << "serving " << slugs.size() << (slugs.size() == 1 ? " community" : " communities") << " at " << origin
            << "/\n"
            << std::flush;
  listener.run();
  metrics.reset();
  host.stop();
  std::cout << "stopped; everything acknowledged is on disk\n";
  return 0;
}

int print_api() {
  std::cout << server::generated_components();
  return 0;
}

}  // namespace ccop::cli
