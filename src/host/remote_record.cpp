#include "host/audit.hpp"
#include "ledger/tile_path.hpp"

#include <curl/curl.h>

#include <algorithm>

namespace ccop::host {
namespace {

constexpr std::size_t largest_answer = 32 * 1024 * 1024;

/// Reads a C2SP tlog-tiles log over HTTP.
class RemoteRecord final : public RecordSource {
 public:
  RemoteRecord(std::string url, const std::string& token)
      : url_(std::move(url)), curl_(curl_easy_init(), &curl_easy_cleanup) {
    if (!url_.ends_with('/')) url_ += '/';
    if (!token.empty()) headers_.reset(curl_slist_append(nullptr, ("Authorization: Bearer " + token).c_str()));
  }

  std::string checkpoint() override { return get("checkpoint"); }
  std::vector<std::string> cosigned() override {
    std::vector<std::string> notes;
    if (auto note = look_for("witnessed")) notes.push_back(*std::move(note));
    return notes;
  }

  void each_entry(std::uint64_t size, const std::function<void(std::string_view)>& each) override {
    size_ = size;
    for (std::uint64_t first = 0; first < size; first += ledger::tile_width) {
      const auto width = static_cast<std::size_t>(std::min<std::uint64_t>(ledger::tile_width, size - first));
      const auto entries =
          ledger::split_bundle(get("tile/" + ledger::tile_path({true, {0, first / ledger::tile_width}, width})));
      if (!entries || entries->size() < width) throw store::StoreError{"an entry bundle of the log is cut off"};
      for (std::size_t i = 0; i < width; ++i) each((*entries)[i]);
    }
  }

  std::optional<std::string> tile(std::uint32_t level, std::uint64_t index) override {
    return get("tile/" + ledger::tile_path({false, {level, index}, ledger::tile_width}));
  }
  [[nodiscard]] Holding holding() const override { return Holding::nothing; }
  std::optional<store::ContentRow> content(const ContentHash&) override { return std::nullopt; }

 private:
  std::string get(const std::string& path) {
    auto body = look_for(path);
    if (!body) throw store::StoreError{url_ + path + " answered with status 404"};
    return *std::move(body);
  }

  /// Empty where there is no such thing.
  std::optional<std::string> look_for(const std::string& path) {
    std::string body;
    const std::string url = url_ + path;
    curl_easy_setopt(curl_.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl_.get(), CURLOPT_HTTPHEADER, headers_.get());
    curl_easy_setopt(curl_.get(), CURLOPT_TIMEOUT, 60L);
    curl_easy_setopt(curl_.get(), CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl_.get(), CURLOPT_WRITEDATA, &body);
    curl_easy_setopt(
        curl_.get(), CURLOPT_WRITEFUNCTION, +[](char* data, std::size_t, std::size_t count, void* to) -> std::size_t {
          auto& out = *static_cast<std::string*>(to);
          if (out.size() + count > largest_answer) return 0;
          out.append(data, count);
          return count;
        });
    if (const auto code = curl_easy_perform(curl_.get()); code != CURLE_OK)
      throw store::StoreError{"can't read " + url + ": " + curl_easy_strerror(code)};
    long status = 0;
    curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status == 404) return std::nullopt;
    if (status == 401 || status == 403)
      throw store::StoreError{
          "the server shows its entries to members only: give a token with --token (made on the Record page)"};
    if (status != 200) throw store::StoreError{url + " answered with status " + std::to_string(status)};
    return body;
  }

  std::string url_;
  std::uint64_t size_{};
  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl_;
  std::unique_ptr<curl_slist, void (*)(curl_slist*)> headers_{nullptr, &curl_slist_free_all};
};

}  // namespace

std::unique_ptr<RecordSource> record_at(std::string url, const std::string& token) {
  return std::make_unique<RemoteRecord>(std::move(url), token);
}

}  // namespace ccop::host
