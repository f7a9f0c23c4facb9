// The other way: objects of STIX as events of MISP. What came from there goes back as it was; an indicator of another
// origin becomes the attribute that says the same, and where there is none, one of the type stix2-pattern, which MISP
// keeps whole: never its parts.
#pragma once

#include "exchange/compose.hpp"
#include "exchange/left_out.hpp"
#include "exchange/misp/backwards.hpp"

namespace ccop::exchange {

/// What makes an event out of objects.
struct MispHead {
  std::string uuid;
  std::string info;
  std::string author;  ///< an identity's id; empty: nobody's
};

class ToMisp {
 public:
  /// `find` looks for what the objects refer to.
  ToMisp(Microseconds now, misp::FindObject find) : now_(now), find_(std::move(find)) {}

  /// An event of a report, a grouping or an incident and of what it holds.
  [[nodiscard]] Json event_of(const Json& report, const std::vector<Json>& objects);
  /// An event of objects that no report holds together.
  [[nodiscard]] Json event_of(const MispHead& head, const std::vector<Json>& objects);
  /// How many objects went into the last event.
  [[nodiscard]] std::uint64_t written() const { return written_; }
  /// What of its objects did not.
  [[nodiscard]] const Leftovers& left_out() const { return left_out_; }

 private:
  [[nodiscard]] Json organization(const std::string& identity) const;
  Json filled(Json event, const std::vector<Json>& objects);

  Microseconds now_;
  misp::FindObject find_;
  Leftovers left_out_;
  std::uint64_t written_{};
};

}  // namespace ccop::exchange
