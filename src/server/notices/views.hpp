// What was done in the reader's name, as the desk shows it.
#pragma once

#include "community/notices/state.hpp"
#include "server/people/views.hpp"

namespace ccop::server {

struct NoticeView {
  std::uint32_t number{};
  community::NoticeKind kind{};
  Time at{};
  std::uint64_t entry{};
  OrNull<PersonView> by;
  OrNull<PersonView> person;
  OrNull<std::string> organization;
  OrNull<community::MotionId> motion;
};
BOOST_DESCRIBE_STRUCT(NoticeView, (), (number, kind, at, entry, by, person, organization, motion))

[[nodiscard]] std::vector<NoticeView> notices_view(const Reading& here);

}  // namespace ccop::server
