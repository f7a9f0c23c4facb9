// Requests as handlers get them, from whoever it may be: METHOD WHO PATH on the first line, the body behind it. No
// request is a failure of the host's own, and nobody who isn't signed in is told the name of somebody.
#include "served.hpp"
#include "server/wire.hpp"

#include <array>

using namespace ccop;

namespace {

constexpr std::array methods{"GET", "POST", "DELETE", "PUT", "HEAD", "OPTIONS"};
/// The first word's place in the list, whatever it is.
template <class List>
std::size_t chosen(std::string_view& line, const List& list) {
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::size_t number = end == 0 ? 0 : static_cast<unsigned char>(line.front()) % list.size();
  for (std::size_t i = 0; i < list.size(); ++i)
    if (line.substr(0, end) == list[i]) return line.remove_prefix(std::min(end + 1, line.size())), i;
  return line.remove_prefix(std::min(end + 1, line.size())), number;
}

/// A stream of events as a connection takes it: an event at a time, each with its end.
void take_events(server::EventSource& events) {
  events.start([] {});
  const std::string event = events.take();
  if (!event.starts_with("event: ") || event.find("\n\n") != event.size() - 2) std::abort();
  if (!events.take().empty()) std::abort();  // nothing happened since
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static fuzz::Served served;
  static const std::array who{std::string{"nobody"}, std::string{"secretary"}, std::string{"somebody"}};
  std::string_view text{reinterpret_cast<const char*>(data), size};
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  const std::string_view method = methods[chosen(line, methods)];
  const std::size_t asker = chosen(line, who);
  if (!line.starts_with('/') || line.find_first_of(" \r\t#") != std::string_view::npos) return 0;
  server::Message message{boost::beast::http::string_to_verb(std::string{method}), std::string{line}, 11};
  message.body() = text.substr(std::min(end + 1, text.size()));
  message.set("host", "localhost:8080");
  message.set("origin", "http://localhost:8080");
  message.set("content-type", line.starts_with("/taxii2") ? "application/taxii+json;version=2.1" : "application/json");
  if (asker == 1) message.set("cookie", served.cookie);
  if (asker == 2) message.set("cookie", "ccop_harbour=somebody");
  const server::Response response = served.ask(server::to_request(std::move(message), "127.0.0.1"));
  if (response.status < 200 || response.status == 500 || response.status > 599) std::abort();
  if (response.events) take_events(*response.events);
  if (asker != 1 && response.body && response.body->find("Quillfeather") != std::string::npos) std::abort();
  return 0;
}
