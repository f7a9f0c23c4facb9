// HTTP/1.1 as it lies on the wire: a parsed message becomes a Request, a Response's head becomes bytes. Included by
// this folder's network files and their fuzz targets alone: Beast is heavy.
#pragma once

#include "server/http.hpp"
#include "server/proxies.hpp"

#include <boost/beast/http.hpp>

#include <optional>

namespace ccop::server {

using Message = boost::beast::http::request<boost::beast::http::string_body>;
using MessageParser = boost::beast::http::request_parser<boost::beast::http::string_body>;

constexpr std::uint32_t largest_head = 16 * 1024;

/// Splits the target into path and decoded query; `address` is the peer's.
[[nodiscard]] Request to_request(Message&& message, const std::string& address);

/// Who called: where the peer is one of the proxies, the last address in `X-Forwarded-For`, which the proxy itself
/// added; else, or where that is none, the peer.
[[nodiscard]] std::string caller_behind(const Request& request, const Proxies& proxies);

/// Status line and header fields (RFC 9112, section 2) up to the empty line, for a body of `length` bytes; no length
/// means that the body ends with the connection. Throws std::logic_error when a header's value holds a line break.
[[nodiscard]] std::string response_head(const Response& response, std::optional<std::size_t> length, bool keep_alive);

}  // namespace ccop::server
