// Live events: whatever happens, and however seldom a listener takes it, each event is one, and tells the newest size.
#include "server/kernel/event_hub.hpp"

#include <cstdlib>
#include <string>
#include <vector>

using namespace ccop;

namespace {

constexpr std::string_view chapters[] = {"people", "meetings", "decisions", "elections"};

void require_one(const std::string& event, std::uint64_t size) {
  const bool is_whole = event.starts_with("event: record\ndata: {\"size\":" + std::to_string(size)) &&
                        event.find("\n\n") == event.size() - 2 && event.find('\r') == std::string::npos;
  if (!is_whole) std::abort();
}

}  // namespace

/// Each byte is something that happens: a listener more, one that takes, or an entry that concerns this and that.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  server::EventHub hub;
  std::vector<std::shared_ptr<server::EventSource>> listeners;
  std::vector<std::optional<community::Concern>> concerns;
  std::uint64_t entries = 1;
  std::vector<std::uint64_t> told;
  for (std::size_t i = 0; i < size; ++i) {
    const unsigned what = data[i] >> 5;
    const unsigned which = data[i] & 31;
    if (what == 0 && listeners.size() < 32) {
      listeners.push_back(hub.subscribe(entries));
      listeners.back()->start([] {});
      told.push_back(0);
    } else if (what == 1 && which < listeners.size()) {
      const std::string event = listeners[which]->take();
      if (event.empty() != (told[which] == entries)) std::abort();
      if (!event.empty()) require_one(event, entries);
      told[which] = entries;
    } else if (what == 2 && which < listeners.size()) {
      listeners.erase(listeners.begin() + which);
      told.erase(told.begin() + which);
      if (hub.listeners() != listeners.size()) std::abort();
    } else if (what == 3) {
      concerns.push_back(which == 0 ? std::nullopt : std::optional{community::Concern{chapters[which % 4], which}});
    } else if (what == 4) {
      hub.announce(++entries, server::Changes::of(concerns));
      concerns.clear();
    } else {
      hub.look_again();
    }
  }
  return 0;
}
