// The program as it is, without the notice board: writes a snapshot to a file, or says whether it reads one.
#include "community/community.hpp"
#include "community/entry.hpp"

#include <fstream>
#include <iostream>
#include <iterator>

int main(int count, char** arguments) {
  using namespace ccop;
  if (count != 3) return 2;
  const std::string command = arguments[1];
  const std::string file = arguments[2];
  if (command == "write") {
    std::ofstream{file, std::ios::binary} << community::to_snapshot(community::Community{});
    return 0;
  }
  std::ifstream in{file, std::ios::binary};
  try {
    static_cast<void>(community::from_snapshot(std::string{std::istreambuf_iterator<char>{in}, {}}));
    std::cout << "read";
  } catch (const BadInput& bad) {
    std::cout << bad.what();
  }
}
