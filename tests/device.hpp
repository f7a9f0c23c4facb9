// A person's device in software: signs with a passkey what the tests ask for, as the page would.
#pragma once

#include "community/people/state.hpp"
#include "community/record/commands.hpp"
#include "community/record/state.hpp"
#include "host/live_community.hpp"
#include "identity/device_key.hpp"
#include "simulation/software_session.hpp"

#include <algorithm>
#include <utility>

namespace ccop::testing {

class Device {
 public:
  using Contents = std::vector<store::Content>;

  /// The device of that person; `name` decides its keys and the secret of its link.
  explicit Device(const std::string& name, community::PersonId person = {0})
      : person_(person), link_("link of " + name), passkey_(sha256(bytes_of(name)), "localhost", page) {}

  [[nodiscard]] community::PersonId person() const { return person_; }
  [[nodiscard]] const std::string& link() const { return link_; }
  [[nodiscard]] Hash link_key() const { return identity::LinkKey{link_}.public_key(); }
  [[nodiscard]] const simulation::SoftwarePasskey& passkey() const { return passkey_; }

  /// The founding of a community whose Secretary has this device.
  [[nodiscard]] host::Submission founding(const host::LiveCommunity& live, const std::string& charter_text,
                                          const std::string& slug) const {
    const store::Content profile{std::string(16, 's'), R"({"email":"sec@example.org","name":"Sec"})"};
    host::Submission submission;
    submission.request = {
        slug,
        {},
        {},
        {},
        community::Found{charter_text, live.log_key(), store::content_hash(profile), link_key(), live.now() + days{7}}};
    submission.contents = {profile};
    return submission;
  }
  /// What a request of this person says of when and after what it was asked.
  [[nodiscard]] community::Request request(const host::LiveCommunity& live, community::Command command) {
    std::string slug;
    // Whoever acts more than once in a millisecond runs ahead of the clock, also beyond the end of a host.
    const Time last = live.read([&](const community::Community& now) {
      slug = charter(now).slug;
      const auto* person = people(now).all.find(person_);
      return person == nullptr ? Time{} : person->last_signed_at;
    });
    asked_at_ = std::max({live.now(), asked_at_ + std::chrono::milliseconds{1}, last + std::chrono::milliseconds{1}});
    command = live.read([&](const community::Community& now) { return community::seeing(now, command); });
    return {slug, person_, asked_at_, live.head(), std::move(command)};
  }
  [[nodiscard]] static std::string log_of(const host::LiveCommunity& live) {
    return live.read([](const community::Community& now) { return record(now).log_key; });
  }
  /// Asks with the passkey, which serves for every act; `seen` is the head that it names where not the latest.
  [[nodiscard]] host::Submission asks(const host::LiveCommunity& live, community::Command command,
                                      Contents contents = {}, const std::optional<community::Head>& seen = {}) {
    host::Submission submission;
    submission.request = request(live, std::move(command));
    if (seen) submission.request.head = seen;
    submission.signature = passkey_.sign(submission.request, log_of(live));
    submission.contents = std::move(contents);
    return submission;
  }
  /// Enrols the passkey by its link.
  [[nodiscard]] host::Submission enrols(const host::LiveCommunity& live) {
    const store::Content label{std::string(16, 's'), "test"};
    host::Submission submission;
    submission.request = request(live, passkey_.enrolment(person_, store::content_hash(label)));
    submission.signature = simulation::sign_by_link(link_, submission.request, log_of(live));
    submission.contents = {label};
    return submission;
  }

 private:
  static constexpr const char* page = "http://localhost:8080";

  community::PersonId person_;
  std::string link_;
  simulation::SoftwarePasskey passkey_;
  Time asked_at_{};
};

}  // namespace ccop::testing
