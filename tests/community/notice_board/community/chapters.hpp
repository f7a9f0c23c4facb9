// Stands in for the program's own list of chapters, which it has and one more; found first because its folder is looked
// through first. This is all that a new chapter changes in the domain.
#pragma once

#include "community/amendments/chapter.hpp"
#include "community/bodies/chapter.hpp"
#include "community/decisions/chapter.hpp"
#include "community/elections/chapter.hpp"
#include "community/meetings/chapter.hpp"
#include "community/membership/chapter.hpp"
#include "community/notice_board/chapter.hpp"
#include "community/notices/chapter.hpp"
#include "community/people/chapter.hpp"
#include "community/record/chapter.hpp"

namespace ccop::community {

/// Version 2: notices are the Members' alone.
inline constexpr std::uint32_t current_rules = 2;

using Chapters = List<PeopleChapter, BodiesChapter, RecordChapter, MembershipChapter, MeetingsChapter, DecisionsChapter,
                      AmendmentsChapter, ElectionsChapter, NoticesChapter, NoticeBoardChapter>;

}  // namespace ccop::community
