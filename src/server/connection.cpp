#include "server/connection.hpp"

#include "server/wire.hpp"

#include <boost/beast/core/flat_buffer.hpp>

#include <mutex>

namespace ccop::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
constexpr auto request_limit = std::chrono::seconds{30};
constexpr auto heartbeat = std::chrono::seconds{25};
Response too_large(std::size_t most) {
  Problem problem{413, "body-too-large", {}, {}, {}};
  problem.values.emplace("bytes", std::to_string(most));
  return problem_response(problem);
}
Response not_http() {
  return problem_response({400, "not-http", {}, {}, {}});
}

/// Where a handler puts its reply: mostly at once, on the connection's own thread, sometimes later from another.
class PendingReply {
 public:
  void put(Response response) {
    std::function<void()> resume;
    {
      const std::scoped_lock lock{mutex_};
      response_ = std::move(response);
      resume = std::exchange(resume_, {});
    }
    if (resume) resume();
  }
  [[nodiscard]] std::optional<Response> take() {
    const std::scoped_lock lock{mutex_};
    return std::exchange(response_, {});
  }
  /// Calls `resume` once a reply is there, or at once if it came meanwhile.
  void when_there(std::function<void()> resume) {
    {
      const std::scoped_lock lock{mutex_};
      if (!response_) {
        resume_ = std::move(resume);
        return;
      }
    }
    resume();
  }

 private:
  std::mutex mutex_;
  std::optional<Response> response_;
  std::function<void()> resume_;
};

Awaitable<void> until_there(std::shared_ptr<PendingReply> pending) {
  const auto executor = co_await asio::this_coro::executor;
  co_await asio::async_initiate<const asio::use_awaitable_t<Executor>, void()>(
      [pending, executor](auto completion) {
        auto shared = std::make_shared<decltype(completion)>(std::move(completion));
        pending->when_there([shared, executor] { asio::post(executor, [shared] { std::move (*shared)(); }); });
      },
      use_awaitable);
}

Awaitable<Response> ask(const Handler& handler, Request request) {
  const auto pending = std::make_shared<PendingReply>();
  handler(std::move(request), [pending](Response response) { pending->put(std::move(response)); });
  auto response = pending->take();
  if (!response) {
    co_await until_there(pending);
    response = pending->take();
  }
  co_return *std::move(response);
}

template <class Stream>
Awaitable<void> stream_events(Stream& stream, Patience::Limit& limit, const Response& response,
                              const ServeOptions& options) {
  const std::string head = response_head(response, std::nullopt, false);
  co_await asio::async_write(stream, asio::buffer(head), use_awaitable);

  const auto timer = std::make_shared<Timer>(co_await asio::this_coro::executor);
  const auto pending = std::make_shared<bool>(true);
  response.events->start([timer, pending] {
    asio::post(timer->get_executor(), [timer, pending] {
      *pending = true;
      timer->cancel();
    });
  });
  while (!*options.stopping) {
    if (!std::exchange(*pending, false)) {
      timer->expires_after(heartbeat);
      boost::system::error_code ignored;
      co_await timer->async_wait(asio::redirect_error(use_awaitable, ignored));
    }
    std::string events = response.events->take();
    if (events.empty()) events = ": still here\n\n";
    limit.set(request_limit);
    co_await asio::async_write(stream, asio::buffer(events), use_awaitable);
  }
}

template <class Stream>
Awaitable<void> write_response(Stream& stream, const Response& response, bool keep_alive, bool is_head) {
  const std::size_t length = response.body ? response.body->size() : 0;
  const std::string head = response_head(response, length, keep_alive);
  const bool head_alone = length == 0 || is_head || response.status == 304;
  const std::array<asio::const_buffer, 2> buffers{asio::buffer(head),
                                                  head_alone ? asio::const_buffer{} : asio::buffer(*response.body)};
  co_await asio::async_write(stream, buffers, use_awaitable);
}

template <class Stream>
Awaitable<void> serve(Stream& stream, Patience::Limit& limit, const ServeOptions& options) {
  boost::system::error_code no_address;
  const std::string address = stream.lowest_layer().remote_endpoint(no_address).address().to_string();
  beast::flat_buffer buffer;
  while (!*options.stopping) {
    MessageParser parser;
    parser.body_limit(options.largest_body);
    parser.header_limit(largest_head);
    limit.set(request_limit);
    boost::system::error_code error;
    co_await http::async_read(stream, buffer, parser, asio::redirect_error(use_awaitable, error));
    if (error == http::error::body_limit || error == http::error::header_limit) {
      co_await write_response(stream, too_large(options.largest_body), false, false);
      co_return;
    }
    if (error && error.category() == http::make_error_code(http::error::bad_method).category() &&
        error != http::error::end_of_stream && error != http::error::partial_message) {
      co_await write_response(stream, not_http(), false, false);
      co_return;
    }
    if (error) co_return;
    const bool keep_alive = parser.get().keep_alive() && parser.get().version() == 11;
    const bool is_head = parser.get().method() == http::verb::head;
    Response response = co_await ask(options.handler, to_request(parser.release(), address));
    limit.set(request_limit);
    if (response.events) {
      co_await stream_events(stream, limit, response, options);
      co_return;
    }
    co_await write_response(stream, response, keep_alive, is_head);
    if (!keep_alive) co_return;
  }
}

}  // namespace

Awaitable<void> serve_plain(Socket socket, Patience& patience, const ServeOptions& options) {
  Patience::Limit limit{patience, socket};
  try {
    co_await serve(socket, limit, options);
    boost::system::error_code ignored;
    socket.shutdown(Socket::shutdown_send, ignored);
  } catch (const boost::system::system_error&) {  // the peer went away: nobody is left to tell
  }
}

Awaitable<void> serve_tls(Socket socket, Patience& patience, ssl::context& tls, const ServeOptions& options) {
  Patience::Limit limit{patience, socket};
  ssl::stream<Socket&> stream{socket, tls};
  try {
    limit.set(request_limit);
    co_await stream.async_handshake(ssl::stream_base::server, use_awaitable);
    co_await serve(stream, limit, options);
    limit.set(request_limit);
    co_await stream.async_shutdown(use_awaitable);
  } catch (const boost::system::system_error&) {  // the peer went away: nobody is left to tell
  }
}

}  // namespace ccop::server
