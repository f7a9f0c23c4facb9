#include "cli/demo.hpp"

#include "cli/data_options.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace ccop::cli {
namespace {

struct DemoToMake {
  DataOptions data;
  std::string charter;
  std::string origin{"http://localhost:8080"};
  DemoSettings settings;
};

}  // namespace

void add_demo_command(CLI::App& app, std::function<int()>& chosen) {
  const auto asked = std::make_shared<DemoToMake>();
  auto* demo = app.add_subcommand("demo", "make a simulated community with links to enter it");
  add_data_options(demo, asked->data);
  demo->add_option("--charter", asked->charter, "the charter file")->required();
  demo->add_option("--origin", asked->origin, "address at which it will be opened")->capture_default_str();
  demo->add_option("--answering", asked->settings.answering, "organizations that answer its rounds; with 0 it has none")
      ->capture_default_str();
  demo->add_option("--round-opens-in", asked->settings.opens_in, "minutes until its last round opens")
      ->capture_default_str()
      ->check(CLI::Range(1u, 1'440u));
  demo->add_flag("--leaves-totals", asked->settings.leaves_totals,
                 "leave the second round's totals to its trustees, whose key files lie in the data folder");
  demo->callback([&chosen, asked] {
    chosen = [asked] { return make_demo(asked->data, asked->charter, asked->origin, asked->settings); };
  });
}

}  // namespace ccop::cli
