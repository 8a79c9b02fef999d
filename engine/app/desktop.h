#pragma once
// Opening folders and addresses with the system's own programs.

#include "screens/services.h"

namespace app {

class Desktop final : public screens::Desktop {
 public:
  /// Starts xdg-open (`open` on a Mac) without waiting for it. `unsupported` where there is none.
  base::Status open(const std::string& target) override;
  void quit() override { quitting_ = true; }
  bool quitting() const { return quitting_; }

 private:
  bool quitting_ = false;
};

}  // namespace app
