// What the page of an election reads: how far it is, what awaits the reader, and what their device needs for it.
#pragma once

#include "host/elections.hpp"
#include "server/view.hpp"

namespace ccop::server {

class ElectionView {
 public:
  ElectionView(const host::LiveCommunity& live, const community::Community& state, community::PersonId reader, Time now)
      : live_(live), state_(state), reader_(reader), now_(now), view_(live, state, reader, now) {}

  /// One line of the list.
  [[nodiscard]] Json head(community::ElectionId id) const;
  [[nodiscard]] Json page(community::ElectionId id) const;
  /// What awaits the reader with it: kinds of rows of the desk.
  [[nodiscard]] std::vector<const char*> tasks(community::ElectionId id) const;
  /// The names of what the reader may do with it now.
  [[nodiscard]] Json may(community::ElectionId id) const;

 private:
  /// What is balloted on, where it is no election.
  [[nodiscard]] Json motion(const community::Election& election) const;
  [[nodiscard]] Json candidacies(const community::Election& election) const;
  [[nodiscard]] Json trustees(const community::Election& election) const;
  [[nodiscard]] Json lots(const community::Election& election) const;
  /// Trackers, in an order that doesn't tell when each was cast.
  [[nodiscard]] Json board(const community::Election& election) const;
  [[nodiscard]] Json for_trustee(const host::ElectionRecord& record, const community::Election& election) const;
  [[nodiscard]] Json for_authority() const;

  const host::LiveCommunity& live_;
  const community::Community& state_;
  community::PersonId reader_;
  Time now_;
  View view_;
};

}  // namespace ccop::server
