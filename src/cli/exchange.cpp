// Threat objects into and out of a community's exchange, without a server running.
#include "cli/program.hpp"
#include "exchange/files.hpp"

#include <chrono>
#include <fstream>
#include <iostream>

namespace ccop::cli {
namespace {

using namespace exchange;

constexpr std::size_t piece = std::size_t{1} << 20;
constexpr auto told_every = std::chrono::milliseconds{500};

/// An exchange, opened by whoever administers the host: it brings and reads as the Management Committee does, or as one
/// of the organizations.
struct Opened {
  Opened(const DataOptions& options, const ExchangeSettings& settings)
      : slug(the_community(options)),
        live(open_store(options, slug, false), master_key(options, false), slug),
        exchange(open_objects(options, slug)),
        identities(live.read([&](const community::Community& state) {
          return Identities{slug, state, named_by_releases(community::agreed_releases(state), [this](const Hash& hash) {
                              return live.text(hash);
                            })};
        })) {
    party.may_write = true;
    party.sharer = {community::Standing::member, true, std::nullopt};
    if (!settings.as.empty()) {
      const auto organization =
          live.read([&](const community::Community& state) { return state.membership.find_key(settings.as); });
      if (!organization) throw store::StoreError{"no organization " + settings.as + " in " + slug};
      party.sharer = {community::Standing::member, false, organization};
    }
    const auto marking = parse_level(settings.marking);
    if (!marking) throw store::StoreError{"--marking takes clear, green, amber, amber+strict or red"};
    level = *marking;
    making.at = microseconds_now();
    making.level = level;
    making.created_by =
        party.sharer.organization ? identities.organization(*party.sharer.organization) : identities.community();
  }

  std::string slug;
  host::LiveCommunity live;  ///< holds the lock under which one program alone writes
  Exchange exchange;
  Identities identities;
  Party party;
  Level level{};
  Making making;
};

void read_through(const std::string& file, FileReader& reader, const Intake& intake) {
  std::ifstream in{file, std::ios::binary};
  if (!in) throw store::StoreError{"can't read " + file};
  std::string buffer(piece, '\0');
  std::uint64_t read = 0;
  auto told = std::chrono::steady_clock::now();
  while (in) {
    in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    reader.feed(std::string_view{buffer}.substr(0, static_cast<std::size_t>(in.gcount())));
    read += static_cast<std::uint64_t>(in.gcount());
    if (const auto now = std::chrono::steady_clock::now(); now - told > told_every) {
      told = now;
      std::cerr << file << ": " << read / 1024 / 1024 << " MiB, " << intake.so_far().objects << " objects\n";
    }
  }
  reader.finish();
}

IntakeReport bring(Opened& opened, Format format, const ExchangeSettings& settings, bool write) {
  IntakeReport all;
  for (const auto& file : settings.files) {
    Intake intake{opened.exchange, opened.party, opened.identities, {opened.level, !settings.no_custom, write}};
    const auto reader = reader_of(format, file, opened.making, intake);
    std::string broken;
    try {
      read_through(file, *reader, intake);
    } catch (const BundleMistake& mistake) {
      broken = file + ": " + mistake.what();
    }
    auto report = intake.finish();
    if (!broken.empty()) {
      ++report.refused;
      report.mistakes.push_back(broken);
    }
    for (const auto& mistake : report.mistakes) std::cerr << mistake << "\n";
    all.objects += report.objects;
    all.fresh += report.fresh;
    all.known += report.known;
    all.refused += report.refused;
    all.remarks += report.remarks;
  }
  return all;
}

}  // namespace

int import_objects(const DataOptions& options, const ExchangeSettings& settings) {
  const auto format = parse_format(settings.format).value();
  Opened opened{options, settings};
  if (settings.strict) {
    const auto report = bring(opened, format, settings, false);
    if (report.refused != 0) {
      std::cerr << "nothing was written: " << report.refused << " of " << report.objects
                << " objects are not in order\n";
      return 1;
    }
  }
  const auto began = std::chrono::steady_clock::now();
  const auto report = bring(opened, format, settings, true);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  std::cout << report.objects << " objects: " << report.fresh << " new, " << report.known << " known already, "
            << report.refused << " refused; " << report.remarks << " remarks; "
            << static_cast<std::uint64_t>(static_cast<double>(report.objects) / std::max(took.count(), 1e-6))
            << " objects/s\n";
  return report.refused == 0 ? 0 : 1;
}

int export_objects(const DataOptions& options, const ExchangeSettings& settings) {
  Opened opened{options, settings};
  // As the host, whatever stands at or below the marking; what is for named recipients only when it is asked for.
  std::vector<store::ListId> lists;
  opened.party.ceiling = opened.level;
  lists = readable(opened.party);
  std::ofstream out{settings.files.front(), std::ios::binary};
  if (!out) throw store::StoreError{"can't write " + settings.files.front()};
  auto& store = opened.exchange.store();
  const std::uint64_t written = settings.format == "misp" ? write_misp(store, lists, "Shared in " + opened.slug, out)
                                                          : write_bundle(store, lists, out);
  out.flush();
  if (!out) throw store::StoreError{"can't write all of " + settings.files.front()};
  std::cout << written << " objects written to " << settings.files.front() << "\n";
  return 0;
}

}  // namespace ccop::cli
