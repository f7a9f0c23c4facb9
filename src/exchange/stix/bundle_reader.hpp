// Takes a STIX bundle or a TAXII envelope apart as it arrives: objects one by one, with constant memory whatever its
// size. Only the frame is read here; each object is read by whoever it is handed to.
#pragma once

#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace ccop::exchange {

/// The frame is broken at this byte (counted from 0): what stands before it was handed on already.
struct BundleMistake : std::runtime_error {
  BundleMistake(std::uint64_t at, std::string what_was_expected);
  std::uint64_t offset;
  std::string expected;
};

class BundleReader {
 public:
  /// Called with each object's bytes and the place where it begins; the bytes last for the call only.
  using OnObject = std::function<void(std::string_view json, std::uint64_t offset)>;

  BundleReader(OnObject on_object, std::size_t largest_object);

  /// Reads on. Throws BundleMistake.
  void feed(std::string_view bytes);
  /// Says that nothing more comes. Throws BundleMistake when the frame is not closed, or had no list of objects and
  /// `objects_needed` is set.
  void finish(bool objects_needed = true);

 private:
  enum class State { start, key_or_end, key, colon, value, after_value, first_object, next_object, after_object, done };

  /// Reads within a key, a value or an object; false when it goes on in the next bytes.
  bool read_value(std::string_view bytes, std::size_t& at, std::size_t limit);
  void take_frame(char c, std::uint64_t offset);
  void begin_value(std::uint64_t offset);
  void end_value(std::string_view value);
  [[noreturn]] void fail(std::uint64_t offset, std::string expected) const;

  OnObject on_object_;
  std::size_t largest_object_;
  State state_{State::start};
  bool in_value_{};   ///< within a key, value or object
  bool in_string_{};  ///< of it
  bool escaped_{};
  bool is_scalar_{};  ///< a number or a word, which ends before the next comma or bracket
  std::size_t depth_{};
  std::string kept_;  ///< of the value, from earlier bytes
  std::string key_;
  bool had_objects_{};
  std::uint64_t offset_{};  ///< of the bytes now fed
  std::uint64_t began_{};   ///< where the value began
};

}  // namespace ccop::exchange
