#include "exchange/fetch.hpp"

#include "base/text.hpp"

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace ccop::exchange {
namespace {

constexpr std::size_t largest_answer = std::size_t{64} * 1024 * 1024;

/// What comes back, as far as it is read.
struct Taking {
  Fetched fetched;
  std::size_t most{largest_answer};
  bool is_cut{};
};

std::size_t take_body(char* data, std::size_t, std::size_t count, void* to) {
  auto& taking = *static_cast<Taking*>(to);
  if (taking.fetched.body.size() + count > taking.most) {
    taking.is_cut = true;
    return 0;
  }
  taking.fetched.body.append(data, count);
  return count;
}

std::size_t take_header(char* data, std::size_t, std::size_t count, void* to) {
  std::string_view line{data, count};
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return count;
  const std::string name = in_small_letters(line.substr(0, colon));
  line.remove_prefix(colon + 1);
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  while (!line.empty() && static_cast<unsigned char>(line.back()) <= ' ') line.remove_suffix(1);
  static_cast<Taking*>(to)->fetched.headers[name] = line;
  return count;
}

/// What a connection is guarded by, and why it was refused, where it was.
struct Guard {
  const Outbound* outbound{};
  bool is_plain{};  ///< http://, which anybody between could read
  const char* refused{};
};

curl_socket_t open_socket(void* data, curlsocktype, curl_sockaddr* address) {
  auto& guard = *static_cast<Guard*>(data);
  if (guard.is_plain && !is_loopback(address->addr)) guard.refused = "another machine is called by https:// alone";
  if (guard.outbound != nullptr && !guard.outbound->allows(address->addr))
    guard.refused = "its address is not one that this host calls";
  if (guard.refused != nullptr) return CURL_SOCKET_BAD;
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

int is_over(void* asking, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<const Fetching*>(asking)->stop() ? 1 : 0;
}

void guard_connections(CURL* curl, Guard& guard) {
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, &open_socket);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &guard);
  if (guard.outbound == nullptr) return;
  // A proxy would be connected to in place of what is to be looked at.
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
}

using HeaderLines = std::unique_ptr<curl_slist, void (*)(curl_slist*)>;

HeaderLines header_lines(const Fetching& asking) {
  curl_slist* list = curl_slist_append(nullptr, ("Accept: " + asking.accept).c_str());
  const auto add = [&](const std::string& line) { list = curl_slist_append(list, line.c_str()); };
  if (!asking.api_key.empty()) add("Authorization: " + asking.api_key);
  if (asking.user.empty() && !asking.secret.empty()) add("Authorization: Bearer " + asking.secret);
  if (asking.body) add("Content-Type: " + asking.content_type);
  for (const auto& [name, value] : asking.headers) add(name + ": " + value);
  return {list, &curl_slist_free_all};
}

}  // namespace

Fetched fetch(const Fetching& asking) {
  Taking taking;
  Fetched& fetched = taking.fetched;
  if (asking.reads_at_most) taking.most = std::min(largest_answer, *asking.reads_at_most);
  if (const auto expected = asking.outbound ? asking.outbound->expects(asking.url) : std::string{}; !expected.empty()) {
    fetched.trouble = "this host does not call that; it expects " + expected;
    return fetched;
  }
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl{curl_easy_init(), &curl_easy_cleanup};
  const HeaderLines headers = header_lines(asking);
  curl_easy_setopt(curl.get(), CURLOPT_URL, asking.url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, asking.longest_seconds);
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  Guard guard{asking.outbound, !in_small_letters(asking.url).starts_with("https:"), nullptr};
  guard_connections(curl.get(), guard);
  if (asking.stop) {
    curl_easy_setopt(curl.get(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFOFUNCTION, &is_over);
    curl_easy_setopt(curl.get(), CURLOPT_XFERINFODATA, &asking);
  }
  if (!asking.user.empty()) {
    curl_easy_setopt(curl.get(), CURLOPT_USERNAME, asking.user.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PASSWORD, asking.secret.c_str());
  }
  if (asking.body) {
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(asking.body->size()));
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, asking.body->data());
  }
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &taking);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, &take_body);
  curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &taking);
  curl_easy_setopt(curl.get(), CURLOPT_HEADERFUNCTION, &take_header);
  const auto code = curl_easy_perform(curl.get());
  if (code != CURLE_OK && !(taking.is_cut && asking.reads_at_most)) {
    fetched.trouble = guard.refused != nullptr ? guard.refused : curl_easy_strerror(code);
    return fetched;
  }
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &fetched.status);
  return fetched;
}

}  // namespace ccop::exchange
