#include "course/reading/quiz.h"

#include <algorithm>

namespace course {
namespace {

constexpr std::array<std::string_view, 2> feedback_words{"at-once", "end"};
constexpr std::array<std::string_view, 2> layout_words{"one-by-one", "page"};
constexpr std::size_t most_questions = 500;
constexpr std::size_t most_pools = 50;
constexpr double largest_seed = 9007199254740992.0;  // 2^53: what every reader of numbers keeps exactly

constexpr Key questions_key{"questions", shape::question_ids, Need::optional, "its questions, by their ids"};
constexpr Key pools_key{"pools", shape::other(msg("a list of pools")), Need::optional,
                        "what its questions are drawn from"};
constexpr Key shuffle_key{"shuffle", shape::truth, Need::optional, "whether the order is by chance"};
constexpr Key pass_key{"pass", shape::other(msg("a share such as 70%")), Need::optional, "what is needed to pass"};
constexpr Key seed_key{"seed", shape::whole(0, largest_seed), Need::optional, "the same draw for everybody"};

constexpr std::array quiz_fields{
    Field<Quiz>{{"id", shape::new_id, Need::required, msg("what its results are filed under")}, into<&Quiz::id>},
    Field<Quiz>{{"title", shape::text, Need::required, msg("what it is called")}, into<&Quiz::title>},
    Field<Quiz>{{"summary", shape::markdown, Need::optional, "what it is about"}, into<&Quiz::summary>},
    Field<Quiz>{questions_key, into<&Quiz::questions>},
    Field<Quiz>{{"minutes", shape::whole(1, 600), Need::optional, "the time limit"}, into<&Quiz::minutes>},
    Field<Quiz>{{"feedback", shape::one_of(feedback_words), Need::optional, "when one learns what was right"},
                into<&Quiz::feedback>},
    Field<Quiz>{{"layout", shape::one_of(layout_words), Need::optional, "one question at a time, or all on one page"},
                into<&Quiz::layout>},
    Field<Quiz>{{"tries", shape::whole(1, 10), Need::optional, "for each question, with feedback at once"},
                into<&Quiz::tries>},
};

constexpr std::array pool_fields{
    Field<QuizPool>{{"from", shape::plain_words, Need::required, msg("lessons, modules, concepts or tags")},
                    into<&QuizPool::from>},
    Field<QuizPool>{{"count", shape::whole(1, 200), Need::optional, "how many are drawn"}, into<&QuizPool::count>},
    Field<QuizPool>{
        {"weight", shape::number_from(0.01, 1000), Need::optional, "points for each question"},
        [](Reader& reader, const Key& key, const Node& node, QuizPool& pool) { reader.value(key, node, pool.weight); }},
};

void read_pass(Object& entry, Quiz& quiz) {
  const Node* node = entry.take(pass_key);
  if (node == nullptr) return;
  Reader& reader = entry.reader();
  std::string_view words = node->text();
  const bool percent = words.ends_with('%');
  if (percent) words.remove_suffix(1);
  while (words.ends_with(' ')) words.remove_suffix(1);
  const auto number = Reader::number(words);
  if (!number || *number <= 0) return reader.wrong(pass_key, *node);
  const double share = percent ? *number / 100 : *number;
  if (share <= 1) {
    quiz.pass = share;
    return;
  }
  reader.error("unreachable-pass", *node,
               msg("nobody can earn more than all of the points; found {found}", {{"found", found(*node)}}),
               percent ? msg("at most 100%") : did_you_mean(std::string(words) + "%"));
}

void read_counts(Object& entry, Quiz& quiz) {
  Reader& reader = entry.reader();
  const Node& node = entry.node();
  if (quiz.questions.size() > most_questions || quiz.pools.size() > most_pools) {
    reader.error("count", node,
                 msg("a quiz has at most {questions} questions and {pools} pools",
                     {{"questions", most_questions}, {"pools", most_pools}}),
                 msg("make two quizzes of it"));
    quiz.questions.resize(std::min(quiz.questions.size(), most_questions));
    quiz.pools.resize(std::min(quiz.pools.size(), most_pools));
  }
  if (node.find("questions") == nullptr && node.find("pools") == nullptr) {
    reader.error("missing-key", node.key(0), msg("a quiz needs questions or pools"),
                 msg("add “questions: [ids]”, or “pools: [{from: a lesson, count: 3}]”"));
  }
}

void read_seed(Object& entry, Quiz& quiz) {
  const Node* node = entry.take(seed_key);
  if (node == nullptr) return;
  double number = -1;
  entry.reader().value(seed_key, *node, number);
  if (number >= 0) quiz.seed = static_cast<std::uint64_t>(number);
}

}  // namespace

Quiz read_quiz(Object& entry) {
  Quiz quiz;
  entry.read(quiz_fields, quiz);
  read_maps(entry, pools_key, msg("a pool"), [&](Object& one) {
    QuizPool pool;
    one.read(pool_fields, pool);
    quiz.pools.push_back(std::move(pool));
  });
  quiz.shuffle = !quiz.pools.empty();
  if (const Node* node = entry.take(shuffle_key)) entry.reader().value(shuffle_key, *node, quiz.shuffle);
  read_pass(entry, quiz);
  read_seed(entry, quiz);
  read_counts(entry, quiz);
  return quiz;
}

}  // namespace course
