// The checks that need the whole file, and the exact spans: what the oracle knows nothing about.
#include <gtest/gtest.h>

#include "policy/findings.h"
#include "policy/rules.h"
#include "tests/policy/support.h"

namespace belljar {
namespace {

// "rule line:column-end_line:end_column", from the focus.
std::vector<std::string> found(std::string_view source, ProfileId id = ProfileId::kSym) {
  std::vector<std::string> rows;
  for (const Diagnostic& diagnostic : judge(source, profile(id)).diagnostics) {
    const TextRange& focus = diagnostic.focus;
    rows.push_back(std::string(diagnostic.rule) + " " + std::to_string(focus.line) + ":" +
                   std::to_string(focus.column) + "-" + std::to_string(focus.end_line) + ":" +
                   std::to_string(focus.end_column));
  }
  return rows;
}

std::string help_of(std::string_view source, ProfileId id = ProfileId::kSym) {
  const Verdict verdict = judge(source, profile(id));
  return verdict.diagnostics.empty() ? "" : verdict.diagnostics.front().help;
}

using Rows = std::vector<std::string>;

TEST(Names, AbsentBuiltins) {
  EXPECT_EQ(found("x = all([1])\n"), Rows{"builtin.absent 1:5-1:8"});
  EXPECT_EQ(found("x = all([1])\n", ProfileId::kPython), Rows{});
  EXPECT_EQ(found("x = open('f')\n", ProfileId::kPython), Rows{"builtin.absent 1:5-1:9"});
  EXPECT_EQ(found("def all(rows):\n    return rows\nx = all([1])\n"), Rows{});
  EXPECT_EQ(found("def f(next):\n    return next(1)\n"), Rows{});
  // Bound elsewhere in the file: its author means that.
  EXPECT_EQ(found("def f(next):\n    return next\nx = next(1)\n"), Rows{"name.undefined 3:5-3:9"});
  EXPECT_EQ(found("try:\n    pass\nexcept TimeoutError:\n    pass\n"),
            Rows{"builtin.absent 3:8-3:20"});
  EXPECT_EQ(found("eval('1')\n"), Rows{"call.eval 1:1-1:5"});
  EXPECT_EQ(found("run = eval\n"), Rows{"builtin.absent 1:7-1:11"});
}

TEST(Names, Undefined) {
  EXPECT_EQ(found("x = 1\ny = x + z\n"), Rows{"name.undefined 2:9-2:10"});
  EXPECT_EQ(found("def f():\n    return g()\ndef g():\n    return 1\n"), Rows{});
  EXPECT_EQ(found("def f():\n    global x\n    x = 1\ndef g():\n    return x\n"), Rows{});
  EXPECT_EQ(found("class A:\n    x = 1\n    def f(self):\n        return x\n"),
            Rows{"name.undefined 4:16-4:17"});
  EXPECT_EQ(found("y = [(a, b) for a in [1] for b in [a] if a]\nx = a\n"),
            Rows{"name.undefined 2:5-2:6"});
  EXPECT_EQ(found("def f():\n    y = [z := a for a in [1]]\n    return y, z\n"), Rows{});
  EXPECT_EQ(found("try:\n    pass\nexcept ValueError as e:\n    print(e)\n"), Rows{});
  EXPECT_EQ(found("with f() as (a, b):\n    print(a, b)\n"), Rows{"name.undefined 1:6-1:7"});
  EXPECT_EQ(found("x = printed\n"), Rows{"name.undefined 1:5-1:12"});
  EXPECT_EQ(found("x = printed\n", ProfileId::kRestrictedPython),
            Rows{"printed.unprinted 1:1-1:1"});
  EXPECT_EQ(found("match 1:\n    case [a, *b] | {'k': a, **b}:\n        print(a, b)\n",
                  ProfileId::kPython),
            Rows{});
  EXPECT_EQ(found("x = __name__ == '__main__'\n", ProfileId::kPython), Rows{});
}

TEST(Names, UnusedImports) {
  EXPECT_EQ(found("import json\n"), Rows{"import.unused 1:8-1:12"});
  EXPECT_EQ(found("import json\njson.dumps(1)\n"), Rows{});
  EXPECT_EQ(found("from sym.sdk.integrations import slack, okta as o\nslack.channel('#a')\n"),
            Rows{"import.unused 1:41-1:50"});
  EXPECT_EQ(found("def f():\n    import json\n    return 1\n"), Rows{"import.unused 2:12-2:16"});
  EXPECT_EQ(found("from __future__ import annotations\n", ProfileId::kPython), Rows{});
}

TEST(Names, UnknownMembers) {
  EXPECT_EQ(found("from sym.sdk.annotations import action\n@action\ndef f(e):\n    pass\n"),
            Rows{"sdk.unknown_member 1:33-1:39"});
  EXPECT_EQ(found("from sym.sdk.integrations import slack\nslack.chanel('#a')\n"),
            Rows{"sdk.unknown_member 2:7-2:13"});
  EXPECT_EQ(found("import sym.sdk.integrations.slack as s\ns.chanel('#a')\n"),
            Rows{"sdk.unknown_member 2:3-2:9"});
  EXPECT_EQ(found("import sym.sdk\nsym.sdk.slack.chanel('#a')\n"),
            Rows{"sdk.unknown_member 2:15-2:21"});
  EXPECT_EQ(found("from sym.sdk.templates import ApprovalTemplate\nApprovalTemplate.aprove()\n"),
            Rows{"sdk.unknown_member 2:18-2:24"});
  EXPECT_EQ(help_of("from sym.sdk.templates import ApprovalTemplate\nApprovalTemplate.aprove()\n"),
            "did you mean `approve`?");
  EXPECT_EQ(found("import datetime\ndatetime.now()\n"), Rows{"sdk.unknown_member 2:10-2:13"});
  EXPECT_EQ(found("import requests\nrequests.exceptions.Timeout\n"), Rows{});
  // A name with another meaning, too, is left alone.
  EXPECT_EQ(found("import json\njson = 1\njson.nothing\n"), Rows{});
}

TEST(Names, ImportsOutsideTheTable) {
  EXPECT_EQ(found("import os\n"), Rows{"import.module 1:8-1:10"});
  EXPECT_EQ(found("import os.path, json\njson.loads('1')\n"), Rows{"import.module 1:8-1:15"});
  EXPECT_EQ(found("from os import path\n"), Rows{"import.module 1:6-1:8"});
  EXPECT_EQ(found("from . import path\n"), Rows{"import.module 1:1-1:5"});
  EXPECT_EQ(found("from ..a.b import path\n"), Rows{"import.module 1:8-1:11"});
  EXPECT_EQ(found("from sym.sdk.nothing import x\n"), Rows{"import.module 1:6-1:21"});
  EXPECT_EQ(found("import requests\n", ProfileId::kPython), Rows{"import.module 1:8-1:16"});
  EXPECT_EQ(found("import os\n", ProfileId::kRestrictedPython), Rows{});
  EXPECT_EQ(help_of("from sym.annotations import hook\n"), "import from `sym.sdk.annotations`");
}

TEST(Spans, PointToTheToken) {
  EXPECT_EQ(found("class _A:\n    pass\n"), Rows{"name.underscore 1:7-1:9"});
  EXPECT_EQ(found("@f\ndef \\\n  _g(a, _b: 1=2): pass\nf = 1\n"),
            (Rows{"name.underscore 3:3-3:5", "name.underscore 3:9-3:11"}));
  EXPECT_EQ(found("x = 'é'.a._b.c\n"), Rows{"attr.underscore 1:11-1:13"});
  EXPECT_EQ(found("x = (1)\ny = (x\n  .a\n  ._b)\n"), Rows{"attr.underscore 4:4-4:6"});
  EXPECT_EQ(found("try:\n    pass\nexcept (ValueError) as _e:\n    pass\n"),
            Rows{"name.underscore 3:24-3:26"});
  EXPECT_EQ(found("import json as _j\n"), Rows{"name.underscore 1:16-1:18"});
  EXPECT_EQ(found("from json import (loads,\n  _x)\nloads('1')\n", ProfileId::kRestrictedPython),
            Rows{"name.underscore 2:3-2:5"});
  EXPECT_EQ(found("class A(object, metaclass = B): pass\n", ProfileId::kRestrictedPython),
            Rows{"class.metaclass 1:17-1:26"});
  EXPECT_EQ(found("x: int = 1\n"), Rows{"node.AnnAssign 1:2-1:7"});
  EXPECT_EQ(found("async   def f():\n    pass\n"), Rows{"node.AsyncFunctionDef 1:1-1:12"});
}

// The range begins where RestrictedPython says, whatever line the token is on.
TEST(Spans, RangesBeginOnTheOraclesLine) {
  const Verdict verdict = judge("x = (y\n  .a\n  ._b)\n", profile(ProfileId::kRestrictedPython));
  ASSERT_EQ(verdict.diagnostics.size(), 1u);
  EXPECT_EQ(verdict.diagnostics[0].range, (TextRange{1, 6, 3, 6}));
  EXPECT_EQ(verdict.diagnostics[0].focus, (TextRange{3, 4, 3, 6}));
}

TEST(Profiles, PythonRefusesOnlyWhatMustNeverBe) {
  const auto id = ProfileId::kPython;
  EXPECT_EQ(found("x: int = 1\nd = {}\nd['k'] = 0\nd['k'] += x\n", id), Rows{});
  EXPECT_EQ(found("class A:\n    def __str__(self):\n        return self._x\n", id), Rows{});
  EXPECT_EQ(
      found("def f():\n    n = 0\n    def g():\n        nonlocal n\n        n += 1\n    return g\n",
            id),
      Rows{});
  EXPECT_EQ(found("x = (1).__class__\n", id), Rows{"attr.introspection 1:9-1:18"});
  EXPECT_EQ(found("x = print.__globals__\n", id), Rows{"attr.introspection 1:11-1:22"});
  EXPECT_EQ(found("x = type(1).__name__\n", id), Rows{});
  EXPECT_EQ(found("try:\n    pass\nexcept* ValueError:\n    pass\n", id),
            Rows{"node.TryStar 3:1-3:8"});
  EXPECT_EQ(found("def f(s):\n    return (x async for x in s)\n", id),
            Rows{"comprehension.async 2:15-2:24"});
}

TEST(Profiles, TheTablesAreConsistent) {
  for (const Profile& row : all_profiles()) EXPECT_EQ(find_profile(row.name), &row);
  EXPECT_EQ(find_profile("nothing"), nullptr);
  for (const Builtin& row : all_builtins()) EXPECT_EQ(find_builtin(row.name), &row);
  for (const ImportableModule& row : all_modules()) EXPECT_EQ(find_module(row.name), &row);
  for (const Rule& row : all_rules()) {
    EXPECT_EQ(&rule(row.id), &row);
    EXPECT_EQ(find_rule(row.name), &row);
  }
  EXPECT_TRUE(may_import(profile(ProfileId::kSym), "requests.exceptions"));
  EXPECT_FALSE(may_import(profile(ProfileId::kSym), "requests.models"));
  EXPECT_FALSE(may_import(profile(ProfileId::kPython), "requests"));
}

// The builtins are CPython's (names beginning with `_` aside), as `dir(builtins)` of 3.11 gives
// them.
TEST(Profiles, EveryProfileHasItsOwnBuiltins) {
  size_t counts[3] = {};
  for (const Builtin& row : all_builtins()) {
    for (const Profile& used : all_profiles()) {
      if (used.in(row.profiles)) ++counts[static_cast<size_t>(used.id)];
    }
  }
  EXPECT_EQ(counts[0],
            77u);  // 81 entries less None, True, False and two with underscores, and print
  EXPECT_EQ(counts[1], 89u);
  EXPECT_EQ(counts[2], 129u);
}

TEST(Limits, FindingsStopAtABound) {
  std::string source;
  for (size_t i = 0; i < kMaxFindings + 10; ++i) source += "_a\n";
  const Verdict verdict = judge(source, profile(ProfileId::kSym));
  ASSERT_EQ(verdict.diagnostics.size(), kMaxFindings + 1);
  EXPECT_EQ(verdict.diagnostics.back().rule, "check.limit");
}

// However many warnings come before it, an error is found.
TEST(Limits, WarningsHideNoError) {
  std::string source, undefined;
  for (size_t i = 0; i < kMaxFindings + 10; ++i) {
    source += "def f():\n    print(1)\n";
    undefined += "a\n";
  }
  EXPECT_TRUE(judge(source + "_x = 1\n", profile(ProfileId::kRestrictedPython)).refused());
  EXPECT_TRUE(judge(undefined + "x = open\n", profile(ProfileId::kSym)).refused());
  EXPECT_FALSE(judge(undefined, profile(ProfileId::kSym)).refused());
}

TEST(Limits, ManyFindingsOnOneLongLine) {
  std::string source = "x = [";
  for (size_t i = 0; i < 9000; ++i) source += "'é', _a, ";
  source += "]\n";
  const Verdict verdict = judge(source, profile(ProfileId::kRestrictedPython));
  ASSERT_EQ(verdict.diagnostics.size(), 9000u);
  EXPECT_EQ(verdict.diagnostics.back().focus.column, 5 + 9000 * 9 - 3u);
}

}  // namespace
}  // namespace belljar
