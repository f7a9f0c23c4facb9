// Rows that are never taken away, each known by its place: only an id of its own kind finds a row.
#pragma once

#include "base/id.hpp"

#include <cstdint>
#include <ranges>
#include <utility>
#include <vector>

namespace ccop::community {

template <class Row, class RowId>
class Table {
 public:
  using row_type = Row;

  /// Throws std::out_of_range for an id that no row has.
  [[nodiscard]] const Row& operator[](RowId id) const { return rows_.at(id.value); }
  [[nodiscard]] Row& operator[](RowId id) { return rows_.at(id.value); }
  /// Null for an id that no row has.
  [[nodiscard]] const Row* find(RowId id) const { return id.value < rows_.size() ? &rows_[id.value] : nullptr; }

  /// The id of the row that is added next.
  [[nodiscard]] RowId next() const { return {static_cast<std::uint32_t>(rows_.size())}; }
  Row& add(Row row) { return rows_.emplace_back(std::move(row)); }

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] const Row& front() const { return rows_.front(); }
  [[nodiscard]] const Row& back() const { return rows_.back(); }
  [[nodiscard]] auto begin() const { return rows_.begin(); }
  [[nodiscard]] auto end() const { return rows_.end(); }
  [[nodiscard]] auto begin() { return rows_.begin(); }
  [[nodiscard]] auto end() { return rows_.end(); }

  /// The ids of all rows, in their order.
  [[nodiscard]] auto ids() const {
    return std::views::iota(std::uint32_t{0}, static_cast<std::uint32_t>(rows_.size())) |
           std::views::transform([](std::uint32_t place) { return RowId{place}; });
  }
  /// The id of a row of this table.
  [[nodiscard]] RowId id_of(const Row& row) const { return {static_cast<std::uint32_t>(&row - rows_.data())}; }

  /// For a snapshot.
  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  [[nodiscard]] std::vector<Row>& rows() { return rows_; }

 private:
  std::vector<Row> rows_;
};

}  // namespace ccop::community
