// What was added and may be watched for, to everybody who reads the same the same: nothing that is asked tells for what
// somebody watches.
#include "base/text.hpp"
#include "server/exchange/party.hpp"
#include "server/exchange/routes.hpp"
#include "server/exchange/times.hpp"

namespace ccop::server {
namespace {

/// Objects looked at for a page; it ends before with whichever brings it to so many values.
constexpr std::size_t objects_of_a_page = 500;
constexpr std::size_t values_of_a_page = 4000;

std::int64_t place_in(std::string_view after, std::string_view since) {
  if (!after.empty() && !since.empty()) throw BadInput{"since", "nothing beside `after`"};
  if (!since.empty()) {
    const auto time = exchange::parse_timestamp(since);
    if (!time) throw BadInput{"since", "a timestamp in UTC"};
    return *time;
  }
  if (after.empty()) return 0;
  const auto place = whole_number(after);
  if (!place || *place > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
    throw BadInput{"after", "what `next` said"};
  return static_cast<std::int64_t>(*place);
}

ValuesSince values_since(const Call& call) {
  const std::int64_t place = place_in(call.asked("after"), call.asked("since"));
  return AtExchange{call}.reader().values_behind(place, microseconds_of(call.now));
}

}  // namespace

ValuesSince ExchangeReader::values_behind(std::int64_t place, exchange::Microseconds now) const {
  ValuesSince page;
  auto places = store_.page(
      {lists_, {}, store::Versions::latest, place, std::numeric_limits<std::int64_t>::max(), objects_of_a_page});
  page.more = places.size() > objects_of_a_page;
  if (page.more) places.pop_back();
  if (!places.empty()) place = places.back();
  std::size_t count = 0;
  store_.rows(places, [&](store::ObjectRow&& row) {
    if (count >= values_of_a_page || exchange::is_behind_another(store_, row, lists_)) return;
    auto values = exchange::watchable_values(exchange::Json::parse(row.json), now);
    if (values.empty()) return;
    count += values.size();
    page.objects.push_back({exchange::identifier(row.name.type, row.name.uuid),
                            from_json<exchange::Head>(row.head).title,
                            {level_of(row)},
                            time_of(row.added),
                            std::move(values)});
    if (count < values_of_a_page || row.added == place) return;
    place = row.added;
    page.more = true;
  });
  page.next = std::to_string(place);
  return page;
}

Routes value_routes() {
  return {heavy(routes::get<&values_since>("/api/exchange/values", Who::seat))};
}

}  // namespace ccop::server
