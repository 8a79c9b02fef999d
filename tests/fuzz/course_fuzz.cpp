// A stranger's course.yaml: the rest of the course is sound.

#include "fuzz/course_folder.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::read_course_with("course.yaml", fuzz::text(data, size));
  return 0;
}
