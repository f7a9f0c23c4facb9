#include "server/connection.hpp"

#include "server/exchange/taxii.hpp"
#include "server/head_rules.hpp"
#include "server/kernel/problem.hpp"
#include "server/limits.hpp"
#include "server/wire.hpp"

#include <boost/beast/core/flat_buffer.hpp>

#include <mutex>

namespace ccop::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

constexpr auto heartbeat = std::chrono::seconds{25};
/// How much of a refused request is still taken in, and for how long, so that its sender hears why.
constexpr std::size_t most_lingering = std::size_t{16} * 1024 * 1024;
constexpr auto longest_lingering = std::chrono::seconds{5};

/// The answer to what could not be read as a request; none when the peer only went away.
std::optional<Response> complaint_about(const boost::system::error_code& error, std::size_t largest_body) {
  if (error == http::error::body_limit)
    return problem_response({413, "body-too-large", {{"bytes", std::to_string(largest_body)}}});
  if (error == http::error::header_limit)
    return problem_response({431, "head-too-large", {{"bytes", std::to_string(largest_head)}}});
  if (error == asio::error::no_buffer_space) return problem_response({429, "too-many-uploads"});
  if (error == http::error::end_of_stream || error == http::error::partial_message) return std::nullopt;
  if (error.category() != http::make_error_code(http::error::bad_method).category()) return std::nullopt;
  return problem_response({400, "not-http"});
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

Awaitable<void> until_there(PendingReply& pending) {
  const auto executor = co_await asio::this_coro::executor;
  // The closure holds nothing that needs destroying: g++ 12 destroys it twice.
  co_await asio::async_initiate<const asio::use_awaitable_t<Executor>, void()>(
      [&pending, executor](auto completion) {
        auto shared = std::make_shared<decltype(completion)>(std::move(completion));
        pending.when_there([shared, executor] { asio::post(executor, [shared] { std::move (*shared)(); }); });
      },
      use_awaitable);
}

Awaitable<Response> ask(const Handler& handler, Request request) {
  const auto pending = std::make_shared<PendingReply>();
  handler(std::move(request), [pending](Response response) { pending->put(std::move(response)); });
  auto response = pending->take();
  if (!response) {
    co_await until_there(*pending);
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
    if (response.events->is_over()) co_return;
    std::string events = response.events->take();
    if (events.empty()) events = ": still here\n\n";
    limit.set(options.time_limit);
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

/// The request without its body.
Request head_of(const Message& message, const std::string& peer, const ServeOptions& options) {
  Message head;
  head.base() = message.base();
  Request request = to_request(std::move(head), peer);
  request.address = caller_behind(request, options.proxies);
  return request;
}

/// How large a body may be that follows this head: only who is known may send more than a little.
std::size_t body_limit(const Message& head, std::optional<std::uint64_t> length, const std::string& peer,
                       const ServeOptions& options) {
  const bool is_small = length ? *length <= options.largest_body : !head.chunked();
  if (is_small || !options.larger_body) return options.largest_body;
  return std::max(options.largest_body, options.larger_body(head_of(head, peer, options)));
}

constexpr std::size_t read_at_once = 4096;

/// Reads a head as it stands on the wire before the parser makes fields of it, which would hide how they were written.
template <class Stream>
Awaitable<boost::system::error_code> read_head(Stream& stream, beast::flat_buffer& buffer, MessageParser& parser) {
  boost::system::error_code error;
  const auto seen = [&] { return std::string_view{static_cast<const char*>(buffer.data().data()), buffer.size()}; };
  while (true) {
    while (seen().starts_with("\r\n")) buffer.consume(2);  // as section 2.2 of RFC 9112 wants
    const auto end = seen().find("\r\n\r\n");
    if (!has_whole_lines(seen().substr(0, end))) co_return http::error::bad_line_ending;
    if (end != std::string_view::npos) break;
    if (buffer.size() > largest_head) co_return http::error::header_limit;
    const std::size_t more =
        co_await stream.async_read_some(buffer.prepare(read_at_once), asio::redirect_error(use_awaitable, error));
    if (error) co_return buffer.size() == 0 ? http::make_error_code(http::error::end_of_stream) : error;
    buffer.commit(more);
  }
  buffer.consume(parser.put(buffer.data(), error));
  if (!error && !is_unambiguous(parser.get())) error = http::error::bad_value;
  co_return error;
}

/// Reads a request; says first that its body is welcome where the peer waits for that (RFC 9110, section 10.1.1).
template <class Stream>
Awaitable<boost::system::error_code> read_request(Stream& stream, Patience::Limit& limit, beast::flat_buffer& buffer,
                                                  MessageParser& parser, const std::string& peer,
                                                  ServeOptions& options) {
  limit.set_idle(buffer.size() == 0);
  boost::system::error_code error = co_await read_head(stream, buffer, parser);
  limit.set_idle(false);
  if (error || parser.is_done()) co_return error;
  std::optional<std::uint64_t> length;
  if (const auto given = parser.content_length()) length = *given;
  const std::size_t largest = body_limit(parser.get(), length, peer, options);
  if (length && *length > largest) co_return http::error::body_limit;
  Crowd::Place place;  // of a large body, while it arrives
  if (largest > options.largest_body) {
    place = options.bodies.enter(caller_of(head_of(parser.get(), peer, options).address), options.bodies_by_address);
    if (!place) co_return asio::error::no_buffer_space;
  }
  parser.body_limit(largest);
  auto read_extensions = [](std::uint64_t, std::string_view extensions, boost::system::error_code& refused) {
    if (extensions.size() > longest_chunk_extensions) refused = http::error::bad_chunk_extension;
  };
  parser.on_chunk_header(read_extensions);
  if (beast::iequals(parser.get()[http::field::expect], "100-continue"))
    co_await asio::async_write(stream, asio::buffer(std::string_view{"HTTP/1.1 100 Continue\r\n\r\n"}), use_awaitable);
  co_await http::async_read(stream, buffer, parser, asio::redirect_error(use_awaitable, error));
  co_return error;
}

/// Answers a request that was not read to its end. Closing at once would make the kernel reset the connection, and the
/// answer with it, so what the peer still sends is taken in for a while.
template <class Stream>
Awaitable<void> refuse(Stream& stream, Patience::Limit& limit, const Response& response) {
  co_await write_response(stream, response, false, false);
  boost::system::error_code error;
  stream.lowest_layer().shutdown(Socket::shutdown_send, error);
  limit.set(longest_lingering);
  std::array<char, 16384> ignored{};
  for (std::size_t taken = 0; !error && taken < most_lingering;)
    taken += co_await stream.async_read_some(asio::buffer(ignored), asio::redirect_error(use_awaitable, error));
}

/// What a machine hears that sent too much: in TAXII's own form, and first whether it may send there at all.
Awaitable<Response> too_large_for_taxii(const Message& sent, const std::string& peer, const ServeOptions& options) {
  Request request = head_of(sent, peer, options);
  if (request.method == "POST") {  // without a body it changes nothing
    Response answer = co_await ask(options.handler, std::move(request));
    for (const unsigned status : {401u, 403u, 404u, 405u, 415u, 429u})
      if (answer.status == status) co_return answer;
  }
  co_return taxii_error({413, "Payload too large",
                         "Send at most " + std::to_string(options.largest_body) +
                             " bytes, or with a token that may share, what max_content_length says."});
}

template <class Stream>
Awaitable<void> serve(Stream& stream, Patience::Limit& limit, ServeOptions& options) {
  boost::system::error_code no_address;
  const std::string peer = stream.lowest_layer().remote_endpoint(no_address).address().to_string();
  beast::flat_buffer buffer;
  while (!*options.stopping) {
    MessageParser parser;
    parser.body_limit(boost::none);
    parser.header_limit(largest_head);
    limit.set(options.time_limit);
    if (const auto error = co_await read_request(stream, limit, buffer, parser, peer, options)) {
      auto complaint = complaint_about(error, options.largest_body);
      if (complaint && complaint->status == 413 && options.is_for_machines &&
          options.is_for_machines(head_of(parser.get(), peer, options).path))
        complaint = co_await too_large_for_taxii(parser.get(), peer, options);
      if (complaint && !complaint->common_headers) complaint->common_headers = options.refusal_lines;
      if (complaint) co_await refuse(stream, limit, *complaint);
      co_return;
    }
    const bool keep_alive = parser.get().keep_alive() && parser.get().version() == 11;
    const bool is_head = parser.get().method() == http::verb::head;
    Request request = to_request(parser.release(), peer);
    request.address = caller_behind(request, options.proxies);
    const Response response = co_await ask(options.handler, std::move(request));
    limit.set(options.time_limit);
    if (response.events) {
      co_await stream_events(stream, limit, response, options);
      co_return;
    }
    co_await write_response(stream, response, keep_alive, is_head);
    if (!keep_alive) co_return;
  }
}

}  // namespace

Awaitable<void> serve_plain(Socket socket, Patience& patience, ServeOptions& options) {
  Patience::Limit limit{patience, socket};
  try {
    co_await serve(socket, limit, options);
    boost::system::error_code ignored;
    socket.shutdown(Socket::shutdown_send, ignored);
  } catch (const boost::system::system_error&) {  // the peer went away: nobody is left to tell
  }
}

Awaitable<void> serve_tls(Socket socket, Patience& patience, ssl::context& tls, ServeOptions& options) {
  Patience::Limit limit{patience, socket};
  ssl::stream<Socket&> stream{socket, tls};
  try {
    limit.set(options.time_limit);
    co_await stream.async_handshake(ssl::stream_base::server, use_awaitable);
    co_await serve(stream, limit, options);
    limit.set(options.time_limit);
    co_await stream.async_shutdown(use_awaitable);
  } catch (const boost::system::system_error&) {  // the peer went away: nobody is left to tell
  }
}

}  // namespace ccop::server
