#include "host/checks.hpp"

#include "community/community.hpp"
#include "host/election_checks.hpp"
#include "host/exposure_checks.hpp"
#include "host/keybox_checks.hpp"
#include "host/people_checks.hpp"

#include <memory>
#include <unordered_map>

namespace ccop::host {
namespace {

using namespace community;

template <class C>
concept IsChecked = requires(const Community& state, const C& asked, PersonId person, Time at, const Texts& texts,
                             const std::vector<store::Content>& brought) {
  { Check<C>{state, asked, person, at}.objection(texts, brought) } -> std::same_as<std::optional<Refusal>>;
};

using Prepare = PreparedCheck (*)(const Community& state, const Request& request, Time at);

template <class C>
PreparedCheck prepare(const Community& state, const Request& request, Time at) {
  // Shared, because a std::function is copied.
  const auto check =
      std::make_shared<const Check<C>>(state, *request.command.as<C>(), request.person.value_or(PersonId{}), at);
  return [check](const Texts& texts, const std::vector<store::Content>& brought) {
    return check->objection(texts, brought);
  };
}

std::unordered_map<const Kind*, Prepare> all_checks() {
  std::unordered_map<const Kind*, Prepare> all;
  for_each_type(Together<Chapters>::Commands{}, [&]<class C>(std::type_identity<C>) {
    if constexpr (C::evidence == Evidence::proved) {
      static_assert(IsChecked<C>, "a command whose evidence is proved, and no Check<> for it");
      all.emplace(&kind_of<C>, &prepare<C>);
    }
  });
  return all;
}

}  // namespace

const std::string& brought_text(const std::vector<store::Content>& brought, const ContentHash& hash) {
  for (const store::Content& content : brought)
    if (store::content_hash(content) == hash) return content.text;
  throw BadInput{"", "the content itself"};
}

std::string what_is_wrong(const BadInput& bad) {
  return (bad.path.empty() ? "" : bad.path + ": ") + "expected " + bad.expected;
}

PreparedCheck prepare_check(const Community& state, const Request& request, Time at) {
  static const auto all = all_checks();
  return all.at(&request.command.kind())(state, request, at);
}

}  // namespace ccop::host
