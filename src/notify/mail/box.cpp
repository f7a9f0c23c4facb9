#include "notify/mail/box.hpp"

#include <charconv>

namespace ccop::notify {
namespace {

constexpr std::string_view box_prefix = "mail/box/";

std::string setting_of(community::PersonId person) {
  return std::string{box_prefix} + std::to_string(person.value);
}

community::PersonId person_in(std::string_view setting) {
  setting.remove_prefix(box_prefix.size());
  community::PersonId person;
  std::from_chars(setting.data(), setting.data() + setting.size(), person.value);
  return person;
}

}  // namespace

Boxes::Boxes(store::Store& store) : store_(store) {
  store.each_setting(box_prefix, [&](std::string_view name, std::string_view value) {
    boxes_[person_in(name)] = from_json<Box>(value);
  });
}

Box Boxes::of(community::PersonId person) const {
  const std::scoped_lock lock{mutex_};
  const auto found = boxes_.find(person);
  return found == boxes_.end() ? Box{} : found->second;
}

std::map<community::PersonId, Box> Boxes::all() const {
  const std::scoped_lock lock{mutex_};
  return boxes_;
}

void Boxes::change(community::PersonId person, const std::function<void(Box&)>& how) {
  const std::scoped_lock one_at_a_time{changing_};
  const Box before = of(person);
  Box box = before;
  how(box);
  if (box == before) return;
  store_.set(setting_of(person), to_json(box));  // what can't be kept did not happen
  const std::scoped_lock lock{mutex_};
  boxes_[person] = std::move(box);
}

}  // namespace ccop::notify
