// What a chapter brings to the server, in server/<chapter>/: each of these specialized for it. One that is missing does
// not link.
#pragma once

#include "server/kernel/route.hpp"
#include "server/kernel/task.hpp"

namespace ccop::server {

/// The chapter's routes.
template <class Chapter>
[[nodiscard]] Routes pages();

/// What one of the chapter's tasks is about, and how it is called.
template <class Chapter>
[[nodiscard]] TaskSubject subject_of(const Reading& here, const community::Task& task);

}  // namespace ccop::server
