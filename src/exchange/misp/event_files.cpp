#include "exchange/misp/event_files.hpp"

#include "exchange/each_row.hpp"
#include "exchange/misp/events.hpp"
#include "exchange/misp/fields.hpp"
#include "exchange/misp/tags.hpp"
#include "exchange/misp/to_events.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace ccop::exchange {
namespace {

using misp::text_of;

constexpr std::size_t most_in_an_event = 10'000;  ///< what MISP's own page still shows

bool is_event(std::string_view type) {
  return type == "report" || type == "grouping";
}

/// The events that were here before, or come several times: only of these may something be taken back.
std::set<std::string> events_known(const FromMisp& made, const Intake& intake) {
  std::set<std::string> known;
  std::set<std::string> asked;
  std::map<std::string, unsigned> came;
  const auto uuid_in = [](const std::string& id) { return id.substr(id.find("--")); };
  for (const auto& json : made.objects)
    if (is_event(text_of(json, "type"))) ++came[uuid_in(text_of(json, "id"))];
  for (const auto& one : made.superseded) {
    if (!one.within || !asked.insert(*one.within).second) continue;
    const std::string uuid = uuid_in(*one.within);
    if (came[uuid] > 1 || intake.has("report" + uuid) || intake.has("grouping" + uuid)) known.insert(*one.within);
  }
  return known;
}

/// Writes events one behind the other.
class EventsOut {
 public:
  EventsOut(store::ObjectStore& store, const std::vector<store::ListId>& lists, std::string info, std::ostream& out,
            NamesOfIdentities names, NamesTold told)
      : store_(store),
        lists_(lists),
        info_(std::move(info)),
        out_(out),
        names_(std::move(names)),
        exported_{0, Leftovers{told}},
        to_misp_(microseconds_now(), [this](const std::string& id) { return find(id); }) {}

  Exported write_one(const std::vector<store::ObjectRow>& rows) && {
    out_ << R"({"response":[)";
    std::vector<Json> objects;
    for (const auto& row : rows)
      if (row.name.type != "marking-definition") objects.push_back(Json::parse(leaving(row)));
    if (!objects.empty()) take_whole(objects);
    out_ << "\n]}\n";
    return std::move(exported_);
  }

  Exported write() && {
    out_ << R"({"response":[)";
    for (const char* type : {"report", "grouping"})
      each_row(store_, store::PageQuery{lists_, {type}}, [&](const store::ObjectRow& row) { take_report(row); });
    each_row(store_, store::PageQuery{lists_, {}}, [&](const store::ObjectRow& row) { take(row); });
    for (auto& [author, gathered] : by_author_) flush(author, gathered);
    out_ << "\n]}\n";
    return std::move(exported_);
  }

 private:
  struct Gathered {
    std::vector<Json> objects;
    std::uint64_t events{};
  };

  /// What of its objects did not go in is told, too.
  void put(const Json& event) {
    exported_.left_out.add(to_misp_.left_out());
    if (to_misp_.written() == 0) return;
    const bool is_first = events_++ == 0;
    if (out_) out_ << (is_first ? "\n" : ",\n") << event.dump(-1, ' ', false, Json::error_handler_t::replace);
    exported_.written += to_misp_.written();
  }

  /// The latest version of an object, if it stands in the lists that are written.
  std::optional<Json> latest(const std::string& id) {
    const auto name = parse_identifier(id);
    if (!name) return std::nullopt;
    for (auto& row : store_.versions({std::string{name->type}, name->uuid}))
      if (row.is_latest && store::share_one(row.lists, lists_)) return Json::parse(leaving(row));
    return std::nullopt;
  }

  /// Valid until the next event is begun.
  const Json* find(const std::string& id) {
    const auto known = found_.find(id);
    if (known != found_.end()) return known->second ? &*known->second : nullptr;
    auto json = latest(id);
    if (const auto name = names_.find(id); !json && name != names_.end())
      json = Json{{"type", "identity"}, {"id", id}, {"name", name->second}};
    const auto& kept = found_.emplace(id, std::move(json)).first->second;
    return kept ? &*kept : nullptr;
  }

  void take_whole(std::vector<Json>& objects) {
    const Json whole = objects.front();
    const std::string type = text_of(whole, "type");
    const std::string own = text_of(whole, "id");
    if (misp::says_yes(whole, "revoked")) return exported_.left_out.add(reason::revoked, type, own);
    Json event;
    if (is_event(type) || type == "incident") {
      objects.erase(objects.begin());
      // Whatever stands in the event is related to it.
      std::erase_if(objects, [&](const Json& one) {
        return text_of(one, "type") == "relationship" &&
               (text_of(one, "source_ref") == own || text_of(one, "target_ref") == own);
      });
      if (type == "incident") tell_of_incident(whole, objects);
      event = to_misp_.event_of(whole, objects);
    } else {
      const std::string uuid = to_text(name_based_uuid(exchange_namespace(), own + "/event"));
      event = to_misp_.event_of(MispHead{uuid, said_of(whole), text_of(whole, "created_by_ref")}, objects);
    }
    if (to_misp_.written() == 0) exported_.left_out.add(reason::no_counterpart, type, own);
    put(event);
  }

  [[nodiscard]] static std::string said_of(const Json& object) {
    const std::string name = text_of(object, "name");
    return name.empty() ? text_of(object, "id") : name;
  }

  /// An event has no description of its own: what tells of the incident goes as its report. What has no place in either
  /// is told.
  void tell_of_incident(const Json& incident, std::vector<Json>& objects) {
    if (const std::string text = text_of(incident, "description"); !text.empty()) {
      const std::string own = text_of(incident, "id");
      objects.push_back({{"type", "note"},
                         {"id", identifier("note", name_based_uuid(exchange_namespace(), own + "/description"))},
                         {"modified", text_of(incident, "modified")},
                         {"labels", {misp::own_label("data-layer", "Event Report")}},
                         {"abstract", text_of(incident, "name")},
                         {"content", text}});
    }
    static constexpr std::array said{"type",        "spec_version",        "id",     "created",
                                     "modified",    "created_by_ref",      "name",   "description",
                                     "labels",      "confidence",          "lang",   "object_marking_refs",
                                     "x_ccop_when", "external_references", "revoked"};
    for (const auto& [name, value] : incident.items())
      if (std::ranges::find(said, name) == said.end())
        exported_.left_out.add(reason::property, name, text_of(incident, "id"));
  }

  void take_report(const store::ObjectRow& row) {
    const Json report = Json::parse(leaving(row));
    const std::string own = text_of(report, "id");
    if (misp::says_yes(report, "revoked")) return exported_.left_out.add(reason::revoked, row.name.type, own);
    found_.clear();
    std::vector<Json> objects;
    std::vector<std::string> ids;
    for (const auto& ref : list_in(report, "object_refs"))
      if (ref.is_string() && !gone_.contains(ref.get<std::string>()))
        if (auto object = latest(ref)) {
          objects.push_back(*std::move(object));
          ids.push_back(ref);
        }
    const Json event = to_misp_.event_of(report, objects);
    if (to_misp_.written() == 0) return exported_.left_out.add(reason::no_counterpart, row.name.type, own);
    gone_.insert(ids.begin(), ids.end());
    put(event);
  }

  void take(const store::ObjectRow& row) {
    const std::string id = identifier(row.name.type, row.name.uuid);
    if (is_event(row.name.type) || gone_.contains(id) || row.name.type == "marking-definition") return;
    const Group* known = Schema::stix21().type(row.name.type);
    const bool is_observable = known != nullptr && known->kind == Kind::observable;
    if (is_observable) {
      // What was observed in MISP goes out with its observation, which has the same UUID.
      if (!latest(identifier("observed-data", row.name.uuid)))
        exported_.left_out.add(reason::no_counterpart, row.name.type, id);
      return;
    }
    Json json = Json::parse(leaving(row));
    const std::string author = text_of(json, "created_by_ref");
    Gathered& gathered = by_author_[author];
    gathered.objects.push_back(std::move(json));
    if (gathered.objects.size() >= most_in_an_event) flush(author, gathered);
  }

  void flush(const std::string& author, Gathered& gathered) {
    if (gathered.objects.empty()) return;
    found_.clear();
    const std::string number = std::to_string(events_ + 1);
    const MispHead head{
        to_text(name_based_uuid(exchange_namespace(), info_ + "/" + author + "/" + std::to_string(++gathered.events))),
        info_ + ", " + number, author};
    put(to_misp_.event_of(head, gathered.objects));
    gathered.objects.clear();
  }

  store::ObjectStore& store_;
  const std::vector<store::ListId>& lists_;
  std::string info_;
  std::ostream& out_;
  NamesOfIdentities names_;
  Exported exported_;
  std::uint64_t events_{};
  std::set<std::string> gone_;  ///< ids of what went out in the events of reports
  std::map<std::string, std::optional<Json>> found_;
  std::map<std::string, Gathered> by_author_;
  ToMisp to_misp_;
};

}  // namespace

void take_events(const std::string& text, const std::string& name, const Making& making, Intake& intake) {
  Making own = making;
  own.keeps_own = intake.takes_custom();
  const auto made = from_misp(text, own);
  if (!made.narrow.empty() && !intake.takes_narrow()) return intake.ask(made.narrow);
  const auto known = events_known(made, intake);
  for (const auto& mistake : made.mistakes) intake.refuse(name + ": " + mistake);
  intake.leave_out(made.left_out);
  for (const auto& json : made.objects) intake.take(json.dump(), name);
  for (const auto& one : made.superseded)
    if (!one.within || known.contains(*one.within))
      for (const auto type : one.types) intake.take_back(identifier(type, one.uuid), one.at, name);
}

Exported write_misp(store::ObjectStore& store, const std::vector<store::ListId>& lists, const std::string& info,
                    std::ostream& out, const NamesOfIdentities& names, NamesTold told) {
  return EventsOut{store, lists, info, out, names, told}.write();
}

Exported write_misp(store::ObjectStore& store, const std::vector<store::ListId>& lists,
                    const std::vector<store::ObjectRow>& rows, std::ostream& out, NamesTold told) {
  return EventsOut{store, lists, {}, out, {}, told}.write_one(rows);
}

}  // namespace ccop::exchange
