// What happens to a Raised or Stopped result inside the loop: handlers are searched frame by frame,
// in a loop, never by C++ recursion. A stop finds none.
#include "bytecode/line_table.h"
#include "interp/generator.h"
#include "interp/isolate.h"
#include "runtime/class.h"
#include "runtime/exception.h"

namespace belljar {

namespace {

const ExceptionRow* find_handler(const Code* code, uint32_t word) {
  for (const ExceptionRow& row : code->handlers) {
    if (row.start <= word && word < row.end) return &row;
  }
  return nullptr;
}

}  // namespace

// e.__context__ = what was being handled, unless that is e itself; cycles are cut as CPython does.
void Isolate::set_context(Value exception) {
  if (!handled_.is(Kind::Exception) || exception.as_object() == handled_.as_object()) return;
  Exception* e = exception.as<Exception>();
  Exception* o = handled_.as<Exception>();
  for (int i = 0; i < 1000 && o->context.is(Kind::Exception); ++i) {
    Exception* next = o->context.as<Exception>();
    if (next == e) {
      o->context = Value::none();
      break;
    }
    o = next;
  }
  e->context = handled_;
}

void Isolate::note_stop() {
  if (!stop_trace_.empty()) return;
  constexpr size_t kShown = 64;
  for (Frame* f = frame_; f > stack_.frames && stop_trace_.size() < kShown; --f) {
    stop_trace_.emplace_back(f->code, static_cast<uint32_t>(f->pc - f->code->words.data()) - 1);
  }
}

bool Isolate::unwind(Value* status, bool reraised) {
  if (status->is(Kind::Stopped)) {
    note_stop();
    for (;;) {
      uint8_t flags = frame_->flags;
      if (flags & kFrameGenerator) {
        static_cast<Generator*>(frame_->companion)->state = GeneratorState::Finished;
      }
      --frame_;
      if (flags & kFrameEntry) return false;
    }
  }
  Exception* e = pending_.as<Exception>();
  if (!e->traceback && e->context.is_none()) set_context(pending_);
  for (;;) {
    Frame* f = frame_;
    const uint32_t* words = f->code->words.data();
    // A generator that has not begun is at its `def`, outside of every `try`.
    const bool begun = f->pc != words;
    const uint32_t word = begun ? static_cast<uint32_t>(f->pc - words) - 1 : kAtDefinition;
    if (!reraised) traceback_add(*this, e, f->code, word);
    reraised = false;
    if (const ExceptionRow* row = begun ? find_handler(f->code, word) : nullptr) {
      f->base[row->reg] = take_pending();
      f->pc = words + row->handler;
      return true;
    }
    uint8_t flags = f->flags;
    if (flags & kFrameGenerator) {
      Generator* generator = static_cast<Generator*>(f->companion);
      leave_generator(generator);
      generator->state = GeneratorState::Finished;
      if (is_subclass(e->cls, realm_.exception(Exc::StopIteration))) {
        // PEP 479: a StopIteration that escapes a generator is an error, not an end.
        Value cause = take_pending();
        raise(Exc::RuntimeError, "generator raised StopIteration");
        Exception* wrapped = pending_.as<Exception>();
        wrapped->cause = cause;
        wrapped->context = cause;
        wrapped->suppress_context = true;
        e = wrapped;
      }
    }
    --frame_;
    if (flags & kFrameEntry) return false;
    if (flags & kFrameYieldFrom) {
      static_cast<Generator*>(frame_->companion)->yield_from = Value::undefined();
    }
  }
}

Value Isolate::raise_statement(const Value* what, const Value* from, uint32_t form) {
  if (form == 0) {
    if (!handled_.is(Kind::Exception)) {
      return raise(Exc::RuntimeError, "No active exception to reraise");
    }
    return raise_value(handled_);
  }
  Roots<1> roots(*this);
  BELLJAR_TRY(exception, exception_from(*this, *what));
  roots[0] = exception;
  Exception* e = exception.as<Exception>();
  if (form == 2) {
    Value cause = *from;
    if (is_exception_class(cause)) {
      Value made = exception_from(*this, cause);
      if (made.is_abrupt()) return made;
      cause = made;
    }
    if (!cause.is_none() && !cause.is(Kind::Exception)) {
      return raise(Exc::TypeError, "exception causes must derive from BaseException");
    }
    e->cause = cause;
    e->suppress_context = true;
  }
  set_context(exception);
  return raise_value(exception);
}

Value Isolate::raise_plain(Exc type) {
  BELLJAR_TRY(exception, new_exception(*this, realm_.exception(type), nullptr, 0));
  return raise_value(exception);
}

Value Isolate::raise_name_error(Str* name) {
  Value status = raise(Exc::NameError, {"name '", name->view(), "' is not defined"});
  if (!status.is(Kind::Raised)) return status;
  BELLJAR_CHECK(
      exception_subject(*this, pending().as<Exception>(), Value::object(name), Value::undefined()));
  return status;
}

Value Isolate::raise_unbound(Str* name, bool free_variable) {
  if (free_variable) {
    Value status =
        raise(Exc::NameError, {"cannot access free variable '", name->view(),
                               "' where it is not associated with a value in enclosing scope"});
    if (!status.is(Kind::Raised)) return status;
    BELLJAR_CHECK(exception_subject(*this, pending().as<Exception>(), Value::object(name),
                                    Value::undefined()));
    return status;
  }
  return raise(Exc::UnboundLocalError, {"cannot access local variable '", name->view(),
                                        "' where it is not associated with a value"});
}

// A result check of __init__ or of a class body fails at the call: the finished frame is gone.
void Isolate::pending_frame_is_caller() { --frame_; }

}  // namespace belljar
