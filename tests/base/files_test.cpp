#include "base/files.h"

#include <sys/stat.h>

#include <cerrno>

#include "support/temporary_folder.h"
#include "support/test.h"

using base::Refusal;

TEST_CASE("a file comes back as it was written") {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "a.txt";
  const std::string content("one\0two\xff\n", 9);
  REQUIRE(base::write_file(path, content));
  CHECK(base::read_file(path, 100).value() == content);
  REQUIRE(base::write_file(path, ""));
  CHECK(base::read_file(path, 0).value().empty());
}

TEST_CASE("writing leaves nothing beside the file and keeps its rights") {
  const test::TemporaryFolder folder;
  const auto path = folder.write("a.txt", "old");
  ::chmod(path.c_str(), 0640);
  REQUIRE(base::write_file(path, "new"));
  struct stat now {};
  REQUIRE(::stat(path.c_str(), &now) == 0);
  CHECK((now.st_mode & 0777) == 0640);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("writing through a link changes what the link names") {
  const test::TemporaryFolder folder;
  const auto real = folder.write("real.txt", "old");
  std::filesystem::create_symlink(real, folder.path() / "link.txt");
  REQUIRE(base::write_file(folder.path() / "link.txt", "new"));
  CHECK(std::filesystem::is_symlink(folder.path() / "link.txt"));
  CHECK(base::read_file(real, 10).value() == "new");
}

TEST_CASE("what cannot be read is refused by name") {
  const test::TemporaryFolder folder;
  folder.write("big.txt", std::string(11, 'x'));
  ::mkfifo((folder.path() / "pipe").c_str(), 0600);
  CHECK(base::read_file(folder.path() / "big.txt", 10).error().refusal == Refusal::too_large);
  CHECK(base::read_file(folder.path() / "big.txt", 11).value().size() == 11);
  CHECK(base::read_file(folder.path() / "none", 10).error().refusal == Refusal::not_found);
  CHECK(base::read_file(folder.path(), 10).error().refusal == Refusal::unsupported);
  CHECK(base::read_file(folder.path() / "pipe", 10).error().refusal == Refusal::unsupported);
  CHECK(base::write_file(folder.path() / "no" / "a", "").error().refusal == Refusal::not_found);
  CHECK(base::failure_of_errno(ENOSPC, "x").refusal == Refusal::disk_full);
  CHECK(base::failure_of_errno(EACCES, "x").refusal == Refusal::no_permission);
}

TEST_CASE("paths stay inside their folder") {
  const test::TemporaryFolder folder;
  folder.write("course/media/a.png", "x");
  folder.write("secret.txt", "x");
  const auto root = folder.path() / "course";
  std::filesystem::create_symlink(folder.path() / "secret.txt", root / "media" / "out.png");
  std::filesystem::create_symlink("a.png", root / "media" / "in.png");
  CHECK(base::inside(root, "media/a.png").value().filename() == "a.png");
  CHECK(base::inside(root, "media/../media/./a.png").has_value());
  CHECK(base::inside(root, "media/in.png").has_value());
  CHECK(base::inside(root, "media/out.png").error().refusal == Refusal::outside);
  CHECK(base::inside(root, "../secret.txt").error().refusal == Refusal::outside);
  CHECK(base::inside(root, "media/../../secret.txt").error().refusal == Refusal::outside);
  CHECK(base::inside(root, "/etc/passwd").error().refusal == Refusal::outside);
  CHECK(base::inside(root, "media/none.png").error().refusal == Refusal::not_found);
  CHECK(base::inside(root, "").error().refusal == Refusal::not_found);
  CHECK(base::inside(root, std::string("media/a.png\0.txt", 16)).error().refusal == Refusal::not_found);
}

TEST_CASE("a file is made where there is none, and left alone where there is one") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "a";
  CHECK(base::create_file(file).value());
  REQUIRE(base::write_file(file, "words"));
  CHECK_FALSE(base::create_file(file).value());
  CHECK(base::read_file(file, 10).value() == "words");
  CHECK(base::create_file(folder.path() / "no" / "a").error().refusal == base::Refusal::not_found);
}

TEST_CASE("the beginning and the end of a file are read alone") {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "a";
  REQUIRE(base::write_file(file, "first and last"));
  CHECK(base::read_start(file, 5).value() == "first");
  CHECK(base::read_end(file, 4).value() == "last");
  CHECK(base::read_end(file, 100).value() == "first and last");
  CHECK(base::read_end(file, 0).value().empty());
  CHECK_FALSE(base::read_end(folder.path(), 4));
  CHECK(base::read_end(folder.path() / "none", 4).error().refusal == Refusal::not_found);
}
