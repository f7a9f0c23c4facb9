#include "community/dispatch.hpp"

#include "community/community.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace ccop::community {
namespace {

/// A name on the wire follows from the name of the struct.
template <class... T>
consteval bool names_differ(List<T...>) {
  std::array names{bare_type_name<T>()...};
  std::ranges::sort(names);
  return std::ranges::adjacent_find(names) == names.end();
}
static_assert(names_differ(Together<Chapters>::Acts{}), "two acts with one name on the wire");
static_assert(names_differ(Together<Chapters>::Commands{}), "two commands with one name on the wire");

template <class Chapter>
concept HasAlso = requires { typename Chapter::Also; };
template <class Chapter>
concept HasFollows = requires { typename Chapter::Follows; };
template <class Chapter>
concept HasGuards = requires { typename Chapter::Guards; };
template <class Chapter>
concept HasNotes = requires { typename Chapter::Notes; };

template <class State, class A>
void apply_to(Community& community, const void* act, Time at) {
  const auto& happened = *static_cast<const A*>(act);
  if constexpr (AppliesAtATime<State, A>)
    apply(of<State>(community), happened, at);
  else
    apply(of<State>(community), happened);
}

/// The row that an act is about in its chapter: its first member with that id, or an id that the chapter can lead
/// there.
template <class Chapter, class A>
std::optional<std::uint32_t> subject_of(const Community& now, const void* act) {
  std::optional<std::uint32_t> found;
  if constexpr (requires { typename Chapter::Subject; }) {
    boost::mp11::mp_for_each<codec::MembersOf<A>>([&](auto member) {
      const auto& value = static_cast<const A*>(act)->*member.pointer;
      if (found) return;
      if constexpr (std::same_as<std::remove_cvref_t<decltype(value)>, typename Chapter::Subject>)
        found = value.value;
      else if constexpr (requires { Chapter::subject(now, value); })
        found = Chapter::subject(now, value).value;
    });
  }
  return found;
}

template <class C>
std::optional<Refusal> barred_command(const CommandRow& row, const Community& now, const void* command,
                                      const Asking& asking) {
  const typename C::About& its_about = about(*static_cast<const C*>(command));
  for (const auto bars : row.bars)
    if (auto refusal = bars(now, &its_about, asking)) return refusal;
  return std::nullopt;
}

template <class C>
std::optional<Sight> sight_of() {
  if constexpr (HasSeen<C>)
    return Sight{[](const void* command) -> const Wording& { return static_cast<const C*>(command)->seen; },
                 [](const Community& now, const void* command) { return shown(now, *static_cast<const C*>(command)); },
                 [](const void* command, const Wording& what) {
                   C seeing = *static_cast<const C*>(command);
                   seeing.seen = what;
                   return Command{std::move(seeing)};
                 }};
  else
    return std::nullopt;
}

class Tables {
 public:
  Tables() {
    for_each_type(Chapters{}, [&]<class Chapter>(std::type_identity<Chapter>) { add<Chapter>(); });
    for_each_type(Chapters{}, [&]<class Chapter>(std::type_identity<Chapter>) { connect<Chapter>(); });
    for (const auto& [kind, row] : acts) acts_by_name.emplace(row.codec.wire_name, &row);
    for (const auto& [kind, row] : commands) commands_by_name.emplace(row.codec.wire_name, &row);
  }

  std::unordered_map<const Kind*, ActRow> acts;
  std::unordered_map<const Kind*, CommandRow> commands;
  std::map<std::string_view, const ActRow*> acts_by_name;
  std::map<std::string_view, const CommandRow*> commands_by_name;

 private:
  template <class Chapter>
  void add() {
    for (const ActCodec& codec : act_codecs<typename Chapter::Acts>()) acts[codec.kind].codec = codec;
    for (const CommandCodec& codec : command_codecs<typename Chapter::Commands>()) commands[codec.kind].codec = codec;
    for_each_type(typename Chapter::Acts{}, [&]<class A>(std::type_identity<A>) {
      ActRow& row = acts.at(&kind_of<A>);
      row.apply.push_back(&apply_to<typename Chapter::State, A>);
      row.subject = &subject_of<Chapter, A>;
    });
    for_each_type(typename Chapter::Commands{}, [&]<class C>(std::type_identity<C>) {
      CommandRow& row = commands.at(&kind_of<C>);
      row.authority = C::needs;
      row.evidence = C::evidence;
      row.is_sealed = Sealed<C>;
      row.sight = sight_of<C>();
      row.bars.push_back([](const Community& now, const void* about, const Asking& asking) {
        return bars(now, *static_cast<const typename C::About*>(about), asking);
      });
      row.barred = &barred_command<C>;
      row.decide = [](const Community& now, const void* command, const Asking& asking) {
        return decide(now, *static_cast<const C*>(command), asking);
      };
    });
  }

  /// What a chapter has to do with what others bring.
  template <class Chapter>
  void connect() {
    if constexpr (HasAlso<Chapter>)
      for_each_type(typename Chapter::Also{}, [&]<class A>(std::type_identity<A>) {
        acts.at(&kind_of<A>).apply.push_back([](Community& community, const void* act, Time at) {
          Chapter::also(community, *static_cast<const A*>(act), at);
        });
      });
    if constexpr (HasFollows<Chapter>)
      for_each_type(typename Chapter::Follows{}, [&]<class A>(std::type_identity<A>) {
        acts.at(&kind_of<A>).follow.push_back([](const Community& now, const void* act, std::span<const Act> before) {
          return Chapter::follow(now, *static_cast<const A*>(act), before);
        });
      });
    if constexpr (HasNotes<Chapter>)
      for_each_type(typename Chapter::Notes{}, [&]<class A>(std::type_identity<A>) {
        acts.at(&kind_of<A>).note.push_back([](Community& community, const void* act, const Noting& noting) {
          Chapter::note(community, *static_cast<const A*>(act), noting);
        });
      });
    if constexpr (HasGuards<Chapter>)
      for_each_type(typename Chapter::Guards{}, [&]<class C>(std::type_identity<C>) {
        commands.at(&kind_of<C>).bars.push_back([](const Community& now, const void* about, const Asking& asking) {
          return Chapter::guard(now, *static_cast<const typename C::About*>(about), asking);
        });
      });
  }
};

const Tables& tables() {
  static const Tables all;
  return all;
}

template <class Row>
const Row* find(const std::map<std::string_view, const Row*>& rows, std::string_view name) {
  const auto found = rows.find(name);
  return found == rows.end() ? nullptr : found->second;
}

}  // namespace

const ActRow& row_of_act(const Kind& kind) {
  return tables().acts.at(&kind);
}
const CommandRow& row_of_command(const Kind& kind) {
  return tables().commands.at(&kind);
}
const ActRow* find_act(std::string_view wire_name) {
  return find(tables().acts_by_name, wire_name);
}
const CommandRow* find_command(std::string_view wire_name) {
  return find(tables().commands_by_name, wire_name);
}

}  // namespace ccop::community
