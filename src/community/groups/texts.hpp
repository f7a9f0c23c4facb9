// What is written of a working group, and how it must be written.
#pragma once

#include "base/bounds.hpp"

#include <boost/describe.hpp>

#include <optional>

namespace ccop::community {

/// Its terms of reference (clause 5.8).
struct TermsText {
  TextOf<1, 300> title;
  TextOf<1, 5'000> purpose;
  ListOf<TextOf<1, 300>, 20, 1> outputs;  ///< what it answers for
  std::optional<TextUpTo<5'000>> not_in_scope;
};
BOOST_DESCRIBE_STRUCT(TermsText, (), (title, purpose, outputs, not_in_scope))

/// The summary and plan of its assignment (clause 6.8).
struct PlanText {
  TextOf<1, 10'000> summary;
  TextOf<1, 20'000> plan;
  std::optional<TextUpTo<2'000>> link;
};
BOOST_DESCRIBE_STRUCT(PlanText, (), (summary, plan, link))

/// A document that lies elsewhere, in one of its versions.
struct DocumentText {
  TextOf<1, 300> title;
  TextOf<1, 2'000> link;
  std::optional<TextUpTo<100>> version;
  std::optional<TextUpTo<128>> sha256;  ///< as its author gives it
};
BOOST_DESCRIBE_STRUCT(DocumentText, (), (title, link, version, sha256))

/// A meeting of the group: what it is about, and where.
struct GroupMeetingText {
  TextOf<1, 300> title;
  std::optional<TextUpTo<300>> place;
  std::optional<TextUpTo<5'000>> text;
};
BOOST_DESCRIBE_STRUCT(GroupMeetingText, (), (title, place, text))

/// How it stands, in a line.
struct StatusText {
  TextOf<1, 280> line;
};
BOOST_DESCRIBE_STRUCT(StatusText, (), (line))

}  // namespace ccop::community
