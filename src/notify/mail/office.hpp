// Tells people by mail what they owe, and what was done in their name: takes in what is new, writes, hands over, and
// tries again what the relay did not take. In a thread of its own, so that no act waits for a mail.
//
// Each thing is told once to each person: what was handed over is written down before the next mail begins. Where the
// host stops between the relay's answer and that, the mail goes again under the id that it had, by which its reader's
// server knows it.
#pragma once

#include "host/live_community.hpp"
#include "notify/mail/collect.hpp"
#include "notify/mail/handed.hpp"
#include "notify/mail/invitation_letter.hpp"
#include "notify/mail/inviting.hpp"
#include "notify/mail/letter.hpp"
#include "notify/mail/reply_box.hpp"

#include <atomic>
#include <condition_variable>
#include <thread>

namespace ccop::notify {

struct MailOptions {
  std::string sender;   ///< the address that the community writes from
  std::string address;  ///< of the community's page, without a slash at its end
  /// Whether somebody has a device that follows their calendar; nobody has where it isn't told.
  std::function<bool(community::PersonId)> follows_calendar{};
  /// What somebody said of coming to a meeting at its present times.
  std::function<std::optional<community::Coming>(community::PersonId, community::MeetingId)> said{};
  /// Where calendars answer to, for all communities of the host; none: nobody reads that, and nobody is asked to.
  std::shared_ptr<ReplyBox> replies{};
  /// Keeps what somebody's calendar answered; there where `replies` and `said` are.
  std::function<void(community::MeetingId, const host::ComingSaid&)> say{};
};

/// What was done in one round.
struct Round {
  std::size_t accepted{};
  std::size_t refused{};
  std::size_t postponed{};
};

class MailOffice {
 public:
  /// Told of each thing that the relay took over for somebody, with its answer.
  using Accepted = std::function<void(community::PersonId person, const Item& item, const std::string& answer)>;

  MailOffice(host::LiveCommunity& live, MailOptions options, HandOver hand_over, Accepted accepted = {});
  ~MailOffice();
  MailOffice(const MailOffice&) = delete;
  MailOffice& operator=(const MailOffice&) = delete;
  MailOffice(MailOffice&&) = delete;
  MailOffice& operator=(MailOffice&&) = delete;

  /// Works by itself from now on.
  void start();
  void stop();
  /// Something happened that may be to be told.
  void hurry();
  /// One round as of the community's clock, for whoever doesn't `start`.
  Round work();

  [[nodiscard]] Boxes& boxes() { return boxes_; }
  /// The person was shown what awaits them.
  void looked(community::PersonId person);
  /// What was refused for this person is tried again.
  void retry(community::PersonId person);
  /// Ends this person's collected mails, in the address that each of those has.
  [[nodiscard]] std::string unsubscribe_secret(community::PersonId person) const;
  /// Whom a secret belongs to by which collected mails are ended; nobody's else.
  [[nodiscard]] std::optional<community::PersonId> unsubscriber(std::string_view secret) const;
  /// What somebody who reads the community's own clock would be written of these.
  [[nodiscard]] Message draft(const std::vector<Item>& items, Time at) const;
  /// What this person's calendar would be told of by mail if these were all of their meetings, beside what waits.
  [[nodiscard]] std::vector<Item> calendar_mails(community::PersonId person, const std::vector<Invite>& theirs,
                                                 Time at) const;
  /// The same as `draft`, of one of those.
  [[nodiscard]] Message draft_invitation(const Item& item, community::PersonId person, Time at) const;
  /// Why the relay could not be spoken to when that was last tried; empty where it could.
  [[nodiscard]] std::string trouble() const;
  [[nodiscard]] const MailOptions& options() const { return options_; }
  [[nodiscard]] bool follows_calendar(community::PersonId person) const;
  /// Takes a reply for what it says, where somebody's tag is in it; false where it counts for nothing.
  bool take_reply(const Reply& reply);

 private:
  void run();
  [[nodiscard]] bool is_stopping() const;
  void take_in_all(Time at);
  void take_in_all_invites(Time at);
  /// What is asked of the owner of this box.
  [[nodiscard]] Invitee invitee_of(community::PersonId person, const Box& box) const;
  /// Whose address is another one now is written to again.
  void retry_corrected();
  /// False where the relay can't be spoken to: nothing else is tried then.
  [[nodiscard]] bool write_to(community::PersonId person, const Letterhead& head, Time at, Round& round);
  struct Outgoing {
    std::string id;
    std::vector<Item> items;  ///< none: there is nothing to send
    Preference preference;
  };
  /// What is about to be sent, written down before it is: one letter, and each invitation by itself.
  [[nodiscard]] std::vector<Outgoing> prepare(community::PersonId person, const std::string& zone, Time at);
  [[nodiscard]] Message message_of(const Outgoing& mail, community::PersonId person, const std::string& to,
                                   const Letterhead& head, Time at) const;
  [[nodiscard]] WrittenInvite written_invite(const Item& item, community::PersonId person) const;
  /// By which the answer of this person's calendar to that meeting is known: a secret that both have, and always the
  /// same.
  [[nodiscard]] std::string reply_tag(community::PersonId person, community::MeetingId meeting) const;
  /// Whether that is the address of somebody else here, who was handed the invitation.
  [[nodiscard]] bool is_anothers(const std::string& address, community::PersonId person) const;
  [[nodiscard]] MeetingWords meeting_words(const ContentHash& details) const;
  [[nodiscard]] Handed send(const Outgoing& mail, community::PersonId person, const std::string& to,
                            const Letterhead& head, Time at);
  void settle(community::PersonId person, const std::string& id, const std::string& to, const Handed& handed, Time at);
  [[nodiscard]] std::optional<std::string> address_of(community::PersonId person) const;
  [[nodiscard]] Letterhead letterhead() const;

  host::LiveCommunity& live_;
  MailOptions options_;
  HandOver hand_over_;
  Accepted accepted_;
  Boxes boxes_;
  Time began_;
  std::mutex work_mutex_;     ///< held through a round
  mutable std::mutex mutex_;  ///< of what follows
  std::condition_variable changed_;
  std::string trouble_;
  Time relay_again_{};  ///< not before is the relay spoken to again
  unsigned in_vain_{};  ///< times that it could not be
  bool hurried_{};
  bool stopping_{};
  std::thread thread_;
};

}  // namespace ccop::notify
