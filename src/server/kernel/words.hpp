// Texts of the record's contents in an answer. A page is made in two steps: while the state is read, its texts are
// known by their hashes alone; once the state is let go, they are looked up, decrypted and filled in. Nobody who writes
// waits for a disk, then.
#pragma once

#include "base/bytes.hpp"
#include "base/content.hpp"
#include "community/kernel/wording.hpp"
#include "server/kernel/shapes.hpp"
#include "store/vault.hpp"

#include <functional>

namespace ccop::server {

/// Texts by their hashes, each looked up once.
class Texts {
 public:
  using Find = std::function<std::optional<store::Content>(const ContentHash&)>;
  /// Hears of what an answer shows: a content, and the member of its JSON that is shown alone; no name: the whole.
  using OnShown = std::function<void(const ContentHash&, std::string_view member)>;
  explicit Texts(Find find, OnShown on_shown = {}) : find_(std::move(find)), on_shown_(std::move(on_shown)) {}

  /// Null where it was erased.
  [[nodiscard]] const store::Content* content(const ContentHash& hash);
  /// Its text alone.
  [[nodiscard]] const std::string* of(const ContentHash& hash);
  /// A text member of a content that is itself JSON; each is read once, for one text may stand in many rows.
  [[nodiscard]] const std::optional<std::string>& member(const ContentHash& hash, std::string_view name);
  /// Says that the answer shows it to its reader.
  void show(const ContentHash& hash, std::string_view member = {}) const {
    if (on_shown_) on_shown_(hash, member);
  }

 private:
  Find find_;
  OnShown on_shown_;
  std::map<ContentHash, std::optional<store::Content>> known_;
  std::map<std::pair<ContentHash, std::string_view>, std::optional<std::string>> members_;  ///< names of static storage
};

/// A text, or null.
class Words {
 public:
  Words() = default;
  Words(std::string text) : text_(std::move(text)) {}  // NOLINT(google-explicit-constructor): a text is words

  /// A content's text; null where there is none, or it was erased.
  [[nodiscard]] static Words of(const std::optional<ContentHash>& content);
  /// A text member of a content that is itself JSON; null where the content was erased or has no such member.
  [[nodiscard]] static Words member(const ContentHash& content, std::string_view name);
  /// The same, but an empty text where only the member is missing.
  [[nodiscard]] static Words member_or_empty(const ContentHash& content, std::string_view name);
  /// A content's text; empty where it was erased.
  [[nodiscard]] static Words of_or_empty(const ContentHash& content);

  void fill(Texts& texts);
  [[nodiscard]] bool is_missing() const { return !text_; }
  [[nodiscard]] std::string or_else(const std::string& otherwise) const { return text_.value_or(otherwise); }
  void write_json(std::string& out) const;
  [[nodiscard]] static std::string schema(schema::Components& components);

 private:
  std::optional<ContentHash> content_;
  std::string_view member_;  ///< of static storage
  std::optional<std::string> text_;
  bool is_empty_if_erased_{};
  bool is_empty_if_missing_{};
};

/// Words that are never null. An optional one is left out where its content was erased.
struct SureWords : Words {
  SureWords() : Words(std::string{}) {}
  SureWords(Words words) : Words(std::move(words)) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] static std::string schema(schema::Components& components) {
    return ccop::schema::of<std::string>(components);
  }
};

/// A content as it was brought. Whoever reads it can compute its hash, and so see that the record names this text.
struct Original {
  Bytes salt;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Original, (), (salt, text))

/// The same in an answer; null where it was erased.
class Whole {
 public:
  Whole() = default;
  explicit Whole(const ContentHash& content) : content_(content) {}

  void fill(Texts& texts);
  void write_json(std::string& out) const { codec::write(out, original_); }
  [[nodiscard]] static std::string schema(schema::Components& components);

 private:
  ContentHash content_;
  OrNull<Original> original_;
};

/// The texts that whoever decides on something signs as seen (community::Wording), in the same order. What is in clear
/// stands elsewhere in the answer.
struct ShownView {
  std::vector<Whole> texts;

  [[nodiscard]] static ShownView of(const community::Wording& wording);
};
BOOST_DESCRIBE_STRUCT(ShownView, (), (texts))

/// A content that is JSON by itself (a profile, a meeting's details): its texts of these names. Whatever else was
/// written there is left out, and so is what is no text, for a page that met it would show nothing at all.
class ContentFields {
 public:
  ContentFields() = default;
  /// `erased` is the JSON that stands for what was erased.
  explicit ContentFields(const ContentHash& content, std::string_view erased = "null")
      : content_(content), json_(erased) {}

  void write_json(std::string& out) const { out += json_; }

 protected:
  void fill_with(Texts& texts, const std::vector<std::string_view>& members);

 private:
  std::optional<ContentHash> content_;
  std::string json_{"null"};
};

template <codec::Described Shape>
[[nodiscard]] const std::vector<std::string_view>& member_names() {
  static const auto names = [] {
    std::vector<std::string_view> all;
    boost::mp11::mp_for_each<codec::MembersOf<Shape>>([&](auto member) { all.emplace_back(member.name); });
    return all;
  }();
  return names;
}

/// The same, and what members it may have.
template <class Shape>
struct Fields : ContentFields {
  using ContentFields::ContentFields;
  void fill(Texts& texts) { fill_with(texts, member_names<Shape>()); }
  [[nodiscard]] static std::string schema(schema::Components& components) {
    return ccop::schema::or_null(ccop::schema::of<Shape>(components));
  }
};

/// The same for what is an empty object where it was erased.
template <class Shape>
struct FieldsOrNone : ContentFields {
  FieldsOrNone() = default;
  explicit FieldsOrNone(const ContentHash& content) : ContentFields(content, "{}") {}
  void fill(Texts& texts) { fill_with(texts, member_names<Shape>()); }
  [[nodiscard]] static std::string schema(schema::Components& components) {
    return ccop::schema::of<Shape>(components);
  }
};

/// Fills in all texts of a view.
template <class T>
void fill(T& value, Texts& texts) {
  if constexpr (requires { value.fill(texts); }) {
    value.fill(texts);
  } else if constexpr (std::same_as<T, std::optional<SureWords>>) {
    if (!value) return;
    value->fill(texts);
    if (value->is_missing()) value.reset();  // left out, as anything that is absent
  } else if constexpr (requires {
                         typename T::value_type;
                         value.has_value();
                       }) {
    if (value) fill(*value, texts);
  } else if constexpr (codec::is_vector<T>) {
    for (auto& item : value) fill(item, texts);
  } else if constexpr (codec::Described<T>) {
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
        [&](auto member) { fill(value.*member.pointer, texts); });
  }
}

}  // namespace ccop::server
