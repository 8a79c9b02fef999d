#include "course/reading/lesson_file.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "course/reading/object.h"
#include "course/reading/steps.h"

namespace course {
namespace {

constexpr Key steps_key{"steps", shape::other(msg("a list of steps")), Need::required,
                        msg("what the learner goes through")};
constexpr std::array lesson_fields{
    Field<Lesson>{{"title", shape::text, Need::required, msg("the lesson’s name")}, into<&Lesson::title>},
    Field<Lesson>{{"summary", shape::markdown, Need::optional, "one sentence shown before opening"},
                  into<&Lesson::summary>},
    Field<Lesson>{{"minutes", shape::whole(1, 240), Need::optional, "how long it takes"}, into<&Lesson::minutes>},
    Field<Lesson>{{"teaches", shape::concept_ids, Need::optional, "the concepts it introduces"},
                  into<&Lesson::teaches>},
    Field<Lesson>{{"needs", shape::concept_ids, Need::optional, "the concepts it takes for granted"},
                  into<&Lesson::needs>},
};

/// A step with the node it was read from and the heading it opens with.
struct ReadStep {
  Step step;
  Node node;
  std::string heading;
};

/// Two hundred words a minute at six bytes a word; a question takes half a minute beside its reading. Bytes serve every script:
/// five hundred Hangul syllables a minute are 1,500 of them.
int estimate_minutes(double bytes, std::size_t questions) {
  const double minutes = bytes / 1200 + static_cast<double>(questions) * 0.5;
  return std::clamp(static_cast<int>(std::lround(minutes)), 1, 240);
}

std::vector<ReadStep> read_steps(Object& object, Assets& assets) {
  std::vector<ReadStep> steps;
  Reader& reader = object.reader();
  const Node* list = object.take(steps_key);
  if (list == nullptr) return steps;
  if (!list->is_list() || list->size() == 0) {
    reader.wrong(steps_key, *list);
    return steps;
  }
  StepContext context{reader, assets};
  steps.reserve(list->size());
  for (std::uint32_t i = 0; i < list->size(); ++i) {
    auto step = read_step(context, list->item(i));
    if (!step) continue;
    const bool is_text = std::holds_alternative<TextBlock>(step->content);
    steps.push_back({std::move(*step), list->item(i), is_text ? reader.heading() : std::string()});
  }
  return steps;
}

/// Question ids are unique in the course, all others in the lesson.
void check_ids(Reader& reader, const std::vector<ReadStep>& steps, IdSet& questions) {
  constexpr base::Template in_course = msg("the id {id} is given twice in the course");
  constexpr base::Template in_lesson = msg("the id {id} is given twice in this lesson");
  IdSet here;
  for (const ReadStep& read : steps) {
    const Node* id = read.node.find("id");
    if (read.step.id.empty() || id == nullptr) continue;
    const bool question = read.step.question() != nullptr;
    const bool new_here = here.add(id->text(), reader.file().name(), reader.span(*id));
    const bool new_in_course = !question || questions.add(id->text(), reader.file().name(), reader.span(*id));
    if (new_here && new_in_course) continue;
    auto& d = reader.error("duplicate-id", *id, msg(new_here ? in_course : in_lesson, {{"id", in_quotes(id->text())}}),
                           msg("rename one of them; progress hangs on it, so rename the newer"));
    d.related.push_back((new_here ? questions : here).first(id->text(), msg("first given here")));
  }
}

/// What a step without an id is named after: its first words, as the file has them in whatever language they are shown.
std::string_view first_words(const Node& step) {
  for (const char* key : {"text", "callout", "quote", "title", "picture", "reveal", "worked", "diagram", "compare",
                          "explore", "data", "chart"}) {
    const Node* value = step.find(key);
    if (value != nullptr && value->is_scalar()) return value->text();
  }
  return "step";
}

void name_steps(std::vector<ReadStep>& steps) {
  constexpr std::size_t most = 40;
  std::unordered_set<std::string> taken;
  for (const ReadStep& read : steps) taken.insert(read.step.id.str());
  for (ReadStep& read : steps) {
    if (!read.step.id.empty()) continue;
    std::string name = slug(first_words(read.node), most);
    if (name.empty()) name = "step";
    std::string unique = name;
    for (int number = 2; !taken.insert(unique).second; ++number) unique = name + "-" + std::to_string(number);
    read.step.id = StepId(std::move(unique));
  }
}

/// A text that opens with a heading begins a section.
void make_sections(const std::vector<ReadStep>& steps, Lesson& lesson) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool begins = !steps[i].heading.empty();
    if (begins || lesson.sections.empty()) lesson.sections.push_back({begins ? steps[i].heading : lesson.title, i, 0});
    ++lesson.sections.back().count;
  }
}

}  // namespace

Lesson read_lesson(Reader& reader, const Node& root, const LessonId& id, Assets& assets, IdSet& questions) {
  Lesson lesson;
  lesson.id = id;
  if (!root.is_map()) {
    reader.error("wrong-value", root, msg("a lesson should be a map of keys; found {found}", {{"found", found(root)}}),
                 msg("begin it with “title: …” and “steps:”"));
    return lesson;
  }
  Object object(reader, root, msg("a lesson"));
  object.read(lesson_fields, lesson);
  std::vector<ReadStep> steps = read_steps(object, assets);
  object.finish();
  check_ids(reader, steps, questions);
  name_steps(steps);
  make_sections(steps, lesson);
  std::size_t count = 0;
  lesson.steps.reserve(steps.size());
  for (ReadStep& read : steps) {
    count += read.step.question() != nullptr;
    lesson.steps.push_back(std::move(read.step));
  }
  if (lesson.minutes == 0) lesson.minutes = estimate_minutes(reader.text_bytes(), count);
  lesson.sources = reader.mentioned();
  return lesson;
}

}  // namespace course
