/* The whole way from a source to a decision, in C. */
#include <belljar.h>
#include <stdio.h>
#include <string.h>

static const char* kFlow =
    "def decide(request):\n"
    "    print(\"asked by\", request[\"who\"])\n"
    "    return {\"allow\": request[\"amount\"] <= 100}\n";

int main(void) {
  belljar_engine* engine;
  belljar_program* program;
  belljar_outcome* outcome;
  belljar_text* why;
  belljar_call call = BELLJAR_CALL_INIT;
  if (belljar_engine_new(NULL, &engine, &why) != BELLJAR_OK) {
    fprintf(stderr, "%s\n", belljar_text_data(why));
    return 1;
  }
  if (belljar_compile(engine, kFlow, strlen(kFlow), "flow.py", &program, &why) != BELLJAR_OK) {
    fprintf(stderr, "%s\n", belljar_text_data(why)); /* all findings, as JSON */
    return 1;
  }
  belljar_text_free(why);
  call.handler = "decide";
  call.args_json = "[{\"who\": \"Ada\", \"amount\": 75}]";
  if (belljar_evaluate(program, &call, &outcome, NULL) != BELLJAR_OK) return 1;
  printf("%s%s\n", belljar_outcome_output(outcome), belljar_outcome_result(outcome));
  belljar_outcome_free(outcome);
  belljar_program_free(program);
  belljar_engine_free(engine);
  return 0;
}
