// The community as a whole, its charter and its record, as pages show them.
#pragma once

#include "server/kernel/reading.hpp"

namespace ccop::server {

struct CommunityView {
  std::string slug;
  std::string name;
  std::string short_name;
  std::string time_zone;
  std::string log_key;
  std::string relying_party;
  bool fell_behind{};  ///< an older record was put back: no acts are taken
};
BOOST_DESCRIBE_STRUCT(CommunityView, (), (slug, name, short_name, time_zone, log_key, relying_party, fell_behind))

struct ClauseView {
  std::string number;
  std::string title;
  std::string text;
  std::string practice;
  bool enforced{};
};
BOOST_DESCRIBE_STRUCT(ClauseView, (), (number, title, text, practice, enforced))

struct CharterNote {
  std::string key;
  std::string note;
};
BOOST_DESCRIBE_STRUCT(CharterNote, (), (key, note))

/// What the charter gives time for, so that a form begins with a time that is allowed.
struct CharterPeriods {
  std::uint32_t silence_working_days{};
  std::uint32_t release_working_days{};
  std::vector<std::uint32_t> rest_days;  ///< ISO weekdays
  std::uint32_t symposium_notice_days{};
  std::uint32_t mid_year_notice_days{};
  std::uint32_t working_session_notice_days{};
  std::uint32_t ad_hoc_notice_days{};
};
BOOST_DESCRIBE_STRUCT(CharterPeriods, (),
                      (silence_working_days, release_working_days, rest_days, symposium_notice_days,
                       mid_year_notice_days, working_session_notice_days, ad_hoc_notice_days))

struct CharterView {
  std::string name;
  std::string short_name;
  std::string reports_to;
  std::vector<std::string> responsibilities;
  std::string discretion_notice;
  std::vector<ClauseView> clauses;
  std::vector<CharterNote> notes;
  CharterPeriods periods;
  std::string source;
};
BOOST_DESCRIBE_STRUCT(CharterView, (),
                      (name, short_name, reports_to, responsibilities, discretion_notice, clauses, notes, periods,
                       source))

/// Something that an act points to, and how it is called.
struct RecordSubject {
  std::uint32_t act{};  ///< its place among those of the entry
  std::string member;
  std::uint32_t id{};
  Words name;
};
BOOST_DESCRIBE_STRUCT(RecordSubject, (), (act, member, id, name))

struct RecordRow {
  std::uint64_t seq{};
  bool is_sealed{};  ///< not for this reader: the rest is empty
  OrNull<Time> at;
  std::string command;
  std::vector<std::string> acts;
  std::vector<RecordSubject> about;
  Words person;
  bool is_signed{};
};
BOOST_DESCRIBE_STRUCT(RecordRow, (), (seq, is_sealed, at, command, acts, about, person, is_signed))

/// A page of the record, the latest first.
struct RecordPage {
  std::uint64_t size{};
  std::uint64_t first{};  ///< of the entries that were looked through
  std::vector<RecordRow> entries;
  std::string log_key;
};
BOOST_DESCRIBE_STRUCT(RecordPage, (), (size, first, entries, log_key))

/// A part of the record since a session was opened. With `edge` a device computes the tree of any later head, so
/// nothing can be left out.
struct RoomActs {
  std::uint64_t first{};
  std::vector<Hash> edge;            ///< roots of the perfect subtrees before `first`, the largest first
  std::vector<std::string> entries;  ///< each as it is, or the hash of its leaf where it is sealed for the reader
};
BOOST_DESCRIBE_STRUCT(RoomActs, (), (first, edge, entries))

struct EntryProof {
  std::uint64_t seq{};
  std::string entry;
  std::vector<std::string> proof;
  std::string checkpoint;
  std::string log_key;
};
BOOST_DESCRIBE_STRUCT(EntryProof, (), (seq, entry, proof, checkpoint, log_key))

}  // namespace ccop::server
