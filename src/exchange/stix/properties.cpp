#include "base/text.hpp"
#include "exchange/stix/examination.hpp"
#include "exchange/stix/forms.hpp"
#include "exchange/stix/observable_id.hpp"
#include "exchange/stix/place.hpp"
#include "exchange/stix/text_forms.hpp"

#include <algorithm>

namespace ccop::exchange {
namespace {

namespace dom = simdjson::dom;

constexpr std::int64_t largest_integer = (std::int64_t{1} << 53) - 1;  // STIX 2.1, section 2.8
constexpr std::size_t most_findings = 20;  ///< of one object: who sends worse has read enough

class Examination {
 public:
  Examination(const ExamineOptions& options, Examined& result) : options_(options), result_(result) {}

  void run(dom::object object) {
    if (!read_head(object)) return;
    if (auto twice = repeated_key(object)) error(*std::move(twice), "each key once");
    const Group* known = Schema::stix21().type(result_.object.type);
    if (known == nullptr && !options_.custom) return error("type", "a type that STIX 2.1 defines");
    const Group& group = known != nullptr ? *known : Schema::stix21().common(Kind::domain);
    result_.object.kind = known != nullptr ? known->kind : kind_of_custom(object);
    is_custom_ = known == nullptr;
    top_is_extended_ = has_top_level_extension(object);
    examine_group(object, known != nullptr ? group : Schema::stix21().common(result_.object.kind), nullptr);
    reserved_names(object, nullptr);
    if (!result_.errors.empty()) return;
    read_times_and_markings(object, result_);
    if (known != nullptr) check_type_rules(result_.object.type, object, result_);
    if (is_older()) check_older_rules(result_.object.type, object, result_);
    if (result_.object.kind == Kind::observable) check_observable_id(object);
  }

 private:
  void error(std::string property, std::string rule) {
    if (result_.errors.size() < most_findings) result_.errors.push_back({named_, std::move(property), std::move(rule)});
  }
  void warn(const Place& place, std::string rule) {
    if (options_.warnings && result_.warnings.size() < most_findings)
      result_.warnings.push_back({named_, place.text(), std::move(rule)});
  }
  void wrong(const Place& place, std::string rule) { error(place.text(), std::move(rule)); }

  bool read_head(dom::object object) {
    std::string_view type;
    std::string_view id;
    if (object["id"].get(id) == simdjson::SUCCESS) named_ = id.substr(0, 300);
    if (object["type"].get(type) != simdjson::SUCCESS || !is_type_name(type)) {
      error("type", "the name of a type: small letters, digits and hyphens");
      return false;
    }
    if (type == "bundle") {
      error("type", "an object, not a bundle within");
      return false;
    }
    const auto parsed = parse_identifier(id);
    if (!parsed || parsed->type != type) {
      error("id", "the object's type, two hyphens and a UUID");
      return false;
    }
    result_.object.type = type;
    result_.object.uuid = parsed->uuid;
    std::string_view version;
    if (object["spec_version"].get(version) == simdjson::SUCCESS && version != "2.1" && version != "2.0")
      error("spec_version", "2.1 (or 2.0)");
    const Group* known = Schema::stix21().type(type);
    const bool needs_none = known != nullptr && known->kind == Kind::observable;
    result_.object.spec_version = !version.empty() ? std::string{version} : needs_none ? "2.1" : "2.0";
    return result_.errors.empty();
  }

  /// A custom type with times, or whose extension says what it is (section 7.3), is taken for a domain object, any
  /// other for a cyber-observable: of those, both times are required (section 3.2; of STIX 2.0 part 1, 3.1).
  static Kind kind_of_custom(dom::object object) {
    dom::element ignored;
    const bool has_times =
        object["created"].get(ignored) == simdjson::SUCCESS || object["modified"].get(ignored) == simdjson::SUCCESS;
    const bool is_declared =
        has_extension(object, [](std::string_view kind) { return kind == "new-sdo" || kind == "new-sro"; });
    return has_times || is_declared ? Kind::domain : Kind::observable;
  }

  static bool has_top_level_extension(dom::object object) {
    return has_extension(object, [](std::string_view kind) {
      return kind == "toplevel-property-extension" || kind.starts_with("new-");
    });
  }
  static bool has_extension(dom::object object, bool (*is_meant)(std::string_view kind)) {
    dom::object extensions;
    if (object["extensions"].get(extensions) != simdjson::SUCCESS) return false;
    for (const auto& field : extensions) {
      std::string_view kind;
      if (field.value["extension_type"].get(kind) == simdjson::SUCCESS && is_meant(kind)) return true;
    }
    return false;
  }

  void examine_group(dom::object object, const Group& group, const Place* within) {
    std::size_t required = 0;
    for (const auto& field : object) {
      const Place place{within, field.key};
      const auto rule = group.properties.find(field.key);
      if (rule == group.properties.end()) {
        unknown(field.value, place);
        continue;
      }
      required += rule->second.required ? 1 : 0;
      value(field.value, rule->second, place);
    }
    if (required == group.required.size()) return;  // more often than not
    for (const auto& name : group.required) {
      dom::element ignored;
      if (object[name].get(ignored) == simdjson::SUCCESS || (container_ != nullptr && name == "id")) continue;
      if (group.properties.at(name).only_since_21 && result_.object.spec_version != "2.1") continue;
      wrong({within, name}, "this property, which is required");
    }
  }

  void unknown(dom::element element, const Place& place) {
    if (!is_property_name(place.name))
      return wrong(place, "a property's name of 3 to 250 small letters, digits and underscores");
    if (dom::array list; element.get(list) == simdjson::SUCCESS && list.size() == 0)
      return wrong(place, "a list that is not empty");
    if (top_is_extended_ && place.within == nullptr) return;
    if (!options_.custom) return wrong(place, "no property that STIX 2.1 doesn't define");
    if (!is_custom_) warn(place, "a property that STIX 2.1 defines, or an extension that declares it");
  }

  /// Names that a later version may give a meaning (section 3.8). What an extension declares has its meaning from
  /// there: incidents of OpenCTI's say `severity`.
  void reserved_names(dom::object object, const Place* within) {
    if (top_is_extended_ && within == nullptr) return;
    dom::element ignored;
    for (const auto& name : Schema::stix21().reserved_names(is_older()))
      if (object[name].get(ignored) == simdjson::SUCCESS)
        wrong({within, name}, "no property that is reserved (section 3.8)");
  }

  [[nodiscard]] bool is_older() const { return result_.object.spec_version == "2.0"; }

  void value(dom::element element, const PropertyRule& rule, const Place& place) {
    if (!rule.is_list) return single(element, rule, place);
    dom::array list;
    if (element.get(list) != simdjson::SUCCESS) return wrong(place, "a list");
    if (list.size() == 0) return wrong(place, "a list that is not empty");
    std::int64_t index = 0;
    for (const dom::element item : list) single(item, rule, {&place, {}, index++});
  }

  void single(dom::element element, const PropertyRule& rule, const Place& place) {
    if (const TextForm* form = text_form(rule.type)) return text(element, place, *form);
    switch (rule.type) {
      case ValueType::integer:
        return integer(element, place, -largest_integer, largest_integer);
      case ValueType::size:
        return integer(element, place, 0, largest_integer);
      case ValueType::port:
        return integer(element, place, 0, 65535);
      case ValueType::percentage:
        return integer(element, place, 0, 100);
      case ValueType::floating:
        if (double number = 0; element.get(number) != simdjson::SUCCESS) wrong(place, "a number");
        return;
      case ValueType::boolean:
        if (bool flag = false; element.get(flag) != simdjson::SUCCESS) wrong(place, "true or false");
        return;
      case ValueType::hashes:
        return hashes(element, place);
      case ValueType::dictionary:
        return dictionary(element, place);
      case ValueType::extensions:
        return extensions(element, place);
      case ValueType::observables:
        return observables(element, place);
      case ValueType::identifier:
        return;  // read_head did
      case ValueType::reference:
        return reference(element, rule, place);
      case ValueType::closed_word:
        return closed_word(element, rule, place);
      case ValueType::character_set:
        return character_set(element, rule, place);
      case ValueType::open_word:
        return open_word(element, rule, place);
      case ValueType::part: {
        dom::object inner;
        if (element.get(inner) != simdjson::SUCCESS) return wrong(place, "an object");
        return part(inner, *rule.part, place);
      }
      default:
        return;  // texts of a form were looked at before
    }
  }

  void text(dom::element element, const Place& place, const TextForm& form) {
    std::string_view text;
    if (element.get(text) != simdjson::SUCCESS || !form.fits(text)) wrong(place, std::string{form.expected});
  }

  void integer(dom::element element, const Place& place, std::int64_t least, std::int64_t most) {
    std::int64_t number = 0;
    if (element.get(number) == simdjson::SUCCESS && number >= least && number <= most) return;
    wrong(place, "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  }

  void closed_word(dom::element element, const PropertyRule& rule, const Place& place) {
    std::string_view word;
    if (element.get(word) != simdjson::SUCCESS || !rule.words->contains(word))
      wrong(place, "a word of the vocabulary " + rule.argument);
  }

  /// As IANA registered it, in letters of either size (RFC 2978, section 2.3).
  void character_set(dom::element element, const PropertyRule& rule, const Place& place) {
    std::string_view word;
    if (element.get(word) != simdjson::SUCCESS || !rule.words->contains(in_small_letters(word)))
      wrong(place, "a character set by its preferred name at IANA (section 3.9.1)");
  }

  void open_word(dom::element element, const PropertyRule& rule, const Place& place) {
    std::string_view word;
    if (element.get(word) != simdjson::SUCCESS) return wrong(place, "a word");
    if (!rule.words->contains(word)) warn(place, "a word of the vocabulary " + rule.argument);
  }

  void reference(dom::element element, const PropertyRule& rule, const Place& place) {
    std::string_view id;
    if (element.get(id) != simdjson::SUCCESS) return wrong(place, "an object's id");
    if (container_ != nullptr) return reference_within(id, rule, place);
    const auto parsed = parse_identifier(id);
    if (!parsed) return wrong(place, "an object's id: a type, two hyphens and a UUID");
    if (!may_refer_to(parsed->type, rule.targets)) wrong(place, "an id of " + rule.argument);
  }

  /// Objects of an observation name each other by their keys (STIX 2.0, part 3, section 2.1).
  void reference_within(std::string_view key, const PropertyRule& rule, const Place& place) {
    std::string_view type;
    if ((*container_)[key]["type"].get(type) != simdjson::SUCCESS)
      return wrong(place, "the key of an object of the same observation");
    if (!may_refer_to(type, rule.targets)) wrong(place, "the key of an object of type " + rule.argument);
  }

  /// The objects that an observation holds within it: all of STIX 2.0, deprecated in 2.1 (section 4.14).
  void observables(dom::element element, const Place& place) {
    dom::object all;
    if (element.get(all) != simdjson::SUCCESS || all.size() == 0) return wrong(place, "objects by their keys");
    container_ = &all;
    for (const auto& field : all) {
      const Place inner{&place, field.key};
      dom::object one;
      std::string_view type;
      if (field.value.get(one) != simdjson::SUCCESS || one["type"].get(type) != simdjson::SUCCESS ||
          !is_type_name(type)) {
        wrong(inner, "an object with its type");
        continue;
      }
      if (!is_older()) reserved_names(one, &inner);
      const Group* known = is_older() ? Schema::stix21().older(type) : Schema::stix21().type(type);
      if (known == nullptr && !options_.custom) wrong(inner, "an observable that STIX defines");
      if (known == nullptr) continue;
      if (known->kind != Kind::observable) {
        wrong(inner, "a cyber-observable");
        continue;
      }
      examine_group(one, *known, &inner);
      rules_within(type, one, inner);
    }
    container_ = nullptr;
  }

  void rules_within(std::string_view type, dom::object one, const Place& inner) {
    const std::size_t before = result_.errors.size();
    check_type_rules(type, one, result_);
    if (is_older()) check_older_rules_within(type, one, result_);
    for (std::size_t i = before; i < result_.errors.size(); ++i) {
      auto& property = result_.errors[i].property;
      property = inner.text() + (property.empty() ? "" : "." + property);
    }
  }

  void hashes(dom::element element, const Place& place) {
    dom::object all;
    if (element.get(all) != simdjson::SUCCESS || all.size() == 0) return wrong(place, "hashes by their algorithms");
    for (const auto& field : all) {
      const Place hash_place{&place, field.key};
      std::string_view hash;
      if (field.value.get(hash) != simdjson::SUCCESS) {
        wrong(hash_place, "a hash");
        continue;
      }
      if (!is_hash_key(field.key)) {
        wrong(place, "names of algorithms of 3 to 250 characters (section 2.7)");
        continue;
      }
      const std::size_t digits = digits_of_hash(field.key);
      if (digits != 0 && (hash.size() != digits || !is_hex(hash)))
        wrong(hash_place, std::to_string(digits) + " hexadecimal digits");
      else if (digits == 0 && field.key != "SSDEEP" && field.key != "TLSH")
        warn(hash_place, "a word of the vocabulary hash-algorithm-ov");
    }
  }

  void dictionary(dom::element element, const Place& place) {
    dom::object all;
    if (element.get(all) != simdjson::SUCCESS || all.size() == 0) return wrong(place, "a dictionary that is not empty");
    for (const auto& field : all)
      if (!is_dictionary_key(field.key)) wrong(place, "keys of 1 to 250 letters, digits, hyphens and underscores");
  }

  void extensions(dom::element element, const Place& place) {
    dom::object all;
    if (element.get(all) != simdjson::SUCCESS || all.size() == 0) return wrong(place, "extensions by their names");
    for (const auto& field : all) {
      const Place inner{&place, field.key};
      dom::object extension;
      if (field.value.get(extension) != simdjson::SUCCESS) {
        wrong(inner, "an object");
        continue;
      }
      const Group* known = is_older() ? Schema::stix21().older(field.key) : Schema::stix21().part(field.key);
      if (known != nullptr && field.key.ends_with("-ext")) {
        if (extension.size() == 0) wrong(inner, "at least one property");
        part(extension, *known, inner);
      } else if (const auto id = parse_identifier(field.key); id && id->type == "extension-definition") {
        kind_of_extension(extension, inner);
      } else if (!options_.custom || (result_.object.kind == Kind::observable && !is_extension_name(field.key))) {
        wrong(inner, "an extension that STIX 2.1 defines, or the id of an extension-definition");
      } else {
        warn(inner, "an extension that STIX 2.1 defines, or the id of an extension-definition");
      }
    }
  }

  void kind_of_extension(dom::object extension, const Place& place) {
    std::string_view kind;
    if (extension["extension_type"].get(kind) != simdjson::SUCCESS || !Schema::stix21().is_extension_type(kind))
      wrong({&place, "extension_type"}, "a word of the vocabulary extension-type-enum (section 7.3)");
  }

  void part(dom::object object, const Group& group, const Place& place) {
    examine_group(object, group, &place);
    if (group.name == "external-reference") {
      dom::element ignored;
      if (object["description"].get(ignored) != simdjson::SUCCESS && object["url"].get(ignored) != simdjson::SUCCESS &&
          object["external_id"].get(ignored) != simdjson::SUCCESS)
        wrong(place, "a description, url or external_id beside source_name");
    }
    if (group.name == "granular-marking") {
      dom::element ignored;
      const bool marks = object["marking_ref"].get(ignored) == simdjson::SUCCESS;
      if (marks == (object["lang"].get(ignored) == simdjson::SUCCESS)) wrong(place, "either marking_ref or lang");
    }
  }

  void check_observable_id(dom::object object) {
    if (!options_.warnings || version_of(result_.object.uuid) != 5) return;
    const auto expected = deterministic_uuid(result_.object.type, object);
    if (expected && *expected != result_.object.uuid)
      warn({nullptr, "id"}, "the UUIDv5 that follows from the object: " + to_text(*expected));
  }

  const ExamineOptions& options_;
  Examined& result_;
  std::string named_;
  const dom::object* container_{};  ///< the observation's objects, while one of them is examined
  bool is_custom_{};
  bool top_is_extended_{};
};

}  // namespace

void examine_object(dom::object object, const ExamineOptions& options, Examined& result) {
  Examination{options, result}.run(object);
}

}  // namespace ccop::exchange
