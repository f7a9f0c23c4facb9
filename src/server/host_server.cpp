#include "server/host_server.hpp"

#include "server/kernel/problem_page.hpp"
#include "server/rooms.hpp"
#include "server/taxii_paths.hpp"

#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <fstream>
#include <sstream>

namespace ccop::server {
namespace {

constexpr std::string_view nonce_mark = "__CSP_NONCE__";

constexpr std::string_view own_scripts = "'self'";
/// What is built for workers may compile WebAssembly, and nothing else may: no page, and no worker evaluates a text.
constexpr std::string_view scripts_of_workers = "'self' 'wasm-unsafe-eval'";

std::string content_policy(std::string_view nonce, std::string_view scripts = own_scripts) {
  return "default-src 'none'; script-src " + std::string{scripts} + "; style-src 'self'" +
         (nonce.empty() ? std::string{} : " 'nonce-" + std::string{nonce} + "'") +
         "; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; "
         "form-action 'none'; frame-ancestors 'none'";
}

std::string common_lines(bool behind_tls) {
  std::string lines =
      "X-Content-Type-Options: nosniff\r\n"
      "Referrer-Policy: no-referrer\r\n"
      "Cross-Origin-Opener-Policy: same-origin\r\n"
      "Cross-Origin-Resource-Policy: same-origin\r\n"
      "Permissions-Policy: camera=(), microphone=(), geolocation=(), publickey-credentials-get=(self), "
      "publickey-credentials-create=(self)\r\n";
  if (behind_tls) lines += "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n";
  return lines;
}

std::string_view type_of(const std::filesystem::path& file) {
  static const std::map<std::string, std::string_view> types{{".html", "text/html; charset=utf-8"},
                                                             {".js", "text/javascript; charset=utf-8"},
                                                             {".css", "text/css; charset=utf-8"},
                                                             {".svg", "image/svg+xml; charset=utf-8"},
                                                             {".png", "image/png"},
                                                             {".json", "application/json"},
                                                             {".woff2", "font/woff2"},
                                                             {".yaml", "application/yaml"},
                                                             {".txt", "text/plain; charset=utf-8"},
                                                             {".ico", "image/x-icon"},
                                                             {".wasm", "application/wasm"},
                                                             {".webmanifest", "application/manifest+json"}};
  const auto found = types.find(file.extension().string());
  return found == types.end() ? "application/octet-stream" : found->second;
}

bool is_of_a_worker(std::string_view path) {
  return path.starts_with("/workers/");
}
/// Built files carry a hash of their content in their names.
bool is_built(std::string_view path) {
  return path.starts_with("/assets/") || is_of_a_worker(path);
}

std::shared_ptr<const std::string> read(const std::filesystem::path& file) {
  std::ifstream in{file, std::ios::binary};
  std::ostringstream text;
  text << in.rdbuf();
  return std::make_shared<const std::string>(text.str());
}

/// An act with the texts that come with it.
constexpr std::size_t largest_of_the_known = std::size_t{2} * 1024 * 1024;

}  // namespace

StaticFiles::StaticFiles(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) return;
  for (const auto& item : std::filesystem::recursive_directory_iterator{folder}) {
    if (!item.is_regular_file() || item.path().extension() == ".gz") continue;
    File file{type_of(item.path()), read(item.path()), nullptr};
    const std::filesystem::path twin = item.path().string() + ".gz";
    if (std::filesystem::exists(twin)) file.gzipped = read(twin);
    files_.emplace("/" + std::filesystem::relative(item.path(), folder).generic_string(), std::move(file));
  }
}

std::optional<Response> StaticFiles::find(std::string_view path, bool accepts_gzip) const {
  const auto found = files_.find(path);
  if (found == files_.end() || path == "/index.html") return std::nullopt;
  Response response;
  response.content_type = found->second.type;
  const bool gzip = accepts_gzip && found->second.gzipped != nullptr;
  response.body = gzip ? found->second.gzipped : found->second.plain;
  if (gzip) response.headers.emplace_back("Content-Encoding", "gzip");
  response.headers.emplace_back("Vary", "Accept-Encoding");
  response.headers.emplace_back("Cache-Control", is_built(path) ? kept_forever : "no-cache");
  return response;
}

std::optional<std::string> StaticFiles::page(std::string_view nonce) const {
  const auto found = files_.find("/index.html");
  if (found == files_.end()) return std::nullopt;
  std::string text = *found->second.plain;
  for (auto at = text.find(nonce_mark); at != std::string::npos; at = text.find(nonce_mark, at))
    text.replace(at, nonce_mark.size(), nonce);
  return text;
}

HostServer::HostServer(std::vector<std::unique_ptr<Site>> sites, const std::filesystem::path& web_folder,
                       bool behind_tls)
    : sites_(std::move(sites)), files_(web_folder) {
  slugs_.reserve(sites_.size());
  for (const auto& site : sites_) slugs_.emplace_back(site->slug());
  const std::string lines = common_lines(behind_tls);
  const std::string guarded = lines + "Content-Security-Policy: " + content_policy({}) + "\r\n";
  page_lines_ = std::make_shared<const std::string>(lines);
  lines_ = std::make_shared<const std::string>(guarded);
  unkept_lines_ = std::make_shared<const std::string>(guarded + "Cache-Control: no-store\r\n");
  for (const unsigned kind : {2u, 3u, 4u, 5u}) answered_[kind] = 0;
}

Handler HostServer::handler() {
  return [this](Request request, const Reply& reply) { handle(std::move(request), reply); };
}

Handler HostServer::metrics_handler() {
  return [this](const Request& request, const Reply& reply) {
    reply(request.path == "/metrics" ? metrics() : problem_response(nothing_there()));
  };
}

void HostServer::stop() {
  for (auto& site : sites_) site->stop();
}

void HostServer::handle(Request request, const Reply& reply) {
  const auto began = std::chrono::steady_clock::now();
  const Reply answer = [this, reply, began, method = request.method](Response response) {
    if (!response.common_headers) {
      const bool says_how_long =
          std::ranges::any_of(response.headers, [](const auto& h) { return h.first == "Cache-Control"; });
      response.common_headers = says_how_long ? lines_ : unkept_lines_;
    }
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
    ++answered_.at(std::clamp(response.status / 100, 2u, 5u));
    // Neither paths' numbers nor addresses nor names: a log is read by people whom the record is not for.
    spdlog::debug("{} answered {} in {} us", method, response.status, took.count());
    reply(std::move(response));
  };
  const bool accepts_gzip = request.header("accept-encoding").find("gzip") != std::string_view::npos;
  if (auto known_as = taxii_path(request.path, slugs_)) request.path = *std::move(known_as);
  std::string_view path = request.path;
  constexpr std::array<std::string_view, 4> known{"GET", "HEAD", "POST", "DELETE"};
  const bool is_taxii = path.find("/taxii2") != std::string_view::npos;  // which says it in a form of its own
  if (std::ranges::find(known, request.method) == known.end() && !is_taxii)
    return answer(problem_response({405, "method-not-allowed"}));
  if (path == "/healthz") return answer(json_response(R"({"status":"ok"})"));
  // A host with one community answers for it at the root as well, which is where other tools look for a log.
  if (sites_.size() == 1 && (path.starts_with("/log/") || path.starts_with("/api/")))
    return sites_.front()->handle(request, answer);
  if (path == "/taxii2/") return answer(discovery(request));
  if (path.starts_with("/c/")) {
    std::string rest{path};
    Site* const site = site_at(rest);
    if (site == nullptr) return answer(problem_for(request, nothing_there("no-such-community")));
    constexpr std::array<std::string_view, 4> not_of_the_page{"/api/", "/log/", "/taxii2/", "/calendar/"};
    if (std::ranges::none_of(not_of_the_page, [&](std::string_view start) { return rest.starts_with(start); }))
      return answer(page(rest, accepts_gzip));
    request.path = rest;
    return site->handle(request, answer);
  }
  if (path == "/" && sites_.size() == 1) {
    Response response;
    response.status = 302;
    response.headers.emplace_back("Location", "/c/" + sites_.front()->slug() + "/");
    return answer(std::move(response));
  }
  if (auto found = file(path, accepts_gzip)) return answer(*std::move(found));
  answer(problem_for(request, nothing_there("no-such-community")));
}

Site* HostServer::site_at(std::string& path) const {
  const std::string_view rest = std::string_view{path}.substr(3);
  for (const auto& site : sites_) {
    const std::string& slug = site->slug();
    if (!rest.starts_with(slug) || (rest.size() > slug.size() && rest[slug.size()] != '/')) continue;
    path = rest.substr(slug.size());
    return site.get();
  }
  return nullptr;
}

std::function<bool(const std::string& path)> HostServer::is_for_machines() {
  return [this](const std::string& path) { return taxii_path(path, slugs_).has_value(); };
}

BodyLimit HostServer::larger_body() {
  return [this](const Request& head) -> std::size_t {
    std::string path = taxii_path(head.path, slugs_).value_or(head.path);
    Site* const site = path.starts_with("/c/") ? site_at(path) : nullptr;
    if (site == nullptr) return 0;
    Request within = head;
    within.path = path;
    const auto& exchange = site->rooms().exchange;
    const std::size_t for_machines = exchange ? exchange->larger_body(within).value_or(0) : 0;
    return std::max(for_machines, site->is_known(within) ? largest_of_the_known : 0);
  };
}

Response HostServer::discovery(const Request& request) {
  if (request.method != "GET" && request.method != "HEAD")
    return taxii_error({405, "Method not allowed", "Discovery only answers GET."});
  try {
    require_acceptable(request);
  } catch (const TaxiiProblem& problem) {
    return taxii_error(problem);
  }
  nlohmann::json body;
  for (const auto& site : sites_) {
    const auto& exchange = site->rooms().exchange;
    if (const auto root = exchange ? exchange->root_for(request) : std::nullopt) {
      body["title"] = root->title;
      body["api_roots"].push_back(root->address);
      // Some clients keep the last part of a root alone.
      body["api_roots"].push_back(root->short_address);
      body["default"] = root->address;
    }
  }
  if (body.empty()) return taxii_error({401, "Unauthorized", "Send a token that a member made for this machine."});
  return taxii_response(body.dump());
}

std::optional<Response> HostServer::file(std::string_view path, bool accepts_gzip) const {
  auto found = files_.find(path, accepts_gzip);
  if (found && is_of_a_worker(path)) {
    found->headers.emplace_back("Content-Security-Policy", content_policy({}, scripts_of_workers));
    found->common_headers = page_lines_;
  }
  return found;
}

Response HostServer::page(std::string_view path, bool accepts_gzip) const {
  if (auto found = file(path, accepts_gzip)) return *std::move(found);
  if (is_built(path)) return problem_response(nothing_there());
  Hash random{};
  fill_random(random);
  const std::string nonce = to_base64url(ByteView{random}.first(18));
  const auto text = files_.page(nonce);
  if (!text) return problem_response(nothing_there("no-web-page-built"));
  Response response;
  response.content_type = "text/html; charset=utf-8";
  response.body = std::make_shared<const std::string>(*text);
  response.headers.emplace_back("Cache-Control", "no-store");
  response.headers.emplace_back("Content-Security-Policy", content_policy(nonce));
  response.common_headers = page_lines_;
  return response;
}

Response HostServer::metrics() const {
  std::ostringstream out;
  out << "# TYPE ccop_responses_total counter\n";
  for (const auto& [kind, count] : answered_)
    out << "ccop_responses_total{class=\"" << kind << "xx\"} " << count << "\n";
  out << "# TYPE ccop_record_entries gauge\n";
  for (const auto& site : sites_)
    out << "ccop_record_entries{community=\"" << site->slug() << "\"} " << site->size() << "\n";
  out << "# TYPE ccop_live_listeners gauge\n";
  for (const auto& site : sites_)
    out << "ccop_live_listeners{community=\"" << site->slug() << "\"} " << site->listeners() << "\n";
  Response response;
  response.content_type = "text/plain; version=0.0.4; charset=utf-8";
  response.body = std::make_shared<const std::string>(out.str());
  return response;
}

}  // namespace ccop::server
