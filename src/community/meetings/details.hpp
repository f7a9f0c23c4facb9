// What a meeting is, and by which link one joins it, as they must be written.
#pragma once

#include "base/bounds.hpp"

#include <boost/describe.hpp>

#include <optional>

namespace ccop::community {

struct MeetingText {
  TextOf<1, 300> title;
  std::optional<TextUpTo<300>> place;
  std::optional<TextUpTo<10'000>> description;
};
BOOST_DESCRIBE_STRUCT(MeetingText, (), (title, place, description))

/// An address of the web that is reached over TLS alone, without a name or a password in it.
struct HttpsLink : std::string {
  static constexpr std::size_t longest = 2000;

  /// Throws BadInput.
  [[nodiscard]] static HttpsLink read_json(const codec::Element& json);
  [[nodiscard]] static std::string schema(schema::Components&) { return bounds::text_schema(1, longest); }
};

struct JoinLinkText {
  HttpsLink link;
};
BOOST_DESCRIBE_STRUCT(JoinLinkText, (), (link))

}  // namespace ccop::community
