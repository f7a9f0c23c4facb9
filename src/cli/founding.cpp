#include "ballot/key_file.hpp"
#include "base/files.hpp"
#include "cli/program.hpp"
#include "community/kernel/clause.hpp"
#include "community/record/commands.hpp"
#include "exchange/keys.hpp"
#include "identity/device_key.hpp"
#include "server/sign_ins.hpp"
#include "simulation/beside.hpp"
#include "simulation/simulation.hpp"
#include "simulation/threats.hpp"

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>

namespace ccop::cli {
namespace {

using namespace community;

/// The charter of a file, with what is to be known of it, or its mistakes, told on standard error.
std::optional<Charter> charter_of(const std::string& file, const std::string& text) {
  auto read = read_charter(text);
  if (auto* charter = std::get_if<Charter>(&read)) {
    for (const std::string& caution : cautions(*charter)) std::cerr << file << ": caution: " << caution << "\n";
    return std::move(*charter);
  }
  for (const CharterMistake& mistake : std::get<std::vector<CharterMistake>>(read))
    std::cerr << file << ":" << mistake.line << ": " << (mistake.key.empty() ? "the file" : mistake.key)
              << ": expected " << mistake.expected << "\n";
  return std::nullopt;
}

/// Tokens with which machines try the demonstration's exchange, told with the addresses that they need.
std::string machines_of(store::Store& store, const std::vector<simulation::DemoEntry>& entrances, Time now,
                        const std::string& origin, const std::string& slug) {
  server::SignIns tokens{store, server::token_kind(), now};
  std::string text = "Machines read and write threat objects by TAXII 2.1 at:\n  " + origin + "/taxii2/   " + origin +
                     "/c/" + slug + "/taxii2/collections/amber/\n";
  for (const auto& entry : entrances) {
    if (entry.role != "Member" && entry.role != "Observer") continue;
    const bool writes = entry.role == "Member";
    const auto token = [&](const char* what, server::TokenUse use) {
      const server::SignIn wished{entry.person, {}, {}, now + days{366}, "demonstration", use, {}, {}, entry.seat};
      text += std::string{"  "} + what + ": " + tokens.begin(wished, now) + "\n";
    };
    token(writes ? "read-write token of a Member" : "read-only token of an Observer",
          writes ? server::TokenUse::share : server::TokenUse::read);
    if (writes) token("record-reading token of a Member", server::TokenUse::record);
  }
  return text;
}

/// Saves the key files of trustees who are let in, and tells where they are and what opens them.
std::string key_files_of(const std::vector<simulation::DemoEntry>& entrances, const std::string& data) {
  Hash secret{};
  fill_random(secret);
  const std::string passphrase = to_base64url(secret).substr(0, 20);
  std::string text;
  for (const auto& entry : entrances) {
    if (!entry.key_file) continue;
    const auto file = std::filesystem::path{data} / (entry.role + "." + entry.key_file->name + ".json");
    if (!write_whole(file, ballot::seal_key_file(entry.key_file->name, entry.key_file->json, passphrase)))
      throw store::StoreError{"can't write " + file.string() + ": " + std::strerror(errno)};
    text += "  key file of " + entry.role + ", opened by " + passphrase + ": " + file.string() + "\n";
  }
  return text.empty() ? text : "Trustees open the totals of a round that is closed, each with a key file:\n" + text;
}

}  // namespace

int check_charter(const std::string& file) {
  const auto charter = charter_of(file, read_file(file));
  if (!charter) return 1;
  std::size_t members = 0;
  for (const auto& organization : charter->organizations) members += organization.status == Status::member ? 1 : 0;
  std::cout << file << ": the charter of " << charter->name << " is in order: " << members << " Members, "
            << charter->organizations.size() - members << " Observers, " << charter->clauses.size() << " clauses\n";
  for (const auto& organization : charter->organizations)
    if (!organization.note.empty()) std::cout << "  note on " << organization.key << ": " << organization.note << "\n";
  return 0;
}

int init(const DataOptions& options, const std::string& charter_file, const std::string& origin) {
  const std::string text = read_file(charter_file);
  const auto charter = charter_of(charter_file, text);
  if (!charter) return 1;
  auto store = open_store(options, charter->slug, true);
  if (store->size() != 0) {
    std::cerr << "ccop: " << charter->slug << " is founded already in " << options.data << "\n";
    return 1;
  }
  host::LiveCommunity live{std::move(store), master_key(options, true),
                           host_of(origin) + "/c/" + charter->slug + "/log"};
  Hash secret{};
  fill_random(secret);
  const std::string token = to_base64url(secret);
  Hash salt{};
  fill_random(salt);
  const store::Content profile{std::string{text_of(salt)}, R"({"email":"","name":"Secretary","title":"Secretary"})"};
  host::Submission submission;
  submission.request = {charter->slug,
                        {},
                        {},
                        {},
                        Found{text, live.log_key(), store::content_hash(profile), identity::LinkKey{token}.public_key(),
                              clock_now() + days{7}}};
  submission.contents = {profile};
  const auto outcome = live.execute(std::move(submission));
  if (const auto* failure = std::get_if<host::Failure>(&outcome)) throw store::StoreError{failure->message};
  if (const auto* refusal = std::get_if<Refusal>(&outcome))
    throw store::StoreError{"the founding was refused: " + std::string{refusal->key}};
  std::cout << charter->name << " is founded.\nIts record is signed by: " << live.log_key()
            << "\nThe Secretary enrols once, within 7 days, at:\n  " << origin << "/c/" << charter->slug << "/enrol#"
            << token << "\n";
  return 0;
}

int simulate(const DataOptions& options, const std::string& charter_file, const SimulationSettings& settings) {
  const std::string text = read_file(charter_file);
  const auto charter = charter_of(charter_file, text);
  if (!charter) return 1;
  DataOptions target = options;
  target.data = settings.out;
  auto store = open_store(target, charter->slug, true);
  if (store->size() != 0) throw store::StoreError{settings.out + " holds a community already; give an empty folder"};
  simulation::SimulationOptions simulated;
  simulated.years = settings.years;
  simulated.seed = settings.seed;
  simulated.answering = settings.answering;
  simulated.starts = from_rfc3339("2025-01-06T08:00:00.000Z").value();
  simulated.charter = text;
  const auto report = simulation::simulate(simulated, std::move(store), master_key(target, true),
                                           [](unsigned done) { std::cerr << "year " << done << " lived\n"; });
  std::cout << report.entries << " entries, " << report.refusals << " refusals, until " << to_rfc3339(report.ends)
            << "\n";
  for (const auto& [key, count] : report.refused_for) std::cout << "  refused " << count << " times: " << key << "\n";
  return 0;
}

int make_demo(const DataOptions& options, const std::string& charter_file, const std::string& origin,
              const DemoSettings& settings) {
  const std::string text = read_file(charter_file);
  const auto charter = charter_of(charter_file, text);
  if (!charter) return 1;
  const auto links = std::filesystem::path{options.data} / "demo-links.txt";
  if (!std::filesystem::exists(links)) {
    auto store = open_store(options, charter->slug, true);
    if (store->size() != 0)
      throw store::StoreError{options.data + " holds a community that is no demonstration; give another --data"};
    const Time today = clock_now();
    simulation::SimulationOptions simulated;
    simulated.seed = 2026;
    simulated.starts = std::chrono::floor<days>(today) - days{420} + hours{8};
    simulated.charter = text;
    simulated.relying_party = host_of(origin);
    simulated.origin = origin;
    simulated.answering = settings.answering;
    simulated.opens_in = minutes{settings.opens_in};
    simulated.leaves_totals = settings.leaves_totals;
    const auto entrances = simulation::make_demo(simulated, today, std::move(store), master_key(options, true));
    std::string machines;
    {
      const host::LiveCommunity live{open_store(options, charter->slug, false), master_key(options, false),
                                     charter->slug};
      auto objects = open_objects(options, charter->slug);
      static_cast<void>(exchange::Keys::unlock(*objects, live.master()));
      exchange::Exchange exchange{std::move(objects)};
      live.read([&](const Community& state) { simulation::share_examples(exchange, charter->slug, state, today); });
      simulation::say_beside_the_record(live, today);
      machines = machines_of(live.store(), entrances, today, origin, charter->slug);
    }
    std::ofstream out{links};
    for (const auto& entry : entrances)
      out << "  " << entry.role << ": " << origin << "/c/" << charter->slug << "/enrol#" << entry.secret << "\n";
    out << machines << key_files_of(entrances, options.data);
  }
  std::cout << "A simulated community. Enter it, once in each role and within 3 days of its making, at:\n"
            << read_file(links.string());
  return 0;
}

}  // namespace ccop::cli
