#include "notify/mail/gmime.hpp"

namespace ccop::notify {

void begin_gmime() {
  static const bool has_begun = (g_mime_init(), true);
  static_cast<void>(has_begun);
}

}  // namespace ccop::notify
