// Making and matching exceptions, and the traceback that unwinding writes into them.
#include "runtime/exception.h"

#include "bytecode/code.h"

#include <cstring>

#include "runtime/class.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/str.h"

namespace belljar {

namespace {
// A recursion of depth 1,000 shows whole; deeper ones keep the innermost and drop the rest, as
// nobody reads them (CPython folds repeats when it prints).
constexpr uint32_t kTracebackMax = 4096;

size_t traceback_bytes(uint32_t capacity) {
  return sizeof(Traceback) + (capacity - 1) * sizeof(TracebackEntry);
}
}  // namespace

Value new_exception(Context& context, Class* cls, const Value* args, size_t count) {
  Exception* e = context.heap().make<Exception>(Kind::Exception);
  e->cls = cls;
  e->args = context.realm().empty_tuple;
  e->cause = Value::none();
  e->context = Value::none();
  e->attributes = nullptr;
  e->traceback = nullptr;
  e->traceback_bytes = 0;
  e->suppress_context = false;
  e->fields = Value::undefined();
  if (count > 0) {
    BELLJAR_TRY(tuple, new_tuple(context, args, count));
    e->args = tuple.as<Tuple>();
  }
  return Value::object(e);
}

Value exception_subject(Context& context, Exception* e, Value name, Value object) {
  if (e->frozen()) return Value::none();
  if (e->fields.is(Kind::Tuple)) {
    const Tuple* told = e->fields.as<Tuple>();
    if (!told->items[0].is_undefined() || !told->items[1].is_undefined()) return Value::none();
  }
  const Value parts[] = {name, object};
  BELLJAR_TRY(pair, new_tuple(context, parts, 2));
  e->fields = pair;
  e->flags |= kSubjectHidden;
  return Value::none();
}

void traceback_add(Context& context, Exception* e, const Code* code, uint32_t pc) {
  // What a library module calls on the way is no business of the program's, as with a native.
  if (e->frozen() || code->unit->library) return;
  Traceback* t = e->traceback;
  if (!t || t->count == t->capacity) {
    uint32_t capacity = t ? t->capacity * 2 : 4;
    if (capacity > kTracebackMax) return;
    size_t bytes = traceback_bytes(capacity);
    void* p = context.heap().resize(t, e->traceback_bytes, bytes, t ? e->traceback_bytes : 0);
    if (!p) return;
    Traceback* fresh = static_cast<Traceback*>(p);
    if (!t) fresh->count = 0;
    fresh->capacity = capacity;
    e->traceback = t = fresh;
    e->traceback_bytes = static_cast<uint32_t>(bytes);
  }
  t->entries[t->count++] = {code, pc};
}

void traceback_copy(Context& context, Exception* to, const Exception* from) {
  const Traceback* t = from->traceback;
  for (uint32_t i = 0; t && i < t->count; ++i) {
    traceback_add(context, to, t->entries[i].code, t->entries[i].pc);
  }
}

Value exception_matches(Context& context, Value exception, Value type) {
  const Class* cls = exception.as<Exception>()->cls;
  if (is_exception_class(type)) return Value::boolean(is_subclass(cls, type.as<Class>()));
  if (type.is(Kind::Tuple)) {
    // CPython checks that every member is an exception class before it compares.
    const Tuple* tuple = type.as<Tuple>();
    bool hit = false;
    for (uint32_t i = 0; i < tuple->count; ++i) {
      Value t = tuple->items[i];
      if (!is_exception_class(t)) goto bad;
      hit = hit || is_subclass(cls, t.as<Class>());
    }
    return Value::boolean(hit);
  }
bad:
  return context.raise(Exc::TypeError,
                       "catching classes that do not inherit from BaseException is not allowed");
}

Value exception_from(Context& context, Value x) {
  if (x.is(Kind::Exception)) return x;
  if (is_exception_class(x)) {
    BELLJAR_TRY(made, construct(context, x.as<Class>(), nullptr, 0, nullptr));
    if (made.is(Kind::Exception)) return made;
    Roots<2> roots(context);
    BELLJAR_TRY(called, repr(context, x));
    roots[0] = called;
    BELLJAR_TRY(type, repr(context, Value::object(class_of(context, made))));
    return context.raise(
        Exc::TypeError,
        {"calling ", called.as<Str>()->view(),
         " should have returned an instance of BaseException, not ", type.as<Str>()->view()});
  }
  return context.raise(Exc::TypeError, "exceptions must derive from BaseException");
}

}  // namespace belljar
