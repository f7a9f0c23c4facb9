// Makes of one attribute or object of MISP what it is in STIX: the objects that were observed, and the pattern that
// detects them.
#pragma once

#include "exchange/compose.hpp"
#include "exchange/misp/table.hpp"

#include <deque>
#include <set>

namespace ccop::exchange::misp {

/// An attribute as its object has it.
struct Told {
  std::string relation;  ///< "" when it stands alone
  std::string value;
  std::string data;  ///< an attachment's contents, in base64
  Uuid uuid{};
  Uuid object{};   ///< that it belongs to
  bool detects{};  ///< it goes into the pattern
};

class Translation {
 public:
  /// `root` is the head of the object that places begin at; `thing` must last.
  Translation(const Thing& thing, Json root);

  /// Takes an attribute of `of`, the thing itself or a part of it. Nothing of an object is lost: what has no place, or
  /// doesn't fit there, stands under a name of its own.
  void take(const Thing& of, const Told& told);
  /// Puts in what holds of all such things, after the last attribute.
  void finish();

  /// The root and the objects that it refers to, in the order they were made.
  [[nodiscard]] const std::deque<Json>& objects() const { return objects_; }
  /// Whether an attribute has said anything of what was observed.
  [[nodiscard]] bool is_observed() const { return is_observed_; }
  /// Whether all that a standing attribute says found its place. One that isn't whole says less than it should, and
  /// would detect more than it should.
  [[nodiscard]] bool is_whole() const { return is_whole_; }
  /// `[...]`, or empty when nothing detects.
  [[nodiscard]] std::string pattern() const;

 private:
  [[nodiscard]] bool put(const Place& place, const std::string& text, const Told& told);
  [[nodiscard]] Json* enter(Json& from, const Step& step, const std::string& way, const std::string& text,
                            const Told& told);
  [[nodiscard]] std::string way_of(const Step& step, const Told& told) const;
  void keep_apart(const Thing& of, const Told& told);
  /// False where the text can't be what is asked for there.
  bool add_term(const Place& place, const std::string& text, const Told& told);
  void add_term(std::string term);
  void loosen_extensions();

  const Thing& thing_;
  std::deque<Json> objects_;                      ///< a deque: pointers into it must last
  std::map<std::string, std::size_t> referred_;   ///< by the way to it, the object that is referred to
  std::map<std::string, std::size_t> elements_;   ///< by the way to it, an element's place in its list
  std::map<std::string, std::size_t> relations_;  ///< how many attributes each has had
  std::size_t turn_{};                            ///< of the attribute among those of its relation
  std::vector<std::string> terms_;
  std::set<std::string> known_terms_;
  bool is_observed_{};
  bool is_whole_{true};
};

}  // namespace ccop::exchange::misp
