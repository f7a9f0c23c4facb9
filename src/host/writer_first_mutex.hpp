// A lock for one writer and many readers that lets a waiting writer in before further readers. std::shared_mutex leaves
// that open, and glibc's prefers readers: a steady stream of them would hold the writer off.
#pragma once

#include <pthread.h>

#include <algorithm>
#include <stdexcept>
#include <system_error>
#include <vector>

namespace ccop::host {

/// Meets Lockable and SharedLockable as far as std::unique_lock and std::shared_lock need. Whoever holds it shared must
/// not ask for it again: a writer may wait between.
class WriterFirstMutex {
 public:
  WriterFirstMutex() {
    pthread_rwlockattr_t kind;
    check(pthread_rwlockattr_init(&kind));
    check(pthread_rwlockattr_setkind_np(&kind, PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP));
    check(pthread_rwlock_init(&lock_, &kind));
    check(pthread_rwlockattr_destroy(&kind));
  }
  ~WriterFirstMutex() { pthread_rwlock_destroy(&lock_); }
  WriterFirstMutex(const WriterFirstMutex&) = delete;
  WriterFirstMutex& operator=(const WriterFirstMutex&) = delete;
  WriterFirstMutex(WriterFirstMutex&&) = delete;
  WriterFirstMutex& operator=(WriterFirstMutex&&) = delete;

  void lock() { check(pthread_rwlock_wrlock(&lock_)); }
  void unlock() { check(pthread_rwlock_unlock(&lock_)); }
  /// Throws std::logic_error where this thread reads already: with a writer waiting in between, both would for ever.
  void lock_shared() {
    auto& held = held_here();
    if (std::ranges::find(held, this) != held.end()) throw std::logic_error("whoever reads asks to read again");
    held.push_back(this);
    check(pthread_rwlock_rdlock(&lock_));
  }
  void unlock_shared() {
    std::erase(held_here(), this);
    check(pthread_rwlock_unlock(&lock_));
  }

 private:
  /// What this thread reads just now.
  static std::vector<const WriterFirstMutex*>& held_here() {
    static thread_local std::vector<const WriterFirstMutex*> held;
    return held;
  }
  static void check(int error) {
    if (error != 0) throw std::system_error{error, std::generic_category(), "a lock"};
  }
  pthread_rwlock_t lock_{};
};

}  // namespace ccop::host
