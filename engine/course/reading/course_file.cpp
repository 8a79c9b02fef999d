#include "course/reading/course_file.h"

#include <algorithm>

#include "course/reading/circles.h"
#include "course/reading/object.h"
#include "course/reading/quiz.h"

namespace course {
namespace {

constexpr Key languages_key{"languages", shape::plain_words, Need::optional,
                            "the first is what the files are written in"};
constexpr Key modules_key{"modules", shape::other(msg("a list of modules")), Need::required,
                          msg("the table of contents")};
constexpr Key concepts_key{"concepts", shape::other(msg("a list of concepts")), Need::optional,
                           "what the course teaches"};
constexpr Key quizzes_key{"quizzes", shape::other(msg("a list of quizzes")), Need::optional,
                          "questions of several lessons"};
constexpr Key sources_key{"sources", shape::other(msg("a map from id to source")), Need::optional,
                          "what [^id] and source: point at"};
constexpr Key lessons_key{"lessons", shape::lesson_ids, Need::optional, "its lessons, in order"};
constexpr Key source_key{"sources", shape::name, Need::optional, ""};

constexpr std::array course_fields{
    Field<Course>{{"title", shape::text, Need::required, msg("the course’s name")}, into<&Course::title>},
    Field<Course>{{"id", shape::new_id, Need::optional, "what progress is filed under"}, into<&Course::id>},
    Field<Course>{{"summary", shape::markdown, Need::optional, "what one will be able to do"}, into<&Course::summary>},
    Field<Course>{{"authors", shape::names, Need::optional, "who wrote it"}, into<&Course::authors>},
    Field<Course>{{"licence", shape::word, Need::optional, "an SPDX id where there is one"}, into<&Course::licence>},
};

constexpr std::array module_fields{
    Field<Module>{{"id", shape::new_id, Need::required, msg("its name for concepts")}, into<&Module::id>},
    Field<Module>{{"title", shape::text, Need::required, msg("what it is called")}, into<&Module::title>},
    Field<Module>{{"summary", shape::markdown, Need::optional, "what it is about"}, into<&Module::summary>},
    Field<Module>{{"objectives", shape::markdowns, Need::optional, "what one can do after it"},
                  into<&Module::objectives>},
};

constexpr std::array concept_fields{
    Field<Concept>{{"id", shape::new_id, Need::required, msg("its name in lessons and links")}, into<&Concept::id>},
    Field<Concept>{{"name", shape::text, Need::required, msg("what it is called")}, into<&Concept::name>},
    Field<Concept>{{"definition", shape::markdown, Need::required, msg("what it means")}, into<&Concept::definition>},
    Field<Concept>{{"module", shape::module_id, Need::optional, "where it is taught"}, into<&Concept::module>},
    Field<Concept>{{"needs", shape::concept_ids, Need::optional, "what it stands on"}, into<&Concept::needs>},
};

constexpr std::array source_fields{
    Field<Source>{{"title", shape::name, Need::required, msg("what it is called")}, into<&Source::title>},
    Field<Source>{{"author", shape::name, Need::optional, "who wrote it"}, into<&Source::author>},
    Field<Source>{{"year", shape::word, Need::optional, "when"}, into<&Source::year>},
    Field<Source>{{"url", shape::word, Need::optional, "where to find it"}, into<&Source::url>},
    Field<Source>{{"note", shape::markdown, Need::optional, "what to know about it"}, into<&Source::note>},
};

/// "en", "fr-CA", "zh-Hans".
bool is_language(std::string_view code) {
  const std::size_t dash = code.find('-');
  const std::string_view tongue = code.substr(0, dash);
  if (tongue.size() < 2 || tongue.size() > 3 || code.size() > 20) return false;
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (!std::all_of(tongue.begin(), tongue.end(), is_letter)) return false;
  return std::all_of(code.begin(), code.end(), [](char c) {
    return c == '-' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
}

/// `twice` is said of an {id} that two of them have.
void add_id(Reader& reader, IdSet& ids, base::Template twice, const Node& id) {
  if (!id.is_scalar() || ids.add(id.text(), reader.file().name(), reader.span(id))) return;
  auto& d = reader.error("duplicate-id", id, msg(twice, {{"id", in_quotes(id.text())}}), msg("rename one of them"));
  d.related.push_back(ids.first(id.text(), msg("first given here")));
}

void add_ids(Reader& reader, const Node* list, base::Template twice, IdSet& ids) {
  for (std::uint32_t i = 0; list != nullptr && list->is_list() && i < list->size(); ++i) {
    if (const Node* id = list->item(i).find("id")) add_id(reader, ids, twice, *id);
  }
}

void read_languages(Object& object, Course& course) {
  Reader& reader = object.reader();
  if (const Node* node = object.take(languages_key)) {
    reader.each(languages_key, *node, [&](const Node& item) {
      const std::string code(item.text());
      if (!is_language(code)) {
        reader.error("language", item, msg("{found} is no language code", {{"found", found(item)}}),
                     msg("such as en, fr or pt-BR"));
      } else if (std::find(course.languages.begin(), course.languages.end(), code) != course.languages.end()) {
        reader.error("language", item, msg("the language {code} is given twice", {{"code", in_quotes(code)}}),
                     msg("delete one of them"));
      } else {
        course.languages.push_back(code);
      }
    });
  }
  if (course.languages.empty()) course.languages.emplace_back("en");
  course.language = course.languages.front();
}

void read_lessons(Object& object, CourseFile& file, Module& module) {
  Reader& reader = object.reader();
  const Node* list = object.take(lessons_key);
  if (list == nullptr) return;
  reader.each(lessons_key, *list, [&](const Node& node) {
    LessonId id;
    reader.value(lessons_key, node, id);
    if (id.empty()) return;
    const auto first =
        std::find_if(file.lessons.begin(), file.lessons.end(), [&](const auto& l) { return l.id == id; });
    if (first != file.lessons.end()) {
      auto& d =
          reader.error("duplicate-lesson", node, msg("the lesson {id} is listed twice", {{"id", in_quotes(id.str())}}),
                       msg("delete one of them"));
      d.related.push_back(reader.place(first->node, msg("first listed here")));
      return;
    }
    file.lessons.push_back({id, node});
    module.lessons.push_back(id);
  });
}

void read_sources(Object& parent, Course& course) {
  const Node* map = parent.take(sources_key);
  Reader& reader = parent.reader();
  if (map == nullptr || !expect_map(reader, sources_key, *map)) return;
  constexpr Key id_key{"sources", shape::new_id, Need::optional, ""};
  for (std::uint32_t i = 0; i < map->size(); ++i) {
    Source source;
    reader.value(id_key, map->key(i), source.id);
    const Node& value = map->value(i);
    if (value.is_map()) {
      Object object(reader, value, msg("a source"));
      object.read(source_fields, source);
      object.finish();
    } else {
      reader.value(source_key, value, source.title);
    }
    if (!source.url.empty() && !source.url.starts_with("https://") && !source.url.starts_with("http://")) {
      reader.error("link", *value.find("url"),
                   msg("“url” should be a web address; found {url}", {{"url", in_quotes(source.url)}}),
                   msg("it begins with https://"));
    }
    if (!source.id.empty()) course.sources.emplace(source.id, std::move(source));
  }
}

}  // namespace

void collect_ids(Reader& reader, const Node& root, Known& known) {
  add_ids(reader, root.find("modules"), msg("two modules have the id {id}"), known.modules);
  add_ids(reader, root.find("concepts"), msg("two concepts have the id {id}"), known.concepts);
  add_ids(reader, root.find("quizzes"), msg("two quizzes have the id {id}"), known.quizzes);
  const Node* sources = root.find("sources");
  for (std::uint32_t i = 0; sources != nullptr && sources->is_map() && i < sources->size(); ++i) {
    // A source given twice is a key given twice, which was reported when the file was parsed.
    known.sources.add(sources->key(i).text(), reader.file().name(), reader.span(sources->key(i)));
  }
  known.complete = true;
}

std::vector<std::string> languages_of(const Node& root) {
  std::vector<std::string> languages;
  const Node* list = root.find("languages");
  if (list != nullptr && list->is_scalar()) languages.emplace_back(list->text());
  for (std::uint32_t i = 0; list != nullptr && list->is_list() && i < list->size(); ++i) {
    if (is_language(list->item(i).text())) languages.emplace_back(list->item(i).text());
  }
  return languages;
}

CourseFile read_course(Reader& reader, const Node& root) {
  CourseFile file;
  if (!root.is_map()) {
    reader.error("wrong-value", root,
                 msg("course.yaml should be a map of keys; found {found}", {{"found", found(root)}}),
                 msg("begin it with “title: …” and “modules: …”"));
    return file;
  }
  Course& course = file.course;
  Object object(reader, root, msg("a course"));
  object.read(course_fields, course);
  read_languages(object, course);
  read_sources(object, course);
  read_maps(object, modules_key, msg("a module"), [&](Object& one) {
    Module module;
    one.read(module_fields, module);
    read_lessons(one, file, module);
    if (!module.id.empty()) course.modules.push_back(std::move(module));
  });
  read_maps(object, concepts_key, msg("a concept"), [&](Object& one) {
    Concept item;
    one.read(concept_fields, item);
    if (!item.id.empty()) course.concepts.push_back(std::move(item));
  });
  read_maps(object, quizzes_key, msg("a quiz"), [&](Object& one) {
    Quiz quiz = read_quiz(one);
    if (!quiz.id.empty()) course.quizzes.push_back(std::move(quiz));
  });
  object.finish();
  report_circles(reader, root.find("concepts"));
  file.usable = !course.title.empty() && root.find("modules") != nullptr && root.find("modules")->is_list();
  return file;
}

}  // namespace course
