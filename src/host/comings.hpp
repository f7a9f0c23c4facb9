// Who said that they come to which meeting. It lies beside the record: the record's readers are
// not all to know who comes (clause 5.5), and a start of the host forgets what is a month past.
#pragma once

#include "community/meetings/attending.hpp"
#include "host/wrapped_lists.hpp"

namespace ccop::host {

/// What somebody said, and of which times of the meeting: it means no others.
struct ComingSaid {
  community::PersonId person{};
  community::Coming coming{};
  Time starts{};
  Time ends{};
};
BOOST_DESCRIBE_STRUCT(ComingSaid, (), (person, coming, starts, ends))

/// May be used by several threads.
class Comings {
 public:
  /// Forgets what is a month old at `now`. Throws StoreError where the master key does not open them.
  Comings(store::Store& store, const store::MasterKey& master, Time now);

  /// What counts of a meeting with these times, each person's last word.
  [[nodiscard]] std::vector<ComingSaid> of(community::MeetingId meeting, const community::Meeting& times) const;
  [[nodiscard]] std::optional<community::Coming> of(community::MeetingId meeting, const community::Meeting& times,
                                                    community::PersonId person) const;
  /// Durable when it returns; throws StoreError.
  void say(community::MeetingId meeting, const ComingSaid& said);

 private:
  WrappedLists<community::MeetingId, ComingSaid> said_;
};

}  // namespace ccop::host
