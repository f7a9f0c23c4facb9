#include "server/notices/views.hpp"

#include "server/membership/views.hpp"

namespace ccop::server {

using namespace community;

std::vector<NoticeView> notices_view(const Reading& here) {
  std::vector<NoticeView> views;
  for (const Notice& notice : notices_for(here.state, here.person, here.now)) {
    NoticeView view{notice.number,
                    notice.kind,
                    notice.at,
                    notice.entry,
                    person_view(here, notice.by),
                    person_view(here, notice.person),
                    {},
                    notice.motion};
    if (notice.organization) view.organization = key_of(here, *notice.organization);
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace ccop::server
