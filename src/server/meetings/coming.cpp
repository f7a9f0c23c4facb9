#include "server/meetings/coming.hpp"

#include "community/meetings/attending.hpp"
#include "server/meetings/views.hpp"
#include "server/people/views.hpp"
#include "server/rooms.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

using namespace community;

struct AnswerView {
  PersonView person;
  Coming coming{};
};
BOOST_DESCRIBE_STRUCT(AnswerView, (), (person, coming))

/// How many said that they come.
struct ComingCountsView {
  std::uint32_t yes{};
  std::uint32_t no{};
  std::uint32_t remotely{};
};
BOOST_DESCRIBE_STRUCT(ComingCountsView, (), (yes, no, remotely))

struct WhoComesView {
  OrNull<Coming> own;
  bool may_say{};
  std::optional<ComingCountsView> counts;          ///< for seats
  std::optional<std::vector<AnswerView>> answers;  ///< for the committee
};
BOOST_DESCRIBE_STRUCT(WhoComesView, (), (own, may_say, counts, answers))

struct SaidComing {
  MeetingId meeting{};
  Coming coming{};
};
BOOST_DESCRIBE_STRUCT(SaidComing, (), (meeting, coming))

void count(ComingCountsView& counts, Coming coming) {
  switch (coming) {
    case Coming::yes:
      ++counts.yes;
      break;
    case Coming::no:
      ++counts.no;
      break;
    case Coming::remotely:
      ++counts.remotely;
      break;
  }
}

WhoComesView who_comes(const Reading& here) {
  const MeetingId id{here.call.number()};
  const Meeting* meeting = meetings(here.state).find(id);
  if (meeting == nullptr || !sees(here, id)) throw nothing_there();
  const host::Comings& kept = here.call.site.rooms.comings;
  WhoComesView view;
  view.may_say = !objection_to_coming(here.state, id, here.person, here.now);
  const auto said = kept.of(id, *meeting);
  const auto own = std::ranges::find(said, here.person, &host::ComingSaid::person);
  if (own != said.end()) view.own = own->coming;
  if (!here.who.has_seat) return view;
  view.counts.emplace();
  if (is_committee(here.state, here.person, here.now)) view.answers.emplace();
  for (const host::ComingSaid& one : said) {
    count(*view.counts, one.coming);
    if (view.answers) view.answers->push_back({person_view(here, one.person), one.coming});
  }
  return view;
}

Nothing say_coming(const Call& call, const SaidComing& said) {
  const PersonId person = call.reader.person;
  const auto answer = call.site.live.read([&](const Community& state) {
    if (const auto refusal = objection_to_coming(state, said.meeting, person, call.now)) throw Refused{*refusal};
    const Meeting& meeting = meetings(state).all[said.meeting];
    return host::ComingSaid{person, said.coming, meeting.starts, meeting.ends};
  });
  call.site.rooms.comings.say(said.meeting, answer);
  return {};
}

}  // namespace

Routes coming_routes() {
  Route shown = routes::page<&who_comes>("/api/meetings/{id}/coming", Who::person).of_each([](const Community& state) {
    return meetings(state).all.size();
  });
  shown.is_kept = false;  // what is said changes it, and not the record
  return {shown, routes::take<&say_coming>("/api/coming", Who::person)};
}

}  // namespace ccop::server
