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

const store::Content* Texts::content(const ContentHash& hash) {
  auto known = known_.find(hash);
  if (known == known_.end()) known = known_.emplace(hash, find_(hash)).first;
  return known->second ? &*known->second : nullptr;
}

const std::string* Texts::of(const ContentHash& hash) {
  const store::Content* found = content(hash);
  return found == nullptr ? nullptr : &found->text;
}

const std::optional<std::string>& Texts::member(const ContentHash& hash, std::string_view name) {
  const auto [place, is_new] = members_.try_emplace({hash, name});
  if (!is_new) return place->second;
  std::string_view found;
  const std::string* whole = of(hash);
  const auto object = whole == nullptr ? std::nullopt : object_in(*whole);
  if (object && (*object)[name].get(found) == simdjson::SUCCESS) place->second = found;
  return place->second;
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
  texts.show(*content_, member_);
  const std::string* whole = texts.of(*content_);
  if (whole == nullptr) {
    if (is_empty_if_erased_) text_ = "";
  } else if (member_.empty()) {
    text_ = *whole;
  } else {
    if (is_empty_if_missing_) text_ = "";
    if (const auto& found = texts.member(*content_, member_)) text_ = found;
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

void Whole::fill(Texts& texts) {
  texts.show(content_);
  const store::Content* found = texts.content(content_);
  if (found == nullptr) return;
  const auto salt = bytes_of(found->salt);
  original_ = Original{{salt.begin(), salt.end()}, found->text};
}

std::string Whole::schema(schema::Components& components) {
  return ccop::schema::of<OrNull<Original>>(components);
}

ShownView ShownView::of(const community::Wording& wording) {
  ShownView view;
  for (const auto& text : wording.texts) view.texts.emplace_back(text);
  return view;
}

void ContentFields::fill_with(Texts& texts, const std::vector<std::string_view>& members) {
  if (!content_) return;
  texts.show(*content_);
  const std::string* text = texts.of(*content_);
  if (text == nullptr) return;
  const auto object = object_in(*text);
  json_ = "{";
  for (const std::string_view name : members) {
    std::string_view found;
    // A plain text, from before these had a form, is shown as what it says.
    if (!object && name == "text")
      found = *text;
    else if (!object || (*object)[name].get(found) != simdjson::SUCCESS)
      continue;
    if (json_.size() > 1) json_ += ',';
    append_json_string(json_, name);
    json_ += ':';
    append_json_string(json_, found);
  }
  json_ += '}';
}

}  // namespace ccop::server
