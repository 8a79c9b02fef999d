// A step with `timeline`: events in the order of time.
#include <algorithm>

#include "course/reading/blocks.h"

namespace course {
namespace {

constexpr std::size_t kMostEvents = 100;

constexpr Key events_key{"events", shape::other(msg("a list of {at: …, text: …}")), Need::required,
                         msg("what happened")};
constexpr Key at_key{"at", shape::other(msg("a year (1999), a month (1999-03) or a day (1999-03-14)")), Need::required,
                     msg("when it was, or began")};
constexpr Key to_key{"to", at_key.shape, Need::optional, "when it ended"};
constexpr std::array timeline_fields{
    Field<Timeline>{{"timeline", shape::text, Need::required, msg("the title")}, into<&Timeline::title>},
};
constexpr std::array event_fields{
    Field<TimelineEvent>{{"text", shape::markdown, Need::required, msg("what happened")},
                         into<&TimelineEvent::markdown>},
    Field<TimelineEvent>{{"source", shape::source_id, Need::optional, "where it stands"}, into<&TimelineEvent::source>},
};

std::optional<Moment> read_moment(Object& object, const Key& key) {
  const Node* node = object.take(key);
  if (node == nullptr) return std::nullopt;
  const auto moment = moment_of(node->text());
  if (!moment) object.reader().wrong(key, *node);
  return moment;
}

TimelineEvent read_event(Reader& reader, const Node& node) {
  TimelineEvent event;
  Object object(reader, node, msg("an event"));
  event.at = read_moment(object, at_key).value_or(Moment{});
  event.to = read_moment(object, to_key);
  object.read(event_fields, event);
  object.finish();
  if (event.to && node.find("at") != nullptr && event.to->years() < event.at.years())
    reader.error("timeline", *node.find("to"), msg("this ends before it begins"), msg("swap “at” and “to”"));
  return event;
}

}  // namespace

Timeline read_timeline(Object& step) {
  Timeline timeline;
  Reader& reader = step.reader();
  step.read(timeline_fields, timeline);
  const Node* list = step.take(events_key);
  if (list == nullptr) return timeline;
  if (!list->is_list() || list->size() == 0 || list->size() > kMostEvents) {
    reader.error("timeline", *list, msg("a timeline has 1 to {most} events", {{"most", kMostEvents}}),
                 msg("write them as a list of {at: 1999, text: …}"));
    return timeline;
  }
  for (std::uint32_t i = 0; i < list->size(); ++i) {
    if (list->item(i).is_map())
      timeline.events.push_back(read_event(reader, list->item(i)));
    else
      reader.wrong(events_key, list->item(i));
  }
  std::stable_sort(timeline.events.begin(), timeline.events.end(),
                   [](const TimelineEvent& a, const TimelineEvent& b) { return a.at.years() < b.at.years(); });
  return timeline;
}

}  // namespace course
