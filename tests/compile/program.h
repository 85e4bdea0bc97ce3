// Source text to bytecode and, if wanted, to output: what the tests of compile/ need. A realm with
// every builtin, no modules.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <unordered_map>

#include "compile/compile.h"
#include "compile/symtable_errors.h"
#include "interp/isolate.h"
#include "interp/traceback.h"
#include "parser/parser.h"
#include "runtime/dict.h"
#include "tests/support/native_context.h"

namespace belljar::testing {

// A context whose heap is frozen, as a program's is.
class FrozenContext final : public Context {
 public:
  explicit FrozenContext(ChunkPool& pool)
      : Context(pool, shared_builder().building(), RuntimeLimits{}, true) {
    slice = INT64_MAX / 4;
  }
  Value invoke(Value, const Value*, size_t) override { return refuse(); }
  Value invoke_keywords(Value, const Value*, size_t, Tuple*) override { return refuse(); }
  Value resume(Generator*, Value, Value*) override { return refuse(); }
  Value throw_into(Generator*, Value, Value*) override { return refuse(); }
  Value write_output(std::string_view) override { return refuse(); }

 private:
  Value refuse() { return raise(Exc::TypeError, "nothing runs in a frozen context"); }
};

class TestProgram : public OutputSink, public ModuleFinder {
 public:
  explicit TestProgram(const std::string& source, const std::string& file = "test.py")
      : frozen_(pool_), source_(source) {
    ParseResult parsed = parse_module(source_);
    if (!parsed.ok()) {
      error_ = parsed.error->message;
      return;
    }
    Dict* names = shared_builder().building().builtins->attributes;
    for (uint32_t i = 0; i < names->used; ++i) {
      if (names->entries[i].key.is_undefined()) continue;
      builtins_[std::string(names->entries[i].key.as<Str>()->view())] = names->entries[i].value;
    }
    CompileOptions options;
    options.data = &builtins_;
    options.builtin = [](void* data, std::string_view name) -> const Value* {
      auto& all = *static_cast<std::unordered_map<std::string, Value>*>(data);
      auto found = all.find(std::string(name));
      return found == all.end() ? nullptr : &found->second;
    };
    CompileResult result =
        compile_module(frozen_, *parsed.module->root, file, parsed.module->source, options);
    error_ = result.error.message;
    unit_ = std::move(result.unit);
  }

  bool ok() const { return unit_ != nullptr; }
  const std::string& error() const { return error_; }
  const CodeUnit& unit() const { return *unit_; }

  // Runs the module; what it prints is output(). The isolate lives as long as the program.
  Value run() {
    isolate_ =
        std::make_unique<Isolate>(pool_, stacks_, shared_builder().realm(), *this, RuntimeLimits{});
    isolate_->set_output(this);
    isolate_->set_builtins(shared_builder().building().builtins->attributes);
    return isolate_->run_module(*unit_, "__main__");
  }
  const std::string& output() const { return output_; }
  Isolate& isolate() { return *isolate_; }

  void write(std::string_view text) override { output_ += text; }
  Module* find(std::string_view, bool) const override { return nullptr; }

 private:
  ChunkPool pool_;
  StackPool stacks_;
  FrozenContext frozen_;
  std::string source_;
  std::unordered_map<std::string, Value> builtins_;
  std::unique_ptr<CodeUnit> unit_;
  std::unique_ptr<Isolate> isolate_;
  std::string error_;
  std::string output_;
};

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace belljar::testing
