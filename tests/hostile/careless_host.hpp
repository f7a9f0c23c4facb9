// A host without a conscience: what people sign is theirs, and nothing that they bring is checked. The rules alone are
// asked, and what they allow is kept in a record that fits.
#pragma once

#include "hostile/rewritten.hpp"

#include <map>

namespace ccop::hostile::recorded {

using namespace community;

/// Appends whatever the rules allow, and keeps it as a log that fits.
class CarelessHost {
 public:
  /// Of the harbour with these Members besides, and with what else its charter says. By this version of the rules.
  explicit CarelessHost(const std::vector<std::string>& members, const std::string& also = "",
                        std::uint32_t version = current_rules)
      : rules(version) {
    std::string charter = community::testing::charter_text("tests/charters/harbour.toml") + also;
    for (const std::string& key : members)
      charter.replace(charter.find("[[clause]]"), 0,
                      "[[organization]]\nkey = \"" + key + "\"\nname = \"" + key + "\"\nstatus = \"member\"\n\n");
    const ccop::testing::Device secretary{"Secretary"};
    ask_as_host(Found{charter, log_.key().text(), bring(R"({"name":"Sec"})"), secretary.link_key(), time + days{7}});
    devices.emplace_back("Secretary");
    enrol(devices.front());
  }

  /// Content that the next request brings.
  ContentHash bring(std::string text) {
    const store::Content content{std::string(16, 's'), std::move(text)};
    const ContentHash hash = store::content_hash(content);
    texts[hash] = content.text;
    kept_.push_back(store::seal(content, *master()));
    return hash;
  }
  void ask(const ccop::testing::Device& device, Command command) {
    Entry entry = entry_of(std::move(command));
    entry.request.person = device.person();
    entry.request.asked_at = time;
    entry.request.head = Head{frontier_.size(), frontier_.root()};
    entry.signature = entry.request.command.is<EnrolPasskey>()
                          ? simulation::sign_by_link(device.link(), entry.request, log_.key().text())
                          : device.passkey().sign(entry.request, log_.key().text());
    append(std::move(entry));
  }
  /// Until then nothing happens but what is due.
  void waits_until(Time then) {
    time = std::max(time, then);
    while (has_due(now, time)) ask_as_host(SettleDue{time});
  }
  /// A new person with a passkey; the main representative of an organization.
  void lets_in(const std::string& name, const std::string& organization) {
    const PersonId person = people(now).all.next();
    ask(devices.front(), RegisterPerson{bring(R"({"name":")" + name + "\"}")});
    ask(devices.front(),
        AppointRepresentative{membership(now).find_key(organization).value(), person, time, {}, {0, 1}});
    devices.emplace_back(name, person);
    ask(devices.front(), OfferEnrolment{person, devices.back().link_key(), time + days{1}});
    enrol(devices.back());
  }

  /// The record as it was with so many entries.
  void goes_back_to(std::size_t size) {
    entries.resize(size);
    now = {};
    frontier_ = {};
    for (const Entry& entry : entries) {
      apply(now, entry.acts, asking_of(entry));
      add_leaf(entry);
    }
    time = entries.back().at;
  }

  /// Writes the record, under a checkpoint that fits, into a new file, and gives its name.
  [[nodiscard]] std::string write() const {
    std::string file = folder_.file("kept-" + std::to_string(++copies_) + ".db");
    const auto store = store::open_sqlite(file, true);
    store->set("log-key", store_->setting("log-key").value());
    host::Log log{*store, *master(), "unused"};
    store::Commit commit;
    for (const Entry& entry : entries) commit.entries.push_back(encode(entry));
    commit.contents = kept_;
    log.prepare(commit);
    store->commit(std::move(commit));
    return file;
  }
  /// What an audit with the master key says, or with the one that it is given.
  [[nodiscard]] host::AuditReport audited(const std::shared_ptr<const store::MasterKey>& key = master()) const {
    const auto store = store::open_sqlite(write(), false);
    host::AuditOptions asked;
    asked.master = key;
    return host::audit(*host::record_of(*store), asked);
  }
  [[nodiscard]] host::Texts reading() const {
    return [this](const ContentHash& hash) -> std::optional<std::string> {
      const auto found = texts.find(hash);
      return found == texts.end() ? std::nullopt : std::optional{found->second};
    };
  }

  Community now;
  std::vector<Entry> entries;
  std::vector<ccop::testing::Device> devices;  ///< the Secretary's first
  std::map<ContentHash, std::string> texts;
  Time time = community::testing::at("2027-03-01T08:00");
  std::uint32_t rules;

 private:
  Entry entry_of(Command command) {
    time += std::chrono::seconds{1};
    Entry entry;
    entry.request.community = "harbour";
    entry.request.command = is_founded(now) ? seeing(now, command) : std::move(command);
    entry.at = time;
    entry.rules = rules;
    return entry;
  }
  void ask_as_host(Command command) { append(entry_of(std::move(command))); }
  void enrol(const ccop::testing::Device& device) {
    ask(device, device.passkey().enrolment(device.person(), bring("passkey")));
  }
  void append(Entry entry) {
    const Asking asking = asking_of(entry);
    Ruling ruling = decide(now, entry.request.command, asking);
    const auto* refusal = std::get_if<Refusal>(&ruling);
    ASSERT_EQ(refusal, nullptr) << refusal->key;
    entry.acts = std::get<std::vector<Act>>(std::move(ruling));
    apply(now, entry.acts, asking);
    add_leaf(entry);
    entries.push_back(std::move(entry));
  }
  void add_leaf(const Entry& entry) {
    std::vector<ledger::FullTile> filled;
    frontier_.append(ledger::leaf_hash(bytes_of(encode(entry))), filled);
  }

  ccop::testing::TemporaryFolder folder_;
  std::unique_ptr<store::Store> store_ = store::open_sqlite(folder_.file("log.db"), true);
  host::Log log_{*store_, *master(), "harbour.example"};
  ledger::Frontier frontier_;
  std::vector<store::ContentRow> kept_;
  mutable int copies_{};
};

}  // namespace ccop::hostile::recorded
