// Methods of generators.
#include "builtins/install.h"
#include "runtime/call.h"
#include "runtime/class.h"
#include "runtime/exception.h"
#include "runtime/realm_builder.h"

namespace belljar {

namespace {

// A step's outcome as the caller sees it: the item, or StopIteration(result).
Value deliver(Context& context, Value item, Value result) {
  if (!item.is_undefined()) return item;
  BELLJAR_TRY(stop, new_exception(context, context.realm().exception(Exc::StopIteration), &result,
                                  result.is_none() ? 0 : 1));
  return context.raise_value(stop);
}

Value generator_next(Call& c) {
  Value result;
  Value item = c.context().resume(c.self<Generator>(), Value::none(), &result);
  return item.is_abrupt() ? item : deliver(c.context(), item, result);
}

Value generator_send(Call& c) {
  Generator* g = c.self<Generator>();
  if (g->state == GeneratorState::Created && !c[1].is_none()) {
    return c.context().raise(Exc::TypeError,
                             "can't send non-None value to a just-started generator");
  }
  Value result;
  Value item = c.context().resume(g, c[1], &result);
  return item.is_abrupt() ? item : deliver(c.context(), item, result);
}

Value generator_throw(Call& c) {
  Context& context = c.context();
  Value exception = c[1];
  if (c.has(3) && !c[3].is_none()) {
    return context.raise(Exc::TypeError, "throw() third argument must be a traceback object");
  }
  const bool has_value = c.has(2) && !c[2].is_none();
  if (is_exception_class(exception)) {
    if (has_value && c[2].is(Kind::Exception) &&
        is_subclass(c[2].as<Exception>()->cls, exception.as<Class>())) {
      exception = c[2];
    } else if (has_value) {
      const bool row = c[2].is(Kind::Tuple);  // the arguments of the exception to make
      const Value* args = row ? c[2].as<Tuple>()->items : &c.at(2);
      const size_t count = row ? c[2].as<Tuple>()->count : 1;
      exception = construct(context, c[1].as<Class>(), args, count, nullptr);
      if (exception.is_abrupt()) return exception;
    }
  } else if (exception.is(Kind::Exception) && has_value) {
    return context.raise(Exc::TypeError, "instance exception may not have a separate value");
  }
  if (!exception.is(Kind::Exception) && !is_exception_class(exception)) {
    return context.raise(
        Exc::TypeError,
        {"exceptions must be classes or instances deriving from BaseException, not ",
         type_name(context, c[1])});
  }
  Value result;
  Value item = context.throw_into(c.self<Generator>(), exception, &result);
  return item.is_abrupt() ? item : deliver(context, item, result);
}

Value generator_close(Call& c) {
  Context& context = c.context();
  Generator* g = c.self<Generator>();
  if (g->state == GeneratorState::Created) g->state = GeneratorState::Finished;
  if (g->state == GeneratorState::Finished) return Value::none();
  BELLJAR_TRY(exit,
              new_exception(context, context.realm().exception(Exc::GeneratorExit), nullptr, 0));
  Value result;
  Value item = context.throw_into(g, exit, &result);
  if (item.is(Kind::Raised) &&
      (context.pending_is(Exc::GeneratorExit) || context.pending_is(Exc::StopIteration))) {
    context.take_pending();
    return Value::none();
  }
  if (item.is_abrupt()) return item;
  if (item.is_undefined()) return Value::none();
  return context.raise(Exc::RuntimeError, "generator ignored GeneratorExit");
}

Value generator_iter(Call& c) { return c[0]; }
Value generator_running(Call& c) {
  return Value::boolean(c.self<Generator>()->state == GeneratorState::Running);
}
Value generator_suspended(Call& c) {
  return Value::boolean(c.self<Generator>()->state == GeneratorState::Suspended);
}
Value generator_qualname(Call& c) { return Value::object(c.self<Generator>()->function->qualname); }
Value generator_name(Call& c) { return Value::object(c.self<Generator>()->function->name); }

constexpr NativeDef kMethods[] = {
    {"__next__", "self", generator_next, kNativeCallsBack},
    {"__iter__", "self", generator_iter},
    {"send", "self, value, /", generator_send, kNativeCallsBack},
    {"throw", "self, type, value?, traceback?, /", generator_throw, kNativeCallsBack},
    {"close", "self", generator_close, kNativeCallsBack},
};

}  // namespace

void install_generator(RealmBuilder& b) {
  Class* generator = b.new_class("generator", nullptr, Kind::Generator, kFinal);
  b.methods(generator, kMethods);
  b.property(generator, "gi_running", generator_running);
  b.property(generator, "gi_suspended", generator_suspended);
  b.property(generator, "__name__", generator_name);
  b.property(generator, "__qualname__", generator_qualname);
}

}  // namespace belljar
