// What functools.lru_cache remembers: results by call, in order of use.
//
// The wrapper itself is a Python function (functools.py), so that a recursive function that is
// cached nests frames rather than the C++ stack. A call asks `find`, which gives the result, or a
// Miss that holds the key and its hash for `store`: an argument is hashed once, as in CPython.
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/dict_index.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "stdlib/extensions.h"
#include "stdlib/functools/functions.h"

namespace belljar::functools {

namespace {

struct LruStore : NativeObject {
  Dict* results;
  int64_t max;  // -1: unbounded
  int64_t hits, misses;
  bool typed;
};
struct Miss : NativeObject {
  Value key;
  uint64_t hash;
};

Value store_new(Call& c) {
  Context& context = c.context();
  LruStore* store = context.heap().make<LruStore>(Kind::NativeObject);
  store->cls = c[0].as<Class>();
  store->results = nullptr;
  store->max = c[1].is_none() ? -1 : c[1].as_int();
  store->hits = store->misses = 0;
  store->typed = c[2].as_bool();
  BELLJAR_TRY(dict, new_dict(context));
  store->results = dict.as<Dict>();
  return Value::object(store);
}

// One int or str stands for itself; any other call is a tuple: arguments, the store's class as a
// mark, names and values, and the classes of all values where they count.
Value call_key(Context& context, const LruStore* store, const Tuple* args, Dict* keywords) {
  if (keywords->live == 0 && args->count == 1 && !store->typed) {
    Value only = args->items[0];
    if (only.is_str() || only.is_int() || only.is(Kind::BigInt)) return only;
  }
  BELLJAR_TRY(parts, new_list_reserved(context, args->count));
  List* list = parts.as<List>();
  for (uint32_t i = 0; i < args->count; ++i) {
    BELLJAR_CHECK(list_append(context, list, args->items[i]));
  }
  if (keywords->live > 0) BELLJAR_CHECK(list_append(context, list, Value::object(store->cls)));
  for (uint32_t at = 0; DictEntry* entry = dict_next(keywords, &at);) {
    BELLJAR_CHECK(list_append(context, list, entry->key));
    BELLJAR_CHECK(list_append(context, list, entry->value));
  }
  if (store->typed) {
    for (uint32_t i = 0; i < args->count; ++i) {
      Value type = Value::object(class_of(context, args->items[i]));
      BELLJAR_CHECK(list_append(context, list, type));
    }
    for (uint32_t at = 0; DictEntry* entry = dict_next(keywords, &at);) {
      Value type = Value::object(class_of(context, entry->value));
      BELLJAR_CHECK(list_append(context, list, type));
    }
  }
  return new_tuple(context, list->items, list->size);
}

// The entry becomes the youngest. None, or Stopped.
Value refresh(Context& context, Dict* dict, int64_t position) {
  if (position == table_last(dict)) return Value::none();
  DictEntry moved = dict->entries[position];
  table_remove_at(dict, position);
  DictEntry* entry = table_insert(context, dict, moved.key, moved.key.hash());
  if (!entry) return context.stop_memory();
  entry->value = moved.value;
  return Value::none();
}

Value store_find(Call& c) {
  Context& context = c.context();
  LruStore* store = c.self<LruStore>();
  Roots<1> roots(context);
  BELLJAR_TRY(key, call_key(context, store, c[1].as<Tuple>(), c[2].as<Dict>()));
  roots[0] = key;
  uint64_t hash;
  BELLJAR_CHECK(table_hash(context, key, &hash));
  int64_t found = table_find(context, store->results, key, hash);
  if (found < kAbsent) return find_failure(found);
  if (found != kAbsent) {
    ++store->hits;
    Value result = store->results->entries[found].value;
    if (store->max >= 0) BELLJAR_CHECK(refresh(context, store->results, found));
    return result;
  }
  ++store->misses;
  Miss* miss = context.heap().make<Miss>(Kind::NativeObject);
  miss->cls = library_class(context.realm(), LibraryClass::LruMiss);
  miss->key = key;
  miss->hash = hash;
  return Value::object(miss);
}

Value store_store(Call& c) {
  Context& context = c.context();
  LruStore* store = c.self<LruStore>();
  const Miss* miss = c[1].as<Miss>();
  int64_t found = table_find(context, store->results, miss->key, miss->hash);
  if (found < kAbsent) return find_failure(found);
  if (found != kAbsent) {  // the call itself made the same call
    if (store->max < 0) store->results->entries[found].value = c[2];
    return Value::none();
  }
  Dict* results = store->results;
  if (store->max >= 0 && results->live >= store->max) {
    // `count` entries before it are known to be removed, as in a set.
    uint32_t first = results->count;
    uint32_t at = first;
    const DictEntry* oldest = dict_next(results, &at);
    if (!context.charge((at - first) / 8 + 1)) return Value::stopped();
    if (oldest) {
      int64_t position = oldest - results->entries;
      results->count = static_cast<uint32_t>(position);
      table_remove_at(results, position);
    }
  }
  DictEntry* entry = table_insert(context, results, miss->key, miss->hash);
  if (!entry) return context.stop_memory();
  entry->value = c[2];
  return Value::none();
}

Value store_miss(Call& c) {
  ++c.self<LruStore>()->misses;
  return Value::none();
}

// (hits, misses, maxsize, currsize)
Value store_info(Call& c) {
  const LruStore* store = c.self<LruStore>();
  Value parts[4] = {Value::integer(store->hits), Value::integer(store->misses),
                    store->max < 0 ? Value::none() : Value::integer(store->max),
                    Value::integer(store->results->live)};
  return new_tuple(c.context(), parts, 4);
}

Value store_clear(Call& c) {
  LruStore* store = c.self<LruStore>();
  dict_clear(c.context(), store->results);
  store->hits = store->misses = 0;
  return Value::none();
}

constexpr NativeDef kMethods[] = {
    {"find", "self, args, keywords, /", store_find, kNativeCallsBack},
    {"store", "self, miss, result, /", store_store, kNativeCallsBack},
    {"miss", "self, /", store_miss},
    {"info", "self, /", store_info},
    {"clear", "self, /", store_clear},
};

void trace_store(Object* o, Tracer& t) { t.visit(static_cast<LruStore*>(o)->results); }
void trace_miss(Object* o, Tracer& t) { t.visit(static_cast<Miss*>(o)->key); }
constexpr NativeType kStore = {"lru store", trace_store, nullptr};
constexpr NativeType kMiss = {"lru miss", trace_miss, nullptr};

}  // namespace

void install_lru_store(RealmBuilder& b, Module* m) {
  Class* store = b.new_class("LruStore", nullptr, Kind::NativeObject, kFinal, "functools");
  store->native = &kStore;
  b.constructor(store, {"__new__", "cls, maxsize, typed, /", store_new});
  b.methods(store, kMethods);
  b.member(m, "LruStore", Value::object(store));
  Class* miss = b.new_class("LruMiss", nullptr, Kind::NativeObject, kFinal, "functools");
  miss->native = &kMiss;
  b.building().extensions[static_cast<int>(LibraryClass::LruMiss)] = miss;
  b.member(m, "LruMiss", Value::object(miss));
}

}  // namespace belljar::functools
