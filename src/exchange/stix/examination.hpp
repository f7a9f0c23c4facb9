// One object against the schema: properties one by one, then what concerns several of them (type_rules.cpp).
#pragma once

#include "exchange/stix/examine.hpp"
#include "exchange/stix/terms.hpp"

namespace ccop::exchange {

void examine_object(simdjson::dom::object object, const ExamineOptions& options, Examined& result);

/// Rules over several properties of one object: what must stand together, before or instead of something else.
void check_type_rules(std::string_view type, simdjson::dom::object object, Examined& result);

/// What STIX 2.0 asks for and 2.1 doesn't, of an object and of an observable within an observation.
void check_older_rules(std::string_view type, simdjson::dom::object object, Examined& result);
void check_older_rules_within(std::string_view type, simdjson::dom::object object, Examined& result);

/// Takes down the object's times, maker and markings, and finds what they must not be.
void read_times_and_markings(simdjson::dom::object object, Examined& result);

}  // namespace ccop::exchange
