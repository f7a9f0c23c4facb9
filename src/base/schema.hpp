// The JSON Schema (draft 2020-12, as OpenAPI 3.1 takes it) of what the codec writes and reads, made of the same
// described structs: a description that is written nowhere twice can't be wrong.
//
// A described struct or enumeration becomes a component with the type's name, without a closing "View"; a struct may
// name itself otherwise with `static constexpr std::string_view component`. A type that writes itself describes itself,
// with `static std::string schema(Components&)`.
#pragma once

#include "base/codec.hpp"
#include "base/content.hpp"

#include <map>
#include <string>
#include <string_view>
#include <typeinfo>
#include <utility>

namespace ccop::schema {

/// The named schemas of a document.
class Components {
 public:
  /// Adds what `make` gives under this name, once. Throws std::logic_error when the name stands for another type.
  template <class Make>
  std::string refer(const std::string& name, const std::type_info& type, const Make& make) {
    if (begin(name, type)) finish(name, make());
    return reference(name);
  }
  [[nodiscard]] const std::map<std::string, std::string>& all() const { return all_; }

 private:
  /// {"$ref":...}
  [[nodiscard]] static std::string reference(const std::string& name);
  /// False when it is there already, or being made: structs may refer to themselves.
  [[nodiscard]] bool begin(const std::string& name, const std::type_info& type);
  void finish(const std::string& name, std::string schema);

  std::map<std::string, std::string> all_;
  std::map<std::string, const std::type_info*> types_;
};

/// {"anyOf":[{"type":"null"}, ...]}
[[nodiscard]] std::string or_null(std::string_view schema);
[[nodiscard]] std::string array_of(std::string_view items);
[[nodiscard]] std::string enumeration(const std::vector<std::string>& names);
[[nodiscard]] std::string time(Components& components);
[[nodiscard]] std::string base64url(Components& components);
/// base64url of exactly so many bytes.
[[nodiscard]] std::string base64url_of(std::size_t bytes);

/// An object's schema as it grows by its members.
class ObjectSchema {
 public:
  void add(std::string_view name, std::string_view schema, bool required);
  [[nodiscard]] std::string text(bool is_open) const;

 private:
  std::string properties_;
  std::string required_;
};

template <class T>
[[nodiscard]] std::string of(Components& components);

template <class T>
concept DescribesItself = requires(Components& components) { T::schema(components); };
/// Described by a function beside it: `std::string describe(schema::Components&, std::type_identity<T>)`.
template <class T>
concept DescribedElsewhere =
    requires(Components& components, std::type_identity<T> type) { describe(components, type); };
/// Its objects may hold members that are not described: JSON that others wrote.
template <class T>
concept Open = requires { requires T::is_open; };

template <class T>
[[nodiscard]] std::string component_name() {
  if constexpr (requires { T::component; }) return std::string{T::component};
  std::string_view name = bare_type_name<T>();
  constexpr std::string_view ending = "View";
  if (name.size() > ending.size() && name.ends_with(ending)) name.remove_suffix(ending.size());
  return std::string{name};
}

template <codec::Described T>
void add_members(ObjectSchema& schema, Components& components) {
  boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>([&]<class D>(D) {
    using Member = codec::MemberType<T, D>;
    if constexpr (codec::is_optional<Member>)
      schema.add(D::name, of<typename Member::value_type>(components), false);
    else
      schema.add(D::name, of<Member>(components), true);
  });
}

/// A struct's object; with `type` as an alternative of a variant, which the member of that name tells apart.
template <codec::Described T>
[[nodiscard]] std::string object(Components& components, std::string_view type = {}) {
  ObjectSchema schema;
  if (!type.empty()) schema.add("type", "{\"const\":\"" + std::string{type} + "\"}", true);
  add_members<T>(schema, components);
  return schema.text(Open<T>);
}

/// One of several structs, told apart by "type".
class OneOf {
 public:
  template <codec::Described A>
  void add(Components& components) {
    const std::string name = component_name<A>();
    add(wire_name<A>(), name, components.refer(name, typeid(A), [&] { return object<A>(components, wire_name<A>()); }));
  }
  [[nodiscard]] std::string text() const;

 private:
  void add(std::string_view type, const std::string& component, const std::string& reference);
  std::string references_;
  std::string mapping_;  ///< without it a type would be taken for the schema's name
};

template <class... A>
[[nodiscard]] std::string one_of(std::variant<A...>*, Components& components) {
  OneOf one_of;
  (one_of.add<A>(components), ...);
  return one_of.text();
}

template <codec::DescribedEnum E>
[[nodiscard]] std::string names_of(Components& components) {
  return components.refer(component_name<E>(), typeid(E), [] {
    std::vector<std::string> names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto enumerator) { names.push_back(kebab_case(enumerator.name)); });
    return enumeration(names);
  });
}

/// The schema of a type, or a reference to its component.
template <class T>
std::string of(Components& components) {
  if constexpr (DescribesItself<T>) {
    return T::schema(components);
  } else if constexpr (DescribedElsewhere<T>) {
    return describe(components, std::type_identity<T>{});
  } else if constexpr (std::derived_from<T, ContentHash>) {
    return base64url_of(sizeof(Hash));
  } else if constexpr (std::same_as<T, bool>) {
    return R"({"type":"boolean"})";
  } else if constexpr (codec::is_id<T> || std::unsigned_integral<T>) {
    return R"({"type":"integer","minimum":0})";
  } else if constexpr (std::integral<T>) {
    return R"({"type":"integer"})";
  } else if constexpr (std::same_as<T, std::string>) {
    return R"({"type":"string"})";
  } else if constexpr (std::same_as<T, Time>) {
    return time(components);
  } else if constexpr (std::same_as<T, Bytes>) {
    return base64url(components);
  } else if constexpr (codec::is_byte_array<T>) {
    return base64url_of(std::tuple_size_v<T>);
  } else if constexpr (codec::DescribedEnum<T>) {
    return names_of<T>(components);
  } else if constexpr (codec::is_vector<T>) {
    return array_of(of<typename T::value_type>(components));
  } else if constexpr (codec::is_variant<T>) {
    return one_of(static_cast<T*>(nullptr), components);
  } else {
    return components.refer(component_name<T>(), typeid(T), [&] { return object<T>(components); });
  }
}

}  // namespace ccop::schema
