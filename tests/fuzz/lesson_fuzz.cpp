// A stranger's lessons/first.yaml: the rest of the course is sound.

#include "fuzz/course_folder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::read_course_with("lessons/first.yaml", fuzz::text(data, size));
  return 0;
}
