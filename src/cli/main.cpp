#include "cli/program.hpp"

int main(int argc, char** argv) {
  return ccop::cli::run(argc, argv);
}
