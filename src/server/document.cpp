#include "server/document.hpp"

#include "server/kernel/commands.hpp"
#include "server/kernel/problem_view.hpp"
#include "server/routes.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ccop::server {
namespace {

using Ordered = nlohmann::ordered_json;

/// A text as YAML reads it back: in quotes unless it can be nothing else.
std::string scalar(const Ordered& value) {
  if (!value.is_string()) return value.dump();
  const auto& text = value.get_ref<const std::string&>();
  const bool is_plain = !text.empty() && text != "null" && text != "true" && text != "false" &&
                        std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; }) &&
                        text.front() != '-';
  return is_plain ? text : value.dump();
}

/// In one line, where that is short.
std::string flow(const Ordered& value) {
  std::string out;
  if (value.is_object()) {
    for (const auto& [key, item] : value.items()) out += (out.empty() ? "" : ", ") + key + ": " + flow(item);
    return "{ " + out + " }";
  }
  if (value.is_array()) {
    for (const auto& item : value) out += (out.empty() ? "" : ", ") + flow(item);
    return "[" + out + "]";
  }
  return scalar(value);
}

constexpr std::size_t widest = 110;

/// What follows a key or a dash: on the same line where it is short, else below it.
void write(std::string& out, const Ordered& value, std::size_t indent) {
  const std::string line = flow(value);
  if (!value.is_structured() || value.empty() || line.size() + indent <= widest) {
    out += ' ' + line + '\n';
    return;
  }
  out += '\n';
  const std::string margin(indent, ' ');
  if (value.is_object())
    for (const auto& [key, item] : value.items()) write(out += margin + key + ':', item, indent + 2);
  else
    for (const auto& item : value) write(out += margin + "-", item, indent + 2);
}

}  // namespace

std::string generated_components() {
  schema::Components components;
  static_cast<void>(schema::of<ProblemView>(components));
  static_cast<void>(May::schema(components));
  static_cast<void>(describe_commands(components));
  for (const Route& route : all_routes()) static_cast<void>(route.describe(components));
  std::string out =
      "# What the program takes and answers, made by `ccop api` of its own types: change those, not this.\n"
      "components:\n  schemas:\n";
  for (const auto& [name, schema] : components.all()) write(out += "    " + name + ':', Ordered::parse(schema), 6);
  return out;
}

}  // namespace ccop::server
