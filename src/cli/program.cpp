#include "cli/program.hpp"

#include "cli/data_options.hpp"
#include "cli/demo.hpp"
#include "cli/election_secrets.hpp"
#include "cli/exposure.hpp"
#include "cli/master_key_change.hpp"
#include "cli/page.hpp"
#include "cli/questions.hpp"
#include "cli/watch.hpp"
#include "cli/witness.hpp"

#include <CLI/CLI.hpp>

#include <iostream>

namespace ccop::cli {
namespace {

/// What was asked for; each command fills in what it takes.
struct Call {
  DataOptions data;
  std::string charter;
  std::string file;
  std::string origin{"http://localhost:8080"};
  std::string token;
  std::function<int()> chosen;

  /// Chooses the action where the command was named.
  void on(CLI::App* command, std::function<int()> action) {
    command->callback([this, action = std::move(action)] { chosen = action; });
  }
  /// The same of a command that has further ones beneath it, where none of them is named.
  void on_itself(CLI::App* command, std::function<int()> action) {
    command->callback([this, command, action = std::move(action)] {
      if (!command->get_subcommands().empty()) return;
      if (file.empty()) throw CLI::RequiredError("FILE");
      chosen = action;
    });
  }
};

void add_founding_commands(CLI::App& app, Call& call) {
  auto* charters = app.add_subcommand("charter", "work on charter files")->require_subcommand(1);
  auto* check = charters->add_subcommand(
      "check", "name each mistake of a charter file with its line, its key and what is expected");
  check->add_option("FILE", call.file, "the charter")->required();
  call.on(check, [&] { return check_charter(call.file); });

  auto* founding = app.add_subcommand("init", "found a community from its charter");
  add_data_options(founding, call.data);
  founding->add_option("--charter", call.charter, "the charter file")->required();
  founding->add_option("--origin", call.origin, "address at which people will open it")->capture_default_str();
  call.on(founding, [&] { return init(call.data, call.charter, call.origin); });
}

/// How much one may ask for, so that there is something left for the others.
void add_quotas(CLI::App* serving, server::QuotaSettings& quotas, server::HostQuotas& host) {
  const auto add = [&](const char* name, auto& value, const char* meaning) {
    serving->add_option(name, value, meaning)->capture_default_str()->group("Quotas");
  };
  add("--acts-an-hour", quotas.acts_an_hour, "acts of a person");
  add("--committee-acts-an-hour", quotas.committee_acts_an_hour, "acts of each who serves on the committee");
  add("--content-bytes-a-day", quotas.content_bytes_a_day, "texts of an organization's acts");
  add("--threat-bytes-a-day", quotas.threat_bytes_a_day, "of threat objects, of an organization");
  add("--threat-objects-a-day", quotas.threat_objects_a_day, "the same, counted");
  add("--tokens", quotas.tokens, "tokens of a person");
  add("--streams", quotas.streams, "streams of live events of a person");
  add("--uploads", quotas.uploads, "files of threat objects that are on their way to a community at a time");
  add("--uploads-of-organization", quotas.uploads_of_organization, "of these, of one organization");
  add("--uploads-of-person", quotas.uploads_of_person, "of these, of one person with all their tokens");
  add("--connections", host.connections, "of all addresses at a time; 0: as many as there are descriptors for");
  add("--connections-by-address", host.connections_by_address,
      "that one address, unless it is a proxy's, holds at a time");
  add("--bodies-by-address", host.bodies_by_address, "large ones of one address that have not arrived whole");
  add("--reserve-bytes", host.reserve_bytes, "of the disk that threat objects leave free, for the record");
}

void add_mail(CLI::App* command, MailSettings& mail) {
  const auto add = [&](const char* name, std::string& value, const char* meaning) {
    return command->add_option(name, value, meaning)->group("Mail");
  };
  auto* relay =
      add("--mail-relay", mail.relay, "smtps://HOST[:PORT], or smtp://HOST[:PORT], which then speaks STARTTLS");
  auto* sender = add("--mail-from", mail.sender, "the address that mails come from");
  auto* user = add("--mail-user", mail.user, "who signs in at the relay");
  auto* password = add("--mail-password-file", mail.password_file, "a file that holds the password alone");
  add("--mail-ca", mail.ca_file, "PEM file of who vouches for the relay; else the machine's list");
  command->add_option("--mail-seconds", mail.seconds, "that the relay has for its answer")
      ->capture_default_str()
      ->check(CLI::Range(1L, 600L))
      ->group("Mail");
  auto* folder = add("--mail-folder", mail.folder, "keep mails as files in this folder, and send none");
  relay->needs(sender)->excludes(folder);
  folder->needs(sender);
  user->needs(relay, password);
  password->needs(user)->check(CLI::ExistingFile);
}

/// After `add_mail`.
void add_replies(CLI::App* serving, MailSettings& mail) {
  serving
      ->add_option("--mail-replies", mail.replies,
                   "a Maildir that the mailbox of --mail-from is delivered to: answers of calendars count")
      ->group("Mail")
      ->needs(serving->get_option("--mail-from"));
}

void add_serving_commands(CLI::App& app, Call& call) {
  const auto settings = std::make_shared<ServeSettings>();
  auto* serving = app.add_subcommand("serve", "serve the communities of a data folder");
  add_data_options(serving, call.data);
  serving->add_option("--listen", settings->listen, "ADDRESS:PORT")->capture_default_str();
  serving->add_option("--origin", settings->origin, "address at which people open it; default http://localhost:PORT");
  serving->add_option("--web", settings->web, "folder of the built web page");
  auto* certificate = serving->add_option("--tls-cert", settings->certificate, "PEM file of the certificate chain")
                          ->check(CLI::ExistingFile);
  auto* key = serving->add_option("--tls-key", settings->key, "PEM file of the private key")->check(CLI::ExistingFile);
  certificate->needs(key);
  key->needs(certificate);
  serving->add_option("--threads", settings->threads, "default: one for each core");
  serving->add_flag(
      "--behind-proxy", settings->behind_proxy,
      "a proxy on this machine calls us, and adds the caller's address to X-Forwarded-For: limits count by that");
  serving->add_option("--proxy", settings->proxies, "the same of a proxy at this address, or in this network; several");
  serving->add_option("--metrics", settings->metrics, "ADDRESS:PORT at which /metrics is read; nowhere without it");
  add_quotas(serving, settings->quotas, settings->host_quotas);
  serving->add_flag("--loss-is-known", settings->loss_is_known,
                    "take acts again, although people have seen a record that an older copy of the data lacks");
  serving->add_flag(
      "--settle-unwitnessed", settings->settle_unwitnessed,
      "settle deadlines that no witness shows to have passed, on this host's word, as every audit will say");
  serving->add_option("--witness", settings->witnesses,
                      "NAME=ADDRESS: where a witness of that name in the charter takes add-checkpoint; several");
  serving->add_option(
      "--allow-outbound", settings->outbound,
      "a network, such as 10.1.0.0/16, of others' servers that may be called though it is not public; several");
  serving->add_option("--read-only-from", settings->servers,
                      "HOST or HOST:PORT; with it, no other servers are called, to be read from or by a hook; several");
  serving->add_option("--syslog", settings->syslog,
                      "a socket such as /dev/log that hears of what happens at the doors as well");
  add_mail(serving, settings->mail);
  add_replies(serving, settings->mail);
  serving->add_flag("--verbose", settings->verbose, "log each request");
  call.on(serving, [&call, settings] { return serve(call.data, *settings); });

  const auto to = std::make_shared<std::string>();
  auto* trying = app.add_subcommand("mail-trial", "send one mail, and print what the relay answers");
  add_mail(trying, settings->mail);
  trying->add_option("ADDRESS", *to, "whom to")->required();
  call.on(trying, [settings, to] { return try_mail(settings->mail, *to); });

  auto* api = app.add_subcommand("api", "print what the API takes and answers, as api/generated.yaml has it");
  call.on(api, [] { return print_api(); });
}

/// Threat objects in each of the formats, beneath `export` or `import`.
void add_exchange(CLI::App* above, Call& call, const std::shared_ptr<ExchangeSettings>& exchanged,
                  int (*action)(const DataOptions&, const ExchangeSettings&)) {
  const bool brings = action == &import_objects;
  for (const std::string format : {"stix", "misp", "csv", "text", "any"}) {
    if (!brings && (format == "text" || format == "any")) continue;
    auto* command = above->add_subcommand(
        format, brings ? "take in threat objects: while the server is stopped, or through it with --server"
                       : "write threat objects, while the server runs, too");
    add_data_options(command, call.data);
    auto* files = command->add_option("FILE", exchanged->files, brings ? "the files" : "a new file")->required();
    command->add_option("--marking", exchanged->marking,
                        brings ? "TLP of what carries none (amber); must be said for what MISP would give to few"
                               : "the strictest TLP that is written");
    command->add_option("--as", exchanged->as, "an organization's key; else the Management Committee");
    if (brings) {
      files->check(CLI::ExistingFile);
      command->add_option("--server", exchanged->server, "a served community: https://HOST/c/SLUG");
      command->add_option("--token", exchanged->token,
                          "for the server (or CCOP_TOKEN): a token that shares, made on one's own page");
      command->add_option("--edit-secret", exchanged->edit_secret,
                          "that was given out when it was shared as the community, to bring new versions of it");
      command->add_flag("--strict", exchanged->strict, "write nothing when any object is not in order");
      command->add_flag("--no-custom", exchanged->no_custom, "refuse types and properties that STIX doesn't define");
    } else {
      files->expected(1);
      command->add_flag("--all-left-out", exchanged->all_left_out,
                        "name all that the file leaves out, and not the first of each kind alone");
    }
    command->callback([&call, exchanged, format, action] {
      exchanged->format = format == "any" ? "recognised" : format;
      call.chosen = [&call, exchanged, action] { return action(call.data, *exchanged); };
    });
  }
}

void add_simulation_commands(CLI::App& app, Call& call) {
  const auto asked = std::make_shared<SimulationSettings>();
  auto* simulating = app.add_subcommand(
      "simulate", "live years of a community through the rules; the same seed gives the same ledger");
  simulating->add_option("--charter", call.charter, "the charter file")->required();
  simulating->add_option("--years", asked->years)->capture_default_str()->check(CLI::Range(1u, 1000u));
  simulating->add_option("--seed", asked->seed)->capture_default_str();
  simulating
      ->add_option("--answering", asked->answering,
                   "organizations that answer a round of exposure in each quarter; with 0 there are none")
      ->capture_default_str();
  simulating->add_option("--out", asked->out, "an empty folder")->required();
  call.on(simulating, [&call, asked] { return simulate(call.data, call.charter, *asked); });
}

void add_audit(CLI::App& app, Call& call) {
  struct Audited {
    std::string target;
    std::string since;
    std::string log_key;
    std::string at;
  };
  const auto asked = std::make_shared<Audited>();
  auto* auditing =
      app.add_subcommand("audit", "check a whole record: tree, checkpoint, signatures, and every act by the rules");
  auditing
      ->add_option("TARGET", asked->target,
                   "a data folder, an export, or a log's address such as https://HOST/c/SLUG/log/")
      ->required();
  auditing->add_option("--master-key", call.data.master_key,
                       "opens each content (or CCOP_MASTER_KEY); else TARGET/master.key, where it is");
  auditing->add_option("--store", call.data.store, "postgresql://... where TARGET's communities lie there");
  auditing->add_option("--community", call.data.community, "which one, where there are several");
  auditing->add_option("--since", asked->since, "file with an older checkpoint that the record must extend");
  auditing->add_option("--key", asked->log_key,
                       "the log's verifier key as you know it; else the founding act's is believed");
  auditing->add_option("--token", call.token, "for an address: a reading token, made on one's own page");
  auditing->add_option("--at", asked->at,
                       "what time it is, for a simulated record; else this machine's clock is asked");
  call.on(auditing, [&call, asked] {
    return audit(call.data, asked->target, asked->since, asked->log_key, call.token, asked->at);
  });

  auto* owed = app.add_subcommand("duties", "audit a record, and print what is owed in it, as lines of JSON");
  add_data_options(owed, call.data);
  owed->add_option("--at", asked->at, "at what time; else now");
  call.on(owed, [&call, asked] { return print_duties(call.data, asked->at); });
}

void add_exports(CLI::App& app, Call& call) {
  const auto exchanged = std::make_shared<ExchangeSettings>();
  const auto served = std::make_shared<std::string>();
  auto* exporting = app.add_subcommand(
      "export", "write a community's record and contents, or its threat objects, into one file; or what a seat reads");
  add_data_options(exporting, call.data);
  exporting->add_option("FILE", call.file, "a new file");
  exporting->add_option("--server", *served, "a served community: https://HOST/c/SLUG");
  exporting->add_option("--token", call.token,
                        "for the server (or CCOP_TOKEN): a reading token, made on one's own page");
  add_exchange(exporting, call, exchanged, &export_objects);
  call.on_itself(exporting, [&call, served] {
    return served->empty() ? export_to(call.data, call.file) : export_for_a_seat(*served, call.token, call.file);
  });

  auto* importing = app.add_subcommand("import", "take in an export, or files of threat objects");
  add_data_options(importing, call.data);
  importing->add_option("FILE", call.file, "the file")->check(CLI::ExistingFile);
  add_exchange(importing, call, exchanged, &import_objects);
  call.on_itself(importing, [&] { return import_from(call.data, call.file); });
}

void add_backups(CLI::App& app, Call& call) {
  const auto sealing = std::make_shared<BackupSettings>();
  const auto add_passphrase = [&](CLI::App* command) {
    command
        ->add_option("--passphrase-file", sealing->passphrase_file, "(or CCOP_BACKUP_PASSPHRASE, or it is asked for)")
        ->check(CLI::ExistingFile);
  };
  auto* making_key = app.add_subcommand("backup-key", "make a pair of keys, to whose public one backups are sealed");
  making_key->add_option("FILE", call.file, "a new file for the secret one")->required();
  call.on(making_key, [&] { return make_backup_key(call.file); });

  auto* backing_up = app.add_subcommand("backup", "write all of a community into one sealed file, for restore");
  add_data_options(backing_up, call.data);
  backing_up->add_option("FILE", call.file, "a new file")->required();
  backing_up->add_option("--to", sealing->recipients, "a public key of backup-key, or a file that holds one; several");
  add_passphrase(backing_up);
  call.on(backing_up, [&call, sealing] { return back_up(call.data, call.file, *sealing); });

  auto* restoring = app.add_subcommand("restore", "take in a backup; all sign-ins and tokens end");
  add_data_options(restoring, call.data);
  restoring->add_option("FILE", call.file, "the file")->required()->check(CLI::ExistingFile);
  restoring->add_option("--backup-key", sealing->key_file, "the secret key of backup-key")->check(CLI::ExistingFile);
  add_passphrase(restoring);
  call.on(restoring, [&call, sealing] { return restore(call.data, call.file, *sealing); });
}

void add_keeping_commands(CLI::App& app, Call& call) {
  auto* forgetting = app.add_subcommand(
      "forget",
      "end every sign-in, token and calendar, and seal what lies beside the record anew; the server must be stopped");
  add_data_options(forgetting, call.data);
  call.on(forgetting, [&] { return forget(call.data); });

  auto* keys = app.add_subcommand("keys", "change the keys of a host")->require_subcommand(1);
  auto* rotating = keys->add_subcommand("rotate", "make a new key in the place of one; the server must be stopped")
                       ->require_subcommand(1);
  auto* log = rotating->add_subcommand("log", "of the key that signs the record; the old one signs for the new one");
  add_data_options(log, call.data);
  call.on(log, [&] { return change_log_key(call.data); });
  auto* master = rotating->add_subcommand(
      "master",
      "of the key that everything at rest depends on, in all communities of the folder; run it again, or start the "
      "server, where it was cut off. Backups of before open with the key of before alone");
  add_data_options(master, call.data);
  call.on(master, [&] { return rotate_master_key(call.data); });

  struct Erased {
    std::vector<std::uint32_t> people;
    std::vector<std::string> contents;
  };
  const auto erased = std::make_shared<Erased>();
  auto* erasing =
      app.add_subcommand("erase", "destroy the keys of a person's or an item's content; the server must be stopped");
  add_data_options(erasing, call.data);
  erasing->add_option("--person", erased->people, "a person's number");
  erasing->add_option("--content", erased->contents, "a content's hash");
  call.on(erasing, [&call, erased] { return erase(call.data, erased->people, erased->contents); });
}

void add_election_commands(CLI::App& app, Call& call) {
  const auto settings = std::make_shared<ElectionSettings>();
  auto* elections = app.add_subcommand("election", "work on election archives")->require_subcommand(1);
  auto* verifying = elections->add_subcommand(
      "verify", "check a Belenios archive: chain, keys, ballots, tally, decryptions and result");
  auto* file = verifying->add_option("FILE", settings->file, "the archive (.bel); else those that the record gives");
  auto* proofs = verifying->add_option("--proofs", settings->proofs,
                                       "the file beside the archive, whose proofs bind each decryption to what was "
                                       "decrypted; without it, and without --record, no result is called verified");
  proofs->needs(file);
  auto* record = verifying->add_option(
      "--record", settings->record,
      "a data folder or an export, which is audited: the archive is made again of it and compared");
  verifying
      ->add_flag("--without-bound-proofs", settings->without_bound_proofs,
                 "for an archive that another program made: take the proofs of its format for enough")
      ->needs(file)
      ->excludes(proofs)
      ->excludes(record);
  verifying->add_option("--election", settings->election, "its number in the record, from 0; else all");
  add_record_options(verifying, call.data, settings->at);
  verifying->add_option("--threads", settings->threads, "default: one for each core");
  call.on(verifying, [&call, settings] {
    if (settings->file.empty() && settings->record.empty()) throw CLI::RequiredError("FILE or --record");
    return verify_election(call.data, *settings);
  });

  auto* opening = elections->add_subcommand("open", "check a ballot that its voter opened instead of casting it");
  opening->add_option("FILE", call.file, "the opened ballot, as the page saves it")->required();
  call.on(opening, [&] { return open_ballot(call.file); });
  add_election_secrets(*elections, call.chosen);
}

}  // namespace

int run(int argc, char** argv) {
  CLI::App app{"ccop: the platform on which a trusted community of security officers lives by its charter"};
  app.require_subcommand(1);
  Call call;
  for (const auto add : {&add_founding_commands, &add_serving_commands, &add_simulation_commands, &add_audit,
                         &add_exports, &add_backups, &add_keeping_commands, &add_election_commands})
    add(app, call);
  add_witness_commands(app, call.chosen);
  add_page_commands(app, call.chosen);
  add_watch_command(app, call.chosen);
  add_question_commands(app, call.chosen);
  add_exposure_commands(app, call.chosen);
  add_demo_command(app, call.chosen);
  try {
    app.parse(argc, argv);
    return call.chosen();
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return code == 0 ? 0 : 2;
  } catch (const std::exception& error) {
    std::cerr << "ccop: " << error.what() << "\n";
    return 1;
  }
}

}  // namespace ccop::cli
