// How callables and descriptors that are written in C++ show themselves.
#include "runtime/repr_callables.h"

#include "runtime/class.h"
#include "runtime/repr.h"

namespace belljar {

namespace {

// "'name' of 'owner' objects", what follows the kind of a descriptor.
void append_owned(StrBuilder& out, std::string_view kind, const Native* native) {
  out.append(kind);
  out.append(" '");
  out.append(native->name->view());
  out.append("' of '");
  out.append(native->owner->name->view());
  out.append("' objects");
}

void append_qualified_name(StrBuilder& out, const Native* native) {
  if (native->owner) {
    out.append(native->owner->name->view());
    out.append('.');
  }
  out.append(native->name->view());
}

}  // namespace

void append_native(StrBuilder& out, const Native* native) {
  out.append('<');
  if (native->native_flags & kNativePython) {
    out.append("function ");
    append_qualified_name(out, native);
  } else if (native->native_flags & kNativeConstructor) {
    out.append("built-in method __new__ of type object");
  } else if (native->owner) {
    append_owned(out, native->native_flags & kNativeSlot ? "slot wrapper" : "method", native);
  } else {
    out.append("built-in function ");
    out.append(native->name->view());
  }
  out.append('>');
}

Value append_bound_method(StrBuilder& out, const BoundMethod* method) {
  DepthGuard guard(out.context());
  if (!guard) return out.context().depth_exceeded();
  const bool python = is_python_function(method->function);
  if (method->function.is(Kind::Native) && !python) {
    const Native* native = method->function.as<Native>();
    const bool slot = native->native_flags & kNativeSlot;
    out.append(slot ? "<method-wrapper '" : "<built-in method ");
    out.append(native->name->view());
    out.append(slot ? "' of " : " of ");
    out.append(type_name(out.context(), method->self));
    out.append(" object>");
    return Value::none();
  }
  out.append("<bound method ");
  if (method->function.is(Kind::Native)) {
    append_qualified_name(out, method->function.as<Native>());
  } else {
    out.append(method->function.is(Kind::Function)
                   ? method->function.as<Function>()->qualname->view()
                   : std::string_view("?"));
  }
  out.append(" of ");
  BELLJAR_CHECK(append_repr(out, method->self));
  out.append('>');
  return Value::none();
}

void append_property(StrBuilder& out, Value property) {
  if (class_of(out.context(), property) != out.context().realm().getset_descriptor) {
    append_plain_object(out, property);
    return;
  }
  out.append('<');
  append_owned(out, "attribute", property.as<Property>()->get.as<Native>());
  out.append('>');
}

}  // namespace belljar
