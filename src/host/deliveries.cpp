#include "host/deliveries.hpp"

#include "community/decisions/commands.hpp"
#include "community/kernel/standing.hpp"

#include <algorithm>

namespace ccop::host {

using namespace community;

namespace {

bool is_printable(char c) {
  return (c >= ' ' && c <= '~') || c == '\n';
}

}  // namespace

Submission delivery_report(const LiveCommunity& live, MotionId motion, PersonId person, std::string_view answer,
                           const Hash& salt) {
  store::Content content{std::string{text_of(salt)}, std::string{answer.substr(0, longest_answer)}};
  std::ranges::replace_if(
      content.text, [](char c) { return !is_printable(c); }, '?');
  Submission submission;
  live.read([&](const Community& now) { submission.request.community = charter(now).slug; });
  submission.request.command = ReportDelivery{motion, person, store::content_hash(content)};
  submission.contents = {std::move(content)};
  return submission;
}

}  // namespace ccop::host
