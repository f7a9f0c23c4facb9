#include "server/listener.hpp"

#include "server/connection.hpp"
#include "server/descriptors.hpp"
#include "server/limits.hpp"

#include <atomic>
#include <deque>
#include <filesystem>
#include <thread>

namespace ccop::server {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

/// How long running requests may take to end when the server stops.
constexpr auto longest_grace = std::chrono::seconds{5};

Acceptor bound(asio::io_context& context, const tcp::endpoint& endpoint) {
  Acceptor acceptor{context};
  acceptor.open(endpoint.protocol());
  acceptor.set_option(Acceptor::reuse_address{true});
  acceptor.set_option(ReusePort{true});
  acceptor.bind(endpoint);
  acceptor.listen(4096);
  return acceptor;
}

/// SO_REUSEPORT would let a second server share the port silently; a first bind without it finds one that is there.
void refuse_taken_port(const tcp::endpoint& endpoint) {
  if (endpoint.port() == 0) return;
  asio::io_context context;
  Acceptor probe{context};
  probe.open(endpoint.protocol());
  probe.set_option(Acceptor::reuse_address{true});
  probe.bind(endpoint);
  probe.listen();
}

void load_certificate(ssl::context& tls, const ListenOptions& options) {
  tls.set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1 |
                  SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_NO_RENEGOTIATION);
  // Of TLS 1.2 what has forward secrecy and authenticated encryption (RFC 9325, section 4.2); 1.3 has nothing else.
  if (SSL_CTX_set_cipher_list(tls.native_handle(), "ECDHE+AESGCM:ECDHE+CHACHA20") != 1)
    throw std::runtime_error("OpenSSL has none of the cipher suites that are wanted");
  boost::system::error_code error;
  const auto check = [&](const std::string& file) {
    if (error) throw std::runtime_error("can't use " + file + " for TLS: " + error.message());
  };
  tls.use_certificate_chain_file(options.certificate_file, error);
  check(options.certificate_file);
  tls.use_private_key_file(options.key_file, ssl::context::pem, error);
  check(options.key_file);
}

}  // namespace

/// A connection's, as long as it lasts.
struct Places {
  Crowd::Place of_all;
  Crowd::Place of_address;
};

/// One io_context and one acceptor for each core: the kernel spreads connections, and threads share nothing.
struct Listener::Inside {
  ListenOptions options;
  ServeOptions serve;
  std::optional<ssl::context> tls;
  std::deque<Patience> patiences;  // before the contexts, whose last connections still use it when they go
  std::vector<std::unique_ptr<asio::io_context>> contexts;
  std::vector<Acceptor> acceptors;
  std::optional<asio::signal_set> signals;
  std::atomic<bool> stopping{};
  std::size_t most_connections{};

  /// A place among all and, unless it is a proxy, among those of its address; nothing where there is none.
  [[nodiscard]] std::optional<Places> place_of(const Socket& socket) {
    boost::system::error_code gone;
    const std::string peer = socket.remote_endpoint(gone).address().to_string();
    Places places{options.crowds.connections.enter("", most_connections), {}};
    if (!places.of_all) return std::nullopt;
    if (options.proxies.has(peer)) return places;
    places.of_address = options.crowds.callers.enter(caller_of(peer), options.most.connections_by_address);
    return places.of_address ? std::optional{std::move(places)} : std::nullopt;
  }

  Awaitable<void> accept(Acceptor& acceptor, Patience& patience) {
    while (!stopping) {
      boost::system::error_code error;
      Socket socket = co_await acceptor.async_accept(asio::redirect_error(use_awaitable, error));
      if (error == asio::error::operation_aborted) co_return;
      if (error) {  // out of file descriptors, most likely: wait for some to be given back
        Timer pause{acceptor.get_executor(), std::chrono::milliseconds{50}};
        co_await pause.async_wait(asio::redirect_error(use_awaitable, error));
        continue;
      }
      auto places = place_of(socket);
      if (!places) continue;  // closed without a word: whoever calls so often reads none
      socket.set_option(tcp::no_delay{true}, error);
      asio::co_spawn(
          acceptor.get_executor(),
          tls ? serve_tls(std::move(socket), patience, *tls, serve) : serve_plain(std::move(socket), patience, serve),
          [kept = *std::move(places)](const std::exception_ptr&) {});
    }
  }

  void begin_stop() {
    if (stopping.exchange(true)) return;
    for (std::size_t i = 0; i < contexts.size(); ++i)
      asio::post(*contexts[i], [this, i] {
        boost::system::error_code ignored;
        acceptors[i].close(ignored);
        patiences[i].wind_down([this, i] { contexts[i]->stop(); });
        auto grace = std::make_shared<Timer>(*contexts[i], longest_grace);
        grace->async_wait([this, i, grace](boost::system::error_code) { contexts[i]->stop(); });
      });
  }
};

Listener::Listener(const ListenOptions& options, Handler handler) : inside_(std::make_unique<Inside>()) {
  inside_->options = options;
  inside_->serve = {std::move(handler),    options.largest_body,           options.larger_body, options.time_limit,
                    options.proxies,       options.most.bodies_by_address, &inside_->stopping,  options.refusal_lines,
                    options.crowds.bodies, options.is_for_machines};
  inside_->most_connections = options.most.connections != 0 ? options.most.connections : descriptors_for_connections();
  if (!options.certificate_file.empty()) {
    load_certificate(inside_->tls.emplace(ssl::context::tls_server), options);
  }
  tcp::endpoint endpoint{asio::ip::make_address(options.address), options.port};
  try {
    refuse_taken_port(endpoint);
    for (unsigned i = 0; i < std::max(1u, options.threads); ++i) {
      inside_->contexts.push_back(std::make_unique<asio::io_context>(1));
      inside_->patiences.emplace_back(inside_->contexts.back()->get_executor());
      inside_->acceptors.push_back(bound(*inside_->contexts.back(), endpoint));
      endpoint = inside_->acceptors.front().local_endpoint();
    }
  } catch (const boost::system::system_error& error) {
    throw std::runtime_error("can't listen on " + options.address + ":" + std::to_string(options.port) + ": " +
                             error.code().message());
  }
}

Listener::~Listener() = default;

std::uint16_t Listener::port() const {
  return inside_->acceptors.front().local_endpoint().port();
}

void Listener::run() {
  Inside& in = *inside_;
  in.signals.emplace(*in.contexts.front(), SIGINT, SIGTERM);
  in.signals->async_wait([&in](boost::system::error_code error, int) {
    if (!error) in.begin_stop();
  });
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < in.contexts.size(); ++i) {
    asio::co_spawn(*in.contexts[i], in.accept(in.acceptors[i], in.patiences[i]), asio::detached);
    asio::co_spawn(*in.contexts[i], in.patiences[i].watch(), asio::detached);
    if (i > 0) threads.emplace_back([&in, i] { in.contexts[i]->run(); });
  }
  in.contexts.front()->run();
  for (auto& thread : threads) thread.join();
  for (auto& patience : in.patiences) patience.abandon();
}

void Listener::stop() {
  inside_->begin_stop();
}

}  // namespace ccop::server
