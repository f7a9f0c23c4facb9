// The sentences with which this chapter refuses.
#pragma once

#include "community/kernel/sentence.hpp"

namespace ccop::community::sentence {

inline constexpr Sentence a_milestone_is_a_groups{"a-milestone-is-a-groups"};
inline constexpr Sentence blocked_by_what_is_open{"blocked-by-what-is-open"};
inline constexpr Sentence each_item_has_its_text{"each-item-has-its-text"};
inline constexpr Sentence holder_belongs{"holder-belongs"};
inline constexpr Sentence holds_it_already{"holds-it-already"};
inline constexpr Sentence item_is_due_later{"item-is-due-later", "days"};
inline constexpr Sentence item_is_over{"item-is-over"};
inline constexpr Sentence item_is_under_way{"item-is-under-way"};
inline constexpr Sentence no_such_item{"no-such-item"};
inline constexpr Sentence only_leads_and_committee_plan{"only-leads-and-committee-plan"};
inline constexpr Sentence only_members_convey{"only-members-convey"};
inline constexpr Sentence only_what_groups_deliver_is_conveyed{"only-what-groups-deliver-is-conveyed"};
inline constexpr Sentence only_what_is_done_is_conveyed{"only-what-is-done-is-conveyed"};
inline constexpr Sentence only_who_holds_or_leads{"only-who-holds-or-leads"};
inline constexpr Sentence so_many_items_at_once{"so-many-items-at-once", "most"};

inline constexpr std::array of_items{in_brief(a_milestone_is_a_groups),
                                     in_brief(blocked_by_what_is_open),
                                     in_brief(each_item_has_its_text),
                                     in_brief(holder_belongs),
                                     in_brief(holds_it_already),
                                     in_brief(item_is_due_later),
                                     in_brief(item_is_over),
                                     in_brief(item_is_under_way),
                                     in_brief(no_such_item),
                                     in_brief(only_leads_and_committee_plan),
                                     in_brief(only_members_convey),
                                     in_brief(only_what_groups_deliver_is_conveyed),
                                     in_brief(only_what_is_done_is_conveyed),
                                     in_brief(only_who_holds_or_leads),
                                     in_brief(so_many_items_at_once)};

}  // namespace ccop::community::sentence
