// What is written of milestones and action items, and how it must be written.
#pragma once

#include "base/bounds.hpp"

#include <boost/describe.hpp>

#include <optional>

namespace ccop::community {

struct ItemText {
  TextOf<1, 300> title;
  std::optional<TextUpTo<5'000>> text;
};
BOOST_DESCRIBE_STRUCT(ItemText, (), (title, text))

/// What shows that it is done: a document in one of its versions, or what can be said of it.
struct EvidenceText {
  TextOf<1, 300> title;
  std::optional<TextUpTo<100>> version;
  std::optional<TextUpTo<2'000>> link;
  std::optional<TextUpTo<128>> sha256;  ///< of the document, as its author gives it
};
BOOST_DESCRIBE_STRUCT(EvidenceText, (), (title, version, link, sha256))

}  // namespace ccop::community
