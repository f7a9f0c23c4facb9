// The chapters of the community, each after those that it reads. A new one is one line here.
#pragma once

#include "community/amendments/chapter.hpp"
#include "community/bodies/chapter.hpp"
#include "community/decisions/chapter.hpp"
#include "community/elections/chapter.hpp"
#include "community/exposure/chapter.hpp"
#include "community/groups/chapter.hpp"
#include "community/items/chapter.hpp"
#include "community/keyboxes/chapter.hpp"
#include "community/meetings/chapter.hpp"
#include "community/membership/chapter.hpp"
#include "community/notices/chapter.hpp"
#include "community/people/chapter.hpp"
#include "community/priorities/chapter.hpp"
#include "community/record/chapter.hpp"
#include "community/risks/chapter.hpp"

namespace ccop::community {

/// The version of the rules that this program decides by. A change that would judge an old act otherwise gets the next
/// one, and keeps the old behaviour beside it (docs/record.md).
inline constexpr std::uint32_t current_rules = 4;

using Chapters = List<PeopleChapter, BodiesChapter, RecordChapter, MembershipChapter, MeetingsChapter, DecisionsChapter,
                      AmendmentsChapter, KeyboxesChapter, ElectionsChapter, ExposureChapter, PrioritiesChapter,
                      GroupsChapter, ItemsChapter, RisksChapter, NoticesChapter>;

}  // namespace ccop::community
