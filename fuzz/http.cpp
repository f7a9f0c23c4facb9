// HTTP/1.1 as it arrives, from the parser through the handlers to the answer's head. Every answer is a known status,
// and no input can end a head early.
#include "served.hpp"
#include "server/head_rules.hpp"
#include "server/wire.hpp"

using namespace ccop;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static fuzz::Served served;
  static const server::Proxies proxies{{"127.0.0.0/8"}};
  while (size > 0) {  // requests may follow one another
    server::MessageParser parser;
    parser.eager(true);
    parser.body_limit(std::uint64_t{64} * 1024);
    parser.header_limit(server::largest_head);
    boost::system::error_code error;
    const std::size_t taken = parser.put(boost::asio::const_buffer{data, size}, error);
    if (error || !parser.is_done() || taken == 0) return 0;
    data += taken;
    size -= taken;
    if (!server::is_unambiguous(parser.get())) return 0;
    server::Request request = server::to_request(parser.release(), "127.0.0.1");
    request.address = server::caller_behind(request, proxies);
    request.headers.emplace(request.headers.begin(), "cookie", served.cookie);
    const server::Response response = served.ask(request);
    if (response.status == 500) std::abort();
    if (response.events) {  // a stream of events, as a connection takes it
      response.events->start([] {});
      const std::string event = response.events->take();
      if (!event.starts_with("event: ") || !event.ends_with("\n\n") || response.events->is_over()) std::abort();
    }
    const std::string head = server::response_head(response, response.body ? response.body->size() : 0, true);
    if (head.find("\r\n\r\n") != head.size() - 4) std::abort();
  }
  return 0;
}
