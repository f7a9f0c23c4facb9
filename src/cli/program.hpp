// The `ccop` program: its commands and their options. Each command is a small function in a file of its own kind.
#pragma once

#include "cli/mailing.hpp"
#include "host/audit.hpp"
#include "host/live_community.hpp"
#include "server/listener.hpp"
#include "server/quotas.hpp"
#include "store/objects.hpp"
#include "store/sealed_file.hpp"

#include <filesystem>
#include <string>

namespace ccop::cli {

/// Runs the program; gives the exit status: 0 well, 1 the answer is no or it failed, 2 the call was wrong.
int run(int argc, char** argv);

/// Where a host keeps its communities.
struct DataOptions {
  std::string data{"data"};
  std::string store;       ///< a postgresql:// address; empty: SQLite files in `data`
  std::string community;   ///< a slug; empty where there is only one
  std::string master_key;  ///< a file; empty: `data`/master.key
};

// data.cpp
[[nodiscard]] std::filesystem::path master_key_file(const DataOptions& options);
[[nodiscard]] std::shared_ptr<const store::MasterKey> master_key(const DataOptions& options, bool create);
/// The slugs of the communities in the data folder.
[[nodiscard]] std::vector<std::string> communities_in(const DataOptions& options);
/// The one community meant; throws StoreError when it is not clear which.
[[nodiscard]] std::string the_community(const DataOptions& options);
[[nodiscard]] std::unique_ptr<store::Store> open_store(const DataOptions& options, const std::string& slug,
                                                       bool create);
/// The community's threat objects, beside its record.
[[nodiscard]] std::unique_ptr<store::ObjectStore> open_objects(const DataOptions& options, const std::string& slug);
/// The same, written anew where an older version of the program wrote them. The community is locked for writing.
[[nodiscard]] std::unique_ptr<store::ObjectStore> current_objects(const DataOptions& options, const std::string& slug,
                                                                  const store::MasterKey& master);
[[nodiscard]] std::string read_file(const std::string& path);
/// The record of a data folder, an export, or a log's address (with a token); `kept` lasts as long as it.
[[nodiscard]] std::unique_ptr<host::RecordSource> record_source(const DataOptions& options, const std::string& target,
                                                                const std::string& token,
                                                                std::unique_ptr<store::Store>& kept);
/// The master key that was given, or lies in the folder `target`; none where there is none.
[[nodiscard]] std::shared_ptr<const store::MasterKey> master_key_beside(const DataOptions& options,
                                                                        const std::string& target);
/// The folder of what lies beside the program: the page, and what it consists of.
[[nodiscard]] std::filesystem::path installed_share();
/// The host of an address such as https://ccop.example.org:8443.
[[nodiscard]] std::string host_of(const std::string& origin);

// founding.cpp
int check_charter(const std::string& file);
int init(const DataOptions& options, const std::string& charter_file, const std::string& origin);
struct SimulationSettings {
  unsigned years{1};
  std::uint64_t seed{1};
  std::size_t answering{};  ///< seats of a round of exposure at most; with none there are no rounds
  std::string out;          ///< an empty folder
};
int simulate(const DataOptions& options, const std::string& charter_file, const SimulationSettings& settings);
struct DemoSettings {
  std::size_t answering{30};   ///< seats of a round of exposure at most; with none there are no rounds
  std::uint32_t opens_in{15};  ///< minutes, until the last round opens
  bool leaves_totals{};        ///< of the second round to its trustees, whose key files lie in the data folder
};
int make_demo(const DataOptions& options, const std::string& charter_file, const std::string& origin,
              const DemoSettings& settings);

// election.cpp
struct ElectionSettings {
  std::string file;                       ///< an archive; empty: those that are made of the record
  std::string proofs;                     ///< the file of bound proofs beside it
  bool without_bound_proofs{};            ///< for an archive that has no such file: another program's
  std::string record;                     ///< a data folder or an export
  std::string at;                         ///< what time it is, for a simulated record
  std::optional<std::uint32_t> election;  ///< of the record; else all
  bool rounds_alone{};                    ///< those of rounds of exposure, of which `round` may name one
  std::optional<std::uint32_t> round;
  unsigned threads{};
};
int verify_election(const DataOptions& options, const ElectionSettings& settings);
int open_ballot(const std::string& file);

// backup_secrets.cpp
struct BackupSettings {
  std::vector<std::string> recipients;  ///< public keys, or files that hold one
  std::string passphrase_file;
  std::string key_file;  ///< of a secret key, to open
};
/// Asks at the terminal for a passphrase where nothing was said. Throws StoreError for what opens nothing.
[[nodiscard]] store::Locks locks_of(const BackupSettings& settings);
[[nodiscard]] store::Unlocking unlocking_of(const BackupSettings& settings);

// copies.cpp
int export_to(const DataOptions& options, const std::string& file);
int import_from(const DataOptions& options, const std::string& file);
int make_backup_key(const std::string& file);
int back_up(const DataOptions& options, const std::string& file, const BackupSettings& settings);
int restore(const DataOptions& options, const std::string& file, const BackupSettings& settings);

// seat_export.cpp
/// Writes what a seat's token reads of a served community: the record, and the contents that its pages show, in clear.
int export_for_a_seat(const std::string& server, const std::string& token, const std::string& file);

// keeping.cpp
/// Gives up all that lies beside the record but the log's key, and seals the settings anew.
int forget(const DataOptions& options);
int audit(const DataOptions& options, const std::string& target, const std::string& since, const std::string& key,
          const std::string& token, const std::string& at);
int erase(const DataOptions& options, const std::vector<std::uint32_t>& people,
          const std::vector<std::string>& contents);

// keys.cpp
int change_log_key(const DataOptions& options);

// exchange.cpp
struct ExchangeSettings {
  std::string format;  ///< stix, misp, csv or text
  std::vector<std::string> files;
  std::string as;       ///< an organization's key; empty: the Management Committee
  std::string marking;  ///< empty: nobody said, and AMBER is taken where nothing asks for more
  [[nodiscard]] bool is_marking_said() const { return !marking.empty(); }
  bool no_custom{};
  bool strict{};
  std::string server;       ///< a served community's address; empty: the data are here, and no server runs
  std::string token;        ///< for the server
  std::string edit_secret;  ///< of what was shared as the community; empty: a new one
  bool all_left_out{};      ///< every name of what a file leaves out is told
};
int import_objects(const DataOptions& options, const ExchangeSettings& settings);
int export_objects(const DataOptions& options, const ExchangeSettings& settings);

// serving.cpp
struct ServeSettings {
  std::string listen{"127.0.0.1:8080"};
  std::string origin;  ///< empty: http://localhost and the port
  std::string web;     ///< folder of the built page; empty: beside the program
  std::string certificate;
  std::string key;
  unsigned threads{};
  bool behind_proxy{};               ///< on this machine
  std::vector<std::string> proxies;  ///< addresses or networks
  std::string metrics;               ///< ADDRESS:PORT; empty: nowhere
  server::QuotaSettings quotas;
  server::HostQuotas host_quotas;
  bool loss_is_known{};                ///< of what an older copy of the data lacks
  bool settle_unwitnessed{};           ///< deadlines, on the host's word
  std::vector<std::string> witnesses;  ///< NAME=ADDRESS of those that listen
  std::vector<std::string> outbound;   ///< networks in which others' servers may be called, beside public addresses
  std::vector<std::string> servers;    ///< HOST or HOST:PORT that alone are called; empty: any
  std::string syslog;                  ///< a socket that hears of what happens at the doors; empty: none
  MailSettings mail;
  bool verbose{};
};
/// Where to listen, from ADDRESS:PORT.
[[nodiscard]] server::ListenOptions listen_options(const std::string& listen);
/// The same where no TLS is spoken. Throws StoreError of what others than this machine reach.
[[nodiscard]] server::ListenOptions plain_options(const std::string& listen);
int serve(const DataOptions& options, const ServeSettings& settings);
/// Prints the part of the API's document that follows from the program's types.
int print_api();

/// What is owed at a time (RFC 3339; empty: now), of a data folder or an export, as JSON lines.
int print_duties(const DataOptions& options, const std::string& at);

}  // namespace ccop::cli
