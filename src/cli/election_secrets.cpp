#include "cli/election_secrets.hpp"

#include "cli/data_options.hpp"

#include <CLI/CLI.hpp>

namespace ccop::cli {
namespace {

CLI::Option* add_record(CLI::App* command, DataOptions& data, std::string& record, std::string& at) {
  add_record_options(command, data, at);
  return command->add_option("--record", record,
                             "a data folder or an export, which is audited first, and believed alone");
}

void add_decrypt(CLI::App& elections, std::function<int()>& chosen) {
  const auto data = std::make_shared<DataOptions>();
  const auto settings = std::make_shared<DecryptSettings>();
  auto* decrypting = elections.add_subcommand("decrypt", "decrypt the totals of the record's ballots, as a trustee");
  decrypting->add_option("FILE", settings->archive, "the archive (.bel) that is shown, to be held against the record");
  decrypting->add_option("--key-file", settings->key_file, "the trustee's, as the page saved it")->required();
  decrypting->add_option("--passphrase-file", settings->passphrase_file,
                         "of the key file; else CCOP_TRUSTEE_PASSPHRASE, or it is asked for");
  decrypting->add_option("--election", settings->election, "its number in the record, from 0");
  decrypting->add_option("--out", settings->out, "where to write the decryption; else UUID.decryption.json");
  add_record(decrypting, *data, settings->record, settings->at)->required();
  decrypting->callback([&chosen, data, settings] { chosen = [=] { return decrypt_totals(*data, *settings); }; });
}

}  // namespace

void add_election_secrets(CLI::App& elections, std::function<int()>& chosen) {
  const auto data = std::make_shared<DataOptions>();
  const auto settings = std::make_shared<BallotSettings>();
  auto* making = elections.add_subcommand("ballot", "make a ballot without the page, to be brought to it and signed");
  making->add_option("FILE", settings->paper, "the ballot paper, as the page saves it")->required();
  making->add_option("--keybox", settings->keybox, "the file of the seat's keybox")->required();
  making->add_option("--passphrase-file", settings->passphrase_file,
                     "of the keybox; else CCOP_KEYBOX_PASSPHRASE, or it is asked for");
  making->add_option("--choices", settings->choices_file,
                     "a file with a line for each question, \"2\", \"1 3\" or "
                     "\"blank\"; else it is asked for");
  making->add_option("--out", settings->out, "where to write the ballot; else UUID.ballot.json");
  add_record(making, *data, settings->record, settings->at);
  making->callback([&chosen, data, settings] { chosen = [=] { return make_ballot(*data, *settings); }; });
  add_decrypt(elections, chosen);
}

}  // namespace ccop::cli
