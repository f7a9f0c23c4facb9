// One object, asked about its properties by name: what the rules over several of them are written with.
#pragma once

#include "exchange/stix/examine.hpp"
#include "exchange/stix/timestamp.hpp"

#include <initializer_list>

namespace ccop::exchange {

/// One object, asked about its properties by name.
class Asked {
 public:
  Asked(simdjson::dom::object object, Examined& result) : object_(object), result_(result) {}

  [[nodiscard]] bool has(std::string_view name) const {
    simdjson::dom::element ignored;
    return object_[name].get(ignored) == simdjson::SUCCESS;
  }
  [[nodiscard]] std::string_view text(std::string_view name) const {
    std::string_view text;
    return object_[name].get(text) == simdjson::SUCCESS ? text : std::string_view{};
  }
  [[nodiscard]] std::optional<bool> flag(std::string_view name) const {
    bool flag = false;
    if (object_[name].get(flag) != simdjson::SUCCESS) return std::nullopt;
    return flag;
  }
  [[nodiscard]] std::optional<double> number(std::string_view name) const {
    double number = 0;
    if (object_[name].get(number) != simdjson::SUCCESS) return std::nullopt;
    return number;
  }
  [[nodiscard]] std::optional<Microseconds> time(std::string_view name) const { return parse_timestamp(text(name)); }

  void wrong(std::string_view property, std::string rule) {
    result_.errors.push_back({result_.object.id(), std::string{property}, std::move(rule)});
  }
  void warn(std::string_view property, std::string rule) {
    result_.warnings.push_back({result_.object.id(), std::string{property}, std::move(rule)});
  }
  void in_order(std::string_view earlier, std::string_view later, bool may_be_equal = true) {
    const auto first = time(earlier);
    const auto second = time(later);
    if (!first || !second || *first < *second || (may_be_equal && *first == *second)) return;
    const std::string rule =
        std::string{"a time "} + (may_be_equal ? "not before `" : "after `") + std::string{earlier} + "`";
    // Which STIX 2.0 does not ask for.
    result_.object.spec_version == "2.0" ? warn(later, rule) : wrong(later, rule);
  }
  void at_least_one(std::initializer_list<std::string_view> names) {
    std::string list;
    for (const auto name : names) {
      if (has(name)) return;
      list += (list.empty() ? "" : ", ") + std::string{name};
    }
    wrong("", "at least one of " + list);
  }
  void in_range(std::string_view name, double least, double most) {
    const auto value = number(name);
    if (value && (*value < least || *value > most))
      wrong(name, "a number from " + std::to_string(static_cast<int>(least)) + " to " +
                      std::to_string(static_cast<int>(most)));
  }
  void together(std::string_view one, std::string_view needs) {
    if (has(one) && !has(needs)) wrong(needs, "this property beside `" + std::string{one} + "`");
  }
  void not_together(std::string_view one, std::string_view other) {
    if (has(one) && has(other)) wrong(other, "this property or `" + std::string{one} + "`, not both");
  }
  [[nodiscard]] simdjson::dom::object object() const { return object_; }

 private:
  simdjson::dom::object object_;
  Examined& result_;
};

}  // namespace ccop::exchange
