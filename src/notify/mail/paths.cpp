#include "notify/mail/paths.hpp"

namespace ccop::notify {

std::string path_of(const community::Task& task) {
  const auto with = [](const char* place, const auto& id) { return place + std::to_string(id->value); };
  if (task.kind == "report-status") return with("/groups/", task.group) + "#status";
  if (task.group) return with("/groups/", task.group);
  if (task.item) return with("/items/", task.item);
  if (task.risk) return with("/risks/", task.risk);
  if (task.priority) return with("/priorities/", task.priority);
  if (task.election) return with("/elections/", task.election);
  if (task.motion) return with("/motions/", task.motion);
  if (task.proposal) return "/organizations#observers";
  if (task.meeting) return with("/meetings/", task.meeting);
  if (task.kind == "register-voting-key") return "/me";
  return "/";
}

}  // namespace ccop::notify
