#include "cli/mailing.hpp"

#include "cli/program.hpp"
#include "notify/mail/folder.hpp"
#include "notify/mail/message.hpp"
#include "notify/mail/reply_address.hpp"
#include "notify/mail/reply_box.hpp"
#include "notify/mail/smtp.hpp"

#include <iostream>

namespace ccop::cli {
namespace {

std::string password_in(const std::string& file) {
  if (file.empty()) return {};
  std::string password = read_file(file);
  while (!password.empty() && (password.back() == '\n' || password.back() == '\r')) password.pop_back();
  return password;
}

notify::Relay relay_of(const MailSettings& settings) {
  notify::Relay relay{settings.relay, settings.user, password_in(settings.password_file), settings.ca_file,
                      settings.seconds};
  if (const std::string wrong = notify::objection_to(relay); !wrong.empty())
    throw store::StoreError{"--mail-relay " + settings.relay + ": " + wrong};
  return relay;
}

const char* in_words(notify::Handed::Result result) {
  switch (result) {
    case notify::Handed::Result::accepted:
      return "taken over";
    case notify::Handed::Result::later:
      return "put off";
    case notify::Handed::Result::refused:
      return "refused";
    case notify::Handed::Result::unreachable:
      break;
  }
  return "the relay was not to be spoken to";
}

/// None where no folder is named.
std::shared_ptr<notify::ReplyBox> reply_box(const MailSettings& settings) {
  if (settings.replies.empty()) return nullptr;
  notify::Maildir folder{settings.replies};
  if (const std::string wrong = folder.objection(); !wrong.empty())
    throw store::StoreError{"--mail-replies " + settings.replies + " " + wrong};
  if (!notify::is_address(notify::with_tag(settings.sender, std::string(notify::tag_length, '0'))))
    throw store::StoreError{"--mail-replies: of --mail-from " + settings.sender +
                            " the part before the @ is too long for a tag behind it; it may have 31 characters"};
  return std::make_shared<notify::ReplyBox>(std::move(folder));
}

}  // namespace

std::optional<server::MailSending> mail_sending(const MailSettings& settings) {
  if (settings.relay.empty() && settings.folder.empty()) {
    if (settings.replies.empty()) return std::nullopt;
    throw store::StoreError{"--mail-replies reads answers to invitations: add --mail-relay, by which those are sent"};
  }
  if (!notify::is_address(settings.sender))
    throw store::StoreError{"--mail-from takes the address that mails come from, such as ccop@example.org"};
  auto replies = reply_box(settings);
  if (!settings.folder.empty())
    return server::MailSending{settings.sender, notify::kept_in(settings.folder), std::move(replies)};
  return server::MailSending{settings.sender,
                             [relay = relay_of(settings)](const auto& envelope, const auto& stop) {
                               return notify::hand_over(relay, envelope, stop);
                             },
                             std::move(replies)};
}

int try_mail(const MailSettings& settings, const std::string& to) {
  const auto sending = mail_sending(settings);
  if (!sending) throw store::StoreError{"say where to: --mail-relay smtps://HOST, or --mail-folder FOLDER"};
  if (!notify::is_address(to)) throw store::StoreError{to + " is no mail address"};
  const notify::Message message{.sender_name = "ccop",
                                .sender = sending->sender,
                                .to = to,
                                .subject = "ccop: a trial",
                                .text = "This mail shows that mail is set up.\n",
                                .html = "<!doctype html><p>This mail shows that mail is set up.</p>\n",
                                .id = "trial." + std::to_string(clock_now().time_since_epoch().count()) + "@ccop",
                                .at = clock_now(),
                                .list = "trial.ccop",
                                .unsubscribe = {}};
  const notify::Handed handed = sending->hand_over({sending->sender, to, notify::written(message)}, {});
  std::cout << in_words(handed.result) << ": " << handed.answer << "\n";
  return handed.result == notify::Handed::Result::accepted ? 0 : 1;
}

}  // namespace ccop::cli
