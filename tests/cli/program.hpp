#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace tracuu::test {

/// How a program ended and what it wrote.
struct Outcome {
    int status = -1;  ///< exit status; 128 + signal when it was killed
    std::string out;
    std::string err;
};

/// Runs the built `tracuu` with these arguments, standard input closed.
[[nodiscard]] Outcome run(const std::vector<std::string>& arguments);

/// A `tracuu` that runs beside the test, for `serve`.
class Background {
  public:
    explicit Background(const std::vector<std::string>& arguments);
    ~Background();
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    /// The next line of its standard output, without the line end; empty when it ended.
    [[nodiscard]] std::string read_line();
    /// Sends `signal` and waits: the exit status, or 128 + signal.
    int end(int signal);

  private:
    pid_t process_ = -1;
    int output_ = -1;
};

/// The folder of an index of the sample, made once for this test program.
[[nodiscard]] const std::string& sample_index();
/// The documents of the sample.
[[nodiscard]] std::string sample_documents();

}  // namespace tracuu::test
