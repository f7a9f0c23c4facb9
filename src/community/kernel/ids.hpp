// The ids of everything that the record speaks of.
#pragma once

#include "base/id.hpp"

namespace ccop::community {

using PersonId = Id<struct PersonTag>;
using OrganizationId = Id<struct OrganizationTag>;
using MandateId = Id<struct MandateTag>;
using SeatChangeId = Id<struct SeatChangeTag>;
using InvitationId = Id<struct InvitationTag>;
using ProposalId = Id<struct ProposalTag>;
using MeetingId = Id<struct MeetingTag>;
using SessionId = Id<struct SessionTag>;
using MotionId = Id<struct MotionTag>;
using AmendmentId = Id<struct AmendmentTag>;
using DecisionId = Id<struct DecisionTag>;
using ElectionId = Id<struct ElectionTag>;
using DirectionId = Id<struct DirectionTag>;
using PriorityId = Id<struct PriorityTag>;
using GroupId = Id<struct GroupTag>;
using ItemId = Id<struct ItemTag>;
using QuestionSetId = Id<struct QuestionSetTag>;
using RoundId = Id<struct RoundTag>;
using RiskId = Id<struct RiskTag>;

}  // namespace ccop::community
