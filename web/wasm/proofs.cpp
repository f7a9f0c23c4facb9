// What the page asks of WebAssembly: the commitments of proofs about points, computed anew (Belenios specification 3.0,
// sections 4.11 to 4.13). The caller is web/src/ballot/byWasm.ts: it writes into `input`, and reads from `output`. All
// of it is public, and checked by the caller or here: whatever stands in `input` gives points and numbers, or false.
#include "powers.hpp"

namespace ccop::page {
namespace {

constexpr int page_bytes = 65536;

/// An encoded point, or three exponents: of a base, of the generator, of the election's key.
Bytes input[3];

Wide generator, key;
Narrow base;

/// Points that were read or added up, and points to be written; `products` is for writing as many.
Point* points;
Point* results;
Field* products;
uint8_t* written;
int point_count, result_count;

extern "C" unsigned char __heap_base;

/// False where the browser gives no more memory.
bool has_room(int of_points, int of_results) {
  const auto needed = reinterpret_cast<uintptr_t>(&__heap_base) + static_cast<uintptr_t>(of_points) * sizeof(Point) +
                      static_cast<uintptr_t>(of_results) * (sizeof(Point) + sizeof(Field) + sizeof(Bytes));
  const uintptr_t have = __builtin_wasm_memory_size(0) * page_bytes;
  return needed <= have || __builtin_wasm_memory_grow(0, (needed - have + page_bytes - 1) / page_bytes) != SIZE_MAX;
}

/// Of results at least as many as of points, which may be written too.
bool reserve(int of_points, int of_results) {
  if (of_results < of_points) of_results = of_points;
  if (!has_room(of_points, of_results)) return false;
  points = reinterpret_cast<Point*>(&__heap_base);
  results = points + of_points;
  products = reinterpret_cast<Field*>(results + of_results);
  written = reinterpret_cast<uint8_t*>(products + of_results);
  point_count = result_count = 0;
  return true;
}

bool fill_with_room(Wide& table, const Point& point) {
  constexpr int rows = runs * Wide::odd_powers;
  if (!reserve(0, rows)) return false;
  fill(table, point, results, products);
  return true;
}

/// RFC 8032, section 5.1: y = 4/5.
constexpr Bytes of_generator{0x58, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66,
                             0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66,
                             0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66, 0x66};

/// The order of the subgroup.
constexpr Bytes order{0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
                      0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};

}  // namespace

extern "C" {

/// Where the caller writes.
[[clang::export_name("input")]] void* input_place() {
  return input;
}
/// Where `write` and `write_coordinates` leave what they write; only then, for it moves with what is begun.
[[clang::export_name("output")]] void* output_place() {
  return written;
}

/// Before anything else: the election's key, from `input`. False where that is no point.
[[clang::export_name("set_key")]] bool set_key() {
  Point point;
  if (!from_bytes(of_generator, point) || !fill_with_room(generator, point)) return false;
  return from_bytes(input[0], point) && fill_with_room(key, point);
}

/// Forgets the points of before, and makes room for so many. False where there is none.
[[clang::export_name("begin")]] bool begin(int of_points, int of_results) {
  return reserve(of_points, of_results);
}

/// Reads a point from `input`, and numbers it, from 0. False unless that is the one way to write a point.
[[clang::export_name("read")]] bool read() {
  if (!from_bytes(input[0], points[point_count])) return false;
  ++point_count;
  return true;
}

/// Numbers the sum of every second point from `first` to before `end`.
[[clang::export_name("add_up")]] void add_up(int first, int end) {
  Point total = nothing;
  for (int i = first; i < end; i += 2) total = finished(sum(total, prepared(points[i])));
  points[point_count++] = total;
}

/// Takes that point as the base of what follows.
[[clang::export_name("take")]] void take(int point) {
  fill(base, points[point]);
}

/// Of the base.
[[clang::export_name("is_in_subgroup")]] bool is_in_subgroup() {
  return is_nothing(product_of(Power{base, order}));
}

/// Base, generator and key to the powers that stand in `input`, as the next result.
[[clang::export_name("multiply")]] void multiply() {
  results[result_count++] = product_of(Power{base, input[0]}, Power{generator, input[1]}, Power{key, input[2]});
}

/// Adds the last result to the one before it.
[[clang::export_name("join")]] void join() {
  --result_count;
  Point& before = results[result_count - 1];
  before = finished(sum(before, prepared(results[result_count])));
}

/// Makes a point the next result.
[[clang::export_name("tell")]] void tell(int point) {
  results[result_count++] = points[point];
}

/// Encodes all results: 32 bytes each.
[[clang::export_name("write")]] void write() {
  normalize(results, result_count, products);
  for (int i = 0; i < result_count; ++i) to_bytes(results[i].x, results[i].y, written + sizeof(Bytes) * i);
}

/// Writes x of the points that were read, 32 bytes each: y stands in how they were written.
[[clang::export_name("write_x")]] void write_x(int count) {
  for (int i = 0; i < count; ++i) to_bytes(points[i].x, written + sizeof(Bytes) * i);
}

}  // extern "C"

}  // namespace ccop::page
