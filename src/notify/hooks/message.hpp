// What is sent to a hook: a body that tells the kind of what happened, when, and a link, and a signature over it.
#pragma once

#include "notify/hooks/hook.hpp"

#include <functional>
#include <string_view>

namespace ccop::notify {

/// The words of a kind for people; of a test where there is none.
using HookWords = std::function<std::string(const std::optional<HookKind>&)>;

/// JSON in UTF-8. `origin` is the address of the community's page, without a slash at its end.
[[nodiscard]] std::string hook_body(HookForm form, const Delivery& delivery, const std::string& origin,
                                    const HookWords& words);

/// The value of CCOP-Signature: `t=SECONDS`, and for each secret `,v1=HEX`, the HMAC-SHA-256 (RFC 2104) over
/// "SECONDS.BODY" under the secret's characters. `seconds` since 1970 tell when it was signed.
[[nodiscard]] std::string hook_signature(std::string_view body, std::uint64_t seconds,
                                         const std::vector<std::string>& secrets);

}  // namespace ccop::notify
