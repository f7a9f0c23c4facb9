#include "notify/duty_name.hpp"

namespace ccop::notify {

std::string name_of(const community::Duty& duty) {
  const community::Task& what = duty.what;
  std::string name = std::string{duty.chapter} + "/" + std::string{what.kind};
  const auto add = [&](char sort, const auto& id) {
    if (id) name += std::string{"/"} + sort + std::to_string(id->value);
  };
  add('p', what.person);
  add('o', what.organization);
  add('m', what.meeting);
  add('v', what.motion);
  add('e', what.election);
  add('a', what.proposal);
  add('c', what.change);
  add('y', what.priority);
  add('g', what.group);
  add('i', what.item);
  add('r', what.risk);
  add('s', duty.seat);
  if (what.position) name += "/n" + std::to_string(*what.position);
  if (what.by) name += "/" + to_rfc3339(*what.by);
  return name;
}

}  // namespace ccop::notify
