/* Belljar's C interface: the library libbelljar.so.1. C99, no other header needed.
 *
 *   belljar_engine_options options = BELLJAR_ENGINE_OPTIONS_INIT;
 *   belljar_engine* engine;
 *   belljar_engine_new(&options, &engine, NULL);
 *   belljar_program* program;
 *   belljar_compile(engine, source, strlen(source), "flow.py", &program, NULL);
 *   belljar_call call = BELLJAR_CALL_INIT;
 *   call.handler = "on_request";
 *   call.event_json = event;
 *   belljar_outcome* outcome;
 *   belljar_evaluate(program, &call, &outcome, NULL);
 *   puts(belljar_outcome_json(outcome));
 *
 * Texts are UTF-8 and end with a NUL; documents are JSON in both directions. Their forms are those
 * of the C++ interface (belljar/host.h, belljar/outcome.h) and of `belljar run --json`.
 *
 * Errors: functions that can fail return a belljar_status. Where they take a `belljar_text**
 * problem` (which may be NULL), it gets a sentence that says what is wrong, or NULL if nothing is;
 * free it. An output parameter that is not NULL is always written: on failure with NULL. A program
 * that fails is no error of the library's: it has an outcome. Misuse (NULL, a malformed document)
 * is BELLJAR_INVALID, never undefined behaviour; a handle that was freed is not misuse that can be
 * noticed. No C++ exception leaves the library.
 *
 * Ownership: whoever is given a handle frees it, with NULL allowed. A program keeps its engine
 * alive and a session its program, so handles may be freed in any order. Texts that are passed in
 * are copied.
 *
 * Threads: an engine and a program may be used by any number of threads at the same time; a
 * canceller may be cancelled from any thread; everything else by one thread at a time.
 *
 * Compatibility: belljar_abi_version() of the library is at least BELLJAR_ABI_VERSION of the header
 * that a program was compiled with. Structs begin with their size, so that they can grow. */
#ifndef BELLJAR_H
#define BELLJAR_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define BELLJAR_API __attribute__((visibility("default")))
#else
#define BELLJAR_API
#endif

#define BELLJAR_ABI_VERSION 1

typedef enum belljar_status {
  BELLJAR_OK = 0,
  BELLJAR_INVALID = 1, /* misuse: see `problem` */
  BELLJAR_REFUSED = 2, /* the source breaks the profile's rules: see the report */
  BELLJAR_MEMORY = 3,  /* the process has no memory left */
  BELLJAR_ENDED = 4    /* the session waits for nothing */
} belljar_status;

typedef struct belljar_engine belljar_engine;       /* a profile: immutable, shared */
typedef struct belljar_program belljar_program;     /* a compiled source: immutable, shared */
typedef struct belljar_outcome belljar_outcome;     /* what an evaluation came to */
typedef struct belljar_session belljar_session;     /* an evaluation that is answered later */
typedef struct belljar_canceller belljar_canceller; /* ends evaluations from outside */
typedef struct belljar_text belljar_text;           /* a text that the library made */
typedef struct belljar_reply belljar_reply;         /* where a callback puts its answer */

/* ---- the library ---- */

BELLJAR_API uint32_t belljar_abi_version(void);
BELLJAR_API const char* belljar_version(void); /* "0.1.0" */
BELLJAR_API const char* belljar_status_text(belljar_status status);

/* Live as long as the text. "" for NULL. */
BELLJAR_API const char* belljar_text_data(const belljar_text* text);
BELLJAR_API size_t belljar_text_size(const belljar_text* text);
BELLJAR_API void belljar_text_free(belljar_text* text);

/* ---- engines and programs ---- */

typedef struct belljar_engine_options {
  size_t size;              /* sizeof(belljar_engine_options) */
  const char* profile;      /* "sym" (NULL), "restrictedpython", "python" */
  const char* modules_json; /* ["re", …]: granted beyond the profile; NULL: none */
  const char* limits_json;  /* {"steps", "memory_bytes", "depth", "time_ns", "effects",
                               "output_bytes"}, all optional; NULL: the defaults */
  /* Modules of the host's own: [{"name": "bank", "functions": {"balance": "account: str"},
     "constants": {"CURRENCY": "EUR"}}]. Calls go to belljar_call::effect, or become wishes, with
     service "host" and call "bank.balance". NULL: none. */
  const char* host_modules_json;
  uint32_t keep_warm; /* chunks of 64 KiB kept between evaluations; 0: the default, 64 */
} belljar_engine_options;
#define BELLJAR_ENGINE_OPTIONS_INIT \
  { sizeof(belljar_engine_options), 0, 0, 0, 0, 0 }

/* `options` may be NULL. A few milliseconds; one engine a process and profile is enough. */
BELLJAR_API belljar_status belljar_engine_new(const belljar_engine_options* options,
                                              belljar_engine** engine, belljar_text** problem);
BELLJAR_API void belljar_engine_free(belljar_engine* engine);

/* `source`: `size` bytes. `name` is shown in messages. `report` (may be NULL) gets JSON: {"name",
 * "refused", "findings": [{"rule", "severity", "line", "column", "end_line", "end_column",
 * "message", "help"}], "text"}, "text" being the findings as a terminal shows them.
 * BELLJAR_REFUSED: *program is NULL and the report says why. */
BELLJAR_API belljar_status belljar_compile(const belljar_engine* engine, const char* source,
                                           size_t size, const char* name, belljar_program** program,
                                           belljar_text** report);
BELLJAR_API void belljar_program_free(belljar_program* program);

/* ---- evaluations ---- */

/* Ends evaluations that it was given to: outcome "limit", "cancelled". Once cancelled it stays so.
 * belljar_cancel may be called from any thread and from a signal handler. */
BELLJAR_API belljar_canceller* belljar_canceller_new(void); /* NULL: no memory */
BELLJAR_API void belljar_cancel(belljar_canceller* canceller);
BELLJAR_API void belljar_canceller_free(belljar_canceller* canceller);

/* Answers an effect. `service`: "clock", "http", "secret", "sdk" or "host"; `call`: "now",
 * "request", "retrieve_value", "okta.list_groups" …; the texts live until it returns. Called on the
 * thread that evaluates. The answer goes into `reply` by one of the functions below, which copy;
 * without any the effect is refused. */
typedef void (*belljar_effect_function)(void* user, const char* service, const char* call,
                                        const char* arguments_json, belljar_reply* reply);
BELLJAR_API void belljar_reply_answer(belljar_reply* reply, const char* json);
BELLJAR_API void belljar_reply_error(belljar_reply* reply, const char* json);
BELLJAR_API void belljar_reply_refuse(belljar_reply* reply, const char* reason); /* may be NULL */
BELLJAR_API void belljar_reply_later(belljar_reply* reply); /* a session's wish; else a refusal */

typedef struct belljar_call {
  size_t size;             /* sizeof(belljar_call) */
  const char* handler;     /* "on_request", "Class.method", "prefetch:FIELD"; NULL: a script */
  const char* event_json;  /* NULL: none */
  const char* args_json;   /* an array of further arguments; NULL: none */
  const char* limits_json; /* as in belljar_engine_options; NULL: the engine's */
  const char* world_json;  /* answers effects from a document, as in cases.json; NULL: none */
  belljar_effect_function effect; /* answers effects; not together with world_json. NULL: none, and
                                     without either everything is refused (a session: a wish) */
  void* user;                     /* for `effect` */
  const belljar_canceller* canceller; /* NULL: none */
  int transcript; /* not 0: write belljar_outcome_transcript (a session always does) */
} belljar_call;
#define BELLJAR_CALL_INIT \
  { sizeof(belljar_call), 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/* Runs to the end. BELLJAR_OK whenever there is an outcome, whatever it says. `call` may be NULL:
 * the module body, without a host. */
BELLJAR_API belljar_status belljar_evaluate(const belljar_program* program,
                                            const belljar_call* call, belljar_outcome** outcome,
                                            belljar_text** problem);

/* The texts live as long as the outcome; "" where there is none, and for NULL. */
BELLJAR_API const char* belljar_outcome_json(const belljar_outcome* o);   /* the envelope */
BELLJAR_API const char* belljar_outcome_status(const belljar_outcome* o); /* "ok", "error" … */
BELLJAR_API const char* belljar_outcome_result(const belljar_outcome* o); /* JSON */
BELLJAR_API const char* belljar_outcome_error_text(const belljar_outcome* o); /* the traceback */
BELLJAR_API const char* belljar_outcome_output(const belljar_outcome* o);     /* printed */
BELLJAR_API const char* belljar_outcome_transcript(const belljar_outcome* o); /* JSON */
BELLJAR_API void belljar_outcome_free(belljar_outcome* outcome);

/* ---- sessions: evaluations whose effects are answered later ---- */

/* Runs until the first effect that nothing answers at once, or to the end. `call->effect` and
 * `call->user`, if given, are used until the session is freed. */
BELLJAR_API belljar_status belljar_session_start(const belljar_program* program,
                                                 const belljar_call* call,
                                                 belljar_session** session, belljar_text** problem);
/* Goes on from belljar_session_snapshot, here or in another process. `secrets_json` ({"PATH":
 * "value"}, may be NULL): the secrets that were answered before, which a snapshot does not hold.
 * Of `call` (may be NULL) handler and documents are not used: they are in the snapshot. */
BELLJAR_API belljar_status belljar_session_resume(const belljar_program* program,
                                                  const char* snapshot, const char* secrets_json,
                                                  const belljar_call* call,
                                                  belljar_session** session,
                                                  belljar_text** problem);
/* What the program waits for; any of the three may be NULL. The texts live until the next answer.
 * BELLJAR_ENDED: for nothing any more. */
BELLJAR_API belljar_status belljar_session_wish(const belljar_session* session,
                                                const char** service, const char** call,
                                                const char** arguments_json);
/* Answers the wish and runs on. BELLJAR_ENDED: there is no wish. */
BELLJAR_API belljar_status belljar_session_answer(belljar_session* session, const char* json);
BELLJAR_API belljar_status belljar_session_error(belljar_session* session, const char* json);
BELLJAR_API belljar_status belljar_session_refuse(belljar_session* session, const char* reason);
/* A copy of what the program has come to; while there is a wish, with status "effect". */
BELLJAR_API belljar_status belljar_session_outcome(const belljar_session* session,
                                                   belljar_outcome** outcome);
BELLJAR_API belljar_status belljar_session_snapshot(const belljar_session* session,
                                                    belljar_text** snapshot);
BELLJAR_API void belljar_session_free(belljar_session* session);

#ifdef __cplusplus
}
#endif

#endif
