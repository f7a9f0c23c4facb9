#include "notify/mail/reply_address.hpp"

#include "base/text.hpp"

namespace ccop::notify {

std::string with_tag(std::string_view address, std::string_view tag) {
  const auto at = address.rfind('@');
  return std::string{address.substr(0, at)}.append("+").append(tag).append(address.substr(at));
}

std::optional<std::string> tag_in(std::string_view address, std::string_view own) {
  const std::string empty = in_small_letters(with_tag(own, ""));
  const std::string_view before = std::string_view{empty}.substr(0, empty.rfind('@'));
  const std::string_view after = std::string_view{empty}.substr(before.size());
  if (address.size() != empty.size() + tag_length || !address.starts_with(before) || !address.ends_with(after))
    return std::nullopt;
  return std::string{address.substr(before.size(), tag_length)};
}

}  // namespace ccop::notify
