// `ccop page`: whether a host serves the page that was built from the published sources.
#pragma once

#include "exchange/fetch.hpp"
#include "witness/page.hpp"

#include <chrono>
#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace ccop::cli {

/// Empty: the one that was installed with the program. Throws StoreError where there is none, or it is none.
[[nodiscard]] witness::PageManifest page_manifest(const std::string& file);

/// Prints what differs. 0 where nothing does.
int verify_page(const std::string& address, const std::string& manifest_file, const exchange::Fetch& fetch);

/// Adds the commands; parsing one puts what it does into `chosen`.
void add_page_commands(CLI::App& app, std::function<int()>& chosen);

}  // namespace ccop::cli
