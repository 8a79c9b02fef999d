// Charts of every kind, timelines, and the questions that are answered by drawing and pointing.
#include <algorithm>
#include <cmath>

#include "course/load.h"
#include "support/test.h"

namespace drawn_test {

using namespace course;

namespace {

std::shared_ptr<const Course> load_drawn() {
  const Loaded loaded = load(test::source_dir() / "tests" / "data" / "courses" / "drawn", {});
  REQUIRE(loaded.course != nullptr);
  CHECK(loaded.diagnostics.empty());
  return loaded.course;
}

template <class T>
std::vector<T> all_of(const Lesson& lesson) {
  std::vector<T> found;
  for (const Step& step : lesson.steps) {
    if (const T* one = std::get_if<T>(&step.content)) found.push_back(*one);
  }
  return found;
}

template <class T>
const T& kind(const Lesson& lesson, const std::string& id) {
  for (const Step& step : lesson.steps) {
    if (step.id.str() == id) return std::get<T>(step.question()->kind);
  }
  throw std::runtime_error("no question " + id);
}

}  // namespace

TEST_CASE("moments are years, months or days") {
  CHECK(moment_of("1999") == Moment{1999, 0, 0});
  CHECK(moment_of("-44") == Moment{-44, 0, 0});
  CHECK(moment_of("1999-03") == Moment{1999, 3, 0});
  CHECK(moment_of("2000-02-29") == Moment{2000, 2, 29});
  for (const char* wrong : {"", "-", "19999", "1999-", "1999-3", "1999-13", "1999-00", "1999-02-29", "1999-03-14x",
                            "soon", "1999-03-1", "1999.5", "--44"}) {
    CAPTURE(wrong);
    CHECK_FALSE(moment_of(wrong).has_value());
  }
  CHECK(Moment{1999, 1, 1}.years() == 1999);
  CHECK(Moment{1999, 7, 2}.years() == Approx(1999.4986).margin(1e-3));
  CHECK(Moment{2000, 12, 31}.years() == Approx(2001 - 1.0 / 366));
  CHECK(Moment{-44, 3, 15}.years() < -43);
}

TEST_CASE("charts say how they are stacked, parted and scaled") {
  const auto course = load_drawn();
  const auto charts = all_of<Chart>(course->lessons[0]);
  REQUIRE(charts.size() == 11);
  CHECK(charts[0].stacked == Chart::Stacking::none);
  CHECK(charts[1].stacked == Chart::Stacking::sum);
  CHECK(charts[2].stacked == Chart::Stacking::share);
  CHECK(charts[3].kind == Chart::Kind::area);
  CHECK(charts[6].kind == Chart::Kind::slope);
  CHECK(charts[6].labels == std::vector<std::string>{"1990", "2015"});
  CHECK(charts[7].panels);
  CHECK_FALSE(charts[7].panel.has_value());
  CHECK(charts[8].panel == 1);
  CHECK(charts[8].y == std::vector<std::size_t>{2});
  CHECK(charts[9].log_x);
  CHECK(charts[10].kind == Chart::Kind::timeline);
  CHECK(charts[10].y == std::vector<std::size_t>{1, 2});
}

TEST_CASE("a timeline stands in the order of time") {
  const auto course = load_drawn();
  const auto timelines = all_of<Timeline>(course->lessons[0]);
  REQUIRE(timelines.size() == 1);
  const auto& events = timelines[0].events;
  REQUIRE(events.size() == 4);
  CHECK(events[0].at.year == -2737);
  CHECK(events[1].at.year == 1610);
  CHECK(events[3].at == Moment{1849, 11, 3});
  CHECK(events[3].to == Moment{1869, 0, 0});
  CHECK(events[3].source.str() == "smith2010");
}

TEST_CASE("a prediction knows what is given, what is asked, and in which range") {
  const auto course = load_drawn();
  const auto& line = kind<Predict>(course->lessons[1], "green-line");
  CHECK(line.asked() == std::vector<std::size_t>{2, 3, 4, 5});
  CHECK(line.real[5] == 15);
  CHECK(line.within == 1);
  CHECK(line.none == 6);
  CHECK(line.chart.to == 20);
  const auto& bars = kind<Predict>(course->lessons[1], "cups-bars");
  CHECK(bars.asked() == std::vector<std::size_t>{0, 2});
  CHECK(bars.chart.from == 0);
  // Higher than the highest, so that the axis does not give it away.
  CHECK(*bars.chart.to > 15);
  CHECK(bars.within == Approx(0.05 * *bars.chart.to));
  CHECK(bars.none == Approx(0.25 * *bars.chart.to));
  const auto& years = kind<Predict>(course->lessons[1], "house-years");
  CHECK(years.asked() == std::vector<std::size_t>{1, 2, 3});
  CHECK(years.real[2] == Approx(1849 + 304.0 / 365));
  CHECK(*years.chart.from < 1706);
  CHECK(*years.chart.to > 1908);
  CHECK(course->lessons[1].steps[0].question()->tries == 1);
  CHECK(course->lessons[1].steps[1].question()->tries == 2);
}

TEST_CASE("places on a picture hold points, and data points are told by their x") {
  const auto course = load_drawn();
  const auto& garden = kind<Spot>(course->lessons[2], "garden");
  CHECK(garden.place_at(0.325, 0.77) == 0u);
  CHECK(garden.place_at(0.325 + 0.05, 0.77) == 0u);
  CHECK_FALSE(
      garden.place_at(0.325 + 0.05, 0.77 + 0.09).has_value());  // inside the box around it, outside of the ellipse
  CHECK(garden.place_at(0.57, 0.37) == 1u);
  CHECK(garden.wrong_at(0.2, 0.33) == 0u);
  CHECK_FALSE(garden.reaches(1.01, 0));
  const auto& crossing = kind<Spot>(course->lessons[2], "crossing");
  CHECK(crossing.places[0].row == 4);
  CHECK(crossing.place_at(4, 0) == 0u);
  CHECK(crossing.place_at(4, 1) == 0u);
  CHECK(crossing.wrong_at(5, 1) == 0u);
  CHECK_FALSE(crossing.reaches(4, 2));
  CHECK_FALSE(crossing.reaches(0.5, 0));
  const auto& highest = kind<Spot>(course->lessons[2], "highest");
  CHECK(highest.place_at(2, 1) == 0u);
  CHECK_FALSE(highest.place_at(2, 0).has_value());
}

}  // namespace drawn_test
