#include "server/head_rules.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;

std::size_t count(const Message& head, http::field name) {
  const auto [begin, end] = head.equal_range(name);
  return static_cast<std::size_t>(std::distance(begin, end));
}

/// A name or address, and a port (RFC 3986, section 3.2); never empty for HTTP (RFC 9110, section 4.2.1).
bool is_host(std::string_view host) {
  return !host.empty() && std::ranges::all_of(host, [](char c) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return is_plain || std::string_view{"-._~!$&'()*+;=:[]%"}.find(c) != std::string_view::npos;
  });
}

bool names_one_host(const Message& head) {
  const std::size_t hosts = count(head, http::field::host);
  if (hosts == 0) return head.version() != 11;
  return hosts == 1 && is_host(head[http::field::host]);
}

/// The parser would take a list of equal numbers for one of them.
bool is_length(std::string_view length) {
  return std::ranges::all_of(length, [](char c) { return c >= '0' && c <= '9'; });
}

bool has_one_length(const Message& head) {
  const std::size_t codings = count(head, http::field::transfer_encoding);
  if (codings == 0)
    return count(head, http::field::content_length) <= 1 && is_length(head[http::field::content_length]);
  return codings == 1 && head.version() == 11 && count(head, http::field::content_length) == 0 &&
         beast::iequals(head[http::field::transfer_encoding], "chunked");
}

/// A path, or a whole address of which the path counts (RFC 9112, sections 3.2.1 and 3.2.2).
bool names_one_target(const Message& head) {
  const std::string_view target = head.target();
  const bool is_address = target.starts_with("http://") || target.starts_with("https://");
  return (target.starts_with('/') || is_address) && target.find('#') == std::string_view::npos;
}

}  // namespace

bool has_whole_lines(std::string_view head) {
  for (std::size_t at = head.find('\n'); at != std::string_view::npos; at = head.find('\n', at + 1)) {
    if (at == 0 || head[at - 1] != '\r') return false;
    const char next = at + 1 < head.size() ? head[at + 1] : '\r';
    if (next == ' ' || next == '\t') return false;
  }
  return true;
}

bool is_unambiguous(const Message& head) {
  return names_one_host(head) && has_one_length(head) && names_one_target(head);
}

}  // namespace ccop::server
