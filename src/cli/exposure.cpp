#include "cli/exposure.hpp"

#include "cli/data_options.hpp"
#include "cli/election_secrets.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace ccop::cli {
namespace {

struct RoundsToVerify {
  DataOptions data;
  ElectionSettings election;
};

/// `ccop election ballot` for a round: the answers come by their names, in a file of the page.
void add_answer(CLI::App& exposure, std::function<int()>& chosen) {
  const auto data = std::make_shared<DataOptions>();
  const auto settings = std::make_shared<BallotSettings>();
  auto* answering = exposure.add_subcommand(
      "answer", "make a round's ballot of a file of answers, without the page, to be brought to it and signed");
  answering->add_option("FILE", settings->answers_file, "the answers, as the page saves them")->required();
  answering->add_option("--paper", settings->paper, "the ballot paper, as the page saves it")->required();
  answering->add_option("--keybox", settings->keybox, "the file of the seat's keybox")->required();
  answering->add_option("--passphrase-file", settings->passphrase_file,
                        "of the keybox; else CCOP_KEYBOX_PASSPHRASE, or it is asked for");
  answering->add_option("--out", settings->out, "where to write the ballot; else UUID.ballot.json");
  add_record_options(answering, *data, settings->at);
  answering->add_option("--record", settings->record,
                        "a data folder or an export, which is audited first, and believed alone");
  answering->callback([&chosen, data, settings] { chosen = [=] { return make_ballot(*data, *settings); }; });
}

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
  add_answer(*exposure, chosen);
}

}  // namespace ccop::cli
