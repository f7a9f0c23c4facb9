// Threat objects out of a community's exchange. They are only read, so a server may run meanwhile.
#include "cli/exchange_party.hpp"
#include "cli/left_out.hpp"
#include "cli/program.hpp"
#include "cli/sound_record.hpp"
#include "exchange/csv/lists.hpp"
#include "exchange/keys.hpp"

#include <fstream>

namespace ccop::cli {
namespace {

using namespace exchange;

NamesOfIdentities names_in(const std::string& slug, const community::Community& state) {
  const Identities identities{slug, state};
  NamesOfIdentities names{{identities.community(), charter(state).name}};
  for (const auto id : membership(state).organizations.ids())
    names.emplace(identities.organization(id), membership(state).organizations[id].name);
  return names;
}

}  // namespace

int export_objects(const DataOptions& options, const ExchangeSettings& settings) {
  const std::string slug = the_community(options);
  const auto objects = open_objects(options, slug);
  if (objects->is_older())
    throw store::StoreError{
        "the threat objects are of an older version of the program: start the server with this one once, then export"};
  static_cast<void>(Keys::unlock(*objects, *master_key(options, false)));
  return with_sound_record(options, {options.data, {}}, [&](const community::Community& state, const host::Texts&) {
    // What is for named recipients only is read when it is asked for.
    const auto lists = readable(Party{sharer_of(state, settings), false, level_said(settings)});
    const std::string& file = settings.files.front();
    std::ofstream out{file, std::ios::binary};
    if (!out) throw store::StoreError{"can't write " + file};
    const NamesTold told = settings.all_left_out ? every_name : NamesTold{};
    const bool is_csv = settings.format == "csv";
    const Exported exported = settings.format == "misp"
                                  ? write_misp(*objects, lists, "Shared in " + slug, out, names_in(slug, state), told)
                              : is_csv ? write_csv(*objects, lists, out, told)
                                       : write_bundle(*objects, lists, out);
    out.flush();
    if (!out) throw store::StoreError{"can't write all of " + file};
    std::cout << exported.written << (is_csv ? " values" : " objects") << " written to " << file << "\n";
    tell_left_out(exported.left_out);
    return 0;
  });
}

}  // namespace ccop::cli
