#include "tests/cli/program.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/temporary_folder.hpp"

namespace tracuu::test {
namespace {

std::string content(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

int opened(const std::string& path, int flags) {
    return ::open(path.c_str(), flags, 0600);
}

/// Becomes the program; never returns.
[[noreturn]] void become(const std::vector<std::string>& arguments, int out, int err) {
    ::dup2(opened("/dev/null", O_RDONLY), STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    if (err >= 0) ::dup2(err, STDERR_FILENO);
    std::vector<std::string> words{TRACUU_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv(pointers.front(), pointers.data());
    ::_exit(127);
}

int exit_status(pid_t process) {
    int status = 0;
    if (::waitpid(process, &status, 0) != process) throw std::runtime_error("waitpid");
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Outcome run(const std::vector<std::string>& arguments) {
    const tests::TemporaryFolder folder;
    const std::string out = (folder.path() / "out").string();
    const std::string err = (folder.path() / "err").string();
    const pid_t process = ::fork();
    if (process == 0)
        become(arguments, opened(out, O_CREAT | O_WRONLY), opened(err, O_CREAT | O_WRONLY));
    Outcome outcome;
    outcome.status = exit_status(process);
    outcome.out = content(out);
    outcome.err = content(err);
    return outcome;
}

Background::Background(const std::vector<std::string>& arguments) {
    int pipe_ends[2];
    if (::pipe(pipe_ends) != 0) throw std::runtime_error("pipe");
    process_ = ::fork();
    if (process_ == 0) {
        ::close(pipe_ends[0]);
        become(arguments, pipe_ends[1], -1);
    }
    ::close(pipe_ends[1]);
    output_ = pipe_ends[0];
}

Background::~Background() {
    if (process_ > 0) end(SIGKILL);
    ::close(output_);
}

std::string Background::read_line() {
    std::string line;
    for (char byte = 0; ::read(output_, &byte, 1) == 1 && byte != '\n';) line += byte;
    return line;
}

int Background::end(int signal) {
    ::kill(process_, signal);
    const int status = exit_status(process_);
    process_ = -1;
    return status;
}

std::string sample_documents() {
    return TRACUU_SAMPLE_DOCUMENTS;
}

const std::string& sample_index() {
    static const tests::TemporaryFolder kFolder;
    static const std::string kIndex = [] {
        std::string path = (kFolder.path() / "index").string();
        const Outcome outcome = run({"index", "--quiet", "--index", path, sample_documents()});
        if (outcome.status != 0) throw std::runtime_error("no index of the sample: " + outcome.err);
        return path;
    }();
    return kIndex;
}

}  // namespace tracuu::test
