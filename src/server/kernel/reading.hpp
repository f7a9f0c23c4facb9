// The state as one reader's page is made of it: who reads, when, and what the rules would let them do.
#pragma once

#include "server/kernel/served.hpp"

#include <map>
#include <memory>
#include <typeindex>

namespace ccop::server {

/// Names of commands that the reader could give now.
class May {
 public:
  template <class Command>
  void add() {
    names_.emplace_back(wire_name<Command>());
  }
  template <class Command>
  void add_if(bool is_offered) {
    if (is_offered) add<Command>();
  }
  void add(const May& more) { names_.insert(names_.end(), more.names_.begin(), more.names_.end()); }
  void write_json(std::string& out) const { codec::write(out, names_); }
  [[nodiscard]] static std::string schema(schema::Components& components);

 private:
  std::vector<std::string> names_;
};

/// Lives while the state is read, and no longer.
class Reading {
 public:
  Reading(const community::Community& read, const Call& asked)
      : state(read),
        who(asked.reader),
        person(asked.reader.person),
        now(asked.now),
        call(asked),
        asking_(community::asking_of(state, person, now)) {}

  const community::Community& state;
  const Reader& who;
  community::PersonId person;  ///< who reads
  Time now;
  const Call& call;

  /// Why the reader may not ask for it, of what is known by these ids; empty where it stands open. All that pages offer
  /// is asked here, and of the rules alone.
  template <community::ACommand C, class... Ids>
  [[nodiscard]] std::optional<community::Refusal> objection(const Ids&... ids) const {
    return community::barred<C>(state, typename C::About{ids...}, asking_);
  }
  template <community::ACommand C, class... Ids>
  [[nodiscard]] bool offers(const Ids&... ids) const {
    return !objection<C>(ids...);
  }
  /// Those of these commands that stand open.
  template <community::ACommand... C, class... Ids>
  [[nodiscard]] May may(const Ids&... ids) const {
    May may;
    (may.add_if<C>(offers<C>(ids...)), ...);
    return may;
  }

  /// An index of the state that a page makes once, however many of its rows ask for it.
  template <class Index>
  [[nodiscard]] const Index& once() const {
    auto& kept = indices_[typeid(Index)];
    if (!kept) kept = std::make_shared<const Index>(state);
    return *static_cast<const Index*>(kept.get());
  }

 private:
  community::Asking asking_;
  mutable std::map<std::type_index, std::shared_ptr<const void>> indices_;
};

/// Makes a view of the state, and fills in its texts once the state was let go.
template <class Make>
[[nodiscard]] auto read_view(const Call& call, const Make& make) {
  auto view = call.site.live.read([&](const community::Community& state) { return make(Reading{state, call}); });
  Texts texts = call.site.texts();
  fill(view, texts);
  return view;
}

}  // namespace ccop::server
