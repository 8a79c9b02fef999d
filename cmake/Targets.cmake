# How every target of the project is made, so that flags, folders and dependencies stand in one place.

# With ccache, all checkouts share: paths count from the checkout, precompiled headers by what is in them.
if(CMAKE_CXX_COMPILER_LAUNCHER MATCHES "ccache$")
  list(PREPEND CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
    CCACHE_SLOPPINESS=pch_defines,time_macros)
endif()

# GCC 12 raises false alarms on std::string and std::optional (PR105329, PR105651, PR80635); the sanitizers find real ones.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  set(resonance_false_alarms -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds -Wno-maybe-uninitialized)
endif()

# GCC throws away what it no longer needs from time to time, which takes a tenth of the build; it may keep 640 MB
# before it does so, which most sources never reach.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  set(resonance_keep_memory "SHELL:--param ggc-min-expand=100" "SHELL:--param ggc-min-heapsize=655360")
endif()

# Where sources are compiled together: a local name may be one that another source has for itself; a type of one source inside a
# class of the same source is harmless, but GCC sees them in an included file.
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  list(APPEND resonance_false_alarms -Wno-shadow -Wno-subobject-linkage)
endif()

add_library(resonance_flags INTERFACE)
target_include_directories(resonance_flags INTERFACE ${CMAKE_SOURCE_DIR}/engine)
# -pthread everywhere, as RE2 wants it: GCC passes over a precompiled header that was made without.
target_compile_options(resonance_flags INTERFACE -pthread
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Woverloaded-virtual -Wno-missing-field-initializers
  ${resonance_false_alarms}
  ${resonance_keep_memory}
  $<$<BOOL:${RESONANCE_WERROR}>:-Werror>)
if(RESONANCE_SANITIZE)
  target_compile_options(resonance_flags INTERFACE
    -fsanitize=${RESONANCE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(resonance_flags INTERFACE -fsanitize=${RESONANCE_SANITIZE})
endif()
if(RESONANCE_FUZZ)
  # The libraries count their branches for libFuzzer; only the fuzz targets link its main.
  target_compile_options(resonance_flags INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(resonance_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Most of the forty programs link the whole engine; lld takes a fifth of the time that GNU ld takes.
find_program(resonance_lld ld.lld)
if(resonance_lld)
  target_link_options(resonance_flags INTERFACE -fuse-ld=lld)
endif()

# The standard headers that most sources include, compiled once, with `base`. Sources include what they use all the same:
# clang-tidy reads them without this (tools/tidy).
set(resonance_precompiled <algorithm> <array> <charconv> <chrono> <cmath> <deque> <filesystem> <functional> <map> <memory>
  <optional> <set> <span> <string> <unordered_map> <variant> <vector> <tl/expected.hpp>)

# Where CMAKE_UNITY_BUILD is on (the presets that are built whole more often than file by file), sources of a library are compiled
# a few at a time: half the work for all of them, little more for one. Names inside a library differ therefore.
set(CMAKE_UNITY_BUILD_BATCH_SIZE 5)

# resonance_library(NAME [USES folder…] [LIBRARIES target…] [PRIVATE_LIBRARIES target…])
# One folder of engine/ as one static library; USES names the folders it may include (engine/README.md has the table).
function(resonance_library name)
  cmake_parse_arguments(arg "" "" "USES;LIBRARIES;PRIVATE_LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
  add_library(${name} STATIC ${sources})
  set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_link_libraries(${name} PUBLIC resonance_flags ${arg_USES} ${arg_LIBRARIES} PRIVATE ${arg_PRIVATE_LIBRARIES})
  if(name STREQUAL base)
    target_precompile_headers(base PRIVATE ${resonance_precompiled})
  else()
    target_precompile_headers(${name} REUSE_FROM base)
  endif()
endfunction()

# resonance_module(NAME [LIBRARIES target…]): a folder of engine/ as a shared library of its own, loaded when first needed.
function(resonance_module name)
  cmake_parse_arguments(arg "" "" "LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
  add_library(${name} MODULE ${sources})
  set_target_properties(${name} PROPERTIES PREFIX "" OUTPUT_NAME resonance-${name} CXX_VISIBILITY_PRESET hidden)
  target_link_libraries(${name} PRIVATE resonance_flags ${arg_LIBRARIES})
  install(TARGETS ${name} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}/resonance)
endfunction()

# resonance_loads(NAME module…): the library loads these modules; base/module.h says where they are looked for. It is told
# RESONANCE_<MODULE>_NAME, _INSTALL and _BUILD, the parts of a base::ModuleFile.
function(resonance_loads name)
  add_dependencies(${name} ${ARGN})
  foreach(module ${ARGN})
    string(TOUPPER ${module} upper)
    target_compile_definitions(${name} PRIVATE
      RESONANCE_${upper}_NAME="$<TARGET_FILE_NAME:${module}>"
      RESONANCE_${upper}_INSTALL="${CMAKE_INSTALL_FULL_LIBDIR}/resonance/$<TARGET_FILE_NAME:${module}>"
      RESONANCE_${upper}_BUILD="$<TARGET_FILE:${module}>")
  endforeach()
endfunction()

# resonance_test(NAME USES folder…): the tests of one folder, tests/NAME/*.cpp, as one program.
function(resonance_test name)
  cmake_parse_arguments(arg "" "" "USES;LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.h)
  add_executable(test_${name} ${sources})
  target_link_libraries(test_${name} PRIVATE test_support ${arg_USES} ${arg_LIBRARIES})
  target_precompile_headers(test_${name} REUSE_FROM test_support)
  add_test(NAME ${name} COMMAND test_${name})
endfunction()
