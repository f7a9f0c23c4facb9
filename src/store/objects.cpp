#include "store/object_lists.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace ccop::store {

bool share_one(const std::vector<ListId>& some, const std::vector<ListId>& others) {
  return std::ranges::any_of(some, [&](ListId list) { return std::ranges::find(others, list) != others.end(); });
}

namespace {

/// The digest of what is sealed, bound to its row as its body is.
std::string sealed_digest(const Sealing* sealing, const std::string& digest, const std::string& bound) {
  if (digest.empty()) return {};
  if (sealing == nullptr) throw StoreError{"a threat object is sealed, and there is no key"};
  return sealing->digest(digest, bound);
}

}  // namespace

/// What a batch comes to, object by object: several versions of one may come in it.
class ObjectStore::Batch {
 public:
  Batch(std::int64_t first_place, std::shared_ptr<const Sealing> sealing)
      : next_(first_place), sealing_(std::move(sealing)) {}

  /// `there` is what the store knows of the object.
  Addition add(const NewObject& object, const std::vector<Known>& there);
  [[nodiscard]] const Plan& plan() const { return plan_; }
  [[nodiscard]] std::int64_t last_place() const { return next_ - 1; }

 private:
  /// Whose object a version is: who brought it, and the secret that others don't have.
  using Owner = std::pair<std::uint32_t, std::string>;
  [[nodiscard]] static bool is_of(const Known& known, const Owner& owner) {
    return known.source == owner.first && known.editor == owner.second;
  }
  [[nodiscard]] static bool is_in_sight(const Known& known, const NewObject& object) {
    return is_of(known, {object.source, object.editor}) || share_one(known.lists, object.in_sight) ||
           share_one(known.lists, object.lists);
  }
  [[nodiscard]] bool has_content_of(const Known& known, const NewObject& object) const;
  /// Whose object a new version becomes part of.
  [[nodiscard]] static Owner owner_of(const NewObject& object, const std::vector<Known>& versions);
  void insert(const NewObject& object, const Owner& owner, std::vector<Known>& versions);
  /// Which of the two is the latest from now on, and which the first.
  void order(Known& fresh, Known& other);

  std::int64_t next_;
  std::shared_ptr<const Sealing> sealing_;
  Plan plan_;
  std::map<std::pair<std::string_view, ObjectUuid>, std::vector<Known>> of_name_;
  std::map<std::int64_t, std::size_t> planned_;  ///< the plan's own inserts, by their places
};

ObjectStore::Batch::Owner ObjectStore::Batch::owner_of(const NewObject& object, const std::vector<Known>& versions) {
  const auto latest =
      std::ranges::find_if(versions, [&](const Known& other) { return other.is_latest && is_in_sight(other, object); });
  if (!object.any_source || !object.has_versions || latest == versions.end()) return {object.source, object.editor};
  return {latest->source, latest->editor};
}

Addition ObjectStore::Batch::add(const NewObject& object, const std::vector<Known>& there) {
  auto& versions = of_name_.try_emplace({object.name.type, object.name.uuid}, there).first->second;
  const Owner owner = owner_of(object, versions);
  const auto is_own = [&](const Known& other) { return is_of(other, owner); };
  const auto is_met = [&](const Known& other) { return is_own(other) || is_in_sight(other, object); };
  const auto makes_known = [&](const Known& other) {
    return is_met(other) && (object.only_if_absent || other.version == object.version);
  };
  if (std::ranges::any_of(versions, makes_known)) {
    if (!object.has_versions || object.only_if_absent) return Addition::known;
    const auto says_the_same = [&](const Known& other) { return makes_known(other) && has_content_of(other, object); };
    return std::ranges::any_of(versions, says_the_same) ? Addition::known : Addition::differs;
  }
  if (!object.any_source && std::ranges::any_of(versions, is_met) && std::ranges::none_of(versions, is_own))
    return Addition::not_theirs;
  const auto is_stricter = [&](const Known& other) { return is_own(other) && other.strictness > object.strictness; };
  if (object.has_versions && !object.may_loosen && std::ranges::any_of(versions, is_stricter)) return Addition::looser;
  insert(object, owner, versions);
  return Addition::fresh;
}

bool ObjectStore::Batch::has_content_of(const Known& known, const NewObject& object) const {
  if (known.digest.empty() || object.digest.empty()) return false;
  if (!known.is_sealed) return known.digest == object.digest;
  return known.digest ==
         sealed_digest(sealing_.get(), object.digest, bound_to(object.name, known.version, known.source, known.lists));
}

void ObjectStore::Batch::insert(const NewObject& object, const Owner& owner, std::vector<Known>& versions) {
  Known fresh{
      next_++, object.version,        owner.first, owner.second, object.strictness, true,
      true,    object.is_old_edition, false,       object.lists, object.digest};  // in clear, while it is here alone
  bool is_beside = false;
  if (object.has_versions)
    for (Known& other : versions) {
      if (!is_of(other, owner))
        is_beside = true;
      else if (other.is_old_edition == object.is_old_edition)
        order(fresh, other);
    }
  planned_.emplace(fresh.added, plan_.inserts.size());
  plan_.inserts.push_back(
      {&object, fresh.added, owner.first, owner.second, fresh.is_latest, fresh.is_first, is_beside});
  versions.push_back(std::move(fresh));
}

void ObjectStore::Batch::order(Known& fresh, Known& other) {
  const auto own = planned_.find(other.added);
  if (other.version < fresh.version) {
    fresh.is_first = false;
    if (!std::exchange(other.is_latest, false)) return;
    if (own != planned_.end())
      plan_.inserts[own->second].is_latest = false;
    else
      plan_.superseded.push_back(other.added);
  } else {
    fresh.is_latest = false;
    if (!std::exchange(other.is_first, false)) return;
    if (own != planned_.end())
      plan_.inserts[own->second].is_first = false;
    else
      plan_.preceded.push_back(other.added);
  }
}

std::vector<Addition> ObjectStore::add(std::span<const NewObject> objects, std::int64_t now) {
  if (!last_) last_ = last_place();
  Batch batch{std::max(now, *last_ + 1), sealing_};
  std::vector<Addition> additions;
  additions.reserve(objects.size());
  const auto there = known(objects);
  for (std::size_t i = 0; i < objects.size(); ++i) additions.push_back(batch.add(objects[i], there[i]));
  if (batch.plan().inserts.empty()) return additions;
  write(batch.plan());
  last_ = batch.last_place();
  return additions;
}

void ObjectStore::remove(const std::vector<ObjectRow>& rows) {
  Plan plan;
  for (const auto& row : rows) plan.removed.push_back(row.added);
  std::ranges::sort(plan.removed);
  for (const auto& row : rows) {
    if (!row.is_latest) continue;
    const auto all = versions(row.name);
    const auto left = std::find_if(all.rbegin(), all.rend(), [&](const ObjectRow& version) {
      return version.source == row.source && version.editor == row.editor &&
             version.is_old_edition == row.is_old_edition && !std::ranges::binary_search(plan.removed, version.added);
    });
    if (left != all.rend() && !left->is_latest) plan.promoted.push_back(left->added);
  }
  if (!last_) last_ = last_place();  // a place that was taken is not given out again
  write(plan);
}

std::uint64_t ObjectStore::flags_of(const Insert& insert) {
  ObjectRow row;
  row.is_latest = insert.is_latest;
  row.is_first = insert.is_first;
  row.is_old_edition = insert.object->is_old_edition;
  row.is_sealed = insert.object->is_sealed;
  row.is_beside = insert.is_beside;
  row.strictness = insert.object->strictness;
  return store::flags_of(row);
}

ObjectStore::Kept ObjectStore::kept(const Insert& insert) const {
  const NewObject& object = *insert.object;
  if (!object.is_sealed) return {object.head, object.json, object.digest};
  if (!sealing_) throw StoreError{"a threat object is to be sealed, and there is no key"};
  const std::string bound = bound_to(object.name, object.version, insert.source, object.lists);
  return {sealing_->seal(object.head, "head of " + bound), sealing_->seal(object.json, bound),
          sealed_digest(sealing_.get(), object.digest, bound)};
}

void ObjectStore::keep_digests(std::span<const Digested> read) {
  std::map<std::int64_t, std::string> digests;
  for (const auto& [row, digest] : read)
    digests.emplace(row.added, row.is_sealed ? sealed_digest(sealing_.get(), digest,
                                                             bound_to(row.name, row.version, row.source, row.lists))
                                             : digest);
  write_digests(digests);
}

void ObjectStore::open(ObjectRow& row) const {
  if (!row.is_sealed) return;
  if (!sealing_) throw StoreError{"a threat object is sealed, and there is no key"};
  const std::string bound = bound_to(row.name, row.version, row.source, row.lists);
  row.head = sealing_->open(row.head, "head of " + bound);
  if (!row.json.empty()) row.json = sealing_->open(row.json, bound);
}

std::vector<std::string> ObjectStore::words_of(const std::vector<ListId>& lists, const std::vector<std::string>& terms,
                                               bool is_sealed) const {
  if (is_sealed && !sealing_) throw StoreError{"a threat object is sealed, and there is no key"};
  std::vector<std::string> words;
  words.reserve(lists.size() * terms.size());
  for (const ListId list : lists)
    for (const auto& term : terms) words.push_back(listed(list, is_sealed ? sealing_->term(list, term) : term));
  return words;
}

void ObjectStore::copy(ObjectStore& from, const TermsOf& terms_of, const Complete& complete,
                       const std::function<bool(std::string_view)>& takes) {
  constexpr std::size_t at_once = 2000;
  if (last_place() != 0) throw StoreError{"there are threat objects already; nothing was copied"};
  if (!sealing_) sealing_ = from.sealing_;
  for (std::int64_t place = 0;;) {
    const auto places = from.places_behind(place, at_once);
    if (places.empty()) break;
    place = places.back();
    std::vector<NewObject> objects;
    Plan plan;
    objects.reserve(places.size());  // the plan points into it
    from.rows(places, [&](ObjectRow&& row) {
      NewObject object;
      object.name = row.name;
      object.version = row.version;
      object.source = row.source;
      object.editor = row.editor;
      object.is_old_edition = row.is_old_edition;
      object.strictness = row.strictness;
      object.is_sealed = row.is_sealed;
      object.lists = row.lists;
      object.head = row.head;
      object.json = row.json;
      if (complete) complete(object);  // its digest is kept when somebody brings it again
      row.head = object.head;
      if (row.is_latest) object.terms = terms_of(row);
      objects.push_back(std::move(object));
      plan.inserts.push_back({&objects.back(), row.added, objects.back().source, objects.back().editor, row.is_latest,
                              row.is_first, row.is_beside});
    });
    write(plan);
  }
  last_.reset();
  from.each_note("", [&](std::string_view name, std::string_view value) {
    if (!takes || takes(name)) set_note(name, value);
  });
}

std::vector<std::int64_t> ObjectStore::page(const PageQuery& query) {
  std::vector<Shelf> shelves;
  const auto put = [&](ListId list, const std::optional<std::string>& type) {
    shelves.push_back({list, false, type});
    if (query.versions != Versions::latest) shelves.push_back({list, true, type});
  };
  for (const ListId list : query.lists) {
    if (query.types.empty()) put(list, std::nullopt);
    for (const auto& type : query.types) put(list, type);
  }
  const std::size_t wanted = query.limit + 1;
  PageQuery rest = query;
  std::vector<std::int64_t> found;
  while (true) {
    // Each shelf is in order already, so a page is the beginning of what they give together.
    std::vector<std::int64_t> merged;
    for (const Shelf& shelf : shelves) places(shelf, rest, wanted, merged);
    if (query.newest_first)
      std::ranges::sort(merged, std::greater<>{});
    else
      std::ranges::sort(merged);
    const auto repeated = std::ranges::unique(merged);
    merged.erase(repeated.begin(), repeated.end());
    const bool at_end = merged.size() < wanted;
    if (merged.size() > wanted) merged.resize(wanted);
    if (query.versions != Versions::first) return merged;

    const std::int64_t last = merged.empty() ? 0 : merged.back();
    const auto firsts = firsts_of(std::move(merged));
    found.insert(found.end(), firsts.begin(), firsts.end());
    if (at_end || found.size() >= wanted) break;
    (query.newest_first ? rest.before : rest.after) = last;
  }
  if (found.size() > wanted) found.resize(wanted);
  return found;
}

}  // namespace ccop::store
