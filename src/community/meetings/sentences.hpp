// The sentences with which this chapter refuses.
#pragma once

#include "community/kernel/sentence.hpp"

namespace ccop::community::sentence {

inline constexpr Sentence accept_discretion_first{"accept-discretion-first"};
inline constexpr Sentence agenda_has_fewer_places{"agenda-has-fewer-places", "count"};
inline constexpr Sentence agenda_is_full{"agenda-is-full"};
inline constexpr Sentence agenda_item_needs_minutes{"agenda-item-needs-minutes"};
inline constexpr Sentence another_attests{"another-attests"};
inline constexpr Sentence attester_is_awaited{"attester-is-awaited", "minutes"};
inline constexpr Sentence begin_to_close_first{"begin-to-close-first"};
inline constexpr Sentence capacity_too_large{"capacity-too-large"};
inline constexpr Sentence closer_is_in_the_room{"closer-is-in-the-room"};
inline constexpr Sentence counts_differ{"counts-differ"};
inline constexpr Sentence day_is_kept_for_executive_session{"day-is-kept-for-executive-session"};
inline constexpr Sentence discretion_accepted_already{"discretion-accepted-already"};
inline constexpr Sentence draw_another{"draw-another"};
inline constexpr Sentence executive_session_is_for_representatives{"executive-session-is-for-representatives"};
inline constexpr Sentence guest_is_in_a_room{"guest-is-in-a-room"};
inline constexpr Sentence guest_needs_a_session{"guest-needs-a-session"};
inline constexpr Sentence guest_not_admitted_here{"guest-not-admitted-here"};
inline constexpr Sentence guests_attend_open_sessions{"guests-attend-open-sessions"};
inline constexpr Sentence guests_never_attend_executive_session{"guests-never-attend-executive-session"};
inline constexpr Sentence has_a_seat_already{"has-a-seat-already"};
inline constexpr Sentence invited_already{"invited-already"};
inline constexpr Sentence is_not_present{"is-not-present"};
inline constexpr Sentence is_present_already{"is-present-already"};
inline constexpr Sentence main_representative_attends{"main-representative-attends"};
inline constexpr Sentence meeting_ends_after_it_starts{"meeting-ends-after-it-starts", "days"};
inline constexpr Sentence meeting_has_begun{"meeting-has-begun"};
inline constexpr Sentence meeting_is_full{"meeting-is-full"};
inline constexpr Sentence meeting_is_over{"meeting-is-over"};
inline constexpr Sentence meeting_is_soon{"meeting-is-soon"};
inline constexpr Sentence meeting_needs_a_session{"meeting-needs-a-session"};
inline constexpr Sentence meeting_needs_time_zone{"meeting-needs-time-zone"};
inline constexpr Sentence meeting_not_published{"meeting-not-published"};
inline constexpr Sentence meeting_takes_no_invitations{"meeting-takes-no-invitations"};
inline constexpr Sentence meeting_was_published{"meeting-was-published"};
inline constexpr Sentence more_are_confirmed{"more-are-confirmed", "count"};
inline constexpr Sentence no_clearance_no_entry{"no-clearance-no-entry"};
inline constexpr Sentence no_link_to_remove{"no-link-to-remove"};
inline constexpr Sentence no_place_at_meeting{"no-place-at-meeting"};
inline constexpr Sentence no_such_agenda_item{"no-such-agenda-item"};
inline constexpr Sentence no_such_guest{"no-such-guest"};
inline constexpr Sentence no_such_invitation{"no-such-invitation"};
inline constexpr Sentence no_such_meeting{"no-such-meeting"};
inline constexpr Sentence nobody_asks_to_speak{"nobody-asks-to-speak"};
inline constexpr Sentence not_on_speakers_list{"not-on-speakers-list"};
inline constexpr Sentence notice_is_due{"notice-is-due", "days"};
inline constexpr Sentence on_speakers_list_already{"on-speakers-list-already"};
inline constexpr Sentence only_co_chairs_clear{"only-co-chairs-clear"};
inline constexpr Sentence only_co_chairs_give_the_floor{"only-co-chairs-give-the-floor"};
inline constexpr Sentence only_committee_admits_guests{"only-committee-admits-guests"};
inline constexpr Sentence only_committee_appoints_symposium_committee{"only-committee-appoints-symposium-committee"};
inline constexpr Sentence only_committee_leads_sessions{"only-committee-leads-sessions"};
inline constexpr Sentence only_committee_opens_sessions{"only-committee-opens-sessions"};
inline constexpr Sentence only_committee_plans{"only-committee-plans"};
inline constexpr Sentence only_inviter_withdraws{"only-inviter-withdraws"};
inline constexpr Sentence only_main_representative_invites{"only-main-representative-invites"};
inline constexpr Sentence room_was_not_seen{"room-was-not-seen"};
inline constexpr Sentence serves_already{"serves-already"};
inline constexpr Sentence session_has_begun{"session-has-begun"};
inline constexpr Sentence session_is_attested{"session-is-attested"};
inline constexpr Sentence session_is_for_members{"session-is-for-members"};
inline constexpr Sentence session_is_not_closing{"session-is-not-closing"};
inline constexpr Sentence session_is_not_due{"session-is-not-due"};
inline constexpr Sentence session_outside_meeting{"session-outside-meeting"};
inline constexpr Sentence session_was_opened{"session-was-opened"};
inline constexpr Sentence speakers_list_is_closed{"speakers-list-is-closed"};
inline constexpr Sentence speakers_list_is_full{"speakers-list-is-full", "most"};
inline constexpr Sentence state_the_time_commitment{"state-the-time-commitment"};
inline constexpr Sentence symposium_committee_comes_from_membership{"symposium-committee-comes-from-membership"};
inline constexpr Sentence symposium_committee_serves_a_coming_symposium{
    "symposium-committee-serves-a-coming-symposium"};
inline constexpr Sentence symposium_needs_executive_day{"symposium-needs-executive-day"};
inline constexpr Sentence too_many_sessions{"too-many-sessions"};

inline constexpr std::array of_meetings{in_brief(accept_discretion_first),
                                        in_brief(agenda_has_fewer_places),
                                        in_brief(agenda_is_full),
                                        in_brief(agenda_item_needs_minutes),
                                        in_brief(another_attests),
                                        in_brief(attester_is_awaited),
                                        in_brief(begin_to_close_first),
                                        in_brief(capacity_too_large),
                                        in_brief(closer_is_in_the_room),
                                        in_brief(counts_differ),
                                        in_brief(day_is_kept_for_executive_session),
                                        in_brief(discretion_accepted_already),
                                        in_brief(draw_another),
                                        in_brief(executive_session_is_for_representatives),
                                        in_brief(guest_is_in_a_room),
                                        in_brief(guest_needs_a_session),
                                        in_brief(guest_not_admitted_here),
                                        in_brief(guests_attend_open_sessions),
                                        in_brief(guests_never_attend_executive_session),
                                        in_brief(has_a_seat_already),
                                        in_brief(invited_already),
                                        in_brief(is_not_present),
                                        in_brief(is_present_already),
                                        in_brief(main_representative_attends),
                                        in_brief(meeting_ends_after_it_starts),
                                        in_brief(meeting_has_begun),
                                        in_brief(meeting_is_full),
                                        in_brief(meeting_is_over),
                                        in_brief(meeting_is_soon),
                                        in_brief(meeting_needs_a_session),
                                        in_brief(meeting_needs_time_zone),
                                        in_brief(meeting_not_published),
                                        in_brief(meeting_takes_no_invitations),
                                        in_brief(meeting_was_published),
                                        in_brief(more_are_confirmed),
                                        in_brief(no_clearance_no_entry),
                                        in_brief(no_link_to_remove),
                                        in_brief(no_place_at_meeting),
                                        in_brief(no_such_agenda_item),
                                        in_brief(no_such_guest),
                                        in_brief(no_such_invitation),
                                        in_brief(no_such_meeting),
                                        in_brief(nobody_asks_to_speak),
                                        in_brief(not_on_speakers_list),
                                        in_brief(notice_is_due),
                                        in_brief(on_speakers_list_already),
                                        in_brief(only_co_chairs_clear),
                                        in_brief(only_co_chairs_give_the_floor),
                                        in_brief(only_committee_admits_guests),
                                        in_brief(only_committee_appoints_symposium_committee),
                                        in_brief(only_committee_leads_sessions),
                                        in_brief(only_committee_opens_sessions),
                                        in_brief(only_committee_plans),
                                        in_brief(only_inviter_withdraws),
                                        in_brief(only_main_representative_invites),
                                        in_brief(room_was_not_seen),
                                        in_brief(serves_already),
                                        in_brief(session_has_begun),
                                        in_brief(session_is_attested),
                                        in_brief(session_is_for_members),
                                        in_brief(session_is_not_closing),
                                        in_brief(session_is_not_due),
                                        in_brief(session_outside_meeting),
                                        in_brief(session_was_opened),
                                        in_brief(speakers_list_is_closed),
                                        in_brief(speakers_list_is_full),
                                        in_brief(state_the_time_commitment),
                                        in_brief(symposium_committee_comes_from_membership),
                                        in_brief(symposium_committee_serves_a_coming_symposium),
                                        in_brief(symposium_needs_executive_day),
                                        in_brief(too_many_sessions)};

}  // namespace ccop::community::sentence
