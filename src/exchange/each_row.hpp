// Goes through everything that stands in some lists, page by page.
#pragma once

#include "store/objects.hpp"

#include <functional>

namespace ccop::exchange {

inline void each_row(store::ObjectStore& store, store::PageQuery query,
                     const std::function<void(const store::ObjectRow&)>& on_row, bool heads_alone = false) {
  query.limit = 1000;
  while (true) {
    auto places = store.page(query);
    const bool more = places.size() > query.limit;
    if (more) places.resize(query.limit);
    if (heads_alone)
      store.heads(places, on_row);
    else
      store.rows(places, on_row);
    if (!more) return;
    query.after = places.back();
  }
}

}  // namespace ccop::exchange
