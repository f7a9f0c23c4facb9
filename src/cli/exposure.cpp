#include "cli/exposure.hpp"

#include "cli/data_options.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace ccop::cli {
namespace {

struct RoundsToVerify {
  DataOptions data;
  ElectionSettings election;
};

}  // namespace

void add_exposure_commands(CLI::App& app, std::function<int()>& chosen) {
  const auto asked = std::make_shared<RoundsToVerify>();
  asked->election.rounds_alone = true;
  auto* exposure =
      app.add_subcommand("exposure", "work on rounds in which members answered in secret")->require_subcommand(1);
  auto* verifying = exposure->add_subcommand("verify",
                                             "audit the record of rounds, and check the archive that is made of it: "
                                             "who was asked, by which questions, how many "
                                             "answered, and that the totals are theirs");
  verifying->add_option("RECORD", asked->election.record, "a data folder or an export")->required();
  verifying->add_option("--archive", asked->election.file, "an archive (.bel), compared with that of the record");
  verifying->add_option("--round", asked->election.round, "its number in the record, from 0; else all");
  add_record_options(verifying, asked->data, asked->election.at);
  verifying->add_option("--threads", asked->election.threads, "default: one for each core");
  verifying->callback([&chosen, asked] { chosen = [asked] { return verify_election(asked->data, asked->election); }; });
}

}  // namespace ccop::cli
