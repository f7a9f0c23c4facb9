#include "exchange/csv/lists.hpp"
#include "exchange/each_row.hpp"
#include "exchange/json.hpp"
#include "exchange/stix/forms.hpp"
#include "exchange/stix/pattern.hpp"

#include <algorithm>

namespace ccop::exchange {
namespace {

/// In quotes, so that commas and line ends within it are its own (RFC 4180). Spreadsheets take what begins like a
/// formula for one, and it may come from anybody: an apostrophe makes it a text.
std::string csv_field(std::string_view text) {
  std::string field = "\"";
  if (text.find_first_of("=+-@\t\r") == 0) field += '\'';
  for (const char c : text) {
    if (c == '"') field += '"';
    field += c;
  }
  return field + "\"";
}

bool names_kind_of_end(const PatternValue& one) {
  return one.path.ends_with("_ref.type") && one.is_equality() && !one.negated;
}

/// The one comparison that says all of it, if it asks for one value: an address among those of a network, too.
const PatternValue* value_in(const Conjunction& conjunction) {
  const PatternValue* found = nullptr;
  for (const auto& one : conjunction) {
    // That an address is one says nothing beside it.
    if (names_kind_of_end(one) && one.value != "domain-name") continue;
    const bool is_network = one.test == Test::subset && (is_ipv4(one.value) || is_ipv6(one.value));
    if (found != nullptr || one.negated || (!one.is_equality() && !is_network)) return nullptr;
    found = &one;
  }
  return found;
}

/// Why an indicator stands in no list of what to look for; empty where it does.
std::string_view why_not(const Json& json, Microseconds now) {
  if (const auto why = why_not_detecting(json, now); !why.empty()) return why;
  const std::string kind = json.value("pattern_type", "stix");
  return kind == "stix" ? std::string_view{} : reason::no_counterpart;
}

class Lines {
 public:
  Lines(std::ostream& out, NamesTold told) : exported{0, Leftovers{told}}, out_(out) {
    out_ << "kind,value,marking,name,indicator\r\n";
  }

  void take(const store::ObjectRow& row) {
    const std::string id = identifier(row.name.type, row.name.uuid);
    if (row.name.type != "indicator") return exported.left_out.add(reason::no_counterpart, row.name.type, id);
    const Json json = Json::parse(row.json);
    if (const auto why = why_not(json, now_); !why.empty()) return leave_out(why, json);
    const auto values = listed_values(json);
    if (!values) return leave_out(reason::more_than_a_value, json);
    const std::string marking = "tlp:" + std::string{word_of(level_of(row.lists))};
    for (const auto& [kind, value] : *values) {
      ++exported.written;
      if (!out_) continue;
      for (const auto& field : {kind, value, marking, json.value("name", "")}) out_ << csv_field(field) << ",";
      out_ << csv_field(id) << "\r\n";
    }
  }

  Exported exported;

 private:
  void leave_out(std::string_view why, const Json& json) {
    const std::string kind = json.value("pattern_type", "stix");
    exported.left_out.add(why, kind == "stix" ? "indicator" : "indicator " + kind,
                          json.value("id", "") + " '" + json.value("name", "") + "'");
  }

  std::ostream& out_;
  Microseconds now_{microseconds_now()};
};

}  // namespace

Exported write_csv(store::ObjectStore& store, const std::vector<store::ListId>& lists, std::ostream& out,
                   NamesTold told) {
  Lines lines{out, told};
  each_row(store, store::PageQuery{lists}, [&](const store::ObjectRow& row) { lines.take(row); });
  return std::move(lines.exported);
}

Exported write_csv(const std::vector<store::ObjectRow>& rows, std::ostream& out, NamesTold told) {
  Lines lines{out, told};
  for (const auto& row : rows) lines.take(row);
  return std::move(lines.exported);
}

std::optional<std::vector<ListedValue>> listed_values(const Json& indicator) {
  const auto alternatives = alternatives_of(indicator.value("pattern", ""));
  if (!alternatives) return std::nullopt;
  std::vector<ListedValue> values;
  for (const auto& one : *alternatives) {
    const PatternValue* value = value_in(one);
    if (value == nullptr) return std::nullopt;
    values.push_back({value->object_type + ":" + value->path, value->value});
  }
  return values;
}

}  // namespace ccop::exchange
