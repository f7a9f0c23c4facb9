// The page that a host serves, held against what a reproducible build gives: every file's bytes, and that the browser
// is told to run nothing else. It shows what was served to whoever asked, from there and then, and to nobody else.
#pragma once

#include "base/bytes.hpp"
#include "exchange/fetch.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ccop::witness {

struct PageFile {
  Hash hash{};  ///< SHA-256
  std::uint64_t size{};
};

/// What a built page consists of, by path: `ccop page manifest v1`, then a line `HASH SIZE PATH` for each file.
struct PageManifest {
  std::map<std::string, PageFile> files;

  /// Throws BadInput that names the line; also for one without an index.html.
  [[nodiscard]] static PageManifest read(std::string_view text);
};

/// What differs, in words that name the file; nothing where all is as it was built. `address` is that of the page, such
/// as https://ccop.example.org/c/ccop: files lie at the root of its host.
[[nodiscard]] std::vector<std::string> page_differences(const std::string& address, const PageManifest& manifest,
                                                        const exchange::Fetch& fetch);

}  // namespace ccop::witness
