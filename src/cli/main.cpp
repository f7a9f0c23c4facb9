#include "cli/program.hpp"

#include <sys/stat.h>

int main(int argc, char** argv) {
  umask(077);  // whatever is written here is its owner's alone: data, exports, backups
  return ccop::cli::run(argc, argv);
}
