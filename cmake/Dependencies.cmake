# Finds every library, and where one is missing says what it is for and what it is called on each system.

find_package(PkgConfig REQUIRED)

set(resonance_missing "")

# resonance_need(TARGET what-for debian fedora arch homebrew vcpkg): notes the library as missing unless TARGET exists.
function(resonance_need target purpose debian fedora arch brew vcpkg)
  if(NOT TARGET ${target})
    string(APPEND resonance_missing
      "  ${purpose}\n    Debian: ${debian}   Fedora: ${fedora}   Arch: ${arch}   Homebrew: ${brew}   vcpkg: ${vcpkg}\n")
    set(resonance_missing "${resonance_missing}" PARENT_SCOPE)
  endif()
endfunction()

find_package(yaml-cpp QUIET)
if(TARGET yaml-cpp AND NOT TARGET yaml-cpp::yaml-cpp)
  add_library(yaml-cpp::yaml-cpp ALIAS yaml-cpp)
endif()
resonance_need(yaml-cpp::yaml-cpp "yaml-cpp reads courses"
  libyaml-cpp-dev yaml-cpp-devel yaml-cpp yaml-cpp yaml-cpp)

pkg_check_modules(md4c QUIET IMPORTED_TARGET md4c)
resonance_need(PkgConfig::md4c "md4c reads Markdown" libmd4c-dev md4c-devel md4c md4c md4c)

pkg_check_modules(utf8proc QUIET IMPORTED_TARGET libutf8proc)
resonance_need(PkgConfig::utf8proc "utf8proc folds letters"
  libutf8proc-dev utf8proc-devel libutf8proc utf8proc utf8proc)

pkg_check_modules(re2 QUIET IMPORTED_TARGET re2)
resonance_need(PkgConfig::re2 "RE2 matches patterns in bounded time" libre2-dev re2-devel re2 re2 re2)

pkg_check_modules(sqlite3 QUIET IMPORTED_TARGET sqlite3)
resonance_need(PkgConfig::sqlite3 "SQLite keeps progress" libsqlite3-dev sqlite-devel sqlite sqlite sqlite3)

find_package(nlohmann_json QUIET)
resonance_need(nlohmann_json::nlohmann_json "nlohmann-json writes and reads JSON"
  nlohmann-json3-dev json-devel nlohmann-json nlohmann-json nlohmann-json)

find_package(CLI11 QUIET)
resonance_need(CLI11::CLI11 "CLI11 reads the command line" libcli11-dev cli11-devel cli11 cli11 cli11)

find_path(tl_expected_include tl/expected.hpp)
if(tl_expected_include)
  add_library(tl_expected INTERFACE)
  target_include_directories(tl_expected SYSTEM INTERFACE ${tl_expected_include})
endif()
resonance_need(tl_expected "tl::expected carries results" libexpected-dev expected-devel tl-expected tl-expected tl-expected)

find_package(glfw3 QUIET)
resonance_need(glfw "GLFW opens windows" libglfw3-dev glfw-devel glfw glfw glfw3)

find_package(OpenGL QUIET)
resonance_need(OpenGL::GL "OpenGL draws" libgl-dev libglvnd-devel libglvnd "(part of macOS)" opengl)

# glad writes the loader of OpenGL functions; the library `glad` is what it wrote, in the build folder.
find_program(glad_program NAMES glad glad2)
if(glad_program)
  set(glad_folder ${CMAKE_BINARY_DIR}/glad)
  add_custom_command(OUTPUT ${glad_folder}/src/gl.c ${glad_folder}/include/glad/gl.h
    COMMAND ${glad_program} --quiet --reproducible --api gl:core=3.3 --extensions "" --out-path ${glad_folder} c --mx
    COMMENT "Writing the OpenGL loader" VERBATIM)
  add_library(glad STATIC ${glad_folder}/src/gl.c ${glad_folder}/include/glad/gl.h)
  target_include_directories(glad SYSTEM PUBLIC ${glad_folder}/include)
endif()
resonance_need(glad "glad writes the loader of OpenGL functions" python3-glad "glad2 (pip)" glad "glad2 (pip)" "glad2 (pip)")

pkg_check_modules(fontconfig QUIET IMPORTED_TARGET fontconfig)
resonance_need(PkgConfig::fontconfig "fontconfig finds fonts"
  libfontconfig-dev fontconfig-devel fontconfig fontconfig fontconfig)

pkg_check_modules(freetype QUIET IMPORTED_TARGET freetype2)
resonance_need(PkgConfig::freetype "FreeType, which Dear ImGui as Debian builds it links to"
  libfreetype-dev freetype-devel freetype2 freetype freetype)

pkg_check_modules(imgui QUIET IMPORTED_TARGET imgui)
if(TARGET PkgConfig::imgui)
  # Debian's libimgui.a holds the back-ends and both font rasterisers, and names none of what they need.
  add_library(imgui INTERFACE)
  target_link_libraries(imgui INTERFACE PkgConfig::imgui stb PkgConfig::freetype glfw OpenGL::GL ${CMAKE_DL_LIBS})
endif()
resonance_need(imgui "Dear ImGui draws the interface" "libimgui-dev libstb-dev" imgui-devel imgui imgui imgui)

pkg_check_modules(png QUIET IMPORTED_TARGET libpng)
resonance_need(PkgConfig::png "libpng reads PNG pictures" libpng-dev libpng-devel libpng libpng libpng)

pkg_check_modules(rsvg QUIET IMPORTED_TARGET librsvg-2.0)
resonance_need(PkgConfig::rsvg "librsvg draws SVG pictures" librsvg2-dev librsvg2-devel librsvg librsvg "(none)")

pkg_check_modules(pangocairo QUIET IMPORTED_TARGET pangocairo)
resonance_need(PkgConfig::pangocairo "Pango and Cairo set what is printed" libpango1.0-dev pango-devel pango pango pango)

pkg_check_modules(graphviz QUIET IMPORTED_TARGET libgvc libcgraph)
find_library(graphviz_dot_layout gvplugin_dot_layout PATH_SUFFIXES graphviz)
if(graphviz_dot_layout AND TARGET PkgConfig::graphviz)
  add_library(graphviz_layout INTERFACE)
endif()
resonance_need(graphviz_layout "Graphviz places the boxes of diagrams"
  libgraphviz-dev graphviz-devel graphviz graphviz graphviz)

pkg_check_modules(speechd QUIET IMPORTED_TARGET speech-dispatcher)
resonance_need(PkgConfig::speechd "libspeechd reads aloud"
  libspeechd-dev speech-dispatcher-devel speech-dispatcher "(none)" "(none)")

if(RESONANCE_TESTS)
  find_package(Catch2 QUIET)
  resonance_need(Catch2::Catch2 "Catch2 runs the tests" catch2 catch-devel catch2 catch2 catch2)
  find_path(rapidcheck_include rapidcheck.h)
  find_library(rapidcheck_library rapidcheck)
  if(rapidcheck_include AND rapidcheck_library)
    add_library(rapidcheck_lib INTERFACE)
    target_include_directories(rapidcheck_lib SYSTEM INTERFACE ${rapidcheck_include})
    target_link_libraries(rapidcheck_lib INTERFACE ${rapidcheck_library})
  endif()
  resonance_need(rapidcheck_lib "RapidCheck tests properties" librapidcheck-dev rapidcheck-devel rapidcheck rapidcheck rapidcheck)
endif()

if(RESONANCE_BENCH)
  find_package(benchmark QUIET)
  resonance_need(benchmark::benchmark "Google Benchmark measures single functions"
    libbenchmark-dev google-benchmark-devel benchmark google-benchmark benchmark)
endif()

if(resonance_missing)
  message(FATAL_ERROR "These libraries are missing:\n${resonance_missing}On Debian, tools/run installs them.")
endif()
