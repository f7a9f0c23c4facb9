#include "notify/calendar/event.hpp"

#include "base/bytes.hpp"

namespace ccop::notify {

std::string calendar_uid(std::string_view log_key, std::string_view kind, std::string_view id) {
  std::string named = "ccop-calendar-v1|";
  ((named += log_key) += '|') += kind;
  (named += '|') += id;
  Hash hash = sha256(bytes_of(named));
  hash[6] = static_cast<std::uint8_t>((hash[6] & 0x0F) | 0x80);  // version 8
  hash[8] = static_cast<std::uint8_t>((hash[8] & 0x3F) | 0x80);  // the variant of RFC 9562
  std::string uuid = to_hex(ByteView{hash}.first(16));
  for (const std::size_t at : {8u, 13u, 18u, 23u}) uuid.insert(at, "-");
  return uuid;
}

}  // namespace ccop::notify
