// Before a message goes to many, its sender sees the exact list and the text.
#pragma once

#include "server/kernel/commands.hpp"
#include "server/people/views.hpp"

namespace ccop::server {

/// A command that is not asked for yet.
struct MailedCommand {
  community::Command command;
};
BOOST_DESCRIBE_STRUCT(MailedCommand, (), (command))

/// Who would be written to because of it, and what: in the words of the first, by the community's clock.
struct MailPreviewView {
  bool is_set_up{};
  std::vector<PersonView> people;
  std::string subject;
  std::string text;
  std::vector<PersonView> invited;  ///< whose calendars would be told of a meeting, by a mail of its own
  std::string invitation;           ///< without its part for calendars
};
BOOST_DESCRIBE_STRUCT(MailPreviewView, (), (is_set_up, people, subject, text, invited, invitation))

/// From what the state would be; nothing is asked for. Throws the Problem of what would be refused.
[[nodiscard]] MailPreviewView mail_preview(const Call& call, const MailedCommand& asked);

}  // namespace ccop::server
