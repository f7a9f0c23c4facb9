// What a chapter's codec.cpp compiles: the reading and writing of each of its acts and commands.
#pragma once

#include "community/kernel/codecs.hpp"

namespace ccop::community {

template <class T>
void write_tagged(std::string& out, const void* value) {
  codec::write_object(out, *static_cast<const T*>(value), wire_name<T>());
}

template <class M, class Wanted>
inline constexpr bool is_list_of = false;
template <class T, class Wanted>
inline constexpr bool is_list_of<std::vector<T>, Wanted> = std::derived_from<T, Wanted>;

/// Gathers the members of type `Wanted`, single or in a list.
template <class Wanted, class C>
void gather(std::vector<ContentHash>& found, const void* command) {
  const auto& asked = *static_cast<const C*>(command);
  boost::mp11::mp_for_each<codec::MembersOf<C>>([&](auto member) {
    const auto& value = asked.*member.pointer;
    using M = std::remove_cvref_t<decltype(value)>;
    if constexpr (std::derived_from<M, Wanted>)
      found.push_back(value);
    else if constexpr (is_list_of<M, Wanted>)
      found.insert(found.end(), value.begin(), value.end());
  });
}

template <class Shape>
void require_shape(std::string_view text) {
  static_cast<void>(from_json<Shape>(text));
}
template <class Shape>
void add_shaped(std::vector<ShapedContent>& found, const BroughtAs<Shape>& content, std::string_view member) {
  found.push_back({content, member, &require_shape<Shape>});
}
template <class Shape>
void add_shaped(std::vector<ShapedContent>& found, const std::vector<BroughtAs<Shape>>& contents,
                std::string_view member) {
  for (const BroughtAs<Shape>& content : contents) add_shaped(found, content, member);
}

/// Gathers the contents that have a form.
template <class C>
void gather_shaped(std::vector<ShapedContent>& found, const void* command) {
  const auto& asked = *static_cast<const C*>(command);
  boost::mp11::mp_for_each<codec::MembersOf<C>>([&](auto member) {
    if constexpr (requires { add_shaped(found, asked.*member.pointer, member.name); })
      add_shaped(found, asked.*member.pointer, member.name);
  });
}

template <class... A>
[[nodiscard]] std::vector<ActCodec> codecs_of_acts(List<A...>) {
  return {{&kind_of<A>, wire_name<A>(), &write_tagged<A>,
           [](const codec::Element& json) { return Act{codec::read_struct<A>(json, true)}; }}...};
}
template <class... C>
[[nodiscard]] std::vector<CommandCodec> codecs_of_commands(List<C...>) {
  return {{&kind_of<C>, wire_name<C>(), &write_tagged<C>,
           [](const codec::Element& json) { return Command{codec::read_struct<C>(json, true)}; },
           &gather<Brought<Content>, C>, &gather<Known<Content>, C>, &gather_shaped<C>}...};
}

template <class Acts>
std::vector<ActCodec> act_codecs() {
  return codecs_of_acts(Acts{});
}
template <class Commands>
std::vector<CommandCodec> command_codecs() {
  return codecs_of_commands(Commands{});
}

}  // namespace ccop::community
