// Requests and responses as handlers see them: plain values, free of the network library.
#pragma once

#include "base/time.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ccop::server {

struct Request {
  std::string method;
  std::string path;  ///< without the query, decoded no further: our paths have no escapes
  std::map<std::string, std::string, std::less<>> query;
  std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case
  std::string body;
  std::string address;  ///< of the peer; used for limits, never logged

  [[nodiscard]] std::string_view header(std::string_view name) const;
  [[nodiscard]] std::string_view cookie(std::string_view name) const;
  /// Its body is compressed or the like; nothing here unpacks bodies, so that a small one can't become a large one.
  [[nodiscard]] bool is_encoded() const;
};

/// Tells one listener of live events that something happened. Called from any thread.
using Wake = std::function<void()>;

/// A source of server-sent events (WHATWG HTML, section 9.2): gives what is new since it was last asked.
class EventSource {
 public:
  EventSource() = default;
  EventSource(const EventSource&) = delete;
  EventSource& operator=(const EventSource&) = delete;
  EventSource(EventSource&&) = delete;
  EventSource& operator=(EventSource&&) = delete;
  virtual ~EventSource() = default;
  virtual void start(Wake wake) = 0;
  /// The events since the last call, in wire form; empty when there are none.
  [[nodiscard]] virtual std::string take() = 0;
  /// Whoever listens may no longer: the stream ends.
  [[nodiscard]] virtual bool is_over() const { return false; }
};

/// What has another name when it says anything else is asked for once (RFC 8246).
inline constexpr const char* kept_forever = "public, max-age=31536000, immutable";

struct Response {
  unsigned status{200};
  std::string_view content_type{"application/json"};  ///< of static storage
  std::shared_ptr<const std::string> body;            ///< none when it is empty
  std::vector<std::pair<std::string, std::string>> headers;
  std::shared_ptr<const std::string> common_headers;  ///< whole lines, the same for many answers
  std::shared_ptr<EventSource> events;                ///< set for a stream of events; `body` is then unused
};

using Reply = std::function<void(Response)>;
/// Answers a request, now or later, exactly once.
using Handler = std::function<void(Request, Reply)>;
/// Says how large a body may be that follows a head; the request has no body yet.
using BodyLimit = std::function<std::size_t(const Request&)>;

/// An answer in JSON, which is valid UTF-8 whatever a person pasted into it.
[[nodiscard]] Response json_response(std::string json, unsigned status = 200);

}  // namespace ccop::server
