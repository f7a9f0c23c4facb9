#include "host/comings.hpp"

#include <algorithm>

namespace ccop::host {

using namespace community;

namespace {

constexpr auto kept_after = days{30};

}  // namespace

Comings::Comings(store::Store& store, const store::MasterKey& master, Time now) : said_(store, master, coming_prefix) {
  said_.forget([&](const std::vector<ComingSaid>& all) {
    return std::ranges::all_of(all, [&](const ComingSaid& one) { return one.ends + kept_after < now; });
  });
}

std::vector<ComingSaid> Comings::of(MeetingId meeting, const Meeting& times) const {
  std::vector<ComingSaid> all = said_.of(meeting);
  std::erase_if(all, [&](const ComingSaid& one) { return one.starts != times.starts || one.ends != times.ends; });
  return all;
}

std::optional<Coming> Comings::of(MeetingId meeting, const Meeting& times, PersonId person) const {
  const auto all = of(meeting, times);
  const auto found = std::ranges::find(all, person, &ComingSaid::person);
  return found == all.end() ? std::nullopt : std::optional{found->coming};
}

void Comings::say(MeetingId meeting, const ComingSaid& said) {
  said_.change(meeting, [&](std::vector<ComingSaid>& all) {
    std::erase_if(all, [&](const ComingSaid& one) { return one.person == said.person; });
    all.push_back(said);
    return true;
  });
}

}  // namespace ccop::host
