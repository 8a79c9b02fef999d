#include "course/reading/blocks.h"

#include "course/fixes/wanted.h"

namespace course {
namespace {

constexpr std::array text_fields{
    Field<TextBlock>{{"text", shape::markdown, Need::required, msg("what there is to read")},
                     into<&TextBlock::markdown>},
};

constexpr std::array<std::string_view, 4> callout_words{"note", "tip", "warning", "example"};
constexpr std::array callout_fields{
    Field<Callout>{{"title", shape::text, Need::optional, "shown above"}, into<&Callout::title>},
    Field<Callout>{{"callout", shape::markdown, Need::required, msg("a text that stands apart")},
                   into<&Callout::markdown>},
    Field<Callout>{{"kind", shape::one_of(callout_words), Need::optional, "what sort of text it is"},
                   into<&Callout::kind>},
};

constexpr std::array quote_fields{
    Field<Quote>{{"quote", shape::markdown, Need::required, msg("somebody’s own words")}, into<&Quote::markdown>},
    Field<Quote>{{"by", shape::text, Need::optional, "whose words they are"}, into<&Quote::by>},
    Field<Quote>{{"source", shape::source_id, Need::optional, "where they stand"}, into<&Quote::source>},
};

constexpr std::array reveal_fields{
    Field<Reveal>{{"reveal", shape::text, Need::required, msg("what the button says")}, into<&Reveal::button>},
    Field<Reveal>{{"shows", shape::markdown, Need::required, msg("what appears")}, into<&Reveal::markdown>},
};

constexpr Key picture_key{"picture", shape::path, Need::required, msg("a PNG, JPEG or SVG file")};
constexpr std::array picture_fields{
    Field<Picture>{{"alt", shape::alternative, Need::required, msg("what it shows, for those who do not see it")},
                   into<&Picture::alt>},
    Field<Picture>{{"caption", shape::markdown, Need::optional, "shown below"}, into<&Picture::caption>},
    Field<Picture>{{"source", shape::source_id, Need::optional, "where it is from"}, into<&Picture::source>},
    Field<Picture>{{"width", shape::number_from(0.1, 1), Need::optional, "share of the column"}, into<&Picture::width>},
};

constexpr Key worked_steps_key{"steps", shape::other(msg("a list of {text: …, why: …, ask: …}")), Need::required,
                               msg("the steps, shown one by one")};
constexpr std::array worked_step_fields{
    Field<WorkedStep>{{"text", shape::markdown, Need::required, msg("what is done")}, into<&WorkedStep::markdown>},
    Field<WorkedStep>{{"why", shape::markdown, Need::optional, "why it is done"}, into<&WorkedStep::why>},
    Field<WorkedStep>{{"ask", shape::markdown, Need::optional, "asked before the step is shown"},
                      into<&WorkedStep::ask>},
};
constexpr std::array worked_fields{
    Field<Worked>{{"worked", shape::text, Need::required, msg("the title of the example")}, into<&Worked::title>},
    Field<Worked>{{"fade", shape::truth, Need::optional, "one more step is asked in each later round"},
                  into<&Worked::fade>},
};

template <class T, std::size_t count>
T read_fields(Object& step, const std::array<Field<T>, count>& fields) {
  T block;
  step.read(fields, block);
  return block;
}

Worked read_worked(Object& step) {
  Worked worked = read_fields(step, worked_fields);
  Reader& reader = step.reader();
  const Node* list = step.take(worked_steps_key);
  if (list == nullptr) return worked;
  if (!list->is_list() || list->size() == 0) {
    reader.wrong(worked_steps_key, *list);
    return worked;
  }
  for (std::uint32_t i = 0; i < list->size(); ++i) {
    WorkedStep one;
    if (list->item(i).is_map()) {
      Object object(reader, list->item(i), msg("a step of the example"));
      object.read(worked_step_fields, one);
      object.finish();
    } else {
      // A step without a reason may be just its text.
      reader.value(worked_step_fields[0].key, list->item(i), one.markdown);
    }
    worked.steps.push_back(std::move(one));
  }
  return worked;
}

using Content = decltype(Step::content);

/// The kinds of steps, by the key that tells them.
struct BlockFormat {
  std::string_view key;
  base::Template what;
  Content (*read)(StepContext&, Object&);
};

constexpr std::array block_formats{
    BlockFormat{"ask", msg("a question"),
                [](StepContext& context, Object& step) -> Content { return read_question(context, step); }},
    BlockFormat{"text", msg("a text"),
                [](StepContext&, Object& step) -> Content { return read_fields(step, text_fields); }},
    BlockFormat{"callout", msg("a callout"),
                [](StepContext&, Object& step) -> Content { return read_fields(step, callout_fields); }},
    BlockFormat{"quote", msg("a quote"),
                [](StepContext&, Object& step) -> Content { return read_fields(step, quote_fields); }},
    BlockFormat{"picture", msg("a picture"),
                [](StepContext& context, Object& step) -> Content { return read_picture(context, step); }},
    BlockFormat{"chart", msg("a chart"),
                [](StepContext& context, Object& step) -> Content { return read_chart(context, step); }},
    BlockFormat{"explore", msg("an explorable"),
                [](StepContext& context, Object& step) -> Content { return read_explore(context, step); }},
    BlockFormat{"timeline", msg("a timeline"),
                [](StepContext&, Object& step) -> Content { return read_timeline(step); }},
    BlockFormat{"reveal", msg("a reveal"),
                [](StepContext&, Object& step) -> Content { return read_fields(step, reveal_fields); }},
    BlockFormat{"worked", msg("a worked example"),
                [](StepContext&, Object& step) -> Content { return read_worked(step); }},
    BlockFormat{"diagram", msg("a diagram"), [](StepContext&, Object& step) -> Content { return read_diagram(step); }},
    BlockFormat{"compare", msg("a comparison"),
                [](StepContext&, Object& step) -> Content { return read_compare(step); }},
};

constexpr Key step_id_key{"id", shape::new_id, Need::optional, "a name for the step"};

const BlockFormat* find_format(std::string_view key) {
  for (const BlockFormat& format : block_formats) {
    if (format.key == key) return &format;
  }
  return nullptr;
}

/// A question has `ask`, and an explorable `explore`, wherever they stand; else the first key that names a kind decides.
const BlockFormat* find_format(const Node& step) {
  for (const char* key : {"ask", "explore"}) {
    if (step.find(key) != nullptr) return find_format(key);
  }
  for (std::uint32_t i = 0; i < step.size(); ++i) {
    if (const BlockFormat* format = find_format(step.key(i).text())) return format;
  }
  return nullptr;
}

void report_no_kind(Reader& reader, const Node& step) {
  std::vector<std::string> names;
  for (const BlockFormat& format : block_formats) names.emplace_back(format.key);
  for (std::uint32_t i = 0; i < step.size(); ++i) {
    const std::string near = base::nearest(step.key(i).text(), names);
    if (near.empty()) continue;
    if (reader.around().wanted != nullptr) reader.around().wanted->rename_key(reader.file(), step, step.key(i), names);
    reader.error("no-kind", step.key(i), msg("a step has no key {key}", {{"key", in_quotes(step.key(i).text())}}),
                 did_you_mean(near));
    return;
  }
  const bool answer_alone = step.find("choices") != nullptr || step.find("answers") != nullptr;
  reader.error("no-kind", step.size() > 0 ? step.key(0) : step, msg("nothing says what this step is"),
               answer_alone ? msg("add the question itself: “ask: …”")
                            : msg("give it one of the keys {keys}", {{"keys", listed(names)}}));
}

}  // namespace

Picture read_picture(StepContext& context, Object& step) {
  Picture picture = read_fields(step, picture_fields);
  if (const Node* path = step.take(picture_key))
    picture.file = context.assets.picture(step.reader(), picture_key, *path);
  return picture;
}

std::optional<Step> read_step(StepContext& context, const Node& node) {
  Reader& reader = context.reader;
  if (!node.is_map() || node.size() == 0) {
    reader.error("wrong-value", node, msg("a step should be a map of keys; found {found}", {{"found", found(node)}}),
                 msg("begin it with what it is: “- text: …” or “- ask: …”"));
    return std::nullopt;
  }
  const BlockFormat* format = find_format(node);
  if (format == nullptr) {
    report_no_kind(reader, node);
    return std::nullopt;
  }
  Object object(reader, node, format->what);
  Step step;
  step.content = format->read(context, object);
  if (const Question* question = step.question()) {
    step.id = StepId(question->id.str());
    return step;
  }
  if (const Node* id = object.take(step_id_key)) reader.value(step_id_key, *id, step.id);
  object.finish();
  return step;
}

}  // namespace course
