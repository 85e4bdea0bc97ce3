// read(2) and write(2), with every way in which they fail.
#include "cli/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace belljar::cli {
namespace {

constexpr size_t kMostBytes = 256u << 20;
constexpr size_t kBufferBytes = 64 * 1024;

int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    ssize_t n = ::write(descriptor, text.data(), text.size());
    if (n < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    text.remove_prefix(static_cast<size_t>(n));
  }
  return 0;
}

std::string read_all(int descriptor, std::string& out) {
  for (;;) {
    size_t before = out.size();
    if (before > kMostBytes) return "larger than 256 MiB";
    size_t room = before < kBufferBytes ? kBufferBytes : before;
    out.resize(before + room);
    ssize_t n = ::read(descriptor, out.data() + before, room);
    int error = errno;
    out.resize(before + static_cast<size_t>(n > 0 ? n : 0));
    if (n == 0) return {};
    if (n < 0) return std::strerror(error);
  }
}

}  // namespace

FileText read_file(const std::string& path) {
  FileText file;
  bool standard = path == "-";
  std::string shown = standard ? "standard input" : "'" + path + "'";
  int descriptor = standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    file.problem = "cannot read " + shown + ": " + std::strerror(errno);
    return file;
  }
  struct stat status;
  if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    file.problem = "cannot read " + shown + ": it is a directory";
  } else if (std::string problem = read_all(descriptor, file.text); !problem.empty()) {
    file.problem = "cannot read " + shown + ": " + problem;
  }
  if (!standard) ::close(descriptor);
  file.ok = file.problem.empty();
  return file;
}

std::string write_whole_file(const std::string& path, std::string_view text) {
  const bool standard = path == "-";
  int descriptor = standard ? STDOUT_FILENO
                            : ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) return std::strerror(errno);
  int error = write_all(descriptor, text);
  if (!standard && ::close(descriptor) != 0 && error == 0) error = errno;
  return error == 0 ? std::string() : std::strerror(error);
}

void Output::write(std::string_view text) {
  if (broken()) return;
  pending_ += text;
  if (pending_.size() >= kBufferBytes) flush();
}

void Output::flush() {
  if (!broken()) error_ = write_all(descriptor_, pending_);
  pending_.clear();
}

std::string Output::problem() const {
  return error_ == EPIPE || error_ == 0 ? std::string() : std::strerror(error_);
}

void complain(std::string_view text) { write_all(STDERR_FILENO, text); }

}  // namespace belljar::cli
