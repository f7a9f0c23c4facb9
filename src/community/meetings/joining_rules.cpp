// By which link one joins from elsewhere (clause 5.7).
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/meetings/chapter.hpp"
#include "community/meetings/planning.hpp"
#include "community/meetings/sentences.hpp"

namespace ccop::community {
namespace {

/// Whose link it is: this meeting's, or that of a session of it that goes on or is still to come.
std::optional<Refusal> objection_to_link_of(const Community& now, MeetingId meeting, std::optional<SessionId> id) {
  if (!id) return std::nullopt;
  const Session* session = meetings(now).find(*id);
  if (session == nullptr || session->meeting != meeting) return refuse(clause::the_record, sentence::no_such_session);
  if (session->closed_at) return refuse(clause::management, sentence::session_is_closed);
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const SetJoinLink::About& about, const Asking& asking) {
  return objection_to_programme_change(now, about.meeting, asking);
}

Ruling decide(const Community& now, const SetJoinLink& asked, const Asking&) {
  if (auto objection = objection_to_link_of(now, asked.meeting, asked.session)) return *std::move(objection);
  return accept(JoinLinkSet{asked.meeting, asked.session, asked.link});
}

std::optional<Refusal> bars(const Community& now, const RemoveJoinLink::About& about, const Asking& asking) {
  return objection_to_programme_change(now, about.meeting, asking);
}

Ruling decide(const Community& now, const RemoveJoinLink& asked, const Asking&) {
  if (auto objection = objection_to_link_of(now, asked.meeting, asked.session)) return *std::move(objection);
  const auto& link =
      asked.session ? meetings(now).sessions[*asked.session].join_link : meetings(now).all[asked.meeting].join_link;
  if (!link) return refuse(clause::management, sentence::no_link_to_remove);
  return accept(JoinLinkRemoved{asked.meeting, asked.session});
}

}  // namespace ccop::community
