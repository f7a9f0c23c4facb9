#include "cli/witness.hpp"

#include "cli/page.hpp"
#include "cli/program.hpp"
#include "server/limits.hpp"
#include "server/listener.hpp"
#include "witness/pass.hpp"

#include <CLI/CLI.hpp>

#include <charconv>
#include <iostream>
#include <random>
#include <thread>

namespace ccop::cli {
namespace {

struct WitnessSettings {
  std::string file;
  std::string name;
  std::string log_key;
  std::string address;
  std::string every;
  std::string listen{"127.0.0.1:8181"};
  std::string page;              ///< a manifest; empty: pages are not looked at
  std::string page_every{"6h"};  ///< on average
};

/// Larger than any request of tlog-witness, with its proof and sixteen signatures.
constexpr std::size_t largest_request = std::size_t{16} * 1024;

int make_witness(const WitnessSettings& settings) {
  const auto state = witness::StateFile::create(settings.file, settings.name);
  std::cout
      << "A new witness, whose secret key is in " << settings.file
      << ": keep it on one machine, and never put back an older copy of it.\nFor the charter:\n\n[[witness]]\nname = \""
      << settings.name << "\"\nkey = \"" << state.cosigner().key().text() << "\"\n";
  return 0;
}

/// The address of the community, whichever of its addresses was given.
std::string address_of_community(std::string address) {
  if (address.empty()) return address;
  if (!address.starts_with("https://") && !address.starts_with("http://"))
    throw witness::Trouble{"--at takes an address such as https://ccop.example.org/c/ccop"};
  while (address.ends_with('/')) address.pop_back();
  if (address.ends_with("/log")) address.resize(address.size() - 4);
  return address;
}

int follow_log(const WitnessSettings& settings) {
  witness::Witness{settings.file}.follow(settings.log_key, address_of_community(settings.address));
  std::cout << "followed from now on"
            << (settings.address.empty() ? ", as far as it is brought to \"ccop witness serve\"" : "") << "\n";
  return 0;
}

/// "10m", "45s", "2h"
std::chrono::seconds period_of(const std::string& option, const std::string& text) {
  unsigned count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  const std::string_view unit{end, text.data() + text.size()};
  const unsigned seconds = unit == "s" ? 1 : unit == "m" ? 60 : unit == "h" ? 3600 : 0;
  if (error != std::errc{} || seconds == 0 || count == 0 || count > 10'000)
    throw witness::Trouble{option + " takes a time such as 45s, 10m or 2h"};
  return std::chrono::seconds{count * seconds};
}

/// Looks at the pages of the followed communities, at times that nobody knows beforehand.
class PageWatch {
 public:
  PageWatch(const WitnessSettings& settings, witness::Tell tell)
      : every_(period_of("--page-every", settings.page_every)), tell_(std::move(tell)) {
    if (!settings.page.empty()) manifest_ = page_manifest(settings.page);
  }

  /// False where a page is another than the manifest's.
  [[nodiscard]] bool look(const witness::Witness& witness) const {
    bool is_as_built = true;
    if (!manifest_) return is_as_built;
    for (const auto& log : witness.state().logs) {
      if (log.address.empty()) continue;
      const auto found = witness::page_differences(log.address, *manifest_, exchange::fetch);
      for (const std::string& difference : found) tell_("THE PAGE DIFFERS at " + log.address + ": " + difference);
      if (found.empty()) tell_("the page at " + log.address + " is the one that was built");
      is_as_built = is_as_built && found.empty();
    }
    return is_as_built;
  }
  /// The same once it is time.
  void look_in_time(const witness::Witness& witness) {
    const auto now = std::chrono::steady_clock::now();
    if (now < next_) return;
    if (!look(witness)) tell_("Tell the other members, and act on another device with its page from elsewhere.");
    std::uniform_int_distribution<std::int64_t> wait{1, 2 * every_.count()};
    std::random_device random;
    next_ = now + std::chrono::seconds{wait(random)};
  }

 private:
  std::chrono::seconds every_;
  witness::Tell tell_;
  std::optional<witness::PageManifest> manifest_;
  std::chrono::steady_clock::time_point next_{};
};

int run_witness(const WitnessSettings& settings) {
  const witness::Witness witness{settings.file};
  const auto tell = [](const std::string& sentence) { std::cout << sentence << "\n" << std::flush; };
  if (witness.state().logs.empty()) throw witness::Trouble{"it follows no log yet: add one with \"ccop witness add\""};
  PageWatch pages{settings, tell};
  if (settings.every.empty()) {
    const bool all_follow = witness::pass(witness, exchange::fetch, tell);
    const bool as_built = pages.look(witness);
    return all_follow && as_built ? 0 : 1;
  }
  const auto period = period_of("--every", settings.every);
  while (true) {
    static_cast<void>(witness::pass(witness, exchange::fetch, tell));
    pages.look_in_time(witness);
    std::this_thread::sleep_for(period);
  }
}

server::Response response_of(const witness::Answer& answer) {
  server::Response response;
  response.status = answer.status;
  response.content_type = answer.content_type;
  response.body = std::make_shared<const std::string>(answer.body);
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

int serve_witness(const WitnessSettings& settings) {
  const witness::Witness witness{settings.file};
  const std::string name = witness.state().name;
  server::ListenOptions options = plain_options(settings.listen);
  options.largest_body = largest_request;
  server::TryLimit limit{60, minutes{1}};
  const auto answer = [&](const server::Request& request) -> witness::Answer {
    if (!request.path.ends_with("/add-checkpoint")) return {404, "a witness answers at /add-checkpoint\n"};
    if (request.method != "POST") return {405, "post a checkpoint here\n"};
    if (!limit.take(server::caller_of(request.address), clock_now())) return {429, "too often; try again soon\n"};
    try {
      auto answered = witness.add_checkpoint(request.body);
      if (answered.status == 409 || answered.status == 422) std::cout << "refused with " << answered.status << "\n";
      return answered;
    } catch (const witness::Trouble& trouble) {
      std::cerr << trouble.what() << "\n";
      return {500, "this witness can't sign now\n"};
    }
  };
  server::Listener listener{options, [&](const server::Request& request, const server::Reply& reply) {
                              reply(response_of(answer(request)));
                            }};
  std::cout << "the witness " << name << " listens at " << settings.listen << "\n" << std::flush;
  listener.run();
  return 0;
}

}  // namespace

void add_witness_commands(CLI::App& app, std::function<int()>& chosen) {
  auto* above = app.add_subcommand("witness", "watch that the records of others only grow, and cosign their heads")
                    ->require_subcommand(1);
  const auto settings = std::make_shared<WitnessSettings>();
  const auto add = [&](const char* name, const char* words, int (*action)(const WitnessSettings&)) {
    auto* command = above->add_subcommand(name, words);
    command->add_option("FILE", settings->file, "the witness's file")->required();
    command->callback([&chosen, settings, action] { chosen = [settings, action] { return action(*settings); }; });
    return command;
  };
  add("init", "make a witness with a key of its own", &make_witness)
      ->add_option("--name", settings->name, "its name in the charter, such as witness.example.org")
      ->required();
  auto* following = add("add", "follow one more log", &follow_log);
  following->add_option("--log", settings->log_key, "the log's first key, name+id+base64")->required();
  following->add_option("--at", settings->address, "the community's address, such as https://ccop.example.org/c/ccop");
  auto* running = add("run", "look at each log once, cosign what continues, and hand it over", &run_witness);
  running->add_option("--every", settings->every, "go on, with a pass every so often: 45s, 10m, 2h");
  auto* page = running->add_option("--page", settings->page,
                                   "compare each community's page with this manifest, at random times");
  running->add_option("--page-every", settings->page_every, "how often on average")->capture_default_str()->needs(page);
  add("serve", "answer logs that bring their heads (C2SP tlog-witness)", &serve_witness)
      ->add_option("--listen", settings->listen, "ADDRESS:PORT")
      ->capture_default_str();
}

}  // namespace ccop::cli
