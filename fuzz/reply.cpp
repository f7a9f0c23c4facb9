// Mails that come: a reply of a calendar, or none, never anything else.
#include "base/bytes.hpp"
#include "notify/mail/answering.hpp"
#include "notify/mail/reply_address.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ccop::notify;
  const auto reply = reply_in(ccop::text_of({data, size}));
  if (!reply) return 0;
  const std::string own = "ccop@example.org";
  const auto is_right = [&](const std::string& address) {
    const auto tag = tag_in(address, own);
    return !tag || (tag->size() == tag_length && with_tag(own, *tag) == address);
  };
  if (reply->recipients.size() > 64 || !is_right(reply->said.organizer)) std::abort();
  for (const std::string& recipient : reply->recipients)
    if (!is_right(recipient)) std::abort();
  return 0;
}
