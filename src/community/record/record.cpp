#include "community/clause.hpp"
#include "community/community.hpp"

#include <algorithm>

namespace ccop::community {

std::optional<AmendmentId> Record::due(Time at) const {
  for (std::uint32_t i = 0; i < amendments.size(); ++i)
    if (amendments[i].adopted && !amendments[i].in_force_since && amendments[i].in_force_from <= at)
      return AmendmentId{i};
  return std::nullopt;
}

void apply(Record& record, const AmendmentProposed& act) {
  record.amendments.push_back({act.motion, act.charter, act.in_force_from, false, {}});
}

void apply(Record& record, const AmendmentAdopted& act) {
  record.amendments.at(act.amendment.value).adopted = true;
}

void apply(Record& record, const AmendmentTookForce& act, Time at) {
  Amendment& amendment = record.amendments.at(act.amendment.value);
  amendment.in_force_since = at;
  record.charter = amendment.charter;
}

void apply(Record& record, const ContentErased& act) {
  record.erased.insert(record.erased.end(), act.contents.begin(), act.contents.end());
}

Ruling decide(const Community& now, const Found& asked, const Actor& actor) {
  if (now.is_founded()) return refuse(clause::the_record, "founded-already");
  if (!std::holds_alternative<Charter>(read_charter(asked.charter)))
    return refuse(clause::the_record, "charter-has-mistakes");
  const PersonId secretary = now.people.next();
  return std::vector<Act>{CommunityFounded{asked.charter, asked.log_key},
                          PersonRegistered{secretary, asked.secretary_profile}, SecretaryAppointed{secretary, actor.at},
                          EnrolmentOffered{secretary, asked.token_hash, asked.token_until}};
}

Ruling decide(const Community& now, const SettleDue&, const Actor& actor) {
  // One thing at a time, so that each is decided under the state that the one before left; the host asks until nothing
  // is due.
  for (const MotionId id : now.decisions.open) {
    const Motion& motion = now.decisions.motions[id.value];
    if (motion.deadline && *motion.deadline <= actor.at) return closing_acts(now, id, actor.at);
  }
  if (const auto amendment = now.record.due(actor.at)) return accept(AmendmentTookForce{*amendment});
  return refuse(clause::the_record, "nothing-is-due");
}

Ruling decide(const Community& now, const EraseContent& asked, const Actor&) {
  if (asked.contents.empty()) return refuse(clause::the_record, "nothing-to-erase");
  for (const ContentHash& content : asked.contents)
    if (std::ranges::find(now.record.erased, content) != now.record.erased.end())
      return refuse(clause::the_record, "erased-already");
  return accept(ContentErased{asked.contents});
}

Ruling decide(const Community& now, const ProposeAmendment& asked, const Actor& actor) {
  if (!now.is_committee(actor.person, actor.at) && !now.voting_organization(actor.person, actor.at))
    return refuse(clause::voting, "only-members-propose");
  const Session* session = now.meetings.find(asked.session);
  if (session == nullptr) return refuse(clause::the_record, "no-such-session");
  if (session->kind != SessionKind::executive) return refuse(clause::plenary_review, "amendments-in-executive-session");
  if (session->closed_at) return refuse(clause::management, "session-is-closed");
  if (asked.in_force_from < session->starts) return refuse(clause::plenary_review, "in-force-after-the-decision");

  const auto read = read_charter(asked.charter);
  if (const auto* mistakes = std::get_if<std::vector<CharterMistake>>(&read)) {
    const CharterMistake& first = mistakes->front();
    return refuse(clause::plenary_review, "charter-has-mistakes",
                  {{"line", std::to_string(first.line)}, {"key", first.key}, {"expected", first.expected}});
  }
  if (std::get<Charter>(read).slug != now.charter().slug)
    return refuse(clause::plenary_review, "community-keeps-its-slug");

  const MotionId motion{static_cast<std::uint32_t>(now.decisions.motions.size())};
  const AmendmentId amendment{static_cast<std::uint32_t>(now.record.amendments.size())};
  return std::vector<Act>{MotionProposed{motion,
                                         asked.session,
                                         actor.person,
                                         Purpose::amendment,
                                         asked.text,
                                         {},
                                         Method::vote,
                                         asked.recorded,
                                         std::nullopt},
                          AmendmentProposed{amendment, motion, asked.charter, asked.in_force_from}};
}

}  // namespace ccop::community
