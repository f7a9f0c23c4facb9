// One act, or one command, of whichever chapter: what is common to both. A chapter so needs to see no other's.
#pragma once

#include "base/codec.hpp"

#include <memory>
#include <string_view>
#include <utility>

namespace ccop::community {

/// A type of act or of command. Its address stands for the type.
struct Kind {
  std::string_view chapter;
  std::string_view name;  ///< of the struct
};

/// In which chapter's list the type stands; empty where it is none. Each chapter says it beside its list.
template <class T>
inline constexpr std::string_view act_chapter{};
template <class T>
inline constexpr std::string_view command_chapter{};
template <class T>
concept AnAct = !act_chapter<T>.empty();
template <class T>
concept ACommand = !command_chapter<T>.empty();

template <class T>
inline constexpr Kind kind_of{AnAct<T> ? act_chapter<T> : command_chapter<T>, bare_type_name<T>()};

/// A value whose type is known by its kind. It never changes, so copies share it.
class Held {
 public:
  Held() = default;

  /// Only of one that holds something.
  [[nodiscard]] const Kind& kind() const { return *kind_; }
  [[nodiscard]] const void* value() const { return value_.get(); }
  template <class T>
  [[nodiscard]] bool is() const {
    return kind_ == &kind_of<T>;
  }
  /// The value, where it is of that type; else null.
  template <class T>
  [[nodiscard]] const T* as() const {
    return is<T>() ? static_cast<const T*>(value_.get()) : nullptr;
  }

 protected:
  template <class T>
  explicit Held(std::in_place_type_t<T>, T value)
      : kind_(&kind_of<T>), value_(std::make_shared<const T>(std::move(value))) {}

 private:
  const Kind* kind_{};
  std::shared_ptr<const void> value_;
};

/// Something that happened.
class Act : public Held {
 public:
  Act() = default;
  template <AnAct A>
  Act(A act) : Held(std::in_place_type<A>, std::move(act)) {}

  void write_json(std::string& out) const;
  [[nodiscard]] static Act read_json(const codec::Element& json);
};

/// Something that is asked for.
class Command : public Held {
 public:
  Command() = default;
  template <ACommand C>
  Command(C command) : Held(std::in_place_type<C>, std::move(command)) {}

  void write_json(std::string& out) const;
  [[nodiscard]] static Command read_json(const codec::Element& json);
};

}  // namespace ccop::community
