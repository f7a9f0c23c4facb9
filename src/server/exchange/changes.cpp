// Whoever shared something corrects it, says how far it may travel from now on, or takes it back; and takes back that
// their organization saw something.
#include "community/kernel/clause.hpp"
#include "community/sharing/sentences.hpp"
#include "exchange/definitions.hpp"
#include "server/exchange/limits.hpp"
#include "server/exchange/recipients.hpp"
#include "server/exchange/routes.hpp"
#include "server/exchange/times.hpp"
#include "server/exchange/values_anew.hpp"
#include "server/sentences.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ranges>
#include <set>

namespace ccop::server {
namespace {

using namespace community;
using exchange::Level;
using Json = nlohmann::json;

enum class TakenBack { revoked, false_positive };
BOOST_DESCRIBE_ENUM(TakenBack, revoked, false_positive)

/// What is said anew; what is left out stays as it was, and an empty text takes it away.
struct ObjectChange {
  std::string id;
  std::optional<Name> name;
  std::optional<Prose> description;
  std::optional<Prose> found_by;
  std::optional<Prose> helped;
  std::optional<Time> valid_until;                  ///< of an indicator
  std::optional<Prose> value;                       ///< what an indicator looks for instead
  std::optional<FreeText> signs;                    ///< in which further values of an incident are recognised
  std::optional<std::vector<FreeText>> without;     ///< values that are recognised there, and are not meant
  std::optional<std::vector<std::string>> dropped;  ///< ids of an incident's values that were none; techniques' numbers
  std::optional<std::string> marking;
  std::optional<std::vector<OrganizationId>> recipients;  ///< of TLP:RED
  std::optional<TakenBack> taken_back;
  std::optional<bool> with_parts;          ///< the marking, and that it is taken back, of what is related to it, too
  std::optional<std::string> edit_secret;  ///< of what was shared as the community
};
BOOST_DESCRIBE_STRUCT(ObjectChange, (),
                      (id, name, description, found_by, helped, valid_until, value, signs, without, dropped, marking,
                       recipients, taken_back, with_parts, edit_secret))

/// What part an object has in a change of another.
enum class Part { itself, held, dropped };

struct Changed {
  store::ObjectRow row;
  Part part{};
};

void say(Json& json, const char* property, const std::optional<Prose>& said) {
  if (!said) return;
  if (said->empty())
    json.erase(property);
  else
    json[property] = std::string{*said};
}

/// What only the object itself says, and none of its parts.
void say_anew(Json& json, const ObjectChange& asked) {
  if (asked.name) json["name"] = std::string{*asked.name};
  say(json, "description", asked.description);
  say(json, "x_ccop_found_by", asked.found_by);
  say(json, "x_ccop_helped", asked.helped);
  if (asked.valid_until && json["type"] != "indicator") throw BadInput{"valid_until", "none, but for an indicator"};
  if (asked.valid_until) json["valid_until"] = exchange::to_timestamp(microseconds_of(*asked.valid_until));
  if (asked.value) look_for(json, *asked.value);
}

void mark_anew(Json& json, Level level, const Json& recipients) {
  Json markings = Json::array();
  for (const auto& one : json.value("object_marking_refs", Json::array()))
    if (!exchange::level_of(one.get<std::string>())) markings.push_back(one);
  markings.push_back(exchange::marking_id(level));
  json["object_marking_refs"] = markings;
  if (level == Level::red) return name_recipients(json, recipients);
  if (!json.contains("extensions")) return;
  json["extensions"].erase(exchange::recipients_extension());
  if (json["extensions"].empty()) json.erase("extensions");
}

void take_back(Json& json, TakenBack why) {
  json["revoked"] = true;
  if (why == TakenBack::false_positive && !json["labels"].is_array()) json["labels"] = Json::array();
  if (why == TakenBack::false_positive) json["labels"].push_back("false-positive");
}

/// One request to change something, taken apart.
class Changing {
 public:
  Changing(AtExchange& here, const ObjectChange& asked) : here_(here), asked_(asked) {
    if (asked.marking) {
      level_ = exchange::parse_level(*asked.marking);
      if (!level_) throw BadInput{"marking", "a word of TLP"};
    }
    recipients_ = identities_of(here, asked.recipients.value_or(std::vector<OrganizationId>{}));
    if (!recipients_.empty() && level_ != Level::red)
      throw BadInput{"recipients", "none, for TLP:RED alone names recipients"};
    const auto dropped = asked.dropped.value_or(std::vector<std::string>{});
    dropped_.insert(dropped.begin(), dropped.end());
    const bool is_of_incident = asked.id.starts_with("incident--") && !asked.taken_back;
    if (!is_of_incident && (asked.signs || asked.dropped))
      throw BadInput{asked.signs ? "signs" : "dropped", "none, but for an incident that is not taken back"};
  }

  /// Everything that has a new version by this change; what was asked about first.
  [[nodiscard]] std::vector<Changed> changed(const store::ObjectRow& row) const {
    std::vector<Changed> all{{row, Part::itself}};
    const bool with_parts = asked_.with_parts.value_or(false);
    auto dropped = values_dropped(row);
    if (!with_parts && dropped.empty()) return all;
    for (auto& one : here_.reader().parts(row)) {
      const bool is_value = one.name.type == "indicator" || one.name.type == "vulnerability";
      const bool is_dropped = is_value && dropped.erase(exchange::identifier(one.name.type, one.name.uuid)) > 0;
      if (is_dropped && !exchange::is_theirs(one, here_.party, *here_.known)) throw not_allowed("not-your-object");
      if (is_changed(one) && (is_dropped || (with_parts && !is_wider(one))))
        all.push_back({std::move(one), is_dropped ? Part::dropped : Part::held});
    }
    if (!dropped.empty())
      throw BadInput{"dropped", "ids of values that this incident holds, or techniques that it names"};
    return all;
  }

  /// The next versions of all these; then what an incident holds from now on.
  [[nodiscard]] std::vector<store::NewObject> batch(const std::vector<Changed>& changed) const {
    std::vector<store::NewObject> batch;
    const Changed& first = changed.front();
    Json itself = next(first);
    const auto further =
        asked_.signs ? further_parts(itself, *asked_.signs, without(), here_.reader(), first.row) : std::vector<Json>{};
    batch.push_back(ready(itself, least(first)));
    for (const auto& one : changed | std::views::drop(1)) batch.push_back(ready(next(one), least(one)));
    for (const auto& json : further) batch.push_back(ready(json, least(first)));
    return batch;
  }

  /// Whether this row may get a version: the changer's own, and not taken back before.
  [[nodiscard]] bool is_changed(const store::ObjectRow& row) const {
    return row.version >= 0 && exchange::is_theirs(row, here_.party, *here_.known) &&
           !from_json<exchange::Head>(row.head).revoked;
  }
  [[nodiscard]] bool is_wider(const store::ObjectRow& row) const { return level_ && *level_ < level_of(row); }
  [[nodiscard]] std::optional<Level> level() const { return level_; }

 private:
  [[nodiscard]] bool is_marked_anew(const Changed& one) const {
    return level_ && (one.part == Part::itself || !is_wider(one.row));
  }
  /// The level of the place that its next version is brought to.
  [[nodiscard]] Level least(const Changed& one) const { return is_marked_anew(one) ? *level_ : level_of(one.row); }

  /// Of what is dropped, all but the techniques, which the object itself names.
  [[nodiscard]] std::set<std::string> values_dropped(const store::ObjectRow& row) const {
    auto dropped = dropped_;
    if (dropped.empty()) return dropped;
    Json itself = Json::parse(row.json);
    drop_techniques(itself, dropped);
    return dropped;
  }

  [[nodiscard]] Json next(const Changed& one) const {
    Json json = Json::parse(one.row.json);
    if (one.part == Part::itself) say_anew(json, asked_);
    if (auto dropped = dropped_; one.part == Part::itself && !dropped.empty()) drop_techniques(json, dropped);
    if (is_marked_anew(one)) mark_anew(json, *level_, recipients_);
    if (one.part == Part::dropped) take_back(json, TakenBack::false_positive);
    if (asked_.taken_back) take_back(json, *asked_.taken_back);
    // Newer than what is there, whatever clock that was made by.
    json["modified"] =
        exchange::to_timestamp(std::max(exchange::microseconds_now(), one.row.version + 1000) / 1000 * 1000);
    return json;
  }

  [[nodiscard]] store::NewObject ready(const Json& json, Level least) const {
    auto examined = exchange::Examiner{}.examine(json.dump(-1, ' ', false, Json::error_handler_t::replace));
    if (!examined.errors.empty()) throw BadInput{"body", examined.errors.front().sentence()};
    exchange::Definitions definitions{[&](const std::string& definition) {
      return exchange::definitions_in_sight(here_.room.objects().store(), here_.party, definition);
    }};
    if (const auto unknown = definitions.interpret(examined.object); !unknown.empty())
      throw BadInput{"body", exchange::unknown_marking(examined.object.id(), unknown)};
    auto placed = exchange::placed(std::move(examined.object), least, here_.party, *here_.known);
    if (const auto* refused = std::get_if<std::string>(&placed)) throw BadInput{"body", *refused};
    return std::get<store::NewObject>(std::move(placed));
  }

  [[nodiscard]] std::set<std::string> without() const {
    const auto said = asked_.without.value_or(std::vector<FreeText>{});
    return {said.begin(), said.end()};
  }

  AtExchange& here_;
  const ObjectChange& asked_;
  std::optional<Level> level_;
  Json recipients_;
  std::set<std::string> dropped_;
};

/// From now on nobody finds the wider versions: who read them has them, and nobody else gets them.
void forget_wider(exchange::Exchange& objects, const std::vector<Changed>& changed, Level level) {
  std::vector<store::ObjectRow> wider;
  for (const auto& [row, part] : changed)
    for (auto& one : objects.store().versions(row.name))
      if (!one.is_latest && one.source == row.source && one.editor == row.editor && level_of(one) < level)
        wider.push_back(std::move(one));
  if (!wider.empty()) objects.remove(std::move(wider));
}

ObjectRef change_object(const Call& call, const ObjectChange& asked) {
  AtExchange here = sharing(call);
  if (asked.edit_secret) {
    if (!exchange::is_edit_secret(*asked.edit_secret))
      throw BadInput{"edit_secret", "what was given out when it was shared"};
    here.party.edit_secret = *asked.edit_secret;
  }
  const auto row = here.object(asked.id);
  if (!exchange::is_theirs(row, here.party, *here.known)) throw not_allowed("not-your-object");
  const Changing changing{here, asked};
  if (!changing.is_changed(row)) throw not_allowed("object-was-taken-back");
  if (changing.is_wider(row) && !here.known->is_release_agreed(asked.id))
    throw call.site.problem_of(refuse(clause::release, sentence::release_not_agreed));

  const auto changed = changing.changed(row);
  auto batch = changing.batch(changed);
  std::size_t bytes = 0;
  for (const auto& one : batch) bytes += one.json.size();
  if (!here.room.may_bring(here.party, bytes)) throw too_often("quota-of-objects");
  here.room.brought(here.party, batch.size());
  const auto additions = here.room.objects().add(std::move(batch));
  if (additions.front() != store::Addition::fresh) throw not_allowed("not-your-object");
  if (changing.level()) forget_wider(here.room.objects(), changed, *changing.level());
  return {asked.id};
}

ObjectRef end_sighting(const Call& call, const ObjectRef& asked) {
  const AtExchange here = sharing(call);
  const auto row = here.object(asked.id);
  auto sightings = here.reader().own_sightings(asked.id);
  if (sightings.empty()) throw nothing_there("no-such-object");
  here.room.objects().remove(std::move(sightings));
  return asked;
}

}  // namespace

Routes change_routes() {
  return {routes::take<&change_object>("/api/exchange/changes", Who::seat),
          routes::take<&end_sighting>("/api/exchange/sightings/end", Who::seat)};
}

}  // namespace ccop::server
