// Writing entries, apart from reading them: both are slow to compile.
#include "base/codec.hpp"
#include "community/entry.hpp"

namespace ccop::community {

std::string encode(const Entry& entry) {
  return to_json(entry);
}
std::string encode(const Request& request) {
  return to_json(request);
}

std::vector<ContentHash> contents_of(const Command& command) {
  std::vector<ContentHash> found;
  std::visit(
      [&]<class C>(const C& asked) {
        boost::mp11::mp_for_each<boost::describe::describe_members<C, boost::describe::mod_public>>([&](auto member) {
          using M = std::remove_cvref_t<decltype(asked.*member.pointer)>;
          constexpr std::string_view name = decltype(member)::name;
          if constexpr (std::is_same_v<M, ContentHash>) {
            if (name != "token_hash") found.push_back(asked.*member.pointer);
          } else if constexpr (std::is_same_v<M, std::vector<ContentHash>>) {
            found.insert(found.end(), (asked.*member.pointer).begin(), (asked.*member.pointer).end());
          }
        });
      },
      command);
  return found;
}

}  // namespace ccop::community
