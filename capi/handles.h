// What the handles of belljar.h hold, and the guard around every function that can fail.
#pragma once

#include <exception>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "belljar.h"
#include "belljar/engine.h"
#include "belljar/evaluation.h"
#include "belljar/session.h"
#include "belljar/world.h"

namespace belljar::capi {

struct HeldOutcome {
  explicit HeldOutcome(Outcome from);
  Outcome outcome;
  std::string json, error_text;
};
struct HeldSession {
  std::unique_ptr<Host> host;  // outlives the session
  std::unique_ptr<Session> session;
};

// The structs of the handles are never defined, so that the library's debugging information, which
// abidiff reads, holds the C interface and nothing of what is behind it.
template <typename Handle>
struct Behind;
template <>
struct Behind<belljar_text> {
  using Type = std::string;
};
template <>
struct Behind<belljar_engine> {
  using Type = std::shared_ptr<const Engine>;
};
template <>
struct Behind<belljar_program> {
  using Type = std::shared_ptr<const Program>;
};
template <>
struct Behind<belljar_canceller> {
  using Type = Canceller;
};
template <>
struct Behind<belljar_reply> {
  using Type = HostReply;
};
template <>
struct Behind<belljar_outcome> {
  using Type = HeldOutcome;
};
template <>
struct Behind<belljar_session> {
  using Type = HeldSession;
};

template <typename Handle>
typename Behind<Handle>::Type& held(Handle* handle) {
  return *reinterpret_cast<typename Behind<Handle>::Type*>(handle);
}
template <typename Handle>
const typename Behind<Handle>::Type& held(const Handle* handle) {
  return *reinterpret_cast<const typename Behind<Handle>::Type*>(handle);
}
template <typename Handle>
Handle* new_handle(typename Behind<Handle>::Type value) {
  return reinterpret_cast<Handle*>(new typename Behind<Handle>::Type(std::move(value)));
}
template <typename Handle>
void free_handle(Handle* handle) {
  if (handle) delete &held(handle);
}

// What is wrong with a call; thrown and caught inside this folder only.
struct Invalid {
  std::string problem;
};

inline void set_text(belljar_text** where, std::string text) {
  if (where) *where = new_handle<belljar_text>(std::move(text));
}

// Runs `body`, which returns a status; no exception gets out of here.
template <typename Body>
belljar_status guarded(belljar_text** problem, Body body) noexcept {
  if (problem) *problem = nullptr;
  try {
    try {
      return body();
    } catch (const Invalid& invalid) {
      set_text(problem, invalid.problem);
    } catch (const std::bad_alloc&) {
      return BELLJAR_MEMORY;
    } catch (const std::exception& e) {
      set_text(problem, std::string("internal error: ") + e.what());
    }
  } catch (...) {
    return BELLJAR_MEMORY;
  }
  return BELLJAR_INVALID;
}

inline void require(bool given, const char* what) {
  if (!given) throw Invalid{std::string(what) + " is NULL"};
}
inline std::string_view text_or_empty(const char* text) {
  return text ? std::string_view(text) : std::string_view();
}

// The struct as this library knows it: as many bytes as it says it has, the rest zero.
belljar_engine_options known_part(const belljar_engine_options* options);
belljar_call known_part(const belljar_call* call);

Limits read_limits(std::string_view json, Limits start);
void read_modules(std::string_view json, Engine::Builder& builder);
void read_host_modules(std::string_view json, Engine::Builder& builder);
std::vector<Replay::Secret> read_secrets(std::string_view json);

// The host that a call asks for; null: none.
std::unique_ptr<Host> make_host(const belljar_call& call);

}  // namespace belljar::capi
