/* The C interface as a C99 program sees it: only belljar.h, only libbelljar.so. */
#include <belljar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failures = 0;

static void check(int holds, const char* what, int line) {
  if (holds) return;
  fprintf(stderr, "capi_test.c:%d: %s\n", line, what);
  ++failures;
}
#define CHECK(condition) check((condition), #condition, __LINE__)
#define CHECK_TEXT(got, expected) check_text((got), (expected), __LINE__)

static void check_text(const char* got, const char* expected, int line) {
  if (strcmp(got, expected) == 0) return;
  fprintf(stderr, "capi_test.c:%d: got      %s\n             expected %s\n", line, got, expected);
  ++failures;
}

static belljar_program* compiled(const char* source, const char* host_modules) {
  belljar_engine_options options = BELLJAR_ENGINE_OPTIONS_INIT;
  belljar_engine* engine = NULL;
  belljar_program* program = NULL;
  belljar_text* text = NULL;
  options.profile = "python";
  options.host_modules_json = host_modules;
  CHECK(belljar_engine_new(&options, &engine, &text) == BELLJAR_OK);
  CHECK(text == NULL);
  CHECK(belljar_compile(engine, source, strlen(source), "flow.py", &program, &text) == BELLJAR_OK);
  CHECK(strstr(belljar_text_data(text), "\"refused\":false") != NULL);
  belljar_text_free(text);
  belljar_engine_free(engine); /* the program keeps it */
  return program;
}

static void test_library(void) {
  CHECK(belljar_abi_version() >= BELLJAR_ABI_VERSION);
  CHECK(strlen(belljar_version()) >= 5);
  CHECK_TEXT(belljar_status_text(BELLJAR_REFUSED), "refused");
  CHECK_TEXT(belljar_status_text((belljar_status)99), "unknown");
}

static void test_evaluate(void) {
  belljar_program* program = compiled("def double(x):\n    print('x')\n    return x * 2\n", NULL);
  belljar_call call = BELLJAR_CALL_INIT;
  belljar_outcome* outcome = NULL;
  call.handler = "double";
  call.args_json = "[21]";
  CHECK(belljar_evaluate(program, &call, &outcome, NULL) == BELLJAR_OK);
  CHECK_TEXT(belljar_outcome_status(outcome), "ok");
  CHECK_TEXT(belljar_outcome_result(outcome), "42");
  CHECK_TEXT(belljar_outcome_output(outcome), "x\n");
  CHECK_TEXT(belljar_outcome_transcript(outcome), "");
  CHECK(strstr(belljar_outcome_json(outcome), "belljar/decision/1") != NULL);
  belljar_outcome_free(outcome);

  call.args_json = "[null]";
  CHECK(belljar_evaluate(program, &call, &outcome, NULL) == BELLJAR_OK);
  CHECK_TEXT(belljar_outcome_status(outcome), "error");
  CHECK(strstr(belljar_outcome_error_text(outcome), "TypeError") != NULL);
  belljar_outcome_free(outcome);

  call.args_json = "[21]";
  call.limits_json = "{\"steps\": 1}";
  CHECK(belljar_evaluate(program, &call, &outcome, NULL) == BELLJAR_OK);
  CHECK_TEXT(belljar_outcome_status(outcome), "limit");
  belljar_outcome_free(outcome);
  belljar_program_free(program);
}

static void answer(void* user, const char* service, const char* call, const char* arguments,
                   belljar_reply* reply) {
  int* calls = user;
  ++*calls;
  if (strcmp(service, "clock") == 0) {
    belljar_reply_answer(reply, "1700000000000000");
  } else if (strcmp(call, "bank.balance") == 0 && strstr(arguments, "\"A\"")) {
    belljar_reply_answer(reply, "12");
  } else if (strcmp(call, "bank.balance") == 0 && strstr(arguments, "\"B\"")) {
    belljar_reply_error(reply, "{\"class\": \"KeyError\", \"message\": \"B\"}");
  } else if (strcmp(call, "bank.balance") == 0 && strstr(arguments, "\"C\"")) {
    belljar_reply_refuse(reply, "not C");
  }
}

static const char* kBank =
    "[{\"name\": \"bank\", \"functions\": {\"balance\": \"account: str\"}, "
    "\"constants\": {\"CURRENCY\": \"EUR\"}}]";
static const char* kFlow =
    "import bank\n"
    "import datetime\n"
    "def f(account):\n"
    "    datetime.datetime.now()\n"
    "    return [bank.balance(account), bank.CURRENCY]\n";

static void test_effects(void) {
  belljar_program* program = compiled(kFlow, kBank);
  belljar_call call = BELLJAR_CALL_INIT;
  belljar_outcome* outcome = NULL;
  int calls = 0;
  call.handler = "f";
  call.args_json = "[\"A\"]";
  call.effect = answer;
  call.user = &calls;
  call.transcript = 1;
  CHECK(belljar_evaluate(program, &call, &outcome, NULL) == BELLJAR_OK);
  CHECK_TEXT(belljar_outcome_result(outcome), "[12, \"EUR\"]");
  CHECK(calls == 2);
  CHECK(strstr(belljar_outcome_transcript(outcome), "belljar/transcript/1") != NULL);
  belljar_outcome_free(outcome);

  call.args_json = "[\"B\"]";
  CHECK(belljar_evaluate(program, &call, &outcome, NULL) == BELLJAR_OK);
  CHECK(strstr(belljar_outcome_error_text(outcome), "KeyError: 'B'") != NULL);
  belljar_outcome_free(outcome);

  call.args_json = "[\"C\"]";
  CHECK(belljar_evaluate(program, &call, &outcome, NULL) == BELLJAR_OK);
  CHECK_TEXT(belljar_outcome_status(outcome), "effect");
  CHECK(strstr(belljar_outcome_json(outcome), "not C") != NULL);
  belljar_outcome_free(outcome);

  call.args_json = "[\"D\"]"; /* no answer is a refusal */
  CHECK(belljar_evaluate(program, &call, &outcome, NULL) == BELLJAR_OK);
  CHECK_TEXT(belljar_outcome_status(outcome), "effect");
  belljar_outcome_free(outcome);
  belljar_program_free(program);
}

static void test_session(void) {
  belljar_program* program = compiled(kFlow, kBank);
  belljar_call call = BELLJAR_CALL_INIT;
  belljar_session* session = NULL;
  belljar_session* resumed = NULL;
  belljar_outcome* outcome = NULL;
  belljar_text* snapshot = NULL;
  belljar_text* problem = NULL;
  const char *service, *name, *arguments;
  call.handler = "f";
  call.args_json = "[\"A\"]";
  CHECK(belljar_session_start(program, &call, &session, NULL) == BELLJAR_OK);
  CHECK(belljar_session_wish(session, &service, NULL, NULL) == BELLJAR_OK);
  CHECK_TEXT(service, "clock");
  CHECK(belljar_session_answer(session, "1700000000000000") == BELLJAR_OK);
  CHECK(belljar_session_snapshot(session, &snapshot) == BELLJAR_OK);
  belljar_session_free(session);

  CHECK(belljar_session_resume(program, belljar_text_data(snapshot), NULL, NULL, &resumed, NULL) ==
        BELLJAR_OK);
  CHECK(belljar_session_wish(resumed, &service, &name, &arguments) == BELLJAR_OK);
  CHECK_TEXT(service, "host");
  CHECK_TEXT(name, "bank.balance");
  CHECK_TEXT(arguments, "{\"account\": \"A\"}");
  CHECK(belljar_session_answer(resumed, "7") == BELLJAR_OK);
  CHECK(belljar_session_wish(resumed, &service, &name, &arguments) == BELLJAR_ENDED);
  CHECK(service == NULL);
  CHECK(belljar_session_answer(resumed, "7") == BELLJAR_ENDED);
  CHECK(belljar_session_outcome(resumed, &outcome) == BELLJAR_OK);
  CHECK_TEXT(belljar_outcome_result(outcome), "[7, \"EUR\"]");
  belljar_outcome_free(outcome);
  belljar_session_free(resumed);

  CHECK(belljar_session_resume(program, "{}", NULL, NULL, &resumed, &problem) == BELLJAR_INVALID);
  CHECK(resumed == NULL && strstr(belljar_text_data(problem), "transcript") != NULL);
  belljar_text_free(problem);
  belljar_text_free(snapshot);
  belljar_program_free(program);
}

static void test_cancel(void) {
  belljar_program* program = compiled("while True:\n    pass\n", NULL);
  belljar_canceller* canceller = belljar_canceller_new();
  belljar_call call = BELLJAR_CALL_INIT;
  belljar_outcome* outcome = NULL;
  belljar_cancel(canceller);
  call.canceller = canceller;
  CHECK(belljar_evaluate(program, &call, &outcome, NULL) == BELLJAR_OK);
  CHECK(strstr(belljar_outcome_json(outcome), "\"limit\":\"cancelled\"") != NULL);
  belljar_outcome_free(outcome);
  belljar_canceller_free(canceller);
  belljar_program_free(program);
}

static void refused_options(belljar_engine_options options, const char* expected) {
  belljar_engine* engine = NULL;
  belljar_text* problem = NULL;
  CHECK(belljar_engine_new(&options, &engine, &problem) == BELLJAR_INVALID);
  CHECK(engine == NULL);
  if (!strstr(belljar_text_data(problem), expected))
    check_text(belljar_text_data(problem), expected, __LINE__);
  belljar_text_free(problem);
}

static void test_misuse(void) {
  belljar_engine_options options = BELLJAR_ENGINE_OPTIONS_INIT;
  belljar_engine_options changed;
  belljar_call call = BELLJAR_CALL_INIT;
  belljar_engine* engine = NULL;
  belljar_program* program = NULL;
  belljar_outcome* outcome = NULL;
  belljar_session* session = NULL;
  belljar_text* text = NULL;

  changed = options, changed.profile = "cpython", refused_options(changed, "no profile 'cpython'");
  changed = options, changed.size = 0, refused_options(changed, "size is not set");
  changed = options, changed.modules_json = "[1]", refused_options(changed, "must be a text");
  changed = options, changed.modules_json = "{", refused_options(changed, "not JSON");
  changed = options, changed.limits_json = "{\"steps\": 0}", refused_options(changed, "steps");
  changed = options, changed.limits_json = "{\"steps\": -1}", refused_options(changed, "steps");
  changed = options, changed.limits_json = "{\"step\": 1}", refused_options(changed, "'step'");
  changed = options, changed.limits_json = "[]", refused_options(changed, "object");
  changed = options, changed.host_modules_json = "[{}]", refused_options(changed, "name");
  changed = options, changed.host_modules_json = "[{\"name\": \"json\"}]",
  refused_options(changed, "json");
  changed = options, changed.host_modules_json = "[{\"name\": \"m\", \"x\": 1}]",
  refused_options(changed, "'x'");
  CHECK(belljar_engine_new(&options, NULL, &text) == BELLJAR_INVALID);
  CHECK_TEXT(belljar_text_data(text), "engine is NULL");
  belljar_text_free(text);

  /* A struct of an older header ends earlier; the rest counts as zero. */
  changed = options;
  changed.size = offsetof(belljar_engine_options, modules_json);
  changed.modules_json = "not read";
  CHECK(belljar_engine_new(&changed, &engine, NULL) == BELLJAR_OK);
  CHECK(belljar_compile(engine, NULL, 5, "f.py", &program, &text) == BELLJAR_INVALID);
  CHECK(program == NULL && text == NULL);
  CHECK(belljar_compile(NULL, "", 0, "f.py", &program, NULL) == BELLJAR_INVALID);
  CHECK(belljar_compile(engine, "import os", 9, NULL, &program, &text) == BELLJAR_REFUSED);
  CHECK(program == NULL && strstr(belljar_text_data(text), "import.module") != NULL);
  belljar_text_free(text);
  CHECK(belljar_compile(engine, NULL, 0, NULL, &program, NULL) == BELLJAR_OK);

  CHECK(belljar_evaluate(NULL, &call, &outcome, NULL) == BELLJAR_INVALID);
  CHECK(belljar_evaluate(program, &call, NULL, NULL) == BELLJAR_INVALID);
  CHECK(belljar_evaluate(program, NULL, &outcome, NULL) == BELLJAR_OK);
  belljar_outcome_free(outcome);
  call.world_json = "[]";
  CHECK(belljar_evaluate(program, &call, &outcome, &text) == BELLJAR_INVALID);
  CHECK(outcome == NULL && strstr(belljar_text_data(text), "world_json") != NULL);
  belljar_text_free(text);
  call.world_json = "{}";
  call.effect = answer;
  CHECK(belljar_evaluate(program, &call, &outcome, NULL) == BELLJAR_INVALID);
  CHECK(belljar_session_start(program, &call, &session, NULL) == BELLJAR_INVALID);
  CHECK(belljar_session_wish(NULL, NULL, NULL, NULL) == BELLJAR_INVALID);
  CHECK(belljar_session_answer(NULL, "1") == BELLJAR_INVALID);
  CHECK(belljar_session_outcome(NULL, &outcome) == BELLJAR_INVALID);
  CHECK(belljar_session_snapshot(NULL, &text) == BELLJAR_INVALID);
  belljar_cancel(NULL);
  belljar_reply_answer(NULL, "1");
  CHECK_TEXT(belljar_outcome_json(NULL), "");
  CHECK_TEXT(belljar_text_data(NULL), "");
  CHECK(belljar_text_size(NULL) == 0);
  belljar_text_free(NULL);
  belljar_outcome_free(NULL);
  belljar_session_free(NULL);
  belljar_canceller_free(NULL);
  belljar_program_free(program);
  belljar_program_free(NULL);
  belljar_engine_free(engine);
  belljar_engine_free(NULL);
}

int main(void) {
  test_library();
  test_evaluate();
  test_effects();
  test_session();
  test_cancel();
  test_misuse();
  if (failures == 0) puts("ok");
  return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
