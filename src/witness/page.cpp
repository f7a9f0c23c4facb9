#include "witness/page.hpp"

#include "base/bad_input.hpp"

#include <algorithm>
#include <charconv>
#include <regex>
#include <sstream>

namespace ccop::witness {
namespace {

constexpr std::string_view manifest_format = "ccop page manifest v1";
constexpr std::string_view index_path = "/index.html";
constexpr std::string_view built_nonce = "__CSP_NONCE__";
constexpr std::size_t most_files = 4096;
constexpr long longest_seconds_for_a_file = 30;

/// What files of the page are served as: with another type a browser does something else with them.
std::string_view expected_type(std::string_view path) {
  static const std::map<std::string_view, std::string_view> types{{".html", "text/html"},
                                                                  {".js", "text/javascript"},
                                                                  {".css", "text/css"},
                                                                  {".svg", "image/svg+xml"},
                                                                  {".wasm", "application/wasm"}};
  const auto dot = path.rfind('.');
  const auto found = dot == std::string_view::npos ? types.end() : types.find(path.substr(dot));
  return found == types.end() ? std::string_view{} : found->second;
}

/// The words of a directive of a policy; nothing where it has none.
std::optional<std::vector<std::string>> directive(const std::string& policy, std::string_view name) {
  std::istringstream directives{policy};
  for (std::string one; std::getline(directives, one, ';');) {
    std::istringstream words{one};
    std::string word;
    if (!(words >> word) || word != name) continue;
    std::vector<std::string> found;
    while (words >> word) found.push_back(word);
    return found;
  }
  return std::nullopt;
}

class PageComparison {
 public:
  PageComparison(const std::string& address, const PageManifest& manifest, const exchange::Fetch& fetch)
      : address_(address),
        root_(address.substr(0, address.find('/', address.find("//") + 2))),
        manifest_(manifest),
        fetch_(fetch) {}

  std::vector<std::string> run() {
    if (const auto answer = asked(address_, "the page")) look_at_index(*answer);
    for (const auto& [path, file] : manifest_.files) {
      if (path == index_path) continue;
      const auto answer = asked(root_ + path, path);
      if (!answer) continue;
      compare(path, answer->body);
      look_at_headers(path, path, *answer);
    }
    return std::move(found_);
  }

 private:
  std::optional<exchange::Fetched> asked(const std::string& url, const std::string& name) {
    exchange::Fetching asking;
    asking.url = url;
    asking.accept = "*/*";
    asking.longest_seconds = longest_seconds_for_a_file;
    auto answer = fetch_(asking);
    if (answer.status == 200) return answer;
    say("missing: " + name + " (" + (answer.status == 0 ? answer.trouble : "status " + std::to_string(answer.status)) +
        ")");
    return std::nullopt;
  }

  void compare(std::string_view path, const std::string& bytes) {
    const PageFile& file = manifest_.files.find(std::string{path})->second;
    if (bytes.size() == file.size && sha256(bytes_of(bytes)) == file.hash) return;
    say("changed: " + std::string{path} + " (" + std::to_string(bytes.size()) + " bytes, SHA-256 " +
        to_hex(sha256(bytes_of(bytes))) + ")");
  }

  /// The host writes a nonce for styles into it, another each time: with the mark of the build in its place it must be
  /// what was built.
  void look_at_index(const exchange::Fetched& answer) {
    const std::string policy = header(answer, "content-security-policy");
    std::string text = answer.body;
    static const std::regex nonce_word{"'nonce-([A-Za-z0-9_-]{16,64})'"};
    std::smatch nonce;
    if (std::regex_search(policy, nonce, nonce_word)) {
      const std::string written = nonce[1];
      for (auto at = text.find(written); at != std::string::npos; at = text.find(written, at + built_nonce.size()))
        text.replace(at, written.size(), built_nonce);
    }
    compare(index_path, text);
    look_at_what_it_loads(text);
    look_at_headers("the page", index_path, answer);
  }

  void look_at_what_it_loads(const std::string& text) {
    static const std::regex loaded{
        R"re(<(script|link|iframe|img|object|embed)\b[^>]*?\s(src|href|data)\s*=\s*["']?([^"'\s>]+))re",
        std::regex::icase};
    for (std::sregex_iterator at{text.begin(), text.end(), loaded}, end; at != end; ++at)
      if (!manifest_.files.contains((*at)[3])) say("unlisted: the page loads " + (*at)[3].str());
    static const std::regex inline_script{R"re(<script(?![^>]*\ssrc\s*=)[^>]*>)re", std::regex::icase};
    if (std::regex_search(text, inline_script)) say("unlisted: the page has a script within itself");
  }

  void look_at_headers(const std::string& name, std::string_view path, const exchange::Fetched& answer) {
    const std::string type = header(answer, "content-type");
    const auto expected = expected_type(path);
    if (!expected.empty() && type.substr(0, type.find(';')) != expected)
      say("type: " + name + " is served as " + (type.empty() ? "nothing" : type) + ", not as " + std::string{expected});
    if (header(answer, "x-content-type-options") != "nosniff") say("headers: " + name + " comes without nosniff");
    for (const char* unwanted : {"link", "refresh", "service-worker-allowed", "sourcemap"})
      if (answer.headers.contains(unwanted))
        say("headers: " + name + " comes with " + unwanted + ": " + header(answer, unwanted));
    look_at_policy(name, path, header(answer, "content-security-policy"));
  }

  /// Scripts come from this host alone, and nothing goes elsewhere. What is built for workers may compile WebAssembly.
  void look_at_policy(const std::string& name, std::string_view path, const std::string& policy) {
    for (const char* guarded : {"default-src", "script-src", "connect-src", "base-uri", "form-action"}) {
      const auto words = directive(policy, guarded);
      if (!words) {
        say("policy: " + name + " comes without " + guarded);
        continue;
      }
      const bool may_compile = path.starts_with("/workers/") && std::string_view{guarded} == "script-src";
      for (const std::string& word : *words)
        if (word != "'self'" && word != "'none'" && !(may_compile && word == "'wasm-unsafe-eval'"))
          say("policy: " + name + " allows " + guarded + " " + word);
    }
  }

  [[nodiscard]] static std::string header(const exchange::Fetched& answer, const std::string& name) {
    const auto found = answer.headers.find(name);
    return found == answer.headers.end() ? std::string{} : found->second;
  }
  void say(std::string what) { found_.push_back(std::move(what)); }

  const std::string& address_;
  std::string root_;
  const PageManifest& manifest_;
  const exchange::Fetch& fetch_;
  std::vector<std::string> found_;
};

}  // namespace

PageManifest PageManifest::read(std::string_view text) {
  std::istringstream lines{std::string{text}};
  std::string line;
  if (!std::getline(lines, line) || line != manifest_format) throw BadInput{"line 1", std::string{manifest_format}};
  PageManifest out;
  static const std::regex shape{R"(([0-9a-f]{64}) (\d{1,10}) (/[A-Za-z0-9._/-]+))"};
  for (std::size_t number = 2; std::getline(lines, line); ++number) {
    const std::string where = "line " + std::to_string(number);
    std::smatch parts;
    if (!std::regex_match(line, parts, shape)) throw BadInput{where, "HASH SIZE PATH"};
    PageFile file;
    const std::string hash = parts[1];
    for (std::size_t i = 0; i < file.hash.size(); ++i)
      std::from_chars(hash.data() + 2 * i, hash.data() + 2 * i + 2, file.hash[i], 16);
    file.size = std::stoull(parts[2]);
    if (!out.files.emplace(parts[3], file).second) throw BadInput{where, "each path once"};
    if (out.files.size() > most_files) throw BadInput{where, "at most 4096 files"};
  }
  if (!out.files.contains(std::string{index_path})) throw BadInput{"", "a manifest with /index.html"};
  return out;
}

std::vector<std::string> page_differences(const std::string& address, const PageManifest& manifest,
                                          const exchange::Fetch& fetch) {
  return PageComparison{address, manifest, fetch}.run();
}

}  // namespace ccop::witness
