// A value to a document, in one piece: what dumps() and JSONEncoder.encode give.
#include <vector>

#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/protocol.h"
#include "sdk/json/json.h"

namespace belljar::json {

namespace {

class Writer {
 public:
  Writer(Context& context, const DumpOptions& options)
      : context_(context), options_(options), out_(context), in_python_(options.indented) {}

  Value document(Value v) {
    BELLJAR_CHECK(value(v, 0));
    return out_.finish();
  }

 private:
  Value value(Value original, int level) {
    Value v = payload(original);
    if (is_scalar(v)) {
      return write_scalar(out_, v, options_.ensure_ascii, options_.allow_nan, in_python_);
    }
    DepthGuard guard(context_);
    if (!guard) return context_.depth_exceeded();
    if (!context_.charge(1)) return Value::stopped();
    if (v.is(Kind::List) || v.is(Kind::Tuple)) return array(original, v, level);
    if (v.is(Kind::Dict)) return object(original, v.as<Dict>(), level);
    if (options_.default_hook.is_undefined()) return not_serializable(context_, original);
    BELLJAR_CHECK(enter(original));
    Roots<1> roots(context_);
    BELLJAR_TRY(replaced, context_.invoke(options_.default_hook, {original}));
    roots[0] = replaced;
    BELLJAR_CHECK(value(replaced, level));
    ancestors_.pop_back();
    return Value::none();
  }

  Value enter(Value v) {
    if (options_.check_circular) {
      for (const Object* o : ancestors_) {
        if (o && v.is_heap() && o == v.as_object()) {
          return context_.raise(Exc::ValueError, "Circular reference detected");
        }
      }
    }
    ancestors_.push_back(v.is_heap() ? v.as_object() : nullptr);
    return Value::none();
  }

  Value check() { return out_.failed() ? context_.stop_memory() : Value::none(); }

  void newline(int level) {
    out_.append('\n');
    for (int i = 0; i < level; ++i) out_.append(options_.indent);
  }

  void between(bool* first, int level) {
    if (!*first) {
      out_.append(options_.item_separator);
      if (options_.indented) newline(level + 1);
    }
    *first = false;
  }

  // Truth and items of a program's own container are its business where CPython's are.
  Value is_empty(Value original, size_t size) {
    if (!original.is(Kind::Instance) || !in_python_) return Value::boolean(size == 0);
    BELLJAR_TRY(full, truth(context_, original));
    return Value::boolean(!full.as_bool());
  }

  Value array(Value original, Value v, int level) {
    Roots<2> roots(context_);
    auto count = [](Value a) {
      return a.is(Kind::List) ? a.as<List>()->size : a.as<Tuple>()->count;
    };
    bool known_full = false;
    if (original.is(Kind::Instance)) {
      if (in_python_) {
        BELLJAR_TRY(empty, is_empty(original, count(v)));
        if (empty.as_bool()) {
          out_.append("[]");
          return Value::none();
        }
        known_full = true;
      }
      BELLJAR_TRY(iterator, iterate(context_, original));
      roots[0] = iterator;
      BELLJAR_TRY(items, list_from(context_, iterator));
      v = items;
    }
    if (count(v) == 0 && !known_full) {
      out_.append("[]");
      return Value::none();
    }
    roots[0] = v;
    BELLJAR_CHECK(enter(original));
    out_.append('[');
    if (options_.indented) newline(level + 1);
    bool first = true;
    // Items are read anew each time: default() may change the list.
    for (size_t i = 0; i < count(v); ++i) {
      between(&first, level);
      Value item = v.is(Kind::List) ? v.as<List>()->items[i] : v.as<Tuple>()->items[i];
      roots[1] = item;
      BELLJAR_CHECK(value(item, level + 1));
      if ((i & 63) == 63 && !context_.charge(64)) return Value::stopped();
    }
    if (options_.indented) newline(level);
    out_.append(']');
    ancestors_.pop_back();
    return check();
  }

  Value object(Value original, Dict* dict, int level) {
    BELLJAR_TRY(empty, is_empty(original, dict->live));
    if (empty.as_bool()) {
      out_.append("{}");
      return Value::none();
    }
    BELLJAR_CHECK(enter(original));
    out_.append('{');
    if (options_.indented) newline(level + 1);
    bool first = true;
    bool plain = !original.is(Kind::Instance) && !options_.sort_keys;
    if (plain && (in_python_ || options_.default_hook.is_undefined())) {
      BELLJAR_CHECK(live_members(dict, level, &first));
    } else {
      BELLJAR_CHECK(listed_members(original, level, &first));
    }
    if (options_.indented) newline(level);
    out_.append('}');
    ancestors_.pop_back();
    return check();
  }

  // Straight from the table: where nothing of the program can run, or CPython iterates, too.
  Value live_members(Dict* dict, int level, bool* first) {
    Roots<1> roots(context_);
    roots[0] = Value::object(dict);
    uint32_t size = dict->live;
    for (uint32_t at = 0; DictEntry* entry = dict_next(dict, &at);) {
      BELLJAR_CHECK(member(entry->key, entry->value, level, first));
      if (dict->live != size) {
        return context_.raise(Exc::RuntimeError, "dictionary changed size during iteration");
      }
      if (!context_.charge(1)) return Value::stopped();
    }
    return Value::none();
  }

  Value listed_members(Value original, int level, bool* first) {
    Roots<1> roots(context_);
    BELLJAR_TRY(items, items_of(context_, original, options_.sort_keys, in_python_));
    roots[0] = items;
    for (uint32_t i = 0; i < items.as<List>()->size; ++i) {
      Value key, item;
      BELLJAR_CHECK(unpack_item(context_, items.as<List>()->items[i], &key, &item, in_python_));
      BELLJAR_CHECK(member(key, item, level, first));
      if (!context_.charge(1)) return Value::stopped();
    }
    return Value::none();
  }

  Value member(Value key, Value item, int level, bool* first) {
    size_t before = out_.size();
    bool was_first = *first;
    between(first, level);
    BELLJAR_TRY(written, write_key(out_, key, options_, in_python_));
    if (written.is_undefined()) {
      out_.truncate(before);
      *first = was_first;
      return Value::none();
    }
    out_.append(options_.key_separator);
    return value(item, level + 1);
  }

  Context& context_;
  const DumpOptions& options_;
  StrBuilder out_;
  std::vector<const Object*> ancestors_;
  bool in_python_;
};

}  // namespace

Value dump(Context& context, Value v, const DumpOptions& options) {
  Writer writer(context, options);
  return writer.document(v);
}

}  // namespace belljar::json
