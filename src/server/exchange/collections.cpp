// Where machines read and write: the levels' collections, and those that the Secretary defines.
#include "server/exchange/limits.hpp"
#include "server/exchange/party.hpp"
#include "server/exchange/routes.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

constexpr std::size_t most_listed = 100;

struct CollectionView {
  std::string id;
  std::string alias;
  std::string title;
  std::string description;
  bool can_read{};
  bool can_write{};
  bool defined{};
};
BOOST_DESCRIBE_STRUCT(CollectionView, (), (id, alias, title, description, can_read, can_write, defined))

struct CollectionsView {
  std::vector<CollectionView> collections;
  std::string discovery;
  std::string root;
  std::string short_root;  ///< another name of it, of one segment
  std::vector<ExchangeDeed> may;
};
BOOST_DESCRIBE_STRUCT(CollectionsView, (), (collections, discovery, root, short_root, may))

struct NewCollection {
  Name title;
  Prose description;
  ListOf<std::string, most_listed> types;
  ListOf<std::string, most_listed> labels;
};
BOOST_DESCRIBE_STRUCT(NewCollection, (), (title, description, types, labels))

CollectionsView collections_view(const Call& call) {
  const AtExchange here{call};
  CollectionsView view;
  const auto defined = here.room.taxii().defined();
  for (const auto& c : here.room.taxii().collections(here.party)) {
    const bool is_defined = std::ranges::find(defined, c.id, &DefinedCollection::id) != defined.end();
    view.collections.push_back({c.id, c.alias, c.title, c.description, c.can_read, c.can_write, is_defined});
  }
  view.discovery = call.site.options.party.origins.front() + "/taxii2/";
  view.root = here.room.root_address();
  view.short_root = here.room.short_root_address();
  if (is_secretary(call)) view.may.push_back(ExchangeDeed::define);
  return view;
}

void require_sound(const NewCollection& asked) {
  if (asked.types.empty() && asked.labels.empty()) throw BadInput{"types", "some types or labels"};
  for (const auto& type : asked.types)
    if (!exchange::is_type_name(type)) throw BadInput{"types", "names of types, such as indicator"};
}

ObjectRef define_collection(const Call& call, const NewCollection& asked) {
  const AtExchange here{call};
  require_secretary(call);
  require_sound(asked);
  if (here.room.taxii().defined().size() >= most_listed) throw BadInput{"title", "at most 100 collections"};
  const std::string id = exchange::to_text(exchange::random_uuid());
  here.room.taxii().define({id, asked.title, asked.description, asked.types, asked.labels});
  return {id};
}

Nothing end_collection(const Call& call, const ObjectRef& asked) {
  const AtExchange here{call};
  require_secretary(call);
  if (!here.room.taxii().undefine(asked.id)) throw nothing_there("no-such-object");
  return {};
}

}  // namespace

Routes collection_routes() {
  return {routes::get<&collections_view>("/api/exchange/collections", Who::seat),
          routes::take<&define_collection>("/api/exchange/collections", Who::seat),
          routes::take<&end_collection>("/api/exchange/collections/end", Who::seat)};
}

}  // namespace ccop::server
