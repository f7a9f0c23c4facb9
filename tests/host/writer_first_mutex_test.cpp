// The lock of the community's state.
#include "host/writer_first_mutex.hpp"

#include <gtest/gtest.h>

#include <mutex>
#include <shared_mutex>

namespace ccop::host {
namespace {

TEST(WhoeverReadsTheState, IsToldOfAskingForItAgainInsteadOfWaitingForEver) {
  WriterFirstMutex state;
  const std::shared_lock reading{state};
  EXPECT_THROW(static_cast<void>(std::shared_lock{state}), std::logic_error);
}

TEST(WhoeverReadsTheState, ReadsItAgainOnceItWasLetGoAndAnothersMeanwhile) {
  WriterFirstMutex state;
  WriterFirstMutex of_another;
  {
    const std::shared_lock reading{state};
    const std::shared_lock beside{of_another};
  }
  EXPECT_NO_THROW(static_cast<void>(std::shared_lock{state}));
  EXPECT_NO_THROW(static_cast<void>(std::unique_lock{state}));
}

}  // namespace
}  // namespace ccop::host
