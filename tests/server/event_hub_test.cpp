// Live events say what changed, and never less than what changed.
#include "server/kernel/event_hub.hpp"

#include <gtest/gtest.h>

namespace ccop::server {
namespace {

class ALiveListener : public ::testing::Test {
 protected:
  void SetUp() override {
    source->start([this] { ++woken; });
    EXPECT_EQ(source->take(), "event: record\ndata: {\"size\":2}\n\n");  // hello
  }
  EventHub hub;
  std::shared_ptr<EventSource> source = hub.subscribe(2);
  int woken{};
};

TEST_F(ALiveListener, HearsWhatChanged) {
  hub.announce(3, Changes{{{"people", {}}, {"decisions", 4}}});
  EXPECT_EQ(woken, 1);
  EXPECT_EQ(source->take(),
            "event: record\ndata: {\"size\":3,\"changed\":[{\"chapter\":\"decisions\",\"id\":4},"
            "{\"chapter\":\"people\"}]}\n\n");
  EXPECT_EQ(source->take(), "");
}

TEST_F(ALiveListener, HearsAllThatGatheredWhileItDidNotListen) {
  hub.announce(3, Changes{{{"decisions", 4}}});
  hub.announce(4, Changes{{{"decisions", 4}, {"elections", 0}}});
  EXPECT_EQ(source->take(),
            "event: record\ndata: {\"size\":4,\"changed\":[{\"chapter\":\"decisions\",\"id\":4},"
            "{\"chapter\":\"elections\",\"id\":0}]}\n\n");
}

TEST_F(ALiveListener, HearsNoListWhereAnyOfItIsUnknown) {
  hub.announce(3, Changes{{{"decisions", 4}}});
  hub.announce(4, Changes::everything());
  hub.announce(5, Changes{{{"people", {}}}});
  EXPECT_EQ(source->take(), "event: record\ndata: {\"size\":5}\n\n");
  hub.announce(6, Changes{{{"people", {}}}});
  EXPECT_EQ(source->take(), "event: record\ndata: {\"size\":6,\"changed\":[{\"chapter\":\"people\"}]}\n\n");
}

TEST_F(ALiveListener, HearsNoListThatIsTooLong) {
  for (std::uint32_t id = 0; id < Changes::most; ++id) hub.announce(3 + id, Changes{{{"decisions", id}}});
  EXPECT_NE(source->take().find("\"changed\""), std::string::npos);
  for (std::uint32_t id = 0; id <= Changes::most; ++id) hub.announce(100 + id, Changes{{{"decisions", id}}});
  EXPECT_EQ(source->take().find("\"changed\""), std::string::npos);
}

TEST_F(ALiveListener, HearsWhatLiesBesideTheRecordThoughItIsAsLongAsBefore) {
  hub.announce_beside(Changes{{{"floor", 4}}});
  EXPECT_EQ(woken, 1);
  EXPECT_EQ(source->take(), "event: record\ndata: {\"size\":2,\"changed\":[{\"chapter\":\"floor\",\"id\":4}]}\n\n");
  EXPECT_EQ(source->take(), "");
}

TEST_F(ALiveListener, HearsNothingWhereNothingChanged) {
  hub.look_again();
  EXPECT_EQ(woken, 1);
  EXPECT_EQ(source->take(), "");
}

TEST_F(ALiveListener, IsForgottenWhenItGoes) {
  EXPECT_EQ(hub.listeners(), 1u);
  source = nullptr;
  EXPECT_EQ(hub.listeners(), 0u);
}

}  // namespace
}  // namespace ccop::server
