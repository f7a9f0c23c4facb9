#include "exchange/stix/examine.hpp"

#include "exchange/stix/examination.hpp"

#include <cstring>

namespace ccop::exchange {
namespace {

namespace dom = simdjson::dom;

std::string trouble_with(simdjson::error_code error) {
  switch (error) {
    case simdjson::DEPTH_ERROR:
      return "at most 64 levels of nesting";
    case simdjson::UTF8_ERROR:
      return "valid UTF-8";
    case simdjson::CAPACITY:
      return "at most 16 MiB";
    case simdjson::EMPTY:
      return "a JSON object, not nothing";
    default:
      return std::string{"JSON: "} + simdjson::error_message(error);
  }
}

/// Removes the white space between tokens; strings and numbers stay byte for byte.
std::string without_white_space(std::string_view json) {
  std::string out(json.size() + simdjson::SIMDJSON_PADDING, '\0');
  std::size_t length = 0;
  const auto error = simdjson::minify(json.data(), json.size(), out.data(), length);
  out.resize(error == simdjson::SUCCESS ? length : 0);
  return out;
}

}  // namespace

std::string Finding::sentence() const {
  std::string text = object.empty() ? "an object" : object;
  if (!property.empty()) text += ": " + property;
  return text + ": expected " + rule;
}

Examiner::Examiner(ExamineOptions options) : options_(options), parser_(largest_object) {}

Examined Examiner::examine(std::string_view json, bool padded) {
  Examined result;
  if (json.size() > largest_object) {
    result.errors.push_back({"", "", "an object of at most 16 MiB"});
    return result;
  }
  // simdjson's own memory is as large as the largest object so far, not as the largest allowed one.
  const std::size_t wanted = std::max<std::size_t>(json.size(), 4096);
  if (parser_.capacity() < wanted || parser_.max_depth() != deepest_nesting)
    if (parser_.allocate(std::max(wanted, parser_.capacity()), deepest_nesting) != simdjson::SUCCESS)
      throw std::bad_alloc{};
  dom::element document;
  if (const auto error = parser_.parse(json.data(), json.size(), !padded).get(document); error != simdjson::SUCCESS) {
    result.errors.push_back({"", "", trouble_with(error)});
    return result;
  }
  dom::object object;
  if (document.get(object) != simdjson::SUCCESS) {
    result.errors.push_back({"", "", "a JSON object"});
    return result;
  }
  examine_object(object, options_, result);
  if (!result.errors.empty() && !options_.taken) return result;
  if (options_.terms) {
    collect_terms(result.object, object);
    result.object.head = head_of(result.object.type, object);
  }
  result.object.json = without_white_space(json);
  return result;
}

}  // namespace ccop::exchange
