#pragma once
// Inside of Fonts: faces on the main thread, one worker that draws batches.

#include <array>
#include <atomic>
#include <condition_variable>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "ui/font/batch.h"
#include "ui/font/face.h"
#include "ui/font/math_table.h"
#include "ui/fonts.h"

namespace ui {

struct Fonts::Impl {
  explicit Impl(Options options);
  ~Impl();

  /// The face of a style; made when first asked for.
  Face& face(TextStyle style);
  /// The same at any size, for indices in formulas; to the next quarter of a pixel.
  Face& face(TextStyle style, float em);
  /// The face of formulas at a size; its glyphs are asked for by their numbers. nullptr when the system has none.
  Face* math_face(float em);
  const MathTable* math_table();
  /// The letter; asks for it to be drawn when it is not.
  const Glyph& glyph(Face& face, char32_t c);

  /// Between frames. Uploads what is drawn; starts the next batch of what was asked for; waits for the first batch.
  void update(Gpu& gpu);
  /// At the end of a frame: starts the next batch of what was asked for. True when one is ready to be taken.
  bool start();
  /// All faces again at another scale.
  void set_scale(float scale, Gpu& gpu);
  void drop_textures(Gpu& gpu);
  void wait();
  bool busy();
  bool working();
  /// `wake` is called on the worker's thread whenever a batch is ready, and no more once this returns with another. It must not
  /// come back here.
  void on_ready(std::function<void()> wake);

  TextureId main_page = 0;  ///< the first batch's texture, which has the white block
  float white_u = 0, white_v = 0;
  std::uint64_t version = 0;  ///< counts changes of measured widths; layouts older than it are stale
  Measures measures;

 private:
  struct Work {
    std::vector<LetterJob> jobs;
    float scale = 1;
    std::uint64_t generation = 0;
  };
  struct Done {
    Batch batch;
    std::uint64_t generation = 0;
    double find_ms = 0, draw_ms = 0;
  };

  void ask_first();
  void take(Done done, Gpu& gpu);
  void run();
  Done draw(Work work);
  std::vector<LetterJob> first_jobs() const;
  Face& sized_face(int kind, TextStyle style, float em, const std::shared_ptr<const FontFile>& file);
  void find_math();
  FontFinder* finder();

  const Options options_;
  float scale_;
  std::uint64_t generation_ = 0;  ///< of the scale
  std::array<std::unique_ptr<Face>, 96> faces_;
  /// Behind those: faces of other sizes, by kind (a style's index, or of formulas) and quarters of a pixel.
  std::map<std::pair<int, int>, std::unique_ptr<Face>> sized_;
  std::vector<Face*> by_index_;  ///< of those in `sized_`
  std::shared_ptr<const FontFile> math_file_;
  std::unique_ptr<const MathTable> math_table_;
  bool math_sought_ = false;
  std::vector<LetterJob> asked_;
  std::vector<TextureId> pages_;
  std::u32string extra_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<Work> work_;
  std::vector<Done> done_;
  bool working_ = false, stop_ = false;
  std::function<void()> wake_;
  std::unique_ptr<FontFinder> finder_;  ///< made and used by the worker; its answers are safe to share
  std::thread worker_;
};

int face_index(TextStyle style);
TextStyle style_of_face(int index);

}  // namespace ui
