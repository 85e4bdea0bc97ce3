// The text form of diagnostics, compared byte for byte: render/PROFILE/NAME.py is checked and
// rendered, render/PROFILE/NAME.txt is what must come out. With BELLJAR_UPDATE_GOLDEN set the files
// are written anew, to be read before they are committed.
#include "policy/render.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "tests/policy/support.h"

namespace belljar {
namespace {

namespace fs = std::filesystem;

TEST(Render, GoldenFiles) {
  size_t files = 0;
  for (const Profile& used : all_profiles()) {
    const fs::path folder = repository() / "tests/policy/render" / used.name;
    if (!fs::exists(folder)) continue;
    std::vector<fs::path> sources;
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() == ".py") sources.push_back(entry.path());
    }
    std::ranges::sort(sources);
    for (const fs::path& path : sources) {
      ++files;
      const std::string source = read_text(path);
      const std::string shown =
          render_all(judge(source, used).diagnostics, path.filename().string(), source);
      const fs::path golden = fs::path(path).replace_extension(".txt");
      if (std::getenv("BELLJAR_UPDATE_GOLDEN") != nullptr) std::ofstream(golden) << shown;
      EXPECT_EQ(shown, read_text(golden)) << path;
    }
  }
  EXPECT_GE(files, 12u);
}

Diagnostic sample(TextRange focus) {
  return {"name.underscore", Severity::kError, "message", "help", focus, focus};
}

std::string shown(std::string_view source, TextRange focus) {
  return render(sample(focus), "f.py", LineIndex(source));
}

TEST(Render, ColoursAreAnsi) {
  const std::string source = "_x\n";
  const std::string text =
      render(sample({1, 1, 1, 3}), "f.py", LineIndex(source), RenderOptions{true});
  EXPECT_EQ(text,
            "\x1b[1;31merror[name.underscore]\x1b[0m\x1b[1m: message\x1b[0m\n"
            " \x1b[1;34m--> \x1b[0m"
            "f.py:1:1\n"
            "\x1b[1;34m  |\x1b[0m\n"
            "\x1b[1;34m1 |\x1b[0m _x\n"
            "\x1b[1;34m  |\x1b[0m \x1b[1;31m^^\x1b[0m\n"
            "\x1b[1;34m  = \x1b[0m\x1b[1mhelp\x1b[0m: help\n");
}

TEST(Render, ControlCharactersDoNotReachTheTerminal) {
  const std::string text = shown("x = '\x1b[2J\x07\xE2\x80\xAE'; _y\n", {1, 13, 1, 15});
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find('\x07'), std::string::npos);
  EXPECT_EQ(text.find("\xE2\x80\xAE"), std::string::npos);
}

TEST(Render, LongLinesAreCutAroundThePlace) {
  const std::string line = std::string(5000, 'a') + " + _x + " + std::string(5000, 'b') + "\n";
  const std::string text = shown(line, {1, 5004, 1, 5006});
  EXPECT_LT(text.size(), 600u);
  EXPECT_NE(text.find("aaa + _x + bbb"), std::string::npos);
}

TEST(Render, APlaceBehindTheEndOfALineIsShown) {
  EXPECT_NE(shown("x = (1\n", {1, 7, 1, 7}).find("1 | x = (1\n  |       ^\n"), std::string::npos);
  EXPECT_NE(shown("x\n", {9, 1, 9, 2}).find("f.py:9:1"), std::string::npos);
  EXPECT_EQ(shown("x\n", {0, 0, 0, 0}).find('^'), std::string::npos);
}

TEST(Render, WidthsOfCharacters) {
  EXPECT_EQ(display_width('a'), 1u);
  EXPECT_EQ(display_width(0xE9), 1u);
  EXPECT_EQ(display_width(0x65E5), 2u);
  EXPECT_EQ(display_width(0x1F600), 2u);
  EXPECT_EQ(display_width(0x301), 0u);
}

}  // namespace
}  // namespace belljar
