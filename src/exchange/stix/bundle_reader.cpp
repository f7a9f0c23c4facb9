#include "exchange/stix/bundle_reader.hpp"

#include <utility>

namespace ccop::exchange {
namespace {

/// Values of the frame other than the objects are short: a type, an id, a token.
constexpr std::size_t largest_frame_value = std::size_t{64} * 1024;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

}  // namespace

BundleMistake::BundleMistake(std::uint64_t at, std::string what_was_expected)
    : std::runtime_error("at byte " + std::to_string(at) + ": expected " + what_was_expected),
      offset(at),
      expected(std::move(what_was_expected)) {}

BundleReader::BundleReader(OnObject on_object, std::size_t largest_object)
    : on_object_(std::move(on_object)), largest_object_(largest_object) {}

void BundleReader::fail(std::uint64_t offset, std::string expected) const {
  throw BundleMistake{offset, std::move(expected)};
}

void BundleReader::feed(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (in_value_) {
      const std::size_t begin = at;
      const bool is_object = state_ == State::next_object;
      if (!read_value(bytes, at, is_object ? largest_object_ : largest_frame_value)) {
        kept_.append(bytes.substr(begin));
        break;
      }
      in_value_ = false;
      if (kept_.empty()) {
        end_value(bytes.substr(begin, at - begin));
      } else {
        kept_.append(bytes.substr(begin, at - begin));
        const std::string value = std::exchange(kept_, {});
        end_value(value);
      }
      continue;
    }
    const char c = bytes[at];
    if (is_space(c)) {
      ++at;
      continue;
    }
    take_frame(c, offset_ + at);
    if (!in_value_) ++at;
  }
  offset_ += bytes.size();
}

void BundleReader::begin_value(std::uint64_t offset) {
  in_value_ = true;
  in_string_ = escaped_ = is_scalar_ = false;
  depth_ = 0;
  began_ = offset;
}

void BundleReader::take_frame(char c, std::uint64_t offset) {
  switch (state_) {
    case State::start:
      if (c != '{') fail(offset, "{, the beginning of a bundle or an envelope");
      state_ = State::key_or_end;
      return;
    case State::key_or_end:
      if (c == '}') {
        state_ = State::done;
        return;
      }
      [[fallthrough]];
    case State::key:
      if (c != '"') fail(offset, "a key");
      state_ = State::key;
      return begin_value(offset);
    case State::colon:
      if (c != ':') fail(offset, ":");
      state_ = State::value;
      return;
    case State::value:
      if (key_ == "objects") {
        if (c != '[') fail(offset, "[, the list of objects");
        if (std::exchange(had_objects_, true)) fail(offset, "`objects` once");
        state_ = State::first_object;
        return;
      }
      if (c == ',' || c == '}' || c == ']' || c == ':') fail(offset, "a value");
      return begin_value(offset);
    case State::after_value:
      if (c == ',')
        state_ = State::key;
      else if (c == '}')
        state_ = State::done;
      else
        fail(offset, ", or }");
      return;
    case State::first_object:
      if (c == ']') {
        state_ = State::after_value;
        return;
      }
      [[fallthrough]];
    case State::next_object:
      if (c != '{') fail(offset, "{, an object");
      state_ = State::next_object;
      return begin_value(offset);
    case State::after_object:
      if (c == ',')
        state_ = State::next_object;
      else if (c == ']')
        state_ = State::after_value;
      else
        fail(offset, ", or ]");
      return;
    case State::done:
      fail(offset, "nothing behind the closing }");
  }
}

bool BundleReader::read_value(std::string_view bytes, std::size_t& at, std::size_t limit) {
  const std::size_t begin = at;
  const auto too_large = [&] { return kept_.size() + (at - begin) > limit; };
  for (; at < bytes.size(); ++at) {
    if (in_string_ && !escaped_) {
      // Most of a text is within strings, and nothing but a quote or a backslash matters there.
      while (at < bytes.size() && bytes[at] != '"' && bytes[at] != '\\') ++at;
      if (at == bytes.size() || too_large()) break;
    }
    const char c = bytes[at];
    if (in_string_) {
      if (escaped_) {
        escaped_ = false;
      } else if (c == '\\') {
        escaped_ = true;
      } else if (c == '"') {
        in_string_ = false;
        if (depth_ == 0) {
          ++at;
          return true;
        }
      }
      continue;
    }
    switch (c) {
      case '"':
        if (is_scalar_) return true;
        in_string_ = true;
        break;
      case '{':
      case '[':
        if (is_scalar_) return true;
        ++depth_;
        break;
      case '}':
      case ']':
        if (is_scalar_) return true;
        if (--depth_ == 0) {
          ++at;
          return true;
        }
        break;
      case ',':
      case ':':
        if (is_scalar_) return true;
        break;
      default:
        if (depth_ > 0) break;
        if (is_space(c)) return true;
        is_scalar_ = true;
    }
    if (too_large()) break;
  }
  if (too_large()) fail(began_, "a value of at most " + std::to_string(limit) + " bytes");
  return false;
}

void BundleReader::end_value(std::string_view value) {
  switch (state_) {
    case State::key:
      key_ = value.substr(1, value.size() - 2);
      state_ = State::colon;
      return;
    case State::value:
      if (key_ == "type" && value != "\"bundle\"") fail(began_, "\"bundle\"");
      state_ = State::after_value;
      return;
    case State::next_object:
      state_ = State::after_object;
      return on_object_(value, began_);
    default:
      throw std::logic_error{"a value outside the frame's places"};
  }
}

void BundleReader::finish(bool objects_needed) {
  if (state_ != State::done)
    fail(offset_, in_value_ ? "the rest of a value: the text is cut off" : "}: the text is cut off");
  if (objects_needed && !had_objects_) fail(offset_, "a list `objects`");
}

}  // namespace ccop::exchange
