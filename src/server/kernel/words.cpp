#include "server/kernel/words.hpp"

#include "base/json_reading.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

/// The JSON object that a text is; empty where it is none. Valid until this thread parses again.
std::optional<simdjson::dom::object> object_in(const std::string& text) {
  try {
    simdjson::dom::object object;
    if (parse_json(text).get(object) == simdjson::SUCCESS) return object;
  } catch (const BadInput&) {  // a plain text
  }
  return std::nullopt;
}

}  // namespace

const std::optional<std::string>& Texts::of(const ContentHash& content) {
  const auto known = known_.find(content);
  return known != known_.end() ? known->second : known_.emplace(content, find_(content)).first->second;
}

Words Words::of(const std::optional<ContentHash>& content) {
  Words words;
  words.content_ = content;
  return words;
}

Words Words::of_or_empty(const ContentHash& content) {
  Words words = of(content);
  words.is_empty_if_erased_ = true;
  return words;
}

Words Words::member(const ContentHash& content, std::string_view name) {
  Words words = of(content);
  words.member_ = name;
  return words;
}

Words Words::member_or_empty(const ContentHash& content, std::string_view name) {
  Words words = member(content, name);
  words.is_empty_if_missing_ = true;
  return words;
}

void Words::fill(Texts& texts) {
  if (!content_) return;
  const auto& whole = texts.of(*content_);
  if (!whole) {
    if (is_empty_if_erased_) text_ = "";
  } else if (member_.empty()) {
    text_ = *whole;
  } else {
    if (is_empty_if_missing_) text_ = "";
    std::string_view found;
    if (const auto object = object_in(*whole); object && (*object)[member_].get(found) == simdjson::SUCCESS)
      text_ = found;
  }
}

void Words::write_json(std::string& out) const {
  if (text_)
    append_json_string(out, *text_);
  else
    out += "null";
}

std::string Words::schema(schema::Components& components) {
  return components.refer("MaybeText", typeid(Words), [] { return R"({"type":["string","null"]})"; });
}

void ContentFields::fill(Texts& texts) {
  if (!content_) return;
  const auto& text = texts.of(*content_);
  if (!text) return;
  json_.clear();
  if (object_in(*text)) {
    json_ = *text;
    return;
  }
  json_ = "{\"text\":";
  append_json_string(json_, *text);
  json_ += '}';
}

}  // namespace ccop::server
