// Threat objects into a community's exchange: here, while no server runs, or into a served one.
#include "cli/exchange_party.hpp"
#include "cli/left_out.hpp"
#include "cli/program.hpp"
#include "exchange/fetch.hpp"
#include "exchange/files.hpp"
#include "exchange/keys.hpp"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace ccop::cli {
namespace {

using namespace exchange;

constexpr std::size_t piece = std::size_t{1} << 20;
constexpr auto told_every = std::chrono::milliseconds{500};

/// An exchange, opened by whoever administers the host: it brings as the Management Committee does, or as one
/// of the organizations.
struct Opened {
  Opened(const DataOptions& options, const ExchangeSettings& settings)
      : slug(the_community(options)),
        live(open_store(options, slug, false), master_key(options, false), slug),
        objects(current_objects(options, slug, live.master())),
        keys(Keys::unlock(*objects, live.master())),
        exchange(std::move(objects)),
        identities(live.read([&](const community::Community& state) {
          return Identities{slug, state,
                            named_by_releases(community::agreed_releases(state),
                                              [this](const ContentHash& hash) { return live.text(hash); }),
                            keys.sightings()};
        })) {
    party.may_write = true;
    party.edit_secret = settings.edit_secret.empty() ? fresh_edit_secret() : settings.edit_secret;
    if (!is_edit_secret(party.edit_secret))
      throw store::StoreError{"--edit-secret takes what was given out at the sharing"};
    party.sharer = live.read([&](const community::Community& state) { return sharer_of(state, settings); });
    level = level_said(settings);
    making.at = microseconds_now();
    making.level = level;
    making.created_by =
        party.sharer.organization ? identities.organization(*party.sharer.organization) : identities.community();
  }

  std::string slug;
  host::LiveCommunity live;                     ///< holds the lock under which one program alone writes
  std::unique_ptr<store::ObjectStore> objects;  ///< until the exchange has it
  Keys keys;
  Exchange exchange;
  Identities identities;
  Party party;
  Level level{};
  Making making;
};

/// Hands a file on piece by piece, and tells how far it is.
void read_through(const std::string& file, const std::function<std::uint64_t(std::string_view, bool is_last)>& take) {
  std::ifstream in{file, std::ios::binary};
  if (!in) throw store::StoreError{"can't read " + file};
  std::string buffer(piece, '\0');
  std::uint64_t read = 0;
  auto told = std::chrono::steady_clock::now();
  while (in) {
    in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    const auto count = static_cast<std::size_t>(in.gcount());
    const std::uint64_t objects =
        take(std::string_view{buffer}.substr(0, count), in.peek() == std::ifstream::traits_type::eof());
    read += count;
    if (const auto now = std::chrono::steady_clock::now(); now - told > told_every) {
      told = now;
      std::cerr << file << ": " << read / 1024 / 1024 << " MiB, " << objects << " objects\n";
    }
  }
}

/// Brings one file, or examines it alone.
using Bring = std::function<IntakeReport(const std::string& file, bool write)>;

IntakeReport bring_here(Opened& opened, const ExchangeSettings& settings, const std::string& file, bool write) {
  Intake intake{opened.exchange,
                opened.party,
                opened.identities,
                {opened.level, !settings.no_custom, write, settings.is_marking_said()}};
  const auto reader = reader_of(parse_format(settings.format).value(), file, opened.making, intake);
  std::string broken;
  try {
    read_through(file, [&](std::string_view bytes, bool) {
      reader->feed(bytes);
      return intake.so_far().objects;
    });
    reader->finish();
  } catch (const BundleMistake& mistake) {
    broken = file + ": " + mistake.what();
  }
  auto report = intake.finish();
  if (report.is_anonymous && settings.edit_secret.empty()) report.edit_secret = opened.party.edit_secret;
  if (!broken.empty()) {
    ++report.refused;
    report.mistakes.push_back(broken);
  }
  return report;
}

/// A served community's page for files, asked with a token.
class Server {
 public:
  explicit Server(const ExchangeSettings& settings) : settings_(settings) {
    while (address_.ends_with('/')) address_.pop_back();
    if (const char* given = std::getenv("CCOP_TOKEN"); token_.empty() && given != nullptr) token_ = given;
    if (token_.empty()) throw store::StoreError{"--server needs --token, or CCOP_TOKEN: a token that shares"};
    if (!settings.as.empty())
      throw store::StoreError{"--as is for a stopped server; a token speaks for whoever made it"};
  }

  [[nodiscard]] IntakeReport bring(const std::string& file, bool write) const {
    Json asked{{"name", std::filesystem::path{file}.filename().string()},
               {"format", settings_.format},
               {"marking", settings_.is_marking_said() ? settings_.marking : "amber"},
               {"narrow_too", settings_.is_marking_said()},
               {"check", !write},
               {"no_custom", settings_.no_custom}};
    if (!settings_.edit_secret.empty()) asked["edit_secret"] = settings_.edit_secret;
    const Json begun = post("/api/exchange/uploads", asked.dump(), "application/json");
    const std::string pieces = "/api/exchange/uploads/piece?id=" + begun.value("id", "");
    Json so_far = Json::object();
    read_through(file, [&](std::string_view bytes, bool is_last) {
      // It ends before the file does where the file is broken.
      if (!so_far.value("done", false))
        so_far = post(pieces + (is_last ? "&last=yes" : ""), std::string{bytes}, "application/octet-stream");
      return so_far.value("objects", std::uint64_t{});
    });
    IntakeReport report;
    report.objects = so_far.value("objects", std::uint64_t{});
    report.fresh = so_far.value("fresh", std::uint64_t{});
    report.known = so_far.value("known", std::uint64_t{});
    report.refused = so_far.value("refused", std::uint64_t{});
    report.remarks = so_far.value("remarks", std::uint64_t{});
    report.mistakes = so_far.value("mistakes", std::vector<std::string>{});
    report.narrow = so_far.value("narrow", std::vector<std::string>{});
    report.edit_secret = so_far.value("edit_secret", "");
    for (const auto& one : list_in(so_far, "left_out"))
      report.left_out.add({one.value("reason", ""), one.value("what", ""), one.value("number", std::uint64_t{}),
                           one.value("names", std::vector<std::string>{})});
    return report;
  }

 private:
  [[nodiscard]] Json post(const std::string& path, std::string body, const std::string& type) const {
    Fetching asking{address_ + path, "application/json", "", token_, ""};
    asking.body = std::move(body);
    asking.content_type = type;
    const Fetched answer = fetch(asking);
    if (answer.status == 0) throw store::StoreError{"no answer from " + address_ + ": " + answer.trouble};
    Json json = Json::parse(answer.body, nullptr, false);
    if (answer.status == 200 && json.is_object()) return json;
    const std::string detail = json.is_object() ? json.value("detail", "") : "";
    throw store::StoreError{address_ + " answers with status " + std::to_string(answer.status) +
                            (detail.empty() ? "" : ": " + detail)};
  }

  const ExchangeSettings& settings_;
  std::string address_{settings_.server};
  std::string token_{settings_.token};
};

IntakeReport bring_all(const ExchangeSettings& settings, const Bring& bring, bool write) {
  IntakeReport all;
  for (const auto& file : settings.files) {
    const auto report = bring(file, write);
    for (const auto& mistake : report.mistakes) std::cerr << mistake << "\n";
    all.objects += report.objects;
    all.fresh += report.fresh;
    all.known += report.known;
    all.refused += report.refused;
    all.remarks += report.remarks;
    all.left_out.add(report.left_out);
    if (write && !report.edit_secret.empty())
      std::cout << file << ": what was shared as the community is changed with --edit-secret " << report.edit_secret
                << "\n";
    for (const auto& sentence : report.narrow) all.narrow.push_back(file + ": " + sentence);
  }
  return all;
}

/// What MISP would give to few has no marking of TLP that says the same: whoever brings it must.
int ask_for_marking(const IntakeReport& report) {
  for (const auto& sentence : report.narrow) std::cerr << sentence << "\n";
  std::cerr << "nothing of these files was taken: say with --marking how far this may travel here\n";
  return 1;
}

int import_by(const ExchangeSettings& settings, const Bring& bring) {
  if (settings.strict) {
    const auto report = bring_all(settings, bring, false);
    if (!report.narrow.empty()) return ask_for_marking(report);
    if (report.refused != 0) {
      std::cerr << "nothing was written: " << report.refused << " of " << report.objects
                << " objects are not in order\n";
      return 1;
    }
  }
  const auto began = std::chrono::steady_clock::now();
  const auto report = bring_all(settings, bring, true);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  std::cout << report.objects << " objects: " << report.fresh << " new, " << report.known << " known already, "
            << report.refused << " refused; " << report.remarks << " remarks; "
            << static_cast<std::uint64_t>(static_cast<double>(report.objects) / std::max(took.count(), 1e-6))
            << " objects/s\n";
  tell_left_out(report.left_out);
  if (!report.narrow.empty()) return ask_for_marking(report);
  return report.refused == 0 ? 0 : 1;
}

}  // namespace

int import_objects(const DataOptions& options, const ExchangeSettings& settings) {
  if (!settings.server.empty()) {
    const Server server{settings};
    return import_by(settings, [&](const std::string& file, bool write) { return server.bring(file, write); });
  }
  Opened opened{options, settings};
  return import_by(settings,
                   [&](const std::string& file, bool write) { return bring_here(opened, settings, file, write); });
}

}  // namespace ccop::cli
