// A host that has every key of its own, and no conscience: it writes the record anew, in a tree that fits and under a
// checkpoint that it signs.
#pragma once

#include "community/scenario.hpp"
#include "device.hpp"
#include "host/audit.hpp"
#include "simulation/simulation.hpp"
#include "temporary_folder.hpp"

namespace ccop::hostile {

[[nodiscard]] inline std::shared_ptr<const store::MasterKey> master() {
  return std::make_shared<const store::MasterKey>(sha256(bytes_of("master")));
}

/// A simulated year of a small community, whose people signed what they did.
class LivedYear {
 public:
  LivedYear() {
    simulation::SimulationOptions options;
    options.seed = 4;
    options.starts = community::testing::at("2025-01-06T08:00");
    options.charter = community::testing::charter_text("charter/ccop.toml");
    const auto report = simulation::simulate(options, store::open_sqlite(file(), true), master());
    ends = report.ends;
    store::open_sqlite(file(), false)->read_entries(0, report.entries, [&](std::string_view bytes) {
      entries.push_back(community::decode_entry(bytes));
    });
  }
  [[nodiscard]] std::unique_ptr<store::Store> open() const { return store::open_sqlite(file(), false); }
  [[nodiscard]] std::string file() const { return folder_.file("year.db"); }

  std::vector<community::Entry> entries;
  Time ends{};

 private:
  testing::TemporaryFolder folder_;
};
[[nodiscard]] inline const LivedYear& lived_year() {
  static const LivedYear year;
  return year;
}

/// What the audit says of these entries in a tree that is made for them, under the honest log's own key.
[[nodiscard]] inline host::AuditReport audit_in_place_of(store::Store& honest,
                                                         const std::vector<community::Entry>& entries,
                                                         const host::AuditOptions& asked = {}) {
  const testing::TemporaryFolder folder;
  const auto store = store::open_sqlite(folder.file("rewritten.db"), true);
  store->set("log-key", honest.setting("log-key").value());
  host::Log log{*store, *master(), "unused"};
  store::Commit commit;
  for (const auto& entry : entries) commit.entries.push_back(encode(entry));
  honest.each_content([&](const store::ContentRow& row) { commit.contents.push_back(row); });
  log.prepare(commit);
  store->commit(commit);
  return host::audit(*host::record_of(*store), asked);
}
/// The same of entries of the year.
[[nodiscard]] inline host::AuditReport audit_of(const std::vector<community::Entry>& entries,
                                                const host::AuditOptions& asked = {}) {
  return audit_in_place_of(*lived_year().open(), entries, asked);
}

/// The same entries decided anew from the first that was changed on, as far as the rules allow: acts follow requests.
[[nodiscard]] inline std::vector<community::Entry> decided_again(const std::vector<community::Entry>& entries) {
  community::Community now;
  std::vector<community::Entry> all;
  for (community::Entry entry : entries) {
    const auto asking = asking_of(entry);
    auto ruling = decide(now, entry.request.command, asking);
    auto* acts = std::get_if<std::vector<community::Act>>(&ruling);
    if (acts == nullptr) continue;
    entry.acts = std::move(*acts);
    apply(now, entry.acts, asking);
    all.push_back(std::move(entry));
  }
  return all;
}

/// The place of the first entry that asks for this.
template <class C>
[[nodiscard]] std::size_t first_of(const std::vector<community::Entry>& entries) {
  const auto found =
      std::ranges::find_if(entries, [](const community::Entry& entry) { return entry.request.command.is<C>(); });
  if (found == entries.end()) throw std::logic_error("nobody asked for this in the year");
  return static_cast<std::size_t>(found - entries.begin());
}

}  // namespace ccop::hostile
