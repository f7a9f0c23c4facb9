// Which day it is somewhere: for what lasts whole days, or is due when a day ends. By the machine's own data about time
// zones (TZif, RFC 8536); nothing of it enters the record.
#pragma once

#include "base/time.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace ccop::notify {

class Zone {
 public:
  /// By its name, such as Europe/Zurich. One that the machine does not know counts days as UTC does.
  explicit Zone(std::string_view name);

  [[nodiscard]] std::chrono::sys_days day_of(Time time) const;

 private:
  struct Change {
    std::chrono::sys_seconds at;
    std::chrono::seconds ahead;  ///< from then on
  };
  void read(std::string_view file);
  /// By how much its clocks are ahead of UTC then.
  [[nodiscard]] std::chrono::seconds ahead(Time time) const;

  std::chrono::seconds before_all_{};
  std::vector<Change> changes_;  ///< in the order of time
};

}  // namespace ccop::notify
