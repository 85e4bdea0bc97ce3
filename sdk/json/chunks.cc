// JSONEncoder.iterencode: the same texts, one after the other, as CPython's generator yields them.
//
// A stack of open containers instead of a suspended frame: a list with kFrame values for each.
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "runtime/realm_builder.h"
#include "sdk/extensions.h"
#include "sdk/json/json.h"

namespace belljar::json {

namespace {

// Open: what stands there and where it goes on.
enum FrameKind : int64_t { kArray, kObject, kReplaced };
enum Field : uint32_t { kKind, kContainer, kIterator, kStarted, kFrame };

struct Chunks : NativeObject {
  ChunkOptions options;
  Value waiting;  // the value whose text comes next; Undefined: none
  List* stack;
  List* ready;  // texts not yet given out
  uint32_t given;
};

class Steps {
 public:
  Steps(Context& context, Chunks* chunks) : context_(context), it_(chunks) {}

  // The next text; Undefined at the end.
  Value next() {
    for (;;) {
      if (it_->given < it_->ready->size) return it_->ready->items[it_->given++];
      it_->ready->size = 0;
      it_->given = 0;
      if (!context_.charge(1)) return Value::stopped();
      if (!it_->waiting.is_undefined()) {
        Value v = it_->waiting;
        it_->waiting = Value::undefined();
        BELLJAR_CHECK(begin(v));
      } else if (it_->stack->size == 0) {
        return Value::undefined();
      } else {
        BELLJAR_CHECK(advance());
      }
    }
  }

 private:
  const DumpOptions& flags() const { return it_->options.flags; }
  Value& top(Field field) { return it_->stack->items[it_->stack->size - kFrame + field]; }
  bool indented() const { return !it_->options.indent.is_undefined(); }

  int64_t level() const {
    int64_t n = 0;
    for (uint32_t i = kKind; i < it_->stack->size; i += kFrame) {
      n += it_->stack->items[i].as_int() != kReplaced;
    }
    return n;
  }

  Value give(StrBuilder& out) {
    BELLJAR_TRY(text, out.finish());
    return list_append(context_, it_->ready, text);
  }
  Value give(std::string_view text) {
    StrBuilder out(context_);
    out.append(text);
    return give(out);
  }
  void newline(StrBuilder& out, int64_t depth) {
    if (!indented()) return;
    out.append('\n');
    for (int64_t i = 0; i < depth; ++i) out.append(it_->options.indent.as<Str>()->view());
  }
  Value separator(StrBuilder& out) {
    out.append(it_->options.item_separator.as<Str>()->view());
    newline(out, level());
    return Value::none();
  }

  Value push(FrameKind kind, Value container) {
    if (flags().check_circular) {
      for (uint32_t i = kContainer; i < it_->stack->size; i += kFrame) {
        if (it_->stack->items[i].same(container)) {
          return context_.raise(Exc::ValueError, "Circular reference detected");
        }
      }
    }
    const Value frame[] = {Value::integer(kind), container, Value::undefined(),
                           Value::boolean(false)};
    for (Value v : frame) BELLJAR_CHECK(list_append(context_, it_->stack, v));
    return Value::none();
  }
  void pop() { it_->stack->size -= kFrame; }

  Value begin(Value original) {
    Value v = payload(original);
    if (is_scalar(v)) {
      StrBuilder out(context_);
      BELLJAR_CHECK(write_scalar(out, v, flags().ensure_ascii, flags().allow_nan, true));
      return give(out);
    }
    bool array = v.is(Kind::List) || v.is(Kind::Tuple);
    if (array || v.is(Kind::Dict)) {
      BELLJAR_TRY(full, truth(context_, original));
      if (!full.as_bool()) return give(array ? "[]" : "{}");
      BELLJAR_CHECK(push(array ? kArray : kObject, original));
      if (array) return Value::none();
      BELLJAR_CHECK(give("{"));
      if (!indented()) return Value::none();
      StrBuilder out(context_);
      newline(out, level());
      return give(out);
    }
    BELLJAR_CHECK(push(kReplaced, original));
    BELLJAR_TRY(replaced, context_.invoke(flags().default_hook, {original}));
    it_->waiting = replaced;
    return Value::none();
  }

  Value advance() {
    if (top(kKind).as_int() == kReplaced) {
      pop();
      return Value::none();
    }
    bool array = top(kKind).as_int() == kArray;
    if (top(kIterator).is_undefined()) {
      BELLJAR_TRY(items, array ? top(kContainer) : members());
      BELLJAR_TRY(iterator, iterate(context_, items));
      top(kIterator) = iterator;
    }
    BELLJAR_TRY(item, belljar::next(context_, top(kIterator)));
    if (item.is_undefined()) {
      if (indented()) {
        StrBuilder out(context_);
        newline(out, level() - 1);
        BELLJAR_CHECK(give(out));
      }
      pop();
      return give(array ? "]" : "}");
    }
    bool first = !top(kStarted).as_bool();
    return array ? element(item, first) : member(item, first);
  }

  // sorted(d.items()), or the live view.
  Value members() {
    if (flags().sort_keys) return items_of(context_, top(kContainer), true, true);
    BELLJAR_TRY(name, new_str(context_, "items"));
    BELLJAR_TRY(method, get_attribute(context_, top(kContainer), name.as<Str>()));
    return context_.invoke(method, nullptr, 0);
  }

  Value element(Value item, bool first) {
    StrBuilder out(context_);
    if (first) {
      out.append('[');
      newline(out, level());
    } else {
      BELLJAR_CHECK(separator(out));
    }
    top(kStarted) = Value::boolean(true);
    Value v = payload(item);
    if (is_scalar(v)) {
      BELLJAR_CHECK(write_scalar(out, v, flags().ensure_ascii, flags().allow_nan, true));
      return give(out);
    }
    it_->waiting = item;
    return give(out);
  }

  Value member(Value pair, bool first) {
    Value key, item;
    BELLJAR_CHECK(unpack_item(context_, pair, &key, &item, true));
    StrBuilder name(context_);
    BELLJAR_TRY(written, write_key(name, key, flags(), true));
    if (written.is_undefined()) return Value::none();
    if (!first) {
      StrBuilder out(context_);
      BELLJAR_CHECK(separator(out));
      BELLJAR_CHECK(give(out));
    }
    top(kStarted) = Value::boolean(true);
    BELLJAR_CHECK(give(name));
    BELLJAR_CHECK(list_append(context_, it_->ready, it_->options.key_separator));
    it_->waiting = item;
    return Value::none();
  }

  Context& context_;
  Chunks* it_;
};

Value chunks_self(Call& c) { return c[0]; }

Value chunks_next(Call& c) {
  Context& context = c.context();
  BELLJAR_TRY(text, next_chunk(context, c[0]));
  if (!text.is_undefined()) return text;
  BELLJAR_TRY(stop,
              new_exception(context, context.realm().exception(Exc::StopIteration), nullptr, 0));
  return context.raise_value(stop);
}

constexpr NativeDef kMethods[] = {
    {"__iter__", "self, /", chunks_self},
    {"__next__", "self, /", chunks_next, kNativeCallsBack},
};

void trace(Object* o, Tracer& t) {
  Chunks* chunks = static_cast<Chunks*>(o);
  t.visit(chunks->options.flags.default_hook);
  t.visit(chunks->options.indent);
  t.visit(chunks->options.item_separator);
  t.visit(chunks->options.key_separator);
  t.visit(chunks->waiting);
  t.visit(chunks->stack);
  t.visit(chunks->ready);
}
constexpr NativeType kType = {"generator", trace, nullptr};

}  // namespace

Value new_chunks(Context& context, Value value, const ChunkOptions& options) {
  BELLJAR_TRY(stack, new_list(context, nullptr, 0));
  BELLJAR_TRY(ready, new_list(context, nullptr, 0));
  Chunks* chunks = context.heap().make<Chunks>(Kind::NativeObject);
  chunks->cls = extension_class(context.realm(), Extension::JsonChunks);
  chunks->options = options;
  chunks->waiting = value;
  chunks->stack = stack.as<List>();
  chunks->ready = ready.as<List>();
  chunks->given = 0;
  return Value::object(chunks);
}

Value next_chunk(Context& context, Value v) {
  Roots<1> roots(context);
  roots[0] = v;
  Chunks* chunks = v.as<Chunks>();
  Value text = Steps(context, chunks).next();
  if (text.is_abrupt()) {  // as a generator that has raised: nothing more comes
    chunks->stack->size = chunks->ready->size = chunks->given = 0;
    chunks->waiting = Value::undefined();
  }
  return text;
}

void install_chunks(RealmBuilder& b) {
  Class* cls = b.new_class("generator", nullptr, Kind::NativeObject, kFinal);
  cls->native = &kType;
  b.methods(cls, kMethods);
  b.building().extensions[static_cast<int>(Extension::JsonChunks)] = cls;
}

}  // namespace belljar::json
