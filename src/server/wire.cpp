#include "server/wire.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <ctime>
#include <stdexcept>

namespace ccop::server {
namespace {

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

void read_query(std::string_view rest, Request& request) {
  while (!rest.empty()) {
    const auto end = rest.find('&');
    const auto pair = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    const auto equals = pair.find('=');
    if (equals != std::string_view::npos)
      request.query.emplace(decoded(pair.substr(0, equals)), decoded(pair.substr(equals + 1)));
  }
}

/// Of a whole address the path and query; of a path itself (RFC 9112, section 3.2).
std::string_view origin_form(std::string_view target) {
  const auto scheme_end = target.find("://");
  if (target.starts_with('/') || scheme_end == std::string_view::npos) return target;
  const auto path = target.find('/', scheme_end + 3);
  return path == std::string_view::npos ? std::string_view{"/"} : target.substr(path);
}

/// The Date field's value (RFC 9110, section 5.6.7), made once a second for each thread.
std::string_view date_now() {
  thread_local std::time_t second = 0;
  thread_local std::string text;
  const std::time_t now = std::time(nullptr);
  if (now == second) return text;
  second = now;
  std::tm parts{};
  gmtime_r(&now, &parts);
  text.resize(64);
  text.resize(std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts));
  return text;
}

void add_field(std::string& head, std::string_view name, std::string_view value) {
  if (value.find_first_of("\r\n") != std::string_view::npos)
    throw std::logic_error("a line break in the header field " + std::string{name});
  head.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

Request to_request(Message&& message, const std::string& address) {
  Request request;
  request.method = message.method_string();
  const std::string_view target = origin_form(message.target());
  const auto question = target.find('?');
  request.path = target.substr(0, question);
  if (question != std::string_view::npos) read_query(target.substr(question + 1), request);
  for (const auto& field : message) {
    request.headers.emplace_back(in_small_letters(field.name_string()), field.value());
  }
  request.body = std::move(message.body());
  request.address = address;
  return request;
}

std::string caller_behind(const Request& request, const Proxies& proxies) {
  if (!proxies.has(request.address)) return request.address;
  // Of several fields of this name the last is the one that the nearest proxy added.
  const auto last = std::find_if(request.headers.rbegin(), request.headers.rend(),
                                 [](const auto& header) { return header.first == "x-forwarded-for"; });
  if (last == request.headers.rend()) return request.address;
  std::string_view address = last->second;
  if (const auto comma = address.rfind(','); comma != std::string_view::npos) address.remove_prefix(comma + 1);
  while (address.starts_with(' ')) address.remove_prefix(1);
  while (address.ends_with(' ')) address.remove_suffix(1);
  return is_address(address) ? std::string{address} : request.address;
}

std::string response_head(const Response& response, std::optional<std::size_t> length, bool keep_alive) {
  std::string head;
  head.reserve(1024);
  head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  head.append(boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(response.status)));
  head.append("\r\n");
  add_field(head, "Date", date_now());
  add_field(head, "Content-Type", response.content_type);
  if (length) add_field(head, "Content-Length", std::to_string(*length));
  if (!keep_alive) add_field(head, "Connection", "close");
  for (const auto& [name, value] : response.headers) add_field(head, name, value);
  if (response.common_headers) head += *response.common_headers;
  return head.append("\r\n");
}

}  // namespace ccop::server
