#include "store/objects.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace ccop::store {

bool share_one(const std::vector<ListId>& some, const std::vector<ListId>& others) {
  return std::ranges::any_of(some, [&](ListId list) { return std::ranges::find(others, list) != others.end(); });
}

namespace {

/// Whose object a new version becomes part of.
template <class Known>
std::uint32_t source_of(const NewObject& object, const std::vector<Known>& versions, const auto& is_in_sight) {
  if (!object.any_source || !object.has_versions) return object.source;
  const auto latest =
      std::ranges::find_if(versions, [&](const Known& other) { return other.is_latest && is_in_sight(other); });
  return latest == versions.end() ? object.source : latest->source;
}

}  // namespace

/// What a batch comes to, object by object: several versions of one may come in it.
class ObjectStore::Batch {
 public:
  explicit Batch(std::int64_t first_place) : next_(first_place) {}

  /// `there` is what the store knows of the object.
  Addition add(const NewObject& object, const std::vector<Known>& there);
  [[nodiscard]] const Plan& plan() const { return plan_; }
  [[nodiscard]] std::int64_t last_place() const { return next_ - 1; }

 private:
  void insert(const NewObject& object, std::uint32_t source, std::vector<Known>& versions);
  /// Which of the two is the latest from now on, and which the first.
  void order(Known& fresh, Known& other);

  std::int64_t next_;
  Plan plan_;
  std::map<std::pair<std::string_view, ObjectUuid>, std::vector<Known>> of_name_;
  std::map<std::int64_t, std::size_t> planned_;  ///< the plan's own inserts, by their places
};

Addition ObjectStore::Batch::add(const NewObject& object, const std::vector<Known>& there) {
  auto& versions = of_name_.try_emplace({object.name.type, object.name.uuid}, there).first->second;
  const auto is_in_sight = [&](const Known& other) {
    return other.source == object.source || share_one(other.lists, object.in_sight) ||
           share_one(other.lists, object.lists);
  };
  const std::uint32_t source = source_of(object, versions, is_in_sight);
  const auto is_own = [&](const Known& other) { return other.source == source; };
  const auto is_met = [&](const Known& other) { return is_own(other) || is_in_sight(other); };
  const auto makes_known = [&](const Known& other) {
    return is_met(other) && (object.only_if_absent || other.version == object.version);
  };
  if (std::ranges::any_of(versions, makes_known)) return Addition::known;
  if (!object.any_source && std::ranges::any_of(versions, is_met) && std::ranges::none_of(versions, is_own))
    return Addition::not_theirs;
  insert(object, source, versions);
  return Addition::fresh;
}

void ObjectStore::Batch::insert(const NewObject& object, std::uint32_t source, std::vector<Known>& versions) {
  Known fresh{next_++, object.version, source, true, true, object.is_old_edition, object.lists};
  if (object.has_versions)
    for (Known& other : versions)
      if (other.source == source && other.is_old_edition == object.is_old_edition) order(fresh, other);
  planned_.emplace(fresh.added, plan_.inserts.size());
  plan_.inserts.push_back({&object, fresh.added, source, fresh.is_latest, fresh.is_first});
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
  Batch batch{std::max(now, *last_ + 1)};
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
      return version.source == row.source && version.is_old_edition == row.is_old_edition &&
             !std::ranges::binary_search(plan.removed, version.added);
    });
    if (left != all.rend() && !left->is_latest) plan.promoted.push_back(left->added);
  }
  if (!last_) last_ = last_place();  // a place that was taken is not given out again
  write(plan);
}

void ObjectStore::copy(ObjectStore& from, const TermsOf& terms_of) {
  constexpr std::size_t at_once = 2000;
  if (last_place() != 0) throw StoreError{"there are threat objects already; nothing was copied"};
  for (std::int64_t place = 0;;) {
    const auto places = from.places_behind(place, at_once);
    if (places.empty()) break;
    place = places.back();
    std::vector<NewObject> objects;
    Plan plan;
    objects.reserve(places.size());  // the plan points into it
    from.rows(places, [&](ObjectRow&& row) {
      NewObject object;
      object.name = std::move(row.name);
      object.version = row.version;
      object.is_old_edition = row.is_old_edition;
      object.lists = std::move(row.lists);
      if (row.is_latest) object.terms = terms_of(row.json);
      object.json = std::move(row.json);
      objects.push_back(std::move(object));
      plan.inserts.push_back({&objects.back(), row.added, row.source, row.is_latest, row.is_first});
    });
    write(plan);
  }
  last_.reset();
  from.each_note("", [&](std::string_view name, std::string_view value) { set_note(name, value); });
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
