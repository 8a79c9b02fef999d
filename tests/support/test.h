#pragma once
// What every test includes: Catch2 of either major version (Debian 12 has 2, Debian 13 has 3) and RapidCheck.

// Assertions without a try of their own are quicker to compile; what a test throws is caught all the same.
#define CATCH_CONFIG_FAST_COMPILE

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;  // where version 2 has it
#else
#include <catch2/catch.hpp>
#endif

#include <rapidcheck.h>

#include <filesystem>
#include <string>

namespace test {

/// The checkout's root, for courses and test data.
std::filesystem::path source_dir();

/// All bytes of a file; nothing for one that cannot be read.
std::string read(const std::filesystem::path& file);

/// Where the build keeps what it makes.
std::filesystem::path binary_dir();

}  // namespace test
