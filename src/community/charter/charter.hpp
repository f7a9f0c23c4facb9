// What a charter can set: the numbers, deadlines and organizations that the rules read. Nothing of any one community
// stands in the code; a community is its charter file (TOML), and the charter's text is the first act of its ledger.
#pragma once

#include "base/time.hpp"
#include "community/kernel/duty.hpp"
#include "ledger/cosignature.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ccop::community {

/// The first version of the rules that adopts no charter by which fewer may come or go between two rounds than
/// `fewest_apart`. What was adopted by older ones is read as it was then.
inline constexpr std::uint32_t rules_that_keep_apart = 4;
/// As few give whoever knows how often answers change less than five points over guessing (docs/exposure-guesses.md).
inline constexpr std::uint32_t fewest_apart = 7;

enum class Status { member, observer };
BOOST_DESCRIBE_ENUM(Status, member, observer)

enum class MeetingKind { symposium, mid_year, working_session, ad_hoc };
BOOST_DESCRIBE_ENUM(MeetingKind, symposium, mid_year, working_session, ad_hoc)

/// A share that must be exceeded, such as 1/2 for a simple majority.
struct Share {
  std::uint32_t numerator{1};
  std::uint32_t denominator{2};
  [[nodiscard]] bool exceeded_by(std::size_t part, std::size_t whole) const {
    return part * denominator > whole * numerator;
  }
};

struct CharterOrganization {
  std::string key;  ///< the acronym, unique in the charter
  std::string name;
  Status status{};
  std::string note;  ///< how an oddity of the founding list was settled; usually empty
};

/// Somebody who watches that the record only grows: who it is, and by which key they cosign its heads.
struct CharterWitness {
  std::string name;
  ledger::WitnessKey key;
};

/// How often a duty is recalled to whoever owes it, and to whom it is told then, by days before and after its time.
struct CharterLadder {
  std::string duty;  ///< its kind; empty for all that have no ladder of their own
  std::vector<std::uint32_t> remind_before{14, 3};
  std::vector<std::uint32_t> escalate_after{1, 8};
  std::vector<Audience> escalate_to{Audience::secretary, Audience::co_chairs};  ///< as many
  std::uint32_t expected_within{14};  ///< days, of what has no time of its own: then it counts as due
};

/// One clause as the community cites it. `topic` is the name by which the rules know it.
struct Clause {
  std::string number;
  std::string topic;
  std::string title;
  std::string text;
  std::string practice;  ///< what the program does about it
};

struct Charter {
  std::string slug;
  std::string name;
  std::string short_name;
  std::string reports_to;
  std::string time_zone;

  struct Membership {
    bool alternate_votes{};
    std::uint32_t observer_consultation_days{};
    std::uint32_t seat_change_days{14};  ///< within which a second person joins in, or it lapses
    std::vector<std::string> responsibilities;
  } membership;

  struct Bodies {
    std::uint32_t co_chairs{};
    std::uint32_t co_chair_term_months{};
    std::vector<std::uint32_t> founding_terms_months;
  } bodies;

  struct Elections {
    bool secret_ballot{};
    bool immediate_reelection{};
    std::string tie;
    std::uint32_t trustees{3};              ///< who share the key of a ballot
    std::uint32_t trustees_needed{2};       ///< of them, to open its totals
    std::uint32_t trustee_replacements{3};  ///< how often one of them may be replaced in an election
    std::uint32_t voting_hours_before{};    ///< how long before the session voting may begin
    std::uint32_t least_minutes_open{10};   ///< how long a ballot is open at least
    std::uint32_t least_ballots{3};         ///< fewer are not opened, for they would tell who voted what
  } elections;

  /// Of rounds in which every seat answers the same questions in secret (clause 2.2).
  struct Exposure {
    std::uint32_t least_answers{15};  ///< ballots; of fewer nothing is opened
    /// Of who joined, and of who left, since a question was asked: none, or as many.
    std::uint32_t closest{fewest_apart};
    std::uint32_t yearly_days{270};    ///< between two askings of a question that is asked once a year
    std::uint32_t quarterly_days{60};  ///< between two askings of one that is asked each quarter
    std::uint32_t least_days_open{7};
  } exposure;

  /// Of the register of risks (clause 2.5): the bands by which Members rate, each a name and what it is, as "Rare: less
  /// than once in 10 years", from the rarest and the least.
  struct Risks {
    std::vector<std::string> frequency{"Rare: less than once in 10 years", "Unlikely: once in 3 to 10 years",
                                       "Likely: about once a year", "Frequent: several times a year",
                                       "Constant: every month or more often"};
    std::vector<std::string> impact{
        "Slight: under 10,000 dollars, or under a day without a service",
        "Minor: under 100,000 dollars, or up to 3 days", "Moderate: under 1 million, or up to 10 days",
        "Major: under 10 million, or up to 30 days", "Extreme: 10 million or more, or longer"};
    std::uint32_t review_days{366};  ///< within which each risk is looked at again
  } risks;

  struct Meetings {
    std::uint32_t clearances_needed{};
    bool waiting_list{};
    bool symposium_needs_executive_day{};
    std::string discretion_notice;
    std::vector<std::uint32_t> plan_warning_months;
    std::uint32_t symposium_notice_days{};
    std::uint32_t mid_year_notice_days{};
    std::uint32_t working_session_notice_days{};
    std::uint32_t ad_hoc_notice_days{};
  } meetings;

  struct Voting {
    Share quorum;
    Share majority;
    bool abstentions_count{};
    std::uint32_t silence_working_days{};
    std::uint32_t release_working_days{};
    std::uint32_t objections_that_stop{};
    std::uint32_t silence_floor_hours{72};  ///< that a seat has at least, from when the text came to it
    std::vector<std::uint32_t> rest_days;   ///< ISO weekdays on which nobody works: 6 and 7 in most places
  } voting;

  /// How people hear of what somebody owes, and who hears next: of each kind that has a ladder of its own, and of all
  /// others.
  CharterLadder ladder;
  std::vector<CharterLadder> ladders;

  struct WorkPlan {
    std::string mid_year;  ///< MM-DD
    std::vector<std::uint32_t> reminder_days;
    std::uint32_t least_organizations{};
    std::vector<std::uint32_t> warn_before_end_days{60, 30, 7};  ///< of what ends by itself
    std::uint32_t lead_vacant_days{60};                          ///< after which a group without a Lead ends
  } work_plan;

  std::vector<CharterOrganization> organizations;
  std::vector<Clause> clauses;

  std::vector<CharterWitness> witnesses;
  std::uint32_t witnesses_needed{};  ///< of them, for a head of the record to count as witnessed; 0: there are none

  [[nodiscard]] std::vector<ledger::WitnessKey> witness_keys() const;
  [[nodiscard]] const Clause* clause(std::string_view topic) const;
  [[nodiscard]] std::uint32_t notice_days(MeetingKind kind) const;
};

/// One mistake of a charter file.
struct CharterMistake {
  std::uint32_t line{};
  std::string key;
  std::string expected;
};

/// What a community should know of its charter, though it is no mistake: sentences, each naming its key.
[[nodiscard]] std::vector<std::string> cautions(const Charter& charter);

/// Reads a charter from the text of its file: the charter, or every mistake found. `rules` is the version that adopts
/// it; the latest that asks for more than those before is meant where none is named.
[[nodiscard]] std::variant<Charter, std::vector<CharterMistake>> read_charter(
    std::string_view toml, std::uint32_t rules = rules_that_keep_apart);

}  // namespace ccop::community
