#include "host/wrapped_settings.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace ccop::host {
namespace {

constexpr std::array wrapped_prefixes{adoption_prefix, coming_prefix, own_answers_prefix, watch_list_prefix};

std::uint32_t number_after(std::string_view prefix, std::string_view name) {
  name.remove_prefix(prefix.size());
  std::uint32_t number = 0;
  std::from_chars(name.data(), name.data() + name.size(), number);
  return number;
}

/// As they lie there.
void each_of_all(store::Store& store, const std::function<void(std::string_view, std::string_view)>& each) {
  for (const std::string_view prefix : wrapped_prefixes) store.each_setting(prefix, each);
}

}  // namespace

bool is_wrapped_setting(std::string_view name) {
  return std::ranges::any_of(wrapped_prefixes, [&](std::string_view prefix) { return name.starts_with(prefix); });
}

void set_wrapped(store::Store& store, const std::string& name, std::string_view plain, const store::MasterKey& key) {
  store.set(name, store::wrap(plain, name, key));
}

void each_wrapped(store::Store& store, std::string_view prefix, const store::MasterKey& key,
                  const std::function<void(std::uint32_t number, const std::string& plain)>& each) {
  store.each_setting(prefix, [&](std::string_view name, std::string_view wrapped) {
    each(number_after(prefix, name), store::unwrap(wrapped, name, key));
  });
}

void require_opens_wrapped(store::Store& store, const store::MasterKey& key) {
  each_of_all(store, [&](std::string_view name, std::string_view wrapped) {
    static_cast<void>(store::unwrap(wrapped, name, key));
  });
}

void copy_wrapped(store::Store& from, store::Store& to) {
  each_of_all(from, [&](std::string_view name, std::string_view wrapped) { to.set(name, wrapped); });
}

std::vector<store::SettingChange> rewrapped_settings(store::Store& store, const store::MasterKey& from,
                                                     const store::MasterKey& to) {
  std::vector<store::SettingChange> changes;
  each_of_all(store, [&](std::string_view name, std::string_view wrapped) {
    changes.push_back({std::string{name}, store::rewrap(wrapped, name, from, to)});
  });
  return changes;
}

}  // namespace ccop::host
