#include "cli/page.hpp"

#include "base/bad_input.hpp"
#include "cli/program.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace ccop::cli {
namespace {

constexpr std::uintmax_t largest_manifest = std::uintmax_t{1} << 20;

}  // namespace

witness::PageManifest page_manifest(const std::string& file) {
  const std::string named = file.empty() ? (installed_share() / "page.manifest").string() : file;
  if (!std::filesystem::is_regular_file(named)) throw store::StoreError{"can't read the page's manifest " + named};
  if (std::filesystem::file_size(named) > largest_manifest) throw store::StoreError{named + " is too large"};
  try {
    return witness::PageManifest::read(read_file(named));
  } catch (const BadInput& bad) {
    throw store::StoreError{named + " is no manifest of a page: " + bad.what()};
  }
}

int verify_page(const std::string& address, const std::string& manifest_file, const exchange::Fetch& fetch) {
  if (!address.starts_with("https://") && !address.starts_with("http://"))
    throw store::StoreError{"an address such as https://ccop.example.org/c/ccop is needed"};
  const auto manifest = page_manifest(manifest_file);
  const auto found = witness::page_differences(address, manifest, fetch);
  for (const std::string& difference : found) std::cout << "WRONG: " << difference << "\n";
  if (found.empty())
    std::cout << "ok  the page and its " << manifest.files.size() << " files are those of the manifest\n"
              << "(as they were served here and now: others may be served another page)\n";
  return found.empty() ? 0 : 1;
}

void add_page_commands(CLI::App& app, std::function<int()>& chosen) {
  struct Settings {
    std::string address;
    std::string manifest;
  };
  const auto settings = std::make_shared<Settings>();
  auto* above = app.add_subcommand("page", "look into the page that a host serves")->require_subcommand(1);
  auto* verifying = above->add_subcommand("verify", "compare every file with those of a reproducible build");
  verifying->add_option("URL", settings->address, "the page's address, such as https://ccop.example.org/c/ccop")
      ->required();
  verifying->add_option("--manifest", settings->manifest, "page.manifest of a build; else the program's own");
  verifying->callback([&chosen, settings] {
    chosen = [settings] { return verify_page(settings->address, settings->manifest, &exchange::fetch); };
  });
}

}  // namespace ccop::cli
