// Modules that a host writes in C++ and programs import: `import bank; bank.balance("A1")`.
//
//   belljar::HostModule bank("bank");
//   bank.constant("CURRENCY", "\"EUR\"")
//       .effect("balance", "account: str", [](std::string_view arguments) {
//         return belljar::HostReply::answer("1200");          // JSON both ways
//       })
//       .pure("fee", "amount: int, rate: float = 0.01", [](belljar::HostCall& call) {
//         return belljar::HostResult::real(call[0].real() * call[1].real());
//       });
//   auto built = belljar::Engine::Builder().add_module(bank).build();
//
// An *effect* looks at, or changes, the world: it passes the one door as the SDK's calls do, so it
// counts against Limits::effects, stands in transcripts, is answered by a Replay, and can be
// answered later (session.h). A *pure* function depends on its arguments alone: it is called
// directly, reads the program's values without copying them, and is called again by a replay.
//
// Registering is granting: every profile of an engine that has the module may import it.
//
// Threads: functions are called from the thread that evaluates; evaluations on several threads call
// them at the same time. What they capture must outlive the Engine and be safe for that. An
// exception that a function throws does not pass: it refuses the effect with what() as the reason.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "belljar/host.h"

namespace belljar {

// A program's value, looked at in place: nothing is copied. Valid until the function that got it
// returns, and so are the texts it gives. Reading a value as what it is not gives 0, "" or None,
// never undefined behaviour.
class ValueView {
 public:
  enum class Kind : uint8_t { None, Bool, Int, Float, Str, Bytes, List, Dict, Other };

  ValueView() noexcept;  // None
  // List: list, tuple. Other: an instance, a set, an int beyond 64 bits …
  Kind kind() const noexcept;
  bool boolean() const noexcept;
  int64_t integer() const noexcept;        // of Int and Bool
  double real() const noexcept;            // of Float, Int and Bool
  std::string_view text() const noexcept;  // of Str (UTF-8) and Bytes
  size_t size() const noexcept;            // items of List and Dict, bytes of Str and Bytes; else 0
  ValueView item(size_t index) const noexcept;  // of List; None beyond its end
  // Of Dict: the value under a str key; None if there is none. Looks at every key before it.
  ValueView member(std::string_view key) const noexcept;
  // Of Dict: the next pair, in order. Start with a position of 0; false: there is no other.
  bool next(size_t* position, ValueView* key, ValueView* value) const noexcept;

 private:
  friend struct ValueAccess;
  alignas(8) unsigned char bytes_[16];
};

// One call of a pure function: its arguments, one a parameter, bound and checked by the signature.
class HostCall {
 public:
  size_t size() const noexcept { return size_; }
  // None beyond the last one, and where an optional argument is absent.
  ValueView operator[](size_t index) const noexcept;
  // Whether the program gave it, or the signature has a default.
  bool has(size_t index) const noexcept;
  // Charges steps for work that grows with the arguments. False: a limit is reached; return at
  // once, the result will not be used.
  bool charge(uint64_t steps) noexcept;

 private:
  friend struct ValueAccess;
  HostCall(void* context, const void* arguments, size_t size)
      : context_(context), arguments_(arguments), size_(size) {}
  void* context_;
  const void* arguments_;
  size_t size_;
};

// What a pure function returns.
class HostResult {
 public:
  static HostResult none() { return {}; }
  static HostResult boolean(bool value);
  static HostResult integer(int64_t value);
  static HostResult real(double value);
  static HostResult text(std::string value);  // UTF-8; what is not becomes U+FFFD
  static HostResult list(std::vector<HostResult> items);
  static HostResult object(std::vector<std::pair<std::string, HostResult>> members);
  static HostResult json(std::string text);  // any JSON document; malformed: refused
  // Raises a builtin exception in the program ("ValueError"); another name raises RuntimeError.
  static HostResult error(std::string class_name, std::string message);

 private:
  friend struct ValueAccess;
  enum class Kind : uint8_t { None, Bool, Int, Float, Text, List, Object, Json, Error };
  Kind kind_ = Kind::None;
  int64_t integer_ = 0;
  double real_ = 0;
  std::string text_, name_;
  std::vector<HostResult> items_;
  std::vector<std::string> keys_;
};

// Gets the arguments as a JSON object by parameter name (absent optional ones left out). The reply
// is as Host::call's; the error's class may also be a builtin exception ("ValueError").
// using EffectFunction = std::function<HostReply(std::string_view arguments_json)>;   (host.h)
using PureFunction = std::function<HostResult(HostCall& call)>;

// A declaration: plain data, copied by Engine::Builder::add_module. Mistakes in it (a name that is
// no identifier, a malformed signature, a name declared twice, an empty function) are reported by
// Engine::Builder::build. Not for use by several threads at once.
//
// Signatures are written as in Python: "account: str, limit: int = 10, *, note: str | None = None".
// Types: str, int, float (takes an int, too), bool, bytes, list (takes a tuple), dict, None, any;
// without one: any. Another type raises TypeError in the program. Defaults: None, True, False, a
// number, a text in single quotes. At most 16 parameters; "/", "*", "*args", "**kwargs" as usual.
class HostModule {
 public:
  // An identifier without a leading underscore that is no module of Belljar's own.
  explicit HostModule(std::string name) : name_(std::move(name)) {}
  HostModule& effect(std::string name, std::string signature, EffectFunction function);
  HostModule& pure(std::string name, std::string signature, PureFunction function);
  // `json`: any JSON document; lists and dicts in it cannot be changed by programs.
  HostModule& constant(std::string name, std::string json);

  struct Function {
    std::string name, signature;
    EffectFunction effect;  // one of the two
    PureFunction pure;
  };
  struct Constant {
    std::string name, json;
  };
  const std::string& name() const noexcept { return name_; }
  const std::vector<Function>& functions() const noexcept { return functions_; }
  const std::vector<Constant>& constants() const noexcept { return constants_; }

 private:
  std::string name_;
  std::vector<Function> functions_;
  std::vector<Constant> constants_;
};

}  // namespace belljar
