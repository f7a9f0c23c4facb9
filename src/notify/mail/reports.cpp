#include "notify/mail/reports.hpp"

#include "host/deliveries.hpp"

namespace ccop::notify {

MailOffice::Accepted reporting(host::LiveCommunity& live) {
  return [&live](community::PersonId person, const Item& item, const std::string& answer) {
    if (!item.motion || item.is_escalated) return;  // whoever hears that others did not answer is not asked by that
    Hash salt{};
    fill_random(salt);
    live.submit(host::delivery_report(live, *item.motion, person, answer, salt), [](const host::Outcome&) {});
  };
}

}  // namespace ccop::notify
