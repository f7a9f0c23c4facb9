// What may be asked of the documents that a group works with: they lie elsewhere, and here stands where.
#pragma once

#include "community/groups/state.hpp"
#include "community/groups/texts.hpp"
#include "community/kernel/command.hpp"

namespace ccop::community {

struct Community;

/// Whoever keeps the group together lists a document (clause 5.8).
struct AddGroupDocument {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    GroupId group;
  };
  GroupId group;
  BroughtAs<DocumentText> document;

  [[nodiscard]] About about() const { return {group}; }
};
BOOST_DESCRIBE_STRUCT(AddGroupDocument, (), (group, document))

/// It is listed no longer; that it was stays on record.
struct DropGroupDocument {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    GroupId group;
  };
  GroupId group;
  Known<Content> document;

  [[nodiscard]] About about() const { return {group}; }
};
BOOST_DESCRIBE_STRUCT(DropGroupDocument, (), (group, document))

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const AddGroupDocument::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const DropGroupDocument::About& about,
                                          const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const AddGroupDocument& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const DropGroupDocument& asked, const Asking& asking);

}  // namespace ccop::community
