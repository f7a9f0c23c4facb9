#include "cli/program.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace ccop::cli {
namespace {

void add_data_options(CLI::App* command, DataOptions& data) {
  command->add_option("--data", data.data, "folder of the communities")->capture_default_str();
  command->add_option("--store", data.store, "postgresql://... instead of SQLite files in the folder");
  command->add_option("--community", data.community, "which one, where there are several");
  command->add_option("--master-key", data.master_key,
                      "file of the master key (or CCOP_MASTER_KEY); else DIR/master.key");
}

}  // namespace

int run(int argc, char** argv) {
  CLI::App app{"ccop: the platform on which a trusted community of security officers lives by its charter"};
  app.require_subcommand(1);
  DataOptions data;
  std::string charter;
  std::string file;
  std::string origin{"http://localhost:8080"};
  std::function<int()> chosen;
  const auto on = [&](CLI::App* command, std::function<int()> action) {
    command->callback([&chosen, action = std::move(action)] { chosen = action; });
  };

  auto* charters = app.add_subcommand("charter", "work on charter files")->require_subcommand(1);
  auto* check = charters->add_subcommand(
      "check", "name each mistake of a charter file with its line, its key and what is expected");
  check->add_option("FILE", file, "the charter")->required();
  on(check, [&] { return check_charter(file); });

  auto* founding = app.add_subcommand("init", "found a community from its charter");
  add_data_options(founding, data);
  founding->add_option("--charter", charter, "the charter file")->required();
  founding->add_option("--origin", origin, "address at which people will open it")->capture_default_str();
  on(founding, [&] { return init(data, charter, origin); });

  ServeSettings settings;
  auto* serving = app.add_subcommand("serve", "serve the communities of a data folder");
  add_data_options(serving, data);
  serving->add_option("--listen", settings.listen, "ADDRESS:PORT")->capture_default_str();
  serving->add_option("--origin", settings.origin, "address at which people open it; default http://localhost:PORT");
  serving->add_option("--web", settings.web, "folder of the built web page");
  auto* certificate = serving->add_option("--tls-cert", settings.certificate, "PEM file of the certificate chain")
                          ->check(CLI::ExistingFile);
  auto* key = serving->add_option("--tls-key", settings.key, "PEM file of the private key")->check(CLI::ExistingFile);
  certificate->needs(key);
  key->needs(certificate);
  serving->add_option("--threads", settings.threads, "default: one for each core");
  serving->add_flag("--behind-proxy", settings.behind_proxy,
                    "a proxy calls us, and adds the caller's address to X-Forwarded-For: limits count by that");
  serving->add_flag("--verbose", settings.verbose, "log each request");
  on(serving, [&] { return serve(data, settings); });

  unsigned years = 1;
  std::uint64_t seed = 1;
  std::string out;
  auto* simulating = app.add_subcommand(
      "simulate", "live years of a community through the rules; the same seed gives the same ledger");
  simulating->add_option("--charter", charter, "the charter file")->required();
  simulating->add_option("--years", years)->capture_default_str()->check(CLI::Range(1u, 1000u));
  simulating->add_option("--seed", seed)->capture_default_str();
  simulating->add_option("--out", out, "an empty folder")->required();
  on(simulating, [&] { return simulate(data, charter, years, seed, out); });

  auto* demo = app.add_subcommand("demo", "make a simulated community with links to enter it");
  add_data_options(demo, data);
  demo->add_option("--charter", charter, "the charter file")->required();
  demo->add_option("--origin", origin, "address at which it will be opened")->capture_default_str();
  on(demo, [&] { return make_demo(data, charter, origin); });

  std::string target;
  std::string since;
  std::string log_key;
  std::string token;
  auto* auditing =
      app.add_subcommand("audit", "check a whole record: tree, checkpoint, signatures, and every act by the rules");
  auditing
      ->add_option("TARGET", target, "a data folder, an export, or a log's address such as https://HOST/c/SLUG/log/")
      ->required();
  auditing->add_option("--store", data.store, "postgresql://... where TARGET's communities lie there");
  auditing->add_option("--community", data.community, "which one, where there are several");
  auditing->add_option("--since", since, "file with an older checkpoint that the record must extend");
  auditing->add_option("--key", log_key, "the log's verifier key as you know it; else the founding act's is believed");
  auditing->add_option("--token", token, "for an address: a reading token, made on one's own page");
  on(auditing, [&] { return audit(data, target, since, log_key, token); });

  for (const auto& [name, words, secrets] :
       {std::tuple{"export", "write a community's record and contents into one file", false},
        std::tuple{"backup", "the same with the host's own secrets, for restore", true}}) {
    auto* command = app.add_subcommand(name, words);
    add_data_options(command, data);
    command->add_option("FILE", file, "a new file")->required();
    on(command, [&, with = secrets] { return export_to(data, file, with); });
  }
  for (const auto& [name, words] :
       {std::pair{"import", "take in an export"}, std::pair{"restore", "take in a backup"}}) {
    auto* command = app.add_subcommand(name, words);
    add_data_options(command, data);
    command->add_option("FILE", file, "the file")->required()->check(CLI::ExistingFile);
    on(command, [&] { return import_from(data, file); });
  }

  auto* elections = app.add_subcommand("election", "work on election archives")->require_subcommand(1);
  auto* verifying = elections->add_subcommand(
      "verify", "check a Belenios archive: chain, keys, ballots, tally, decryptions and result");
  verifying->add_option("FILE", file, "the archive (.bel)")->required();
  verifying->add_option("--threads", settings.threads, "default: one for each core");
  on(verifying, [&] { return verify_election(file, settings.threads); });

  auto* opening = elections->add_subcommand("open", "check a ballot that its voter opened instead of casting it");
  opening->add_option("FILE", file, "the opened ballot, as the page saves it")->required();
  on(opening, [&] { return open_ballot(file); });

  std::vector<std::uint32_t> people;
  std::vector<std::string> contents;
  auto* erasing =
      app.add_subcommand("erase", "destroy the keys of a person's or an item's content; the server must be stopped");
  add_data_options(erasing, data);
  erasing->add_option("--person", people, "a person's number");
  erasing->add_option("--content", contents, "a content's hash");
  on(erasing, [&] { return erase(data, people, contents); });

  try {
    app.parse(argc, argv);
    return chosen();
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return code == 0 ? 0 : 2;
  } catch (const std::exception& error) {
    std::cerr << "ccop: " << error.what() << "\n";
    return 1;
  }
}

}  // namespace ccop::cli
