// Question sets: the Members adopt what is asked of them (clause 2.2).
#include "community/exposure/an_assessment.hpp"

namespace ccop::community::testing {
namespace {

TEST_F(AnAssessment, Clause2_2_AsksWhatTheMembersAdopted) {
  const QuestionSetId set = assessment(story.now).sets.next();
  EXPECT_THAT(story.ask(people[1], ProposeQuestionSet{{}, words("set"), words("questions"), of_a_state()}), allowed());
  EXPECT_THAT(story.ask(story.secretary(), call_of({{set, 1}})), refused_for("question-set-is-not-in-force"));
  silence(assessment(story.now).sets[set].motion);
  EXPECT_THAT(story.ask(story.secretary(), call_of({{set, 1}})), allowed());
}

TEST_F(AnAssessment, Clause2_2_DoesNotAskWhatAMemberObjectedTo) {
  const QuestionSetId set = assessment(story.now).sets.next();
  story.ask(story.secretary(), ProposeQuestionSet{{}, words("set"), words("questions"), of_a_state()});
  const MotionId motion = assessment(story.now).sets[set].motion;
  story.ask(story.secretary(), OpenMotion{motion, story.time + days{14}, "Europe/Rome", 60});
  EXPECT_THAT(story.ask(people[1], ObjectToMotion{motion, words("too much")}), allowed());
  story.pass(days{15});
  story.settle();
  EXPECT_FALSE(assessment(story.now).sets[set].adopted_at);
}

TEST_F(AnAssessment, IsAskedInTheVersionThatWasAdoptedLast) {
  const QuestionSetId first = adopted(of_a_state());
  EXPECT_THAT(story.ask(people[1], ProposeQuestionSet{{}, words("set"), words("questions"), of_a_state()}),
              refused_for("question-set-is-not-newer"));
  const QuestionSetId second = adopted(of_a_state(2));
  EXPECT_THAT(story.ask(story.secretary(), call_of({{first, 1}})), refused_for("question-set-is-not-in-force"));
  EXPECT_THAT(story.ask(story.secretary(), call_of({{second, 1}})), allowed());
}

TEST_F(AnAssessment, IsDecidedOnInExecutiveSessionToo) {
  const SessionId session = story.executive_session({people.begin(), people.end() - std::ptrdiff_t{observers}});
  const QuestionSetId set = assessment(story.now).sets.next();
  EXPECT_THAT(story.ask(people[1], ProposeQuestionSet{session, words("set"), words("questions"), of_a_state()}),
              allowed());
  const Motion& motion = decisions(story.now).motions[assessment(story.now).sets[set].motion];
  EXPECT_EQ(motion.session, session);
  EXPECT_EQ(motion.method, Method::vote);
  EXPECT_THAT(story.ask(people[1], ProposeQuestionSet{SessionId{99}, words("set"), words("q"), of_events()}),
              refused_for("no-such-session"));
  EXPECT_THAT(story.ask(people.back(), ProposeQuestionSet{{}, words("set"), words("q"), of_events()}),
              refused_for("only-members-propose"))
      << "an Observer";
}

TEST_F(AnAssessment, KeepsTheQuestionsThatWereAdopted) {
  const QuestionSetId set = adopted(of_events());
  const EraseContent erasing{{assessment(story.now).sets[set].questions}};
  EXPECT_THAT(story.ask_as(story.host(), erasing), refused_for("round-needs-content"));
}

}  // namespace
}  // namespace ccop::community::testing
