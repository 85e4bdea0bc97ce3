// Calling with collected arguments.
#include "runtime/call.h"

#include "runtime/dict.h"
#include "runtime/list.h"

namespace belljar {

Value invoke_expanded(Context& context, Value callee, Value first, const Tuple* args,
                      Dict* keywords) {
  Roots<2> roots(context);
  BELLJAR_TRY(row, new_list_reserved(context, args->count + keywords->live + 1));
  roots[0] = row;
  List* list = row.as<List>();
  if (!first.is_undefined()) BELLJAR_CHECK(list_append(context, list, first));
  for (uint32_t i = 0; i < args->count; ++i) {
    BELLJAR_CHECK(list_append(context, list, args->items[i]));
  }
  if (keywords->live == 0) return context.invoke(callee, list->items, list->size);
  Tuple* names = new_tuple_uninitialised(context, keywords->live);
  if (!names) return context.stop_memory();
  roots[1] = Value::object(names);
  uint32_t n = 0;
  for (uint32_t at = 0; DictEntry* entry = dict_next(keywords, &at);) {
    names->items[n++] = entry->key;
    BELLJAR_CHECK(list_append(context, list, entry->value));
  }
  return context.invoke_keywords(callee, list->items, list->size, names);
}

}  // namespace belljar
