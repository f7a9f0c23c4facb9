// GMime (LGPL), which knows how mails are written and read; for the files that use it alone.
#pragma once

#include <gmime/gmime.h>

#include <memory>

namespace ccop::notify {

struct ReleaseObject {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <class T>
using Held = std::unique_ptr<T, ReleaseObject>;

/// Before anything else of GMime, in any thread.
void begin_gmime();

}  // namespace ccop::notify
