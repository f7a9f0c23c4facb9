// The host: several communities in one process, each under its own path, and the web page they share.
#pragma once

#include "server/listener.hpp"
#include "server/site.hpp"

#include <filesystem>

namespace ccop::server {

/// The built web page, kept in memory: a few files, sent as they lie there, compressed beforehand.
class StaticFiles {
 public:
  /// Reads every file under `folder`, with its `.gz` twin if there is one.
  explicit StaticFiles(const std::filesystem::path& folder);
  [[nodiscard]] std::optional<Response> find(std::string_view path, bool accepts_gzip) const;
  /// The page itself, with this answer's nonce for styles.
  [[nodiscard]] std::optional<std::string> page(std::string_view nonce) const;

 private:
  struct File {
    std::string_view type;
    std::shared_ptr<const std::string> plain;
    std::shared_ptr<const std::string> gzipped;
  };
  std::map<std::string, File, std::less<>> files_;
};

class HostServer {
 public:
  HostServer(std::vector<std::unique_ptr<Site>> sites, const std::filesystem::path& web_folder, bool behind_tls);

  void handle(Request request, const Reply& reply);
  [[nodiscard]] Handler handler();
  /// Answers /metrics, for an address of its own: how a community grows tells a stranger when it votes.
  [[nodiscard]] Handler metrics_handler();
  /// For Listener: more than the usual for whoever is signed in, and for the machines of those who may bring objects.
  [[nodiscard]] BodyLimit larger_body();
  /// For Listener, too: the lines that go with each answer which may not be kept.
  [[nodiscard]] std::shared_ptr<const std::string> refusal_lines() const { return unkept_lines_; }
  /// And where machines speak TAXII, whatever a root is called.
  [[nodiscard]] std::function<bool(const std::string& path)> is_for_machines();
  void stop();

 private:
  [[nodiscard]] Response page(std::string_view path, bool accepts_gzip) const;
  /// A file of the page, with the policy that it needs.
  [[nodiscard]] std::optional<Response> file(std::string_view path, bool accepts_gzip) const;
  [[nodiscard]] Response metrics() const;
  /// TAXII's discovery: the API roots that the caller's token opens.
  [[nodiscard]] Response discovery(const Request& request);
  /// The community that lies under a path of the form /c/SLUG/...; the path is shortened to what follows.
  [[nodiscard]] Site* site_at(std::string& path) const;

  std::vector<std::unique_ptr<Site>> sites_;
  std::vector<std::string_view> slugs_;  ///< theirs
  StaticFiles files_;
  /// Header lines that many answers share, whole: for what has a content policy of its own; for answers
  /// that say themselves how long they may be kept; for all others, which may not be kept.
  std::shared_ptr<const std::string> page_lines_, lines_, unkept_lines_;
  std::map<unsigned, std::atomic<std::uint64_t>> answered_;  ///< by status class, filled in at the start
};

}  // namespace ccop::server
