// However many call, there are descriptors left for the record's files: tried with a limit that is reached.
#include "server/descriptors.hpp"

#include "server/a_server.hpp"
#include "server/served_site.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace ccop::server::testing {
namespace {

using ccop::testing::RawConnection;

constexpr rlim_t few = 400;
constexpr std::size_t callers = 500;

/// A number that one process tells another.
class Told {
 public:
  Told() { EXPECT_EQ(pipe(ends_.data()), 0); }
  void say(std::size_t number) const { EXPECT_EQ(write(ends_[1], &number, sizeof number), ssize_t{sizeof number}); }
  [[nodiscard]] std::size_t hear() const {
    std::size_t number = 0;
    EXPECT_EQ(read(ends_[0], &number, sizeof number), ssize_t{sizeof number});
    return number;
  }

 private:
  std::array<int, 2> ends_{};
};

/// Calls the server at the port that it hears, and says how many calls were taken. They are held until it hears more.
void hold_calls(const Told& from_server, const Told& to_server) {
  const auto port = static_cast<std::uint16_t>(from_server.hear());
  std::vector<RawConnection> held;
  std::size_t taken = 0;
  for (std::size_t i = 0; i < callers; ++i) {
    held.emplace_back(port).send("GET /a HTTP/1.1\r\nHost: h\r\n\r\n");
    if (held.back().read_head().starts_with("HTTP/1.1 200")) ++taken;
  }
  to_server.say(taken);
  static_cast<void>(from_server.hear());
}

/// Serves with few descriptors until no call is taken any more, and opens a community's files then.
void open_a_record_while_full() {
  const Told to_callers;
  const Told from_callers;
  const pid_t calling = fork();
  if (calling == 0) {
    hold_calls(to_callers, from_callers);
    std::_Exit(0);
  }
  const rlimit limit{few, few};
  EXPECT_EQ(setrlimit(RLIMIT_NOFILE, &limit), 0);
  ListenOptions options;
  options.most.connections_by_address = callers;
  const AServer server{options};
  to_callers.say(server.port());
  EXPECT_EQ(from_callers.hear(), descriptors_for_connections()) << "so many calls were taken";
  {
    const ccop::testing::TemporaryFolder folder;
    const ServedSite served{folder, "harbour"};
    EXPECT_EQ(served.site->live().size(), 2u);
  }
  to_callers.say(0);
  EXPECT_EQ(waitpid(calling, nullptr, 0), calling);
  std::exit(::testing::Test::HasFailure() ? 1 : 0);
}

/// In a process of its own, for a limit that was lowered stays so.
TEST(AFullHost, OpensItsRecordAllTheSame) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(open_a_record_while_full(), ::testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace ccop::server::testing
