// Reading inputs and writing results with plain system calls: no stream objects, no exceptions, and
// a closed standard output is noticed.
#pragma once

#include <string>
#include <string_view>

namespace belljar::cli {

// The whole of a file ("-": standard input). On failure `problem` says why, with the path.
struct FileText {
  bool ok = false;
  std::string text;
  std::string problem;
};
FileText read_file(const std::string& path);

// Creates or replaces the file ("-": standard output). Empty, or why not.
std::string write_whole_file(const std::string& path, std::string_view text);

// Buffered standard output.
class Output {
 public:
  explicit Output(int descriptor = 1) : descriptor_(descriptor) {}
  ~Output() { flush(); }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view text);
  void flush();
  // A write failed, now or earlier: nobody reads, or the disk is full.
  bool broken() const { return error_ != 0; }
  // Empty for a closed pipe, whose reader wanted no more.
  std::string problem() const;

 private:
  int descriptor_;
  int error_ = 0;
  std::string pending_;
};

// To standard error, at once.
void complain(std::string_view text);

}  // namespace belljar::cli
