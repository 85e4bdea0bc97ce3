// iter(deque) and reversed(deque).
#include <string>

#include "runtime/class.h"
#include "runtime/exception.h"
#include "runtime/iterator.h"
#include "runtime/realm_builder.h"
#include "stdlib/collections/deque.h"
#include "stdlib/extensions.h"

namespace belljar::collections {

namespace {

struct DequeIterator : NativeObject {
  Value source;  // the deque; Undefined once exhausted
  uint32_t index;
  uint32_t state;
  bool reversed;
};

Value iterator_self(Call& c) { return c[0]; }

Value iterator_next(Call& c) {
  Context& context = c.context();
  DequeIterator* it = c.self<DequeIterator>();
  if (!it->source.is_undefined()) {
    Deque* deque = deque_of(context, it->source);
    if (deque->state != it->state) {
      it->source = Value::undefined();
      return deque_mutated(context);
    }
    if (it->index < deque->size) {
      uint32_t i = it->index++;
      return deque->at(it->reversed ? deque->size - 1 - i : i);
    }
    it->source = Value::undefined();
  }
  BELLJAR_TRY(stop,
              new_exception(context, context.realm().exception(Exc::StopIteration), nullptr, 0));
  return context.raise_value(stop);
}

Value iterator_length_hint(Call& c) {
  const DequeIterator* it = c.self<DequeIterator>();
  if (it->source.is_undefined()) return Value::integer(0);
  const Deque* deque = deque_of(c.context(), it->source);
  return Value::integer(deque->size > it->index ? deque->size - it->index : 0);
}

constexpr NativeDef kMethods[] = {
    {"__iter__", "self, /", iterator_self},
    {"__next__", "self, /", iterator_next},
    {"__length_hint__", "self, /", iterator_length_hint},
};

void trace(Object* o, Tracer& t) { t.visit(static_cast<DequeIterator*>(o)->source); }
constexpr NativeType kType = {"deque iterator", trace, nullptr};

}  // namespace

Value new_deque_iterator(Context& context, Value self, bool reversed) {
  DequeIterator* it = context.heap().make<DequeIterator>(Kind::NativeObject);
  it->cls = library_class(
      context.realm(), reversed ? LibraryClass::DequeReverseIterator : LibraryClass::DequeIterator);
  it->source = self;
  it->index = 0;
  it->state = deque_of(context, self)->state;
  it->reversed = reversed;
  return Value::object(it);
}

void install_deque_iterators(RealmBuilder& b, Module* m) {
  struct Row {
    const char* name;
    LibraryClass number;
  };
  for (Row row : {Row{"_deque_iterator", LibraryClass::DequeIterator},
                  Row{"_deque_reverse_iterator", LibraryClass::DequeReverseIterator}}) {
    Class* cls = b.new_class(row.name, nullptr, Kind::NativeObject, kFinal, "_collections");
    cls->name = b.str(std::string("_collections.") + row.name);
    cls->native = &kType;
    b.building().extensions[static_cast<int>(row.number)] = cls;
    b.methods(cls, kMethods);
    b.member(m, row.name, Value::object(cls));
  }
}

}  // namespace belljar::collections
