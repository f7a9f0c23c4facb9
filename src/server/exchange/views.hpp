// What pages read of the exchange: lists, one object with what surrounds it, the graph, the matrix.
#pragma once

#include "community/kernel/ids.hpp"
#include "exchange/left_out.hpp"
#include "exchange/marking.hpp"
#include "exchange/watch/values.hpp"
#include "server/kernel/shapes.hpp"

namespace ccop::server {

/// A level of TLP 2.0, by its word.
struct Marking {
  exchange::Level level{};

  void write_json(std::string& out) const { codec::write_plain(out, exchange::word_of(level)); }
  [[nodiscard]] static std::string schema(schema::Components& components);
  bool operator==(const Marking&) const = default;
};

/// Whose an object is: an organization's, the community's, or nobody's here.
struct Maker {
  std::optional<community::OrganizationId> organization;
  bool is_community{};

  void write_json(std::string& out) const;
  [[nodiscard]] static std::string schema(schema::Components& components);
  bool operator==(const Maker&) const = default;
};

struct ObjectHead {
  std::string id;
  std::string type;
  std::string title;
  Marking marking;
  Time added{};
  bool revoked{};
  Maker by;
  bool operator==(const ObjectHead&) const = default;
};
BOOST_DESCRIBE_STRUCT(ObjectHead, (), (id, type, title, marking, added, revoked, by))

enum class ExchangeDeed { share, comment, propose_release, release, sight, define, change };
BOOST_DESCRIBE_ENUM(ExchangeDeed, share, comment, propose_release, release, sight, define, change)

struct Found {
  std::vector<ObjectHead> objects;
  OrNull<std::string> next;
  std::vector<ExchangeDeed> may;
};
BOOST_DESCRIBE_STRUCT(Found, (), (objects, next, may))

struct CommentView {
  std::string text;
  Time at{};
};
BOOST_DESCRIBE_STRUCT(CommentView, (), (text, at))

struct RelatedObject {
  std::string how;
  ObjectHead object;
};
BOOST_DESCRIBE_STRUCT(RelatedObject, (), (how, object))

/// Values, and the objects that share all of them.
struct InCommon {
  std::vector<std::string> values;
  std::vector<ObjectHead> objects;
};
BOOST_DESCRIBE_STRUCT(InCommon, (), (values, objects))

/// An object as it was, or is.
struct ObjectVersion {
  Time at{};
  Marking marking;
  AnyObject object;
};
BOOST_DESCRIBE_STRUCT(ObjectVersion, (), (at, marking, object))

struct ObjectPage : ObjectHead {
  AnyObject object;                    ///< in STIX 2.1
  std::vector<ObjectVersion> history;  ///< the newest of its versions that the reader may read, the latest first
  std::uint64_t versions{};            ///< how many there are of them in all
  bool mine{};
  bool released{};            ///< the group expressly agreed that it may leave the group (clause 5.4)
  std::uint64_t sightings{};  ///< how many organizations said that they saw it too
  std::optional<Time> seen;   ///< when the reader's own said so
  std::vector<CommentView> comments;
  std::vector<RelatedObject> related;
  std::vector<InCommon> in_common;
  std::vector<ExchangeDeed> may;
};
BOOST_DESCRIBE_STRUCT(ObjectPage, (),
                      (id, type, title, marking, added, revoked, by, object, history, versions, mine, released,
                       sightings, seen, comments, related, in_common, may))

/// An indicator as a line of a list of what to look for.
struct IndicatorLine {
  std::string id;
  std::string title;
  std::string kind;    ///< a path of STIX; empty where the pattern says more than a value
  std::string value;   ///< then the pattern itself
  std::string expiry;  ///< empty: none
  Marking marking;
  std::string idle;  ///< why nobody detects by it now: `revoked` or `expired`; empty where one does
};
BOOST_DESCRIBE_STRUCT(IndicatorLine, (), (id, title, kind, value, expiry, marking, idle))

struct IndicatorTable {
  std::vector<IndicatorLine> indicators;
};
BOOST_DESCRIBE_STRUCT(IndicatorTable, (), (indicators))

/// What of a file that the page gives could not be said in its format.
struct FileLeftOut {
  std::uint64_t written{};  ///< objects, or values
  std::vector<exchange::LeftOut> left_out;
};
BOOST_DESCRIBE_STRUCT(FileLeftOut, (), (written, left_out))

/// An object and what it carries that may be watched for.
struct ObjectValues {
  std::string id;
  std::string title;
  Marking marking;
  Time added{};
  std::vector<exchange::Value> values;
};
BOOST_DESCRIBE_STRUCT(ObjectValues, (), (id, title, marking, added, values))

/// The next of them that were added.
struct ValuesSince {
  std::vector<ObjectValues> objects;
  std::string next;  ///< behind which the next page begins, now or later
  bool more{};       ///< that page has something already
};
BOOST_DESCRIBE_STRUCT(ValuesSince, (), (objects, next, more))

struct GraphEdge {
  std::string source;
  std::string target;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(GraphEdge, (), (source, target, label))

struct Graph {
  std::vector<ObjectHead> nodes;
  std::vector<GraphEdge> edges;
};
BOOST_DESCRIBE_STRUCT(Graph, (), (nodes, edges))

struct Technique {
  std::string id;
  std::string external_id;
  std::string name;
  std::uint64_t count{};  ///< objects that speak of it
  std::uint64_t seen{};   ///< organizations that said that they saw it
};
BOOST_DESCRIBE_STRUCT(Technique, (), (id, external_id, name, count, seen))

struct Tactic {
  std::string tactic;
  std::vector<Technique> techniques;
};
BOOST_DESCRIBE_STRUCT(Tactic, (), (tactic, techniques))

struct Matrix {
  std::vector<Tactic> tactics;
  std::uint64_t most_counted{};
};
BOOST_DESCRIBE_STRUCT(Matrix, (), (tactics, most_counted))

/// What was shared. As the community: with the secret by which it may be changed, which nobody is told again.
struct Shared {
  std::string id;
  std::optional<std::string> edit_secret;
};
BOOST_DESCRIBE_STRUCT(Shared, (), (id, edit_secret))

/// The id of something that was made, or that is meant.
struct ObjectRef {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(ObjectRef, (), (id))

}  // namespace ccop::server
