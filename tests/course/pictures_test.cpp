#include "course/reading/pictures.h"

#include <string>

#include "support/test.h"

namespace pictures_test {

using course::picture_info;
using course::PictureInfo;

namespace {

std::string bytes(std::initializer_list<int> values) {
  std::string text;
  for (const int value : values) text += static_cast<char>(value);
  return text;
}

}  // namespace

TEST_CASE("a PNG tells its size in its first chunk") {
  const std::string png = "\x89PNG\r\n\x1a\n" + bytes({0, 0, 0, 13}) + "IHDR" + bytes({0, 0, 1, 2, 0, 0, 0, 3});
  const auto info = picture_info(png);
  REQUIRE(info);
  CHECK(info->format == PictureInfo::Format::png);
  CHECK(info->width == 258);
  CHECK(info->height == 3);
  CHECK_FALSE(picture_info(png.substr(0, 20)));
}

TEST_CASE("a JPEG tells its size behind other segments") {
  const std::string app = bytes({0xFF, 0xE0, 0, 4, 'J', 'F'});
  const std::string frame = bytes({0xFF, 0xFF, 0xC2, 0, 11, 8, 0, 16, 0, 32, 1, 0, 0});
  const auto info = picture_info(bytes({0xFF, 0xD8}) + app + frame);
  REQUIRE(info);
  CHECK(info->format == PictureInfo::Format::jpeg);
  CHECK(info->width == 32);
  CHECK(info->height == 16);
  CHECK_FALSE(picture_info(bytes({0xFF, 0xD8}) + app));
  CHECK_FALSE(picture_info(bytes({0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})));
}

TEST_CASE("an SVG may begin with a declaration, a type and comments") {
  CHECK(picture_info("<svg/>")->format == PictureInfo::Format::svg);
  CHECK(picture_info("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!DOCTYPE svg>\n<!-- <a> -->\n<svg>"));
  CHECK_FALSE(picture_info("<html><svg>"));
  CHECK_FALSE(picture_info("<!-- <svg>"));
  CHECK_FALSE(picture_info("svg"));
}

TEST_CASE("any bytes behind any signature are read without overrun") {
  const bool holds = rc::check([](const std::string& rest) {
    for (const std::string& signature :
         {std::string("\x89PNG\r\n\x1a\n"), bytes({0xFF, 0xD8, 0xFF}), std::string("<")}) {
      picture_info(signature + rest);
    }
    picture_info(rest);
  });
  CHECK(holds);
}

TEST_CASE("a picture that was cut is told by its end") {
  using Format = PictureInfo::Format;
  CHECK(course::ends_whole(Format::png, bytes({1, 2, 0, 0, 0, 0}) + "IEND" + bytes({0xAE, 0x42, 0x60, 0x82})));
  CHECK_FALSE(course::ends_whole(Format::png, bytes({1, 2, 0, 0, 0, 0})));
  CHECK(course::ends_whole(Format::jpeg, bytes({1, 0xFF, 0xD9, 0, 0})));
  CHECK_FALSE(course::ends_whole(Format::jpeg, bytes({1, 0xFF, 0xC0})));
  CHECK(course::ends_whole(Format::svg, "<svg><g/></svg>\n"));
  CHECK(course::ends_whole(Format::svg, "<svg width='3'/>\n"));
  CHECK_FALSE(course::ends_whole(Format::svg, "<svg><g/><rect wid"));
}

}  // namespace pictures_test
