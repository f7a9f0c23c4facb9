// One route: its address, whom it is for, what answers, and what its answer and request look like. A chapter lists its
// own in routes.cpp; routes.hpp has them all.
#pragma once

#include "server/kernel/reading.hpp"

namespace ccop::server {

struct Route {
  std::string_view method;
  std::string_view path;  ///< numbers as {id}; with `/*` at its end: everything below
  Who who{};
  void (*answer)(const Call& call, const Reply& reply);
  /// Adds what it answers and takes to the document; gives the schemas of both, empty where they are no JSON.
  struct Description {
    std::string answer;
    std::string request;
  };
  Description (*describe)(schema::Components& components);
  bool is_kept{};           ///< its answers are kept while the record stands still
  bool takes_bytes{};       ///< its requests are no JSON
  bool speaks_otherwise{};  ///< another protocol, with answers of its own for whatever goes wrong
  bool is_heavy{};          ///< its answers take long, and are made by threads of their own (workers.hpp)
  /// How many there are of what {id} counts, or of what a list shows by and by, where it shows contents of the record.
  std::size_t (*count)(const community::Community&){};
  std::size_t rows{};  ///< of a list that is asked for by and by (`before`), so many at once

  /// The same route, which says how many of its things there are.
  [[nodiscard]] Route of_each(std::size_t (*how_many)(const community::Community&)) const {
    Route route = *this;
    route.count = how_many;
    return route;
  }
  /// The same route, which gives so many of its rows at once.
  [[nodiscard]] Route in_pages(std::size_t (*how_many)(const community::Community&), std::size_t rows_at_once) const {
    Route route = of_each(how_many);
    route.rows = rows_at_once;
    return route;
  }
};
using Routes = std::vector<Route>;

/// The same route, whose answers take long.
[[nodiscard]] inline Route heavy(Route route) {
  route.is_heavy = true;
  return route;
}

/// An answer that brings header fields of its own.
template <class View>
struct WithHeaders {
  View view;
  std::vector<std::pair<std::string, std::string>> headers;
};

template <class View>
[[nodiscard]] Response response_of(const View& view) {
  return json_response(to_json(view));
}
template <class View>
[[nodiscard]] Response response_of(WithHeaders<View> answer) {
  Response response = response_of(answer.view);
  response.headers = std::move(answer.headers);
  return response;
}

namespace routes {

template <class View>
struct Described {
  using type = View;
};
template <class View>
struct Described<WithHeaders<View>> {
  using type = View;
};
template <class View>
[[nodiscard]] std::string schema_of(schema::Components& components) {
  return schema::of<typename Described<View>::type>(components);
}
template <class View, class Body>
View view_of(View (*)(const Call&, const Body&));
template <class Body>
Body body_of(void (*)(const Call&, const Body&, const Reply&));
template <class View, class Body>
Body body_of(View (*)(const Call&, const Body&));

/// GET: a view of the state. `make` gets a Reading and looks up no text.
template <auto make>
[[nodiscard]] Route page(std::string_view path, Who who) {
  using View = decltype(make(std::declval<const Reading&>()));
  Route route{"GET", path, who, [](const Call& call, const Reply& reply) { reply(response_of(read_view(call, make))); },
              [](schema::Components& components) {
                return Route::Description{schema_of<View>(components), ""};
              }};
  route.is_kept = true;
  return route;
}

/// GET: a view that is made outside of the state, or in several steps.
template <auto make>
[[nodiscard]] Route get(std::string_view path, Who who) {
  using View = decltype(make(std::declval<const Call&>()));
  return {"GET", path, who, [](const Call& call, const Reply& reply) { reply(response_of(make(call))); },
          [](schema::Components& components) {
            return Route::Description{schema_of<View>(components), ""};
          }};
}

/// The same, kept while the record stands still.
template <auto make>
[[nodiscard]] Route kept(std::string_view path, Who who) {
  Route route = get<make>(path, who);
  route.is_kept = true;
  return route;
}

/// POST without a body that says anything.
template <auto make>
[[nodiscard]] Route post(std::string_view path, Who who) {
  Route route = get<make>(path, who);
  route.method = "POST";
  return route;
}

/// POST: reads the request's body, answers with a view.
template <auto make>
[[nodiscard]] Route take(std::string_view path, Who who) {
  using Body = decltype(body_of(make));
  using View = decltype(view_of(make));
  return {
      "POST", path, who,
      [](const Call& call, const Reply& reply) { reply(response_of(make(call, from_json<Body>(call.request.body)))); },
      [](schema::Components& components) {
        return Route::Description{schema_of<View>(components), schema::of<Body>(components)};
      }};
}

/// POST: the same, answered later with a `View`.
template <auto begin, class View>
[[nodiscard]] Route take_and_wait(std::string_view path, Who who) {
  using Body = decltype(body_of(begin));
  return {"POST", path, who,
          [](const Call& call, const Reply& reply) { begin(call, from_json<Body>(call.request.body), reply); },
          [](schema::Components& components) {
            return Route::Description{schema_of<View>(components), schema::of<Body>(components)};
          }};
}

/// What answers with no JSON.
template <auto make>
[[nodiscard]] Route plain(std::string_view path, Who who) {
  return {"GET", path, who, [](const Call& call, const Reply& reply) { reply(make(call)); },
          [](schema::Components&) { return Route::Description{}; }};
}

}  // namespace routes

}  // namespace ccop::server
