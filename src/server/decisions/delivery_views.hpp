// To whom the text of a silence procedure came, as pages show it.
#pragma once

#include "community/decisions/state.hpp"
#include "server/membership/views.hpp"

namespace ccop::server {

/// A seat that has not got the text.
struct SeatWithoutTextView {
  community::OrganizationId organization{};
  std::string key;
  May may;
};
BOOST_DESCRIBE_STRUCT(SeatWithoutTextView, (), (organization, key, may))

/// A seat for which somebody else says that it has it, and in which words.
struct SeatWithTextView {
  std::string key;
  Time at{};
  Words words;
};
BOOST_DESCRIBE_STRUCT(SeatWithTextView, (), (key, at, words))

struct SilenceDeliveryView {
  std::uint32_t asked{};
  std::uint32_t reached{};
  std::uint32_t hours{};                       ///< that a seat has at least, from when the text came to it
  Time ends{};                                 ///< of one that runs: when, as things stand; else its deadline
  bool waits{};                                ///< for a seat that has not got the text: at `ends` it then lapses
  bool stands{};                               ///< it waits, and its deadline has passed
  std::vector<SeatWithoutTextView> unreached;  ///< while it runs
  std::vector<SeatWithTextView> told;          ///< by the Secretary, by another way than mail or this page
  std::uint32_t on_the_hosts_word{};           ///< of an adopted one: how many seats have nothing else to show
  std::vector<SeatWithTextView> reported;      ///< these, with the mail server's answers; to the committee alone
};
BOOST_DESCRIBE_STRUCT(SilenceDeliveryView, (),
                      (asked, reached, hours, ends, waits, stands, unreached, told, on_the_hosts_word, reported))

/// Nothing of a motion that asks no seats.
[[nodiscard]] std::optional<SilenceDeliveryView> delivery_view(const Reading& here, community::MotionId id);

}  // namespace ccop::server
