#include "simulation/beside.hpp"

#include "community/decisions/state.hpp"
#include "community/items/state.hpp"
#include "community/meetings/attending.hpp"
#include "community/membership/state.hpp"
#include "host/adoptions.hpp"
#include "host/comings.hpp"

#include <array>

namespace ccop::simulation {

using namespace community;

namespace {

using host::Adoption;
using host::AdoptionState;

constexpr std::array answers{Coming::yes, Coming::remotely, Coming::yes, Coming::no};
constexpr auto told_ago = days{20};

struct Said {
  AdoptionState state;
  const char* text;
};
constexpr std::array words{
    Said{AdoptionState::adopted, "Taken into our security policy; the board was told at its last session."},
    Said{AdoptionState::conveyed, "On the agenda of our governing body's next session."},
    Said{AdoptionState::adopted, "Adopted for headquarters now, for the field offices within a year."},
    Said{AdoptionState::declined, "Our own rules ask for more already."},
};

/// The last decisions and what working groups delivered last: what there is to take home.
std::vector<Recommendation> recommended(const Community& state) {
  std::vector<Recommendation> all;
  for (const DecisionId id : decisions(state).registered.ids()) all.push_back({id, {}});
  if (all.size() > 3) all.erase(all.begin(), all.end() - 3);
  for (const ItemId id : delivered(state)) all.push_back({{}, id});
  return all;
}

}  // namespace

void say_beside_the_record(const host::LiveCommunity& live, Time today) {
  host::Adoptions adoptions{live.store(), live.master()};
  host::Comings comings{live.store(), live.master(), today};
  live.read([&](const Community& state) {
    const auto members = membership(state).roll(today);
    const auto things = recommended(state);
    for (std::size_t i = 0; i < members.size(); ++i) {
      const auto person = membership(state).voice_of(members[i], today, true);
      if (!person || i % 5 == 4) continue;
      for (std::size_t of_it = 0; of_it < things.size(); ++of_it) {
        const Said& said = words[(i + of_it) % words.size()];
        if ((i + of_it) % 3 != 0)
          adoptions.say(members[i], {things[of_it], said.state, said.text, *person, today - told_ago});
      }
      for (const MeetingId id : meetings(state).all.ids()) {
        const Meeting& meeting = meetings(state).all[id];
        if (!meeting.published_at || objection_to_coming(state, id, *person, today)) continue;
        comings.say(id, {*person, answers[i % answers.size()], meeting.starts, meeting.ends});
      }
    }
  });
}

}  // namespace ccop::simulation
