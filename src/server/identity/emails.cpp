#include "server/identity/emails.hpp"

#include "base/json_reading.hpp"
#include "base/text.hpp"
#include "community/community.hpp"
#include "community/people/commands.hpp"
#include "server/kernel/problem.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

using namespace community;

struct NewProfile {
  std::optional<PersonId> of;  ///< empty: of somebody who is being registered
  ContentHash profile;
};

std::optional<NewProfile> new_profile(const Command& command) {
  if (const auto* asked = command.as<RegisterPerson>()) return NewProfile{{}, asked->profile};
  if (const auto* asked = command.as<CorrectPerson>()) return NewProfile{asked->person, asked->profile};
  return std::nullopt;
}

}  // namespace

std::string email_in(const std::string& profile) {
  std::string_view email;
  try {
    if (parse_json(profile)["email"].get(email) != simdjson::SUCCESS) return {};
  } catch (const BadInput&) {  // a plain text
    return {};
  }
  return in_small_letters(email);
}

std::optional<std::string> email_brought(const host::Submission& submission, const ContentHash& profile) {
  const auto brought = std::ranges::find(submission.contents, profile, &store::content_hash);
  return brought == submission.contents.end() ? std::nullopt : std::optional{email_in(brought->text)};
}

std::optional<PersonId> owner_of_email(const host::LiveCommunity& live, const std::string& email) {
  if (email.empty()) return std::nullopt;
  std::vector<std::pair<PersonId, ContentHash>> profiles;
  live.read([&](const Community& state) {
    for (const PersonId id : people(state).all.ids())
      if (const Person& person = people(state).all[id]; !person.is_guest) profiles.emplace_back(id, person.profile);
  });
  for (const auto& [person, hash] : profiles)
    if (const auto profile = live.text(hash); profile && email_in(*profile) == email) return person;
  return std::nullopt;
}

void require_own_email(const host::LiveCommunity& live, const host::Submission& submission, Time now) {
  const auto made = new_profile(submission.request.command);
  if (!made || !submission.request.person) return;
  const auto email = email_brought(submission, made->profile);
  if (!email) return;
  const auto owner = owner_of_email(live, *email);
  if (!owner || owner == made->of) return;
  const bool is_refused_anyway = live.read([&](const Community& state) {
    return would_refuse(state, submission.request.command, *submission.request.person, now).has_value();
  });
  if (!is_refused_anyway) throw Problem{409, "email-is-taken"};
}

}  // namespace ccop::server
