// What a person says of themselves, as it must be written.
#pragma once

#include "base/bounds.hpp"

#include <boost/describe.hpp>

#include <optional>

namespace ccop::community {

struct ProfileText {
  TextOf<1, 200> name;
  std::optional<TextUpTo<200>> title;
  std::optional<TextUpTo<254>> email;  ///< the longest address that mail carries (RFC 5321, section 4.5.3.1.3)
};
BOOST_DESCRIBE_STRUCT(ProfileText, (), (name, title, email))

}  // namespace ccop::community
