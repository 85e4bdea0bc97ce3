// Making generators, resuming them from C++, throwing into them. The essay is in generator.h.
#include <algorithm>

#include "interp/generator.h"
#include "interp/isolate.h"
#include "runtime/class.h"
#include "runtime/exception.h"
#include "runtime/exception_fields.h"
#include "runtime/protocol.h"

namespace belljar {

Value Isolate::make_generator(Function* function, Value* args) {
  const Code* code = function->code;
  uint32_t n = code->register_count;
  Generator* g = heap_.make<Generator>(Kind::Generator, n > 1 ? (n - 1) * sizeof(Value) : 0);
  g->function = function;
  g->pc = code->words.data();
  g->handled = Value::undefined();
  g->yield_from = Value::undefined();
  g->register_count = n;
  g->state = GeneratorState::Created;
  g->send_register = 0;
  std::copy_n(args, code->parameter_count, g->registers);
  for (uint32_t i = code->parameter_count; i < n; ++i) g->registers[i] = Value::undefined();
  return Value::object(g);
}

Value Isolate::cannot_enter(const Generator* g) {
  if (g->state == GeneratorState::Running) {
    return raise(Exc::ValueError, "generator already executing");
  }
  return depth_exceeded();
}

Value Isolate::resume(Generator* g, Value sent, Value* result) {
  *result = Value::none();
  if (g->state == GeneratorState::Finished) return Value::undefined();
  if (stopped_by_ != Limit::None) return Value::stopped();
  DepthGuard guard(*this);
  if (!guard) return depth_exceeded();
  Roots<1> roots(*this);
  roots[0] = Value::object(g);
  Value* saved_top = top_;
  Value v = enter_generator(g, sent, kFrameEntry, 0);
  if (v.is_undefined()) v = execute();
  top_ = saved_top;
  if (v.is_abrupt()) return v;
  if (g->state == GeneratorState::Finished) {
    *result = v;
    return Value::undefined();
  }
  return v;
}

// What delegation ends with where the generator itself is to leave: the inner iterator's close().
// None, or what that raised.
static Value close_inner(Isolate& isolate, Value inner) {
  if (!inner.is(Kind::Generator) && !inner.is(Kind::Instance)) return Value::none();
  Str* close = isolate.realm().atom(Atom::close);
  Value method = get_attribute_or_undefined(isolate, inner, close);
  if (method.is_undefined()) return Value::none();
  if (method.is_abrupt()) return method;
  BELLJAR_CHECK(isolate.invoke(method, {}));
  return Value::none();
}

static Value raise_made(Isolate& isolate, Value exception) {
  BELLJAR_TRY(made, exception_from(isolate, exception));
  return isolate.raise_value(made);
}

// `exception` may be a class, of which an instance is made where it is raised.
Value Isolate::throw_into(Generator* g, Value exception, Value* result) {
  *result = Value::none();
  if (stopped_by_ != Limit::None) return Value::stopped();
  DepthGuard guard(*this);
  if (!guard) return depth_exceeded();
  Roots<2> roots(*this);
  roots[0] = Value::object(g);
  roots[1] = exception;
  if (g->state == GeneratorState::Running) {
    return raise(Exc::ValueError, "generator already executing");
  }
  if (g->state == GeneratorState::Finished) {
    BELLJAR_TRY(made, exception_from(*this, exception));
    return raise_value(made);
  }

  if (!g->yield_from.is_undefined()) {
    // The inner iterator gets it first. What the delegation then yields, we yield.
    Value inner = g->yield_from;
    Value inner_result = Value::none();
    Value v;
    const Class* type =
        exception.is(Kind::Class) ? exception.as<Class>() : exception.as<Exception>()->cls;
    if (is_subclass(type, realm_.exception(Exc::GeneratorExit))) {
      // It is closed, and the exception raised here.
      g->state = GeneratorState::Running;
      v = close_inner(*this, inner);
      g->state = GeneratorState::Suspended;
      if (!v.is_abrupt()) v = raise_made(*this, exception);
    } else if (inner.is(Kind::Generator)) {
      g->state = GeneratorState::Running;
      v = throw_into(inner.as<Generator>(), exception, &inner_result);
      g->state = GeneratorState::Suspended;
    } else {
      Value method = inner.is(Kind::Instance)
                         ? get_attribute_or_undefined(*this, inner, realm_.atom(Atom::throw_))
                         : Value::undefined();
      if (method.is_abrupt()) return method;
      v = method.is_undefined() ? raise_made(*this, exception) : invoke(method, {exception});
      if (v.is(Kind::Raised) && !method.is_undefined() && pending_is(Exc::StopIteration)) {
        Exception* stop = take_pending().as<Exception>();  // its value is the delegation's
        roots[1] = Value::object(stop);
        inner_result = exception_field(*this, stop, 0);
        if (inner_result.is_abrupt()) return inner_result;
        if (inner_result.is_undefined()) inner_result = Value::none();
        v = Value::undefined();
      }
    }
    if (v.is(Kind::Stopped)) return v;
    if (!v.is(Kind::Raised) && !v.is_undefined()) return v;
    g->yield_from = Value::undefined();
    if (v.is_undefined()) {
      ++g->pc;  // past the YieldFrom: the delegation has ended
      return resume(g, inner_result, result);
    }
    exception = take_pending();
    roots[1] = exception;
    ++g->pc;
  }
  Value* saved_top = top_;
  Value v = enter_generator(g, Value::none(), kFrameEntry, 0);
  if (v.is_undefined()) {
    v = raise_made(*this, exception);
    if (unwind(&v, false)) v = execute();
  }
  top_ = saved_top;
  if (v.is_abrupt()) return v;
  if (g->state == GeneratorState::Finished) {
    *result = v;
    return Value::undefined();
  }
  return v;
}

}  // namespace belljar
