// Tools of several iterators, or that make several of one: chain, zip_longest, tee, groupby.
#include "runtime/dict.h"
#include "runtime/operators.h"
#include "stdlib/itertools/tool.h"

namespace belljar::itertools {
namespace {

// chain: v[0] iterates over the iterables (Undefined: done), v[1] over one of them.
Value chain_over(Call& c, Value iterables) {
  BELLJAR_TRY(iterator, iterate(c.context(), iterables));
  Tool* tool = new_tool(c);
  tool->v[0] = iterator;
  return Value::object(tool);
}
Value chain_new(Call& c) { return chain_over(c, c[1]); }
Value chain_next(Call& c) {
  Context& context = c.context();
  while (!self_of(c)->v[0].is_undefined()) {
    if (!context.charge(1)) return Value::stopped();
    if (self_of(c)->v[1].is_undefined()) {
      BELLJAR_TRY(iterable, next(context, self_of(c)->v[0]));
      if (iterable.is_undefined()) break;
      BELLJAR_TRY(iterator, iterate(context, iterable));
      self_of(c)->v[1] = iterator;
    }
    BELLJAR_TRY(item, next(context, self_of(c)->v[1]));
    if (!item.is_undefined()) return item;
    self_of(c)->v[1] = item;
  }
  self_of(c)->v[0] = Value::undefined();
  return Value::undefined();
}
constexpr NativeDef kFromIterable[] = {
    {"from_iterable", "cls, iterable, /", chain_new, kNativeCallsBack}};

// zip_longest: v[0] a list of iterators, None where one has ended; v[1] the filler; n[0] how many
// have not.
Value zip_longest_new(Call& c) {
  Context& context = c.context();
  const Tuple* iterables = c[1].as<Tuple>();
  Value filler = Value::none();
  uint32_t position = 0;
  while (DictEntry* entry = dict_next(c[2].as<Dict>(), &position)) {
    if (entry->key.as<Str>()->view() != "fillvalue") {
      return context.raise(Exc::TypeError, "zip_longest() got an unexpected keyword argument");
    }
    filler = entry->value;
  }
  BELLJAR_TRY(all, new_list_reserved(context, iterables->count));
  Roots<2> roots(context);
  roots[0] = all;
  roots[1] = filler;
  for (uint32_t i = 0; i < iterables->count; ++i) {
    BELLJAR_TRY(iterator, iterate(context, iterables->items[i]));
    BELLJAR_CHECK(list_append(context, all.as<List>(), iterator));
  }
  Tool* tool = new_tool(c);
  tool->v[0] = all;
  tool->v[1] = filler;
  tool->n[0] = iterables->count;
  return Value::object(tool);
}
Value zip_longest_next(Call& c) {
  Context& context = c.context();
  const uint32_t width = self_of(c)->v[0].as<List>()->size;
  if (width == 0 || self_of(c)->n[0] == 0) return Value::undefined();
  if (!context.charge(width)) return Value::stopped();
  BELLJAR_TRY(row, new_list_reserved(context, width));
  Roots<1> roots(context);
  roots[0] = row;
  for (uint32_t i = 0; i < width; ++i) {
    Value item = self_of(c)->v[1];
    Value iterator = self_of(c)->v[0].as<List>()->items[i];
    if (!iterator.is_none()) {
      BELLJAR_TRY(v, next(context, iterator));
      if (!v.is_undefined()) {
        item = v;
      } else {
        self_of(c)->v[0].as<List>()->items[i] = Value::none();
        if (--self_of(c)->n[0] == 0) return Value::undefined();
        item = self_of(c)->v[1];
      }
    }
    BELLJAR_CHECK(list_append(context, row.as<List>(), item));
  }
  return new_tuple(context, row.as<List>()->items, width);
}

// tee: v[0] the iterator, shared; v[1] the node that this one stands at: a list that is empty until
// the next item is known, then [item, next node]. What all have passed nobody holds any more.
Value tee_step(Call& c) {
  Context& context = c.context();
  if (!context.charge(1)) return Value::stopped();
  List* node = self_of(c)->v[1].as<List>();
  if (node->size == 0) {
    BELLJAR_TRY(item, next(context, self_of(c)->v[0]));
    if (item.is_undefined()) return item;
    node = self_of(c)->v[1].as<List>();
    if (node->size == 0) {
      Roots<1> roots(context);
      roots[0] = item;
      BELLJAR_TRY(after, new_list(context, nullptr, 0));
      BELLJAR_CHECK(list_append(context, node, item));
      BELLJAR_CHECK(list_append(context, node, after));
    }
  }
  self_of(c)->v[1] = node->items[1];
  return node->items[0];
}
Tool* tee_of(Context& context, Class* cls, Value iterator, Value node) {
  Tool* tool = context.heap().make<Tool>(Kind::NativeObject);
  tool->cls = cls;
  for (Value& v : tool->v) v = Value::undefined();
  for (int64_t& n : tool->n) n = 0;
  tool->v[0] = iterator;
  tool->v[1] = node;
  return tool;
}
Value tee_new(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(iterator, iterate(context, c[1]));
  c.at(1) = iterator;
  BELLJAR_TRY(node, new_list(context, nullptr, 0));
  return Value::object(tee_of(context, c[0].as<Class>(), iterator, node));
}
Value tee_copy(Call& c) {
  return Value::object(tee_of(c.context(), self_of(c)->cls, self_of(c)->v[0], self_of(c)->v[1]));
}
constexpr NativeDef kTeeCopy[] = {{"__copy__", "self", tee_copy}};
// tee(iterable, n=2): the class of its results stands as the function's owner.
Value tee(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(count, as_index(context, c[1]));
  if (!count.is_int() || count.as_int() < 0) {
    return context.raise(Exc::ValueError, "n must be >= 0");
  }
  constexpr int64_t kMost = 1 << 20;
  if (count.as_int() > kMost) return context.stop_size();
  Class* cls = c.native()->owner;
  Value iterator = c[0];
  Value node;
  if (iterator.is(Kind::NativeObject) && iterator.as<NativeObject>()->cls == cls) {
    const Tool* other = iterator.as<Tool>();
    node = other->v[1];
    iterator = other->v[0];
  } else {
    BELLJAR_TRY(fresh, iterate(context, iterator));
    iterator = fresh;
    c.at(0) = fresh;
    BELLJAR_TRY(empty, new_list(context, nullptr, 0));
    node = empty;
  }
  if (!context.charge(static_cast<uint64_t>(count.as_int()) + 1)) return Value::stopped();
  BELLJAR_TRY(all, new_list_reserved(context, static_cast<size_t>(count.as_int())));
  for (int64_t i = 0; i < count.as_int(); ++i) {
    Value one = Value::object(tee_of(context, cls, iterator, node));
    BELLJAR_CHECK(list_append(context, all.as<List>(), one));
  }
  return new_tuple(context, all.as<List>()->items, all.as<List>()->size);
}

// groupby: v[0] the iterator, v[1] the key function or None, v[2] the item at hand (Undefined:
// none), v[3] the list [its key, key of the group that is given out]. A group is a Tool, too: v[0]
// the groupby, v[1] its key; it ends when the groupby has moved on: n[0] is the groupby's n[0]
// then.
Value groupby_new(Call& c) {
  BELLJAR_TRY(iterator, iterate(c.context(), c[1]));
  c.at(1) = iterator;
  Value keys[2] = {Value::undefined(), Value::undefined()};
  BELLJAR_TRY(both, new_list(c.context(), keys, 2));
  Tool* tool = new_tool(c);
  tool->v[0] = iterator;
  tool->v[1] = c[2];
  tool->v[3] = both;
  return Value::object(tool);
}
// Takes the next item and its key. Undefined: the end.
Value groupby_advance(Context& context, Value groupby) {
  if (!context.charge(1)) return Value::stopped();
  Tool* tool = groupby.as<Tool>();
  BELLJAR_TRY(item, next(context, tool->v[0]));
  if (item.is_undefined()) return item;
  Value key = item;
  if (!tool->v[1].is_none()) {
    Roots<1> roots(context);
    roots[0] = item;
    key = context.invoke(tool->v[1], {item});
    if (key.is_abrupt()) return key;
  }
  tool->v[2] = item;
  tool->v[3].as<List>()->items[0] = key;
  return Value::none();
}
Value groupby_next(Call& c) {
  Context& context = c.context();
  ++self_of(c)->n[0];  // the group before is over
  for (;;) {
    List* keys = self_of(c)->v[3].as<List>();
    if (!keys->items[0].is_undefined()) {
      if (keys->items[1].is_undefined()) break;
      BELLJAR_TRY(equal, equals(context, keys->items[1], keys->items[0]));
      if (!equal.as_bool()) break;
    }
    BELLJAR_TRY(more, groupby_advance(context, c[0]));
    if (more.is_undefined()) return more;
  }
  List* keys = self_of(c)->v[3].as<List>();
  keys->items[1] = keys->items[0];
  Tool* group = context.heap().make<Tool>(Kind::NativeObject);
  group->cls = self_of(c)->cls;
  for (Value& v : group->v) v = Value::undefined();
  group->v[0] = c[0];
  group->v[1] = keys->items[0];
  group->n[0] = self_of(c)->n[0];
  group->n[1] = 1;  // a group, not a groupby
  Value pair[2] = {keys->items[0], Value::object(group)};
  return new_tuple(context, pair, 2);
}
Value group_next(Call& c) {
  Context& context = c.context();
  Value groupby = self_of(c)->v[0];
  if (groupby.as<Tool>()->n[0] != self_of(c)->n[0]) return Value::undefined();
  if (groupby.as<Tool>()->v[2].is_undefined()) {
    BELLJAR_TRY(more, groupby_advance(context, groupby));
    if (more.is_undefined()) return more;
  }
  BELLJAR_TRY(equal,
              equals(context, self_of(c)->v[1], groupby.as<Tool>()->v[3].as<List>()->items[0]));
  if (!equal.as_bool()) return Value::undefined();
  Value item = groupby.as<Tool>()->v[2];
  groupby.as<Tool>()->v[2] = Value::undefined();
  return item;
}
Value either_next(Call& c) { return self_of(c)->n[1] ? group_next(c) : groupby_next(c); }

}  // namespace

void install_joined(RealmBuilder& b, Module* m) {
  b.methods(install_tool<chain_next>(b, m, "chain", "cls, *iterables", chain_new), kFromIterable,
            MethodKind::ClassMethod);
  install_tool<zip_longest_next>(b, m, "zip_longest", "cls, *iterables, **keywords",
                                 zip_longest_new);
  Class* tees = install_tool<tee_step>(b, nullptr, "_tee", "cls, iterable, /", tee_new);
  b.methods(tees, kTeeCopy);
  static constexpr NativeDef kTee = {"tee", "iterable, n=2, /", tee, kNativeCallsBack};
  Native* tee_function = b.native(kTee, tees, Kind::Undefined);
  tee_function->module = m->name;
  b.member(m, "tee", Value::object(tee_function));
  install_tool<either_next>(b, m, "groupby", "cls, iterable, key=None", groupby_new);
}

}  // namespace belljar::itertools
