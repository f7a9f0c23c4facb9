#include "host/comings.hpp"

#include "base/codec.hpp"
#include "host/wrapped_settings.hpp"

#include <algorithm>

namespace ccop::host {

using namespace community;

namespace {

constexpr auto kept_after = days{30};

std::string coming_setting(MeetingId meeting) {
  return std::string{coming_prefix} + std::to_string(meeting.value);
}

}  // namespace

Comings::Comings(store::Store& store, const store::MasterKey& master, Time now) : store_(store), master_(master) {
  std::vector<store::SettingChange> forgotten;
  each_wrapped(store, coming_prefix, master, [&](std::uint32_t meeting, const std::string& said) {
    auto all = from_json<std::vector<ComingSaid>>(said);
    if (std::ranges::all_of(all, [&](const ComingSaid& one) { return one.ends + kept_after < now; }))
      forgotten.push_back({coming_setting({meeting}), std::nullopt});
    else
      by_meeting_[{meeting}] = std::move(all);
  });
  if (!forgotten.empty()) store.change(std::move(forgotten));
}

std::vector<ComingSaid> Comings::of(MeetingId meeting, const Meeting& times) const {
  const std::scoped_lock lock{mutex_};
  const auto found = by_meeting_.find(meeting);
  if (found == by_meeting_.end()) return {};
  std::vector<ComingSaid> all = found->second;
  std::erase_if(all, [&](const ComingSaid& one) { return one.starts != times.starts || one.ends != times.ends; });
  return all;
}

std::optional<Coming> Comings::of(MeetingId meeting, const Meeting& times, PersonId person) const {
  const auto all = of(meeting, times);
  const auto found = std::ranges::find(all, person, &ComingSaid::person);
  return found == all.end() ? std::nullopt : std::optional{found->coming};
}

void Comings::say(MeetingId meeting, const ComingSaid& said) {
  const std::scoped_lock lock{mutex_};
  std::vector<ComingSaid> all = by_meeting_[meeting];
  std::erase_if(all, [&](const ComingSaid& one) { return one.person == said.person; });
  all.push_back(said);
  set_wrapped(store_, coming_setting(meeting), to_json(all), master_);  // what can't be kept was not said
  by_meeting_[meeting] = std::move(all);
}

}  // namespace ccop::host
