#include "server/record/subjects.hpp"

#include "community/community.hpp"
#include "server/people/views.hpp"

#include <unordered_map>

namespace ccop::server {
namespace {

using namespace community;

/// Where a state is a moment older than the record, it does not know what was added last.
using Name = std::optional<Words>;

Name named(const Reading& here, PersonId id) {
  return people(here.state).find(id) == nullptr ? Name{} : name_of(here, id);
}
Name named(const Reading& here, OrganizationId id) {
  const Organization* found = membership(here.state).find(id);
  return found == nullptr ? Name{} : Words{found->key};
}
Name named(const Reading& here, MotionId id) {
  const Motion* found = decisions(here.state).find(id);
  return found == nullptr ? Name{} : Words::member(found->text, "title");
}
Name named(const Reading& here, MeetingId id) {
  const Meeting* found = meetings(here.state).find(id);
  return found == nullptr ? Name{} : Words::member(found->details, "title");
}
Name named(const Reading& here, SessionId id) {
  const Session* found = meetings(here.state).find(id);
  return found == nullptr ? Name{} : Words::of(found->title);
}
Name named(const Reading& here, GroupId id) {
  const Group* found = groups(here.state).find(id);
  return found == nullptr ? Name{} : Words::member(found->versions.back().terms, "title");
}
Name named(const Reading& here, ItemId id) {
  const Item* found = items(here.state).find(id);
  return found == nullptr ? Name{} : Words::member(found->text, "title");
}
Name named(const Reading& here, PriorityId id) {
  const Priority* found = priorities(here.state).find(id);
  return found == nullptr ? Name{} : Words::member(found->version().text, "title");
}

template <class Id>
concept HasName = requires(const Reading& here, Id id) { named(here, id); };

template <class Id>
void add(const Reading& here, std::uint32_t place, std::string_view member, const Id& id,
         std::vector<RecordSubject>& found) {
  if constexpr (HasName<Id>) {
    if (auto name = named(here, id)) found.push_back({place, std::string{member}, id.value, std::move(*name)});
  }
}
template <class Id>
void add(const Reading& here, std::uint32_t place, std::string_view member, const std::optional<Id>& id,
         std::vector<RecordSubject>& found) {
  if (id) add(here, place, member, *id, found);
}

template <class A>
std::vector<RecordSubject> subjects_in(const Reading& here, const void* act, std::uint32_t place) {
  std::vector<RecordSubject> found;
  boost::mp11::mp_for_each<codec::MembersOf<A>>(
      [&](auto member) { add(here, place, member.name, static_cast<const A*>(act)->*member.pointer, found); });
  return found;
}

using Find = std::vector<RecordSubject> (*)(const Reading&, const void* act, std::uint32_t place);

std::unordered_map<const Kind*, Find> finders() {
  std::unordered_map<const Kind*, Find> all;
  for_each_type(Chapters{}, [&]<class Chapter>(std::type_identity<Chapter>) {
    for_each_type(typename Chapter::Acts{},
                  [&]<class A>(std::type_identity<A>) { all.emplace(&kind_of<A>, &subjects_in<A>); });
  });
  return all;
}

}  // namespace

std::vector<RecordSubject> subjects_of(const Reading& here, const Act& act, std::uint32_t place) {
  static const auto all = finders();
  return all.at(&act.kind())(here, act.value(), place);
}

}  // namespace ccop::server
