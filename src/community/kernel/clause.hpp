// The topics that the rules cite. A charter gives each its clause number and wording, so a refusal can cite the
// community's own text.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace ccop::community::clause {

inline constexpr std::string_view collective_assessment = "collective-assessment";            // 2.2
inline constexpr std::string_view sharing = "sharing";                                        // 2.3
inline constexpr std::string_view collective_risks = "collective-risks";                      // 2.5
inline constexpr std::string_view work_plan_review = "work-plan-review";                      // 2.7
inline constexpr std::string_view bodies = "bodies";                                          // 3.1
inline constexpr std::string_view co_chair_holds_seat = "co-chair-holds-seat";                // 3.2
inline constexpr std::string_view co_chair_term = "co-chair-term";                            // 3.3
inline constexpr std::string_view election_session = "election-session";                      // 3.4
inline constexpr std::string_view candidacies = "candidacies";                                // 3.5
inline constexpr std::string_view confirmation = "confirmation";                              // 3.6
inline constexpr std::string_view secretary = "secretary";                                    // 3.7
inline constexpr std::string_view secretary_duties = "secretary-duties";                      // 3.8
inline constexpr std::string_view membership_restricted = "membership-restricted";            // 4.1
inline constexpr std::string_view membership_by_organization = "membership-by-organization";  // 4.2
inline constexpr std::string_view main_representative = "main-representative";                // 4.3
inline constexpr std::string_view additional_representatives = "additional-representatives";  // 4.4
inline constexpr std::string_view responsibilities = "responsibilities";                      // 4.5
inline constexpr std::string_view observers_admitted = "observers-admitted";                  // 4.6
inline constexpr std::string_view observers_do_not_vote = "observers-do-not-vote";            // 4.7
inline constexpr std::string_view ways_of_working = "ways-of-working";                        // 5.1
inline constexpr std::string_view discretion = "discretion";                                  // 5.2
inline constexpr std::string_view conveying = "conveying";                                    // 5.3
inline constexpr std::string_view release = "release";                                        // 5.4
inline constexpr std::string_view chatham_house = "chatham-house";                            // 5.5
inline constexpr std::string_view management = "management";                                  // 5.7
inline constexpr std::string_view lead_organizations = "lead-organizations";                  // 5.8
inline constexpr std::string_view yearly_symposium = "yearly-symposium";                      // 6.1
inline constexpr std::string_view guests = "guests";                                          // 6.2
inline constexpr std::string_view executive_day = "executive-day";                            // 6.3
inline constexpr std::string_view executive_attendance = "executive-attendance";              // 6.4
inline constexpr std::string_view voting = "voting";                                          // 6.5
inline constexpr std::string_view group_status = "group-status";                              // 6.7
inline constexpr std::string_view by_mid_year = "by-mid-year";                                // 6.8
inline constexpr std::string_view direction = "direction";                                    // 7.1
inline constexpr std::string_view plenary_review = "plenary-review";                          // 7.2
inline constexpr std::string_view work_plan = "work-plan";                                    // 7.3
inline constexpr std::string_view opt_in = "opt-in";                                          // 7.4
inline constexpr std::string_view lead_of_group = "lead-of-group";                            // 7.5

inline constexpr std::array topics{bodies,
                                   co_chair_holds_seat,
                                   co_chair_term,
                                   secretary,
                                   secretary_duties,
                                   membership_restricted,
                                   membership_by_organization,
                                   main_representative,
                                   additional_representatives,
                                   responsibilities,
                                   observers_admitted,
                                   observers_do_not_vote,
                                   ways_of_working,
                                   discretion,
                                   release,
                                   management,
                                   guests,
                                   executive_day,
                                   executive_attendance,
                                   voting,
                                   plenary_review};

/// Topics that came after charters were in force: a charter may say nothing about them.
inline constexpr std::array later_topics{
    election_session, candidacies,           confirmation,    sharing,     conveying, chatham_house, yearly_symposium,
    work_plan_review, lead_organizations,    group_status,    by_mid_year, direction, work_plan,     opt_in,
    lead_of_group,    collective_assessment, collective_risks};

/// Refusals about the record itself (a stale signature, an unknown id) follow from no charter; they cite this.
inline constexpr std::string_view the_record = "the-record";

[[nodiscard]] constexpr bool is_topic(std::string_view topic) {
  return std::ranges::find(topics, topic) != topics.end() ||
         std::ranges::find(later_topics, topic) != later_topics.end();
}

}  // namespace ccop::community::clause
