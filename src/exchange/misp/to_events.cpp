#include "exchange/misp/to_events.hpp"

#include "exchange/misp/contents.hpp"
#include "exchange/misp/fields.hpp"
#include "exchange/misp/tags.hpp"

namespace ccop::exchange {
namespace {

using misp::labelled;
using misp::text_of;

std::string seconds_of(Microseconds time) {
  return std::to_string(time / 1'000'000);
}

std::string said_or(const std::string& said, const char* otherwise) {
  return said.empty() ? otherwise : said;
}

/// As it came from MISP; else when it happened, where an incident says so.
std::string date_of(const Json& report) {
  const std::string when = said_or(text_of(report, "x_ccop_when"), text_of(report, "created").c_str());
  return said_or(labelled(report, "date"), when.substr(0, 10).c_str());
}

/// Who made all of it, if that is one; a report needs no maker of its own.
std::string author_of(const Json& report, const std::vector<Json>& objects) {
  std::string author = text_of(report, "created_by_ref");
  if (!author.empty()) return author;
  for (const Json& object : objects) {
    const std::string by = text_of(object, "created_by_ref");
    if (by.empty() || by == author) continue;
    if (!author.empty()) return {};
    author = by;
  }
  return author;
}

}  // namespace

Json ToMisp::organization(const std::string& identity) const {
  const auto id = parse_identifier(identity);
  if (!id) return Json::object();
  const Json* found = find_(identity);
  const std::string name = found == nullptr ? "" : text_of(*found, "name");
  return {{"uuid", to_text(id->uuid)}, {"name", said_or(name, identity.c_str())}};
}

Json ToMisp::filled(Json event, const std::vector<Json>& objects) {
  left_out_ = Leftovers{every_name};  // whoever gathers them tells as many as are asked for
  misp::Contents contents{objects, now_, find_, left_out_};
  event["Attribute"] = std::move(contents.attributes);
  event["Object"] = std::move(contents.objects);
  event["EventReport"] = std::move(contents.reports);
  written_ = contents.written;
  return {{"Event", std::move(event)}};
}

Json ToMisp::event_of(const Json& report, const std::vector<Json>& objects) {
  const auto id = parse_identifier(text_of(report, "id"));
  const bool is_published = text_of(report, "type") == "report";
  const Microseconds changed = parse_timestamp(text_of(report, "modified")).value_or(now_);
  Json tags = Json::array();
  for (const auto& tag : misp::tags_of(report))
    if (const std::string name = text_of(tag, "name");
        !name.starts_with("Threat-Report") && name != "misp:tool=\"ccop\"")
      tags.push_back(tag);
  Json event{{"uuid", id ? to_text(id->uuid) : ""},
             {"info", text_of(report, "name")},
             {"date", date_of(report)},
             {"timestamp", seconds_of(changed)},
             {"threat_level_id", said_or(labelled(report, "threat_level_id"), "4")},
             {"analysis", said_or(labelled(report, "analysis"), "2")},
             {"published", is_published},
             {"distribution", "0"},
             {"Tag", std::move(tags)}};
  if (const auto published = parse_timestamp(text_of(report, "published")))
    event["publish_timestamp"] = seconds_of(*published);
  if (Json maker = organization(author_of(report, objects)); !maker.empty()) event["Orgc"] = std::move(maker);
  return filled(std::move(event), objects);
}

Json ToMisp::event_of(const MispHead& head, const std::vector<Json>& objects) {
  Json event{{"uuid", head.uuid},
             {"info", head.info},
             {"date", to_timestamp(now_).substr(0, 10)},
             {"timestamp", seconds_of(now_)},
             {"threat_level_id", "4"},
             {"analysis", "2"},
             {"published", false},
             {"distribution", "0"}};
  if (Json maker = organization(head.author); !maker.empty()) event["Orgc"] = std::move(maker);
  return filled(std::move(event), objects);
}

}  // namespace ccop::exchange
