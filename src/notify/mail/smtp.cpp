#include "notify/mail/smtp.hpp"

#include "base/text.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>

namespace ccop::notify {
namespace {

constexpr std::size_t longest_answer = 500;

bool is_of_this_machine(const std::string& url) {
  const std::string host = host_in(url);
  return host == "localhost" || host == "127.0.0.1" || host == "::1";
}

/// What is under way: the mail on its way out, and what the relay says.
struct Talk {
  std::string_view rest;
  std::string last_line;
  bool is_over{};    ///< we said QUIT: what is answered to that is about nothing
  bool has_named{};  ///< the recipient: from here on an answer is about this mail, not about the host
  const Stop* stop{};
};

std::size_t give(char* to, std::size_t size, std::size_t count, void* data) {
  auto& rest = static_cast<Talk*>(data)->rest;
  const std::size_t given = std::min(size * count, rest.size());
  std::memcpy(to, rest.data(), given);
  rest.remove_prefix(given);
  return given;
}

/// A line of an answer, in ASCII that can be shown.
std::size_t hear(char* line, std::size_t size, std::size_t count, void* data) {
  std::string text{line, std::min(size * count, longest_answer)};
  std::erase_if(text, [](char c) { return c < ' ' || c > '~'; });
  auto& talk = *static_cast<Talk*>(data);
  if (!text.empty() && !talk.is_over) talk.last_line = text;
  return size * count;
}

int is_over(void* data, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  const Stop& stop = *static_cast<Talk*>(data)->stop;
  return stop && stop() ? 1 : 0;
}

int overhear(CURL*, curl_infotype kind, char* text, std::size_t size, void* data) {
  if (kind != CURLINFO_HEADER_OUT) return 0;
  auto& talk = *static_cast<Talk*>(data);
  const std::string_view said{text, size};
  talk.has_named = talk.has_named || said.starts_with("RCPT TO");
  talk.is_over = talk.is_over || said.starts_with("QUIT");
  return 0;
}

void set_relay(CURL* curl, const Relay& relay) {
  curl_easy_setopt(curl, CURLOPT_URL, relay.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, relay.longest_seconds);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, relay.longest_seconds / 2 + 1);
  // On this machine nobody stands between, and a relay there often has no certificate.
  curl_easy_setopt(curl, CURLOPT_USE_SSL,
                   is_of_this_machine(relay.url) && relay.user.empty() ? CURLUSESSL_TRY : CURLUSESSL_ALL);
  if (!relay.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, relay.ca_file.c_str());
  if (relay.user.empty()) return;
  curl_easy_setopt(curl, CURLOPT_USERNAME, relay.user.c_str());
  curl_easy_setopt(curl, CURLOPT_PASSWORD, relay.password.c_str());
}

void set_talk(CURL* curl, Talk& talk) {
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, &give);
  curl_easy_setopt(curl, CURLOPT_READDATA, &talk);
  curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(talk.rest.size()));
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, &hear);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &talk);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &is_over);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &talk);
  curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);  // for the function below, which alone hears it
  curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, &overhear);
  curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &talk);
}

}  // namespace

std::string objection_to(const Relay& relay) {
  const bool has_tls = relay.url.starts_with("smtps://");
  if ((!has_tls && !relay.url.starts_with("smtp://")) || host_in(relay.url).empty() ||
      relay.url.find('@') != std::string::npos)
    return "it takes an address such as smtps://relay.example.org or smtp://relay.example.org:587";
  if (!relay.user.empty() && relay.password.empty()) return "there is a user's name and no password";
  return {};
}

Handed hand_over(const Relay& relay, const Envelope& envelope, const Stop& stop) {
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl{curl_easy_init(), &curl_easy_cleanup};
  const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> recipients{
      curl_slist_append(nullptr, ("<" + envelope.to + ">").c_str()), &curl_slist_free_all};
  Talk talk{.rest = envelope.mail, .last_line = {}, .stop = &stop};
  set_relay(curl.get(), relay);
  set_talk(curl.get(), talk);
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, ("<" + envelope.from + ">").c_str());
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
  const CURLcode code = curl_easy_perform(curl.get());
  const char status = talk.last_line.empty() ? '0' : talk.last_line.front();
  if (code == CURLE_OK) return {Handed::Result::accepted, talk.last_line};
  if (talk.has_named && status == '5') return {Handed::Result::refused, talk.last_line};
  if (talk.has_named && status == '4') return {Handed::Result::later, talk.last_line};
  return {Handed::Result::unreachable, status >= '4' ? talk.last_line : curl_easy_strerror(code)};
}

}  // namespace ccop::notify
