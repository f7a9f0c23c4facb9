#include "cli/master_key_change.hpp"
#include "cli/program.hpp"
#include "exchange/exchange.hpp"
#include "exchange/keys.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace ccop::cli {

namespace fs = std::filesystem;

fs::path master_key_file(const DataOptions& options) {
  return options.master_key.empty() ? fs::path{options.data} / "master.key" : fs::path{options.master_key};
}

std::shared_ptr<const store::MasterKey> master_key(const DataOptions& options, bool create) {
  const fs::path file = master_key_file(options);
  if (is_changing(file))
    throw store::StoreError{"a change of the master key in " + file.string() +
                            " was cut off: go on with \"ccop keys rotate master\", or start the server"};
  return store::MasterKey::find(file.string(), create);
}

std::vector<std::string> communities_in(const DataOptions& options) {
  std::vector<std::string> slugs;
  if (!fs::is_directory(options.data)) return slugs;
  for (const auto& item : fs::directory_iterator{options.data})
    if (fs::exists(item.path() / "community.db") || fs::exists(item.path() / "in-postgresql"))
      slugs.push_back(item.path().filename().string());
  std::ranges::sort(slugs);
  return slugs;
}

std::string the_community(const DataOptions& options) {
  if (!options.community.empty()) return options.community;
  const auto slugs = communities_in(options);
  if (slugs.empty())
    throw store::StoreError{"no community in " + options.data + "; found one with: ccop init --charter FILE --data " +
                            options.data};
  if (slugs.size() > 1)
    throw store::StoreError{"several communities in " + options.data + "; say which with --community"};
  return slugs.front();
}

std::unique_ptr<store::Store> open_store(const DataOptions& options, const std::string& slug, bool create) {
  const fs::path folder = fs::path{options.data} / slug;
  if (create) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw store::StoreError{"can't make the folder " + folder.string() + ": " + error.message()};
    fs::permissions(folder, fs::perms::owner_all, error);
  }
  if (options.store.empty()) return store::open_sqlite((folder / "community.db").string(), create);
  if (create) std::ofstream{folder / "in-postgresql"};
  return store::open_postgres(options.store, slug, create);
}

std::unique_ptr<store::ObjectStore> open_objects(const DataOptions& options, const std::string& slug) {
  const fs::path folder = fs::path{options.data} / slug;
  if (options.store.empty())
    return store::open_sqlite_objects((folder / "exchange.db").string(), exchange::terms_of_row);
  return store::open_postgres_objects(options.store, slug, exchange::terms_of_row);
}

std::unique_ptr<store::ObjectStore> current_objects(const DataOptions& options, const std::string& slug,
                                                    const store::MasterKey& master) {
  if (options.store.empty())
    exchange::upgrade_file((fs::path{options.data} / slug / "exchange.db").string(), master);
  else
    exchange::upgrade_database(options.store, slug, master);
  return open_objects(options, slug);
}

std::string read_file(const std::string& path) {
  std::ifstream in{path, std::ios::binary};
  if (!in) throw store::StoreError{"can't read " + path};
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::unique_ptr<host::RecordSource> record_source(const DataOptions& options, const std::string& target,
                                                  const std::string& token, std::unique_ptr<store::Store>& kept) {
  if (target.starts_with("http://") || target.starts_with("https://")) return host::record_at(target, token);
  if (fs::is_regular_file(target)) {
    kept = store::open_sqlite(target, false);
  } else {
    DataOptions data = options;
    data.data = target;
    kept = open_store(data, the_community(data), false);
  }
  return host::record_of(*kept);
}

std::shared_ptr<const store::MasterKey> master_key_beside(const DataOptions& options, const std::string& target) {
  DataOptions keyed = options;
  if (fs::is_directory(target)) keyed.data = target;
  if (options.master_key.empty() && !store::MasterKey::is_given(master_key_file(keyed).string())) return nullptr;
  return master_key(keyed, false);
}

std::filesystem::path installed_share() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path().parent_path() / "share";
}

std::string host_of(const std::string& origin) {
  const auto start = origin.find("://");
  const auto host = start == std::string::npos ? origin : origin.substr(start + 3);
  return host.substr(0, host.find(':'));
}

}  // namespace ccop::cli
