// What an evaluation came to. Plain data, independent of the engine: keep it, read it anywhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "belljar/diagnostics.h"

namespace belljar {

enum class Status : uint8_t {
  Ok,       // `result_json` is the decision
  Error,    // an exception nobody caught: `error`
  Refused,  // the source breaks the profile's rules: `findings`
  Limit,    // `limit` says which
  Effect,   // the host refused `effect`
};
// "ok", "error", "refused", "limit", "effect". Static storage.
const char* status_name(Status status) noexcept;

struct FrameReport {
  uint32_t line = 0;
  std::string function;
};

struct ErrorReport {
  std::string class_name;  // bare: "KeyError"
  std::optional<std::string> code;
  std::string message;
  std::optional<std::string> hint;
  std::optional<uint32_t> line;        // innermost frame of the program's own file
  std::vector<FrameReport> traceback;  // outermost first
  std::string text;  // the traceback as CPython 3.11 prints it, ends with a newline
};

struct Usage {
  uint64_t steps = 0;         // deterministic
  uint64_t memory_bytes = 0;  // peak of the evaluation's heap
  uint32_t depth = 0;         // deepest nesting of Python calls
  uint32_t effects = 0;       // calls that went to the host
};

struct Outcome {
  Status status = Status::Error;
  std::string handler;      // empty: a script
  std::string kind;         // "hook", "reducer", "prefetch", "other"; empty: a script or refused
  std::string result_json;  // with Status::Ok; "null" for a script
  std::optional<ErrorReport> error;
  std::vector<Finding> findings;
  std::vector<FrameReport> stopped_at;  // with Limit and Effect: the frames, outermost first
  // With Status::Error: "depth" if the exception is the depth limit's own RecursionError, else
  // empty.
  std::string limit;          // "steps", "memory", "depth", "time", "size", "effects", "cancelled"
  std::string effect;         // the call that was refused: "okta.list_groups", "clock.now" …
  std::string effect_reason;  // what the host said about it; may be empty
  std::string output;         // everything printed, UTF-8
  Usage usage;
  // If EvaluateOptions::transcript asked for it: all that decided this, JSON
  // ("belljar/transcript/1", docs/transcript.schema.json), for Replay.
  std::string transcript;
  // In all of these but `result_json` a secret's value, wherever it occurs, is replaced by its
  // name.

  // `output` split at line feeds; a final line feed ends the last line and adds none.
  std::vector<std::string> logs() const;
  // The envelope of `belljar run --json` ("schema": "belljar/decision/1"), one line.
  std::string json() const;
};

}  // namespace belljar
