// The register of risks as pages show it.
#pragma once

#include "community/risks/state.hpp"
#include "server/membership/views.hpp"

namespace ccop::server {

/// How it was described, from this time on.
struct RiskVersionView {
  Whole text;
  std::vector<community::ItemId> items;  ///< of the work-plan, that treat it
  PersonView by;
  Time at{};
};
BOOST_DESCRIBE_STRUCT(RiskVersionView, (), (text, items, by, at))

struct RiskReviewView {
  Words note;
  PersonView by;
  Time at{};
};
BOOST_DESCRIBE_STRUCT(RiskReviewView, (), (note, by, at))

/// One line of the register, with how it is described now.
struct RiskRow {
  community::RiskId id{};
  community::RiskState state{};
  Words title;
  Whole text;
  std::vector<community::ItemId> items;
  Time proposed_at{};
  OrNull<std::string> owner;  ///< none: it is the Secretary's to hand over
  OrNull<Time> review_by;
  OrNull<Time> over_at;
};
BOOST_DESCRIBE_STRUCT(RiskRow, (), (id, state, title, text, items, proposed_at, owner, review_by, over_at))

struct RiskView : RiskRow {
  std::vector<RiskVersionView> versions;  ///< the first is the proposal
  std::vector<RiskReviewView> reviews;
  OrNull<Time> taken_up_at;
  OrNull<Words> reason;  ///< why it was declined or closed
  std::uint32_t review_days{};
  May may;
};
BOOST_DESCRIBE_STRUCT(RiskView, (),
                      (id, state, title, text, items, proposed_at, owner, review_by, over_at, versions, reviews,
                       taken_up_at, reason, review_days, may))

/// The bands by which Members rate: each a name and what it is, as "Rare: less than once in 10 years", from the least.
struct RiskBandsView {
  std::vector<std::string> frequency;
  std::vector<std::string> impact;
};
BOOST_DESCRIBE_STRUCT(RiskBandsView, (), (frequency, impact))

struct RisksView {
  std::vector<RiskRow> risks;    ///< in the order of their ids: all that are open, of the others the latest
  OrNull<std::uint32_t> before;  ///< with which the query asks for those that are over longer, where there are any
  RiskBandsView bands;
  std::string community;  ///< its name, to which the questions are credited
  May may;
};
BOOST_DESCRIBE_STRUCT(RisksView, (), (risks, before, bands, community, may))

}  // namespace ccop::server
