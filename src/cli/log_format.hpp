// The host's own log: a line of JSON for each message, whatever is in it.
#pragma once

namespace ccop::cli {

/// From now on; `verbose` tells each request, too.
void log_as_json(bool verbose);

}  // namespace ccop::cli
