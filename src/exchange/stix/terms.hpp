// By what an object is found: words of its texts, values that it carries, other objects that it names. A term is a
// short string without spaces; what somebody types is cut into terms the same way.
#pragma once

#include "exchange/stix/object.hpp"

#include <simdjson.h>

namespace ccop::exchange {

/// Longer terms are cut off here, when stored and when looked for.
constexpr std::size_t longest_term = 96;

/// The terms of a text: in small letters, cut at white space and at what can't stand within a value, without
/// punctuation at the ends. Each Chinese character is a term of its own.
void append_terms(std::vector<std::string>& terms, std::string_view text);

/// The term by which objects that name `id` are found.
[[nodiscard]] std::string reference_term(std::string_view id);
/// The term by which objects that carry this label, type word, or tag are found.
[[nodiscard]] std::string label_term(std::string_view label);

/// The term by which objects of a type are found.
[[nodiscard]] std::string type_term(std::string_view type);

/// The term of a sighting by which it is found who saw something; `by` is Head::seen_by.
[[nodiscard]] std::string seen_term(std::string_view by);

/// The values by which an object has something in common with others: what a pattern compares, an observable's value,
/// hashes, ids in other catalogues (CVE, ATT&CK). As terms, each once.
[[nodiscard]] std::vector<std::string> shared_values(std::string_view json);

/// A value that may contain others: a URL its host, a mail address its domain; an IPv6 address in its shortest form.
void append_value_terms(std::vector<std::string>& terms, std::string_view value);

/// What wider values an asked-for value lies in: an address its networks, a domain its parents. As terms, narrowest
/// first.
[[nodiscard]] std::vector<std::string> wider_terms(std::string_view value);

/// Fills `object.terms` and `object.refs` from the object's JSON.
void collect_terms(StixObject& object, simdjson::dom::object json);

}  // namespace ccop::exchange
