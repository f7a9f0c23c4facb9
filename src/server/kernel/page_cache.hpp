// Answers to reads, kept while the record stands still: a busy meeting asks for the same page many times a second.
#pragma once

#include "base/time.hpp"
#include "server/http.hpp"

#include <map>
#include <mutex>
#include <optional>

namespace ccop::server {

class PageCache {
 public:
  [[nodiscard]] std::optional<Response> find(const std::string& name, std::uint64_t size, Time now);
  void keep(const std::string& name, std::uint64_t size, Time now, const Response& response);

 private:
  struct Kept {
    std::uint64_t size{};
    Time at{};
    Response response;
  };
  std::mutex mutex_;
  std::map<std::string, Kept> kept_;
  Time swept_{};
};

/// What tells one reader's page from all others. `secret` is the reader's.
[[nodiscard]] std::string page_name(const Request& request, std::string_view secret);

}  // namespace ccop::server
