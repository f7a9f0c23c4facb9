// The master key of a host put in the place of another, on both engines. PostgreSQL's tests run where
// CCOP_TEST_POSTGRES names a database.
#include "cli/master_key_change.hpp"
#include "community/scenario.hpp"
#include "device.hpp"
#include "exchange/pull.hpp"
#include "exchange/secrets.hpp"
#include "host/audit.hpp"
#include "notify/hooks/kept.hpp"
#include "server/site.hpp"
#include "store/passing_store.hpp"
#include "store/sealed_settings.hpp"
#include "temporary_folder.hpp"

#include <sodium.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <future>
#include <random>

namespace ccop::cli {
namespace {

namespace fs = std::filesystem;
using store::MasterKey;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* their_secret = "what their server wants to hear";

class AMasterKey : public ::testing::TestWithParam<std::string> {
 protected:
  AMasterKey() {
    options.data = folder.path();
    if (GetParam() == "postgres") options.store = std::getenv("CCOP_TEST_POSTGRES");
    for (const auto& slug : slugs()) found(slug);
    before = MasterKey::read(file());
  }
  void TearDown() override { unsetenv("CCOP_MASTER_KEY"); }

  [[nodiscard]] std::string file(const std::string& end = "") const { return folder.file("master.key") + end; }
  /// Schemas are shared by all tests of a database.
  [[nodiscard]] static std::vector<std::string> slugs() {
    const std::string test = ::testing::UnitTest::GetInstance()->current_test_info()->name();
    static const std::string process = std::to_string(getpid());  // also of the ones that are killed
    const std::string end = process + "-" + std::to_string(std::hash<std::string>{}(test) % 10'000);
    return {"harbour" + end, "haven" + end};
  }
  void found(const std::string& slug) {
    host::LiveCommunity live{open_store(options, slug, true), master_key(options, true), "localhost/c/" + slug};
    testing::Device secretary{"passkey of " + slug};
    std::string charter = community::testing::charter_text("tests/charters/harbour.toml");
    charter.replace(charter.find("\"harbour\""), 9, '"' + slug + '"');
    take(live, secretary.founding(live, charter, slug));
    take(live, secretary.enrols(live));
    const store::Content profile{std::string(16, 'p'), R"({"name":"Ada"})"};
    take(live, secretary.asks(live, community::RegisterPerson{store::content_hash(profile)}, {profile}));
    store::Commit more;  // than are rewrapped at once
    more.first_seq = live.size();
    more.checkpoint = live.store().checkpoint();
    for (int i = 0; i < 300; ++i)
      more.contents.push_back(store::seal({std::string(16, 'p'), std::to_string(i)}, live.master()));
    live.store().commit(std::move(more));
    exchange::Subscription theirs{"id", "theirs", {}, "http://theirs/collection", "", {}, "green", 60};
    theirs.sealed = exchange::sealed_secret(their_secret, live.master());
    open_objects(options, slug)->set_note("subscription/id", to_json(theirs));
    notify::Hook hook{"id", "a channel", "hooks.example.org", {}, {}, {}, {}, {}};
    hook.sealed = notify::sealed_secrets({"https://hooks.example.org/", their_secret, {}, {}}, live.master());
    live.store().change({notify::keeping(hook)});
  }
  static void take(host::LiveCommunity& live, host::Submission submission) {
    ASSERT_TRUE(std::holds_alternative<host::Receipt>(live.execute(std::move(submission))));
  }

  [[nodiscard]] std::vector<UnderMasterKey> all() const {
    std::vector<UnderMasterKey> found;
    for (const auto& slug : slugs()) found.push_back({open_store(options, slug, false), open_objects(options, slug)});
    return found;
  }
  [[nodiscard]] static std::string sealed_in(store::ObjectStore& objects) {
    return from_json<exchange::Subscription>(objects.note("subscription/id").value()).sealed;
  }
  [[nodiscard]] static notify::Hook hook_in(store::Store& record) {
    return from_json<notify::Hook>(record.setting("hook/id").value());
  }
  /// Everything opens with this key, and the host goes on with it.
  void opens_with(const std::shared_ptr<const MasterKey>& key) const {
    for (const auto& slug : slugs()) {
      const auto record = open_store(options, slug, false);
      store::check_settings(*record, *key);
      host::AuditOptions asked;
      asked.master = key;
      const auto report = host::audit(*host::record_of(*record), asked);
      EXPECT_EQ(report.wrong, "");
      EXPECT_EQ(report.opened, 3u);
      EXPECT_EQ(exchange::secret_of(sealed_in(*open_objects(options, slug)), *key), their_secret);
      EXPECT_EQ(notify::opened_secrets(hook_in(*record), *key).secret, their_secret);
      host::LiveCommunity live{open_store(options, slug, false), key, "unused"};
      EXPECT_EQ(live.size(), report.entries);
      EXPECT_TRUE(std::holds_alternative<host::Receipt>(live.change_log_key())) << "it signs";
    }
  }
  /// Nothing does.
  void is_of_no_use(const MasterKey& key) const {
    for (const auto& [record, objects] : all()) {
      EXPECT_FALSE(store::is_sealed_under(*record, key));
      EXPECT_THROW((void)store::unwrap(record->setting("log-key").value(), "log-key", key), store::StoreError);
      record->each_content(
          [&](const store::ContentRow& row) { EXPECT_THROW((void)store::unseal(row, key), store::StoreError); });
      EXPECT_THROW((void)exchange::secret_of(sealed_in(*objects), key), store::StoreError);
      EXPECT_THROW((void)notify::opened_secrets(hook_in(*record), key), store::StoreError);
    }
  }
  [[nodiscard]] std::string rotates() const {
    ::testing::internal::CaptureStdout();
    EXPECT_EQ(rotate_master_key(options), 0);
    return ::testing::internal::GetCapturedStdout();
  }
  [[nodiscard]] std::string refusal_to_rotate() const {
    try {
      static_cast<void>(rotates());
      return "";
    } catch (const store::StoreError& error) {
      static_cast<void>(::testing::internal::GetCapturedStdout());
      return error.what();
    }
  }
  [[nodiscard]] static std::string text_of_file(const std::string& name) {
    std::ifstream in{name, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
  }

  testing::TemporaryFolder folder;
  DataOptions options;
  std::shared_ptr<const MasterKey> before;
};

std::vector<std::string> engines_of_keys() {
  std::vector<std::string> all{"sqlite"};
  if (std::getenv("CCOP_TEST_POSTGRES") != nullptr) all.emplace_back("postgres");
  return all;
}
INSTANTIATE_TEST_SUITE_P(Engines, AMasterKey, ::testing::ValuesIn(engines_of_keys()),
                         [](const auto& engine) { return engine.param; });

TEST_P(AMasterKey, IsPutInThePlaceOfTheOneBeforeInAllCommunities) {
  std::vector<std::string> wrapped;
  for (const auto& one : all())
    one.record->each_content([&](const store::ContentRow& row) { wrapped.push_back(row.wrapped_key); });
  EXPECT_THAT(rotates(), HasSubstr("in 2 communities"));
  const std::shared_ptr<const MasterKey> after = master_key(options, false);
  EXPECT_NE(*after, *before);
  EXPECT_EQ(*MasterKey::read(file(".old")), *before) << "for the backups of before";
  EXPECT_FALSE(fs::exists(file(".new")));
  is_of_no_use(*before);
  opens_with(after);
  if (GetParam() != "sqlite") return;
  for (const auto& slug : slugs())
    for (const auto& part : fs::directory_iterator{fs::path{options.data} / slug}) {
      const std::string bytes = text_of_file(part.path());
      for (const auto& key : wrapped) EXPECT_EQ(bytes.find(key), std::string::npos) << part.path();
    }
}

/// A store in whose process the power fails, before or after it is put under another key.
class FailingPower final : public store::PassingStore {
 public:
  FailingPower(std::unique_ptr<Store> below, bool is_before) : PassingStore(std::move(below)), is_before_(is_before) {}
  void rewrap(const store::Rewrap& anew, std::vector<store::SettingChange> changes) override {
    if (!is_before_) PassingStore::rewrap(anew, std::move(changes));
    kill(getpid(), SIGKILL);
  }

 private:
  bool is_before_;
};

TEST_P(AMasterKey, IsChangedAllTheSameWhenItWasCutOffAnywhere) {
  for (const auto& [at, is_before] : {std::pair{0u, true}, {0u, false}, {1u, true}, {1u, false}}) {
    const auto old = MasterKey::read(file());
    fs::remove(file(".old"));
    const pid_t child = fork();
    if (child == 0) {
      randombytes_stir();  // libsodium refuses to draw the same chances on both sides of a fork
      auto found = all();
      found[at].record = std::make_unique<FailingPower>(std::move(found[at].record), is_before);
      change_master_key(file(), found);
      _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    EXPECT_EQ(*MasterKey::read(file()), *old);
    EXPECT_TRUE(is_changing(file()));
    EXPECT_THROW((void)master_key(options, false), store::StoreError) << "nothing else is done with half of it";
    const auto begun = MasterKey::read(file(".new"));
    ::testing::internal::CaptureStderr();
    finish_change(options);
    EXPECT_THAT(::testing::internal::GetCapturedStderr(), HasSubstr("that was cut off is done"));
    EXPECT_EQ(*master_key(options, false), *begun) << "it went on to the key that was begun with";
    is_of_no_use(*old);
  }
  opens_with(master_key(options, false));
}

TEST_P(AMasterKey, IsChangedAllTheSameWhenOnlyTheNewOneWasThereYet) {
  MasterKey::make(file(".new"));
  std::ofstream{file(".new.part")} << "half of ";
  const auto begun = MasterKey::read(file(".new"));
  static_cast<void>(rotates());
  EXPECT_EQ(*MasterKey::read(file()), *begun);
  opens_with(master_key(options, false));
}

TEST_P(AMasterKey, IsChangedOnceTheStoreThatFailedIsThereAgain) {
  class FailingStore final : public store::PassingStore {
   public:
    using PassingStore::PassingStore;
    void rewrap(const store::Rewrap& anew, std::vector<store::SettingChange> changes) override {
      PassingStore::rewrap(
          [&](const ContentHash& hash, std::string_view wrapped) {
            if (++rewrapped_ == 290) throw store::StoreError{"the disk is full"};
            return anew(hash, wrapped);
          },
          std::move(changes));
    }

   private:
    int rewrapped_{};
  };
  {
    auto found = all();
    found[1].record = std::make_unique<FailingStore>(std::move(found[1].record));
    EXPECT_THROW(change_master_key(file(), found), store::StoreError);
    EXPECT_TRUE(store::is_sealed_under(*found[1].record, *before));
    found[1].record->each_content([&](const store::ContentRow& row) { (void)store::unseal(row, *before); });
  }
  static_cast<void>(rotates());
  is_of_no_use(*before);
  opens_with(master_key(options, false));
}

/// The program itself, at any moment.
TEST_P(AMasterKey, SurvivesAProgramThatIsKilledAtRandomMoments) {
  std::mt19937 chance{5};  // any moments will do, the same ones each time
  int killed = 0;
  for (int round = 0; round < 12; ++round) {
    if (!is_changing(file())) fs::remove(file(".old"));
    const pid_t child = fork();
    if (child == 0) {
      fclose(stdout);
      execl(CCOP_PROGRAM, CCOP_PROGRAM, "keys", "rotate", "master", "--data", options.data.c_str(),
            options.store.empty() ? nullptr : "--store", options.store.c_str(), nullptr);
      _exit(127);
    }
    usleep(static_cast<useconds_t>(chance() % 300'000));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    killed += WIFSIGNALED(status) ? 1 : 0;
  }
  EXPECT_GT(killed, 0);
  finish_change(options);
  opens_with(master_key(options, false));
}

TEST_P(AMasterKey, IsNotChangedWhereSomethingDoesNotOpenWithIt) {
  ContentHash damaged;
  const auto store = open_store(options, slugs().back(), false);
  store->rewrap(
      [&](const ContentHash& hash, std::string_view wrapped) {
        if (damaged != ContentHash{}) return std::string{wrapped};
        damaged = hash;
        return std::string(wrapped.size(), 'x');
      },
      {});
  EXPECT_THAT(refusal_to_rotate(), HasSubstr("content " + to_base64url(damaged.hash)));
  EXPECT_FALSE(is_changing(file()));
  for (const auto& one : all()) EXPECT_TRUE(store::is_sealed_under(*one.record, *before));
}

TEST_P(AMasterKey, IsNotChangedWhileAHostRuns) {
  const host::LiveCommunity live{open_store(options, slugs().front(), false), master_key(options, false), "unused"};
  EXPECT_THAT(refusal_to_rotate(), HasSubstr("stop it first"));
  EXPECT_FALSE(is_changing(file()));
}

TEST_P(AMasterKey, IsChangedForAWholeFolder) {
  options.community = slugs().front();
  EXPECT_THAT(refusal_to_rotate(), HasSubstr("leave --community out"));
  options.community.clear();
  std::ofstream{file(".old")} << to_base64url(sha256(bytes_of("of an earlier change"))) << "\n";
  fs::permissions(file(".old"), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_THAT(refusal_to_rotate(), HasSubstr("move it to where you keep copies"));
  EXPECT_FALSE(is_changing(file()));
}

TEST_P(AMasterKey, OfTheEnvironmentIsNotShownAndTheNewOneLiesInAFileThatIsNamed) {
  const std::string old = to_base64url(before->bytes());
  fs::remove(file());
  setenv("CCOP_MASTER_KEY", old.c_str(), 1);
  const std::string told = rotates();
  const auto after = MasterKey::read(file());
  EXPECT_THAT(told, HasSubstr(file() + ": put it into CCOP_MASTER_KEY"));
  for (const auto& key : {old, to_base64url(after->bytes())}) EXPECT_THAT(told, Not(HasSubstr(key)));
  EXPECT_THROW((void)master_key(options, false), store::StoreError) << "which of them?";
  EXPECT_FALSE(fs::exists(file(".old"))) << "it is where it was";
  setenv("CCOP_MASTER_KEY", to_base64url(after->bytes()).c_str(), 1);
  fs::remove(file());
  opens_with(master_key(options, false));
}

TEST_P(AMasterKey, OfTheEnvironmentMustBeTheOneOfBeforeUntilTheChangeIsDone) {
  MasterKey::make(file(".new"));
  fs::remove(file());
  setenv("CCOP_MASTER_KEY", to_base64url(MasterKey::read(file(".new"))->bytes()).c_str(), 1);
  EXPECT_THAT(refusal_to_rotate(), HasSubstr("give the one of before once more"));
  setenv("CCOP_MASTER_KEY", to_base64url(before->bytes()).c_str(), 1);
  static_cast<void>(rotates());
  is_of_no_use(*before);
}

TEST_P(AMasterKey, OfThenOpensTheBackupsOfThen) {
  options.community = slugs().front();
  const auto keys = store::SealingKeys::fresh();
  BackupSettings settings;
  settings.recipients = {keys.public_text()};
  settings.key_file = folder.file("backup.key");
  store::write_secret_file(settings.key_file, keys.secret_text() + "\n");
  ::testing::internal::CaptureStdout();
  EXPECT_EQ(back_up(options, folder.file("backup"), settings), 0);
  options.community.clear();
  EXPECT_EQ(rotate_master_key(options), 0);
  DataOptions elsewhere;
  elsewhere.data = folder.file("restored");
  elsewhere.master_key = file();
  EXPECT_THROW(restore(elsewhere, folder.file("backup"), settings), store::StoreError);
  elsewhere.master_key = file(".old");
  EXPECT_EQ(restore(elsewhere, folder.file("backup"), settings), 0);
  EXPECT_EQ(audit(elsewhere, elsewhere.data, "", "", "", ""), 0);
  EXPECT_THAT(::testing::internal::GetCapturedStdout(), HasSubstr("each content opens"));
}

TEST_P(AMasterKey, LetsSubscriptionsReadOnWithTheirSecrets) {
  static_cast<void>(rotates());
  std::promise<std::string> said;
  std::atomic<bool> is_first{true};
  server::SiteOptions served{{"localhost", {"http://localhost:8080"}}, false};
  served.fetch = [&](const exchange::Fetching& asking) {
    if (is_first.exchange(false)) said.set_value(asking.secret);
    return exchange::Fetched{0, {}, {}, "nobody there"};
  };
  const std::string slug = slugs().front();
  server::Site site{open_store(options, slug, false), master_key(options, false), slug, served,
                    open_objects(options, slug)};
  EXPECT_EQ(said.get_future().get(), their_secret);
  site.stop();
}

}  // namespace
}  // namespace ccop::cli
