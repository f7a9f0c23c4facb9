#include "server/connection.hpp"

#include <boost/beast.hpp>
#include <boost/beast/ssl.hpp>

#include <algorithm>

namespace ccop::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;

constexpr auto request_limit = std::chrono::seconds{30};
constexpr auto heartbeat = std::chrono::seconds{25};
constexpr std::uint32_t largest_header = 16 * 1024;

/// A body that many connections may be sending at once.
struct SharedBody {
  using value_type = std::shared_ptr<const std::string>;
  static std::uint64_t size(const value_type& body) { return body->size(); }
  class writer {
   public:
    using const_buffers_type = asio::const_buffer;
    template <bool IsRequest, class Fields>
    writer(const http::header<IsRequest, Fields>&, const value_type& body) : body_(body) {}
    void init(beast::error_code& error) { error = {}; }
    boost::optional<std::pair<const_buffers_type, bool>> get(beast::error_code& error) {
      error = {};
      return {{asio::const_buffer{body_->data(), body_->size()}, false}};
    }

   private:
    const value_type& body_;
  };
};

std::string decoded(std::string_view text) {
  std::string out;
  const auto digit = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
      out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
      i += 2;
    } else {
      out += text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

Request to_request(http::request<http::string_body>&& message, const std::string& address) {
  Request request;
  request.method = message.method_string();
  const std::string_view target{message.target().data(), message.target().size()};
  const auto question = target.find('?');
  request.path = target.substr(0, question);
  if (question != std::string_view::npos) {
    std::string_view rest = target.substr(question + 1);
    while (!rest.empty()) {
      const auto end = rest.find('&');
      const auto pair = rest.substr(0, end);
      rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
      const auto equals = pair.find('=');
      if (equals != std::string_view::npos)
        request.query.emplace(decoded(pair.substr(0, equals)), decoded(pair.substr(equals + 1)));
    }
  }
  for (const auto& field : message) {
    std::string name{field.name_string()};
    std::ranges::transform(name, name.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    request.headers.emplace(std::move(name), field.value());
  }
  request.body = std::move(message.body());
  request.address = address;
  return request;
}

Response too_large(std::size_t most) {
  Problem problem{413, "body-too-large", {}, {}, {}};
  problem.values.emplace("bytes", std::to_string(most));
  return problem_response(problem);
}
Response not_http() {
  return problem_response({400, "not-http", {}, {}, {}});
}

/// Waits for the handler's reply, which may come from another thread.
asio::awaitable<Response> ask(const Handler& handler, Request request) {
  const auto executor = co_await asio::this_coro::executor;
  co_return co_await asio::async_initiate<decltype(asio::use_awaitable), void(Response)>(
      [&handler, executor](auto completion, Request asked) {
        auto shared = std::make_shared<decltype(completion)>(std::move(completion));
        handler(std::move(asked), [shared, executor](Response response) {
          asio::post(executor,
                     [shared, reply = std::move(response)]() mutable { std::move (*shared)(std::move(reply)); });
        });
      },
      asio::use_awaitable, std::move(request));
}

template <class Stream>
asio::awaitable<void> stream_events(Stream& stream, const Response& response, const ServeOptions& options) {
  http::response<http::empty_body> head{http::status::ok, 11};
  head.set(http::field::content_type, "text/event-stream");
  head.set(http::field::cache_control, "no-store");
  head.set("X-Accel-Buffering", "no");
  for (const auto& [name, value] : response.headers) head.set(name, value);
  http::response_serializer<http::empty_body> serializer{head};
  co_await http::async_write_header(stream, serializer, asio::use_awaitable);

  const auto timer = std::make_shared<asio::steady_timer>(co_await asio::this_coro::executor);
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
      co_await timer->async_wait(asio::redirect_error(asio::use_awaitable, ignored));
    }
    std::string events = response.events->take();
    if (events.empty()) events = ": still here\n\n";
    beast::get_lowest_layer(stream).expires_after(request_limit);
    co_await asio::async_write(stream, asio::buffer(events), asio::use_awaitable);
  }
}

template <class Stream>
asio::awaitable<void> write_response(Stream& stream, Response response, bool keep_alive, bool is_head) {
  http::response<SharedBody> message{static_cast<http::status>(response.status), 11};
  message.set(http::field::content_type, response.content_type);
  for (const auto& [name, value] : response.headers) message.insert(name, value);
  message.keep_alive(keep_alive);
  message.content_length(response.status == 304 || response.status == 204 ? 0 : response.body->size());
  message.body() = std::move(response.body);
  if (is_head || response.status == 304) {
    http::response_serializer<SharedBody> head{message};
    co_await http::async_write_header(stream, head, asio::use_awaitable);
  } else {
    co_await http::async_write(stream, message, asio::use_awaitable);
  }
}

template <class Stream>
asio::awaitable<void> serve(Stream& stream, const ServeOptions& options) {
  boost::system::error_code no_address;
  const std::string address =
      beast::get_lowest_layer(stream).socket().remote_endpoint(no_address).address().to_string();
  beast::flat_buffer buffer;
  while (!*options.stopping) {
    http::request_parser<http::string_body> parser;
    parser.body_limit(options.largest_body);
    parser.header_limit(largest_header);
    beast::get_lowest_layer(stream).expires_after(request_limit);
    boost::system::error_code error;
    co_await http::async_read(stream, buffer, parser, asio::redirect_error(asio::use_awaitable, error));
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
    const bool keep_alive = parser.get().keep_alive();
    const bool is_head = parser.get().method() == http::verb::head;
    beast::get_lowest_layer(stream).expires_never();
    Response response = co_await ask(options.handler, to_request(parser.release(), address));
    beast::get_lowest_layer(stream).expires_after(request_limit);
    if (response.events) {
      co_await stream_events(stream, response, options);
      co_return;
    }
    co_await write_response(stream, std::move(response), keep_alive, is_head);
    if (!keep_alive) co_return;
  }
}

}  // namespace

asio::awaitable<void> serve_plain(tcp::socket socket, const ServeOptions& options) {
  beast::tcp_stream stream{std::move(socket)};
  try {
    co_await serve(stream, options);
    boost::system::error_code ignored;
    stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
  } catch (const boost::system::system_error&) {  // the peer went away: nobody is left to tell
  }
}

asio::awaitable<void> serve_tls(tcp::socket socket, ssl::context& tls, const ServeOptions& options) {
  beast::ssl_stream<beast::tcp_stream> stream{beast::tcp_stream{std::move(socket)}, tls};
  try {
    beast::get_lowest_layer(stream).expires_after(request_limit);
    co_await stream.async_handshake(ssl::stream_base::server, asio::use_awaitable);
    co_await serve(stream, options);
    co_await stream.async_shutdown(asio::use_awaitable);
  } catch (const boost::system::system_error&) {  // the peer went away: nobody is left to tell
  }
}

}  // namespace ccop::server
