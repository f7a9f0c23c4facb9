// How a seat's page asks for what it keeps for itself, sealed: whole, and never for a part that depends on what it
// says.
#pragma once

#include "base/bounds.hpp"
#include "host/own_sealed.hpp"
#include "server/kernel/route.hpp"

namespace ccop::server {

struct OwnSealedView {
  OrNull<std::string> sealed;
  OrNull<Time> at;
};
BOOST_DESCRIBE_STRUCT(OwnSealedView, (), (sealed, at))

constexpr std::size_t largest_sealed = std::size_t{256} << 10;

struct ToKeepSealed {
  TextOf<1, largest_sealed> sealed;
};
BOOST_DESCRIBE_STRUCT(ToKeepSealed, (), (sealed))

/// Of the reader's seat; nothing where they speak for none, or it keeps nothing.
[[nodiscard]] OwnSealedView own_sealed(const host::OwnSealed& kept, const Reading& here);
/// For the seat for which the caller speaks; throws `refused` where they speak for none.
void keep_sealed(host::OwnSealed& kept, const Call& call, const ToKeepSealed& brought,
                 const community::Refusal& refused);
/// The page that gives it.
[[nodiscard]] Route own_sealed_page(Route route);

}  // namespace ccop::server
