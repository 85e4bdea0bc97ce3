// Calling with collected arguments.
#include "runtime/call.h"

#include "runtime/dict.h"
#include "runtime/list.h"

namespace belljar {

Value expand_arguments(Context& context, Value first, const Tuple* args, Dict* keywords,
                       Tuple** names) {
  *names = nullptr;
  BELLJAR_TRY(row, new_list_reserved(context, args->count + keywords->live + 1));
  List* list = row.as<List>();
  if (!first.is_undefined()) BELLJAR_CHECK(list_append(context, list, first));
  for (uint32_t i = 0; i < args->count; ++i) {
    BELLJAR_CHECK(list_append(context, list, args->items[i]));
  }
  if (keywords->live == 0) return row;
  *names = new_tuple_uninitialised(context, keywords->live);
  if (!*names) return context.stop_memory();
  uint32_t n = 0;
  for (uint32_t at = 0; DictEntry* entry = dict_next(keywords, &at);) {
    (*names)->items[n++] = entry->key;
    BELLJAR_CHECK(list_append(context, list, entry->value));
  }
  return row;
}

Value invoke_expanded(Context& context, Value callee, Value first, const Tuple* args,
                      Dict* keywords) {
  Tuple* names;
  BELLJAR_TRY(row, expand_arguments(context, first, args, keywords, &names));
  Roots<2> roots(context);
  roots[0] = row;
  if (names) roots[1] = Value::object(names);
  return context.invoke_keywords(callee, row.as<List>()->items, row.as<List>()->size, names);
}

}  // namespace belljar
