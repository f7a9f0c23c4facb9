// A served record that two witnesses watch, both of which its charter asks for; and what a host without a conscience
// needs to deceive them: copies of the record that it goes on with in secret.
#pragma once

#include "host/transfer.hpp"
#include "server/served_site.hpp"
#include "store/sealed_settings.hpp"
#include "witness/pass.hpp"

namespace ccop::hostile {

/// The charter's end that names these witnesses.
[[nodiscard]] inline std::string naming(const std::vector<std::pair<std::string, ledger::WitnessKey>>& witnesses,
                                        std::size_t needed) {
  std::string text = "\n[witnesses]\nneeded = " + std::to_string(needed) + "\n";
  for (const auto& [name, key] : witnesses)
    text += "\n[[witness]]\nname = \"" + name + "\"\nkey = \"" + key.text() + "\"\n";
  return text;
}

class Watched {
 public:
  Watched()
      : key_of_a(witness::StateFile::create(folder.file("a.json"), "a.example.org").cosigner().key()),
        key_of_b(witness::StateFile::create(folder.file("b.json"), "b.example.org").cosigner().key()),
        served(folder, "watched", naming({{"A", key_of_a}, {"B", key_of_b}}, 2)) {
    for (const auto* each : {&a, &b}) each->follow(log_key(), address);
  }

  static constexpr const char* address = "http://host.example/c/watched";

  [[nodiscard]] std::string log_key() const { return served.site->live().log_key(); }
  [[nodiscard]] std::vector<ledger::WitnessKey> keys() const { return {key_of_a, key_of_b}; }
  [[nodiscard]] std::optional<ledger::Witnessed> witnessed_in(const std::string& note) const {
    return ledger::witnessed(note, ledger::VerifierKey::parse(log_key()).value(), keys(), 2);
  }

  /// Somebody is registered: one entry more.
  void grow(server::Site& site, const std::string& name) {
    const store::Content profile{std::string(16, 'p'),
                                 R"({"email":")" + name + R"(@example.org","name":")" + name + R"("})"};
    const auto outcome = site.live().execute(
        served.secretary.asks(site.live(), community::RegisterPerson{store::content_hash(profile)}, {profile}));
    ASSERT_TRUE(std::holds_alternative<host::Receipt>(outcome));
  }
  /// The same record as it is now, with the host's own secrets, under a server of its own.
  [[nodiscard]] std::unique_ptr<server::Site> copy(server::SiteOptions options = {}) {
    const std::string file = folder.file("copy-" + std::to_string(++copies_) + ".db");
    const auto master = std::make_shared<const store::MasterKey>(sha256(bytes_of("master")));
    const auto copied = store::open_sqlite(file, true);
    host::copy_community(served.site->live().store(), *copied, host::Secrets::include);
    store::seal_settings(*copied, *master);
    options.party = {"localhost", {"http://localhost:8080"}};
    return std::make_unique<server::Site>(store::open_sqlite(file, false), master, "watched", options);
  }

  /// Whoever asks gets that host's answers.
  [[nodiscard]] static server::Response ask(server::Site& site, const std::string& method, const std::string& path,
                                            const std::string& body = {}) {
    return server::ServedSite::ask(
        [&](const server::Request& request, const server::Reply& reply) { site.handle(request, reply); }, method, path,
        body);
  }
  [[nodiscard]] static exchange::Fetch answered_by(server::Site& site) {
    return [&site](const exchange::Fetching& asking) {
      const std::string path = asking.url.substr(std::string_view{address}.size());
      const auto response = ask(site, asking.body ? "POST" : "GET", path, asking.body.value_or(""));
      return exchange::Fetched{response.status, response.body ? *response.body : "", {}, {}};
    };
  }
  /// What the witness says after a look at that host.
  [[nodiscard]] static std::string pass(const witness::Witness& witness, server::Site& site) {
    std::string told;
    (void)witness::pass(witness, answered_by(site), [&](const std::string& sentence) { told += sentence + "\n"; });
    return told;
  }
  [[nodiscard]] static server::Response bring(server::Site& site, const std::string& note) {
    return ask(site, "POST", "/api/log/cosignatures", nlohmann::json{{"checkpoint", note}}.dump());
  }
  [[nodiscard]] static std::string text_at(server::Site& site, const std::string& path) {
    const auto response = ask(site, "GET", path);
    return response.status == 200 ? *response.body : "status " + std::to_string(response.status);
  }

  const testing::TemporaryFolder folder;
  const witness::Witness a{folder.file("a.json")};
  const witness::Witness b{folder.file("b.json")};
  const ledger::WitnessKey key_of_a;
  const ledger::WitnessKey key_of_b;
  server::ServedSite served;

 private:
  int copies_{};
};

}  // namespace ccop::hostile
