// Reading a command, apart from the acts: see entry.cpp.
#include "base/codec.hpp"
#include "community/entry.hpp"

template ccop::community::Command ccop::codec::read<ccop::community::Command>(const simdjson::dom::element& json);
