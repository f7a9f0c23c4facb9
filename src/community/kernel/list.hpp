// Lists of types: what a chapter brings, and which chapters there are.
#pragma once

#include <concepts>
#include <cstddef>
#include <type_traits>

namespace ccop::community {

template <class... Ts>
struct List {
  static constexpr std::size_t size = sizeof...(Ts);
};

template <class T, class L>
inline constexpr bool is_in = false;
template <class T, class... Ts>
inline constexpr bool is_in<T, List<Ts...>> = (std::same_as<T, Ts> || ...);
template <class T, class L>
concept OneOf = is_in<T, L>;

/// Calls `each` with a std::type_identity of each type, in their order.
template <class... Ts, class Each>
constexpr void for_each_type(List<Ts...>, const Each& each) {
  (each(std::type_identity<Ts>{}), ...);
}

template <class... Lists>
struct Joined {
  using type = List<>;
};
template <class... Ts>
struct Joined<List<Ts...>> {
  using type = List<Ts...>;
};
template <class... Ts, class... Us, class... Rest>
struct Joined<List<Ts...>, List<Us...>, Rest...> : Joined<List<Ts..., Us...>, Rest...> {};

}  // namespace ccop::community
