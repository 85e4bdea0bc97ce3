// The layouts of exception_fields.h: which class has which, and how args fill them.
#include "runtime/exception_fields.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "runtime/class.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/protocol.h"

namespace belljar {

namespace {

struct LayoutRow {
  Exc base;  // the class, and all that derive from it
  ExceptionLayout layout;
};
constexpr LayoutRow kLayouts[] = {
    {Exc::StopIteration, ExceptionLayout::Stop},
    {Exc::AttributeError, ExceptionLayout::Attribute},
    {Exc::NameError, ExceptionLayout::Name},
    {Exc::OSError, ExceptionLayout::OS},
    {Exc::ImportError, ExceptionLayout::Import},
    {Exc::SyntaxError, ExceptionLayout::Syntax},
    {Exc::UnicodeEncodeError, ExceptionLayout::Unicode},
    {Exc::UnicodeDecodeError, ExceptionLayout::Unicode},
    {Exc::UnicodeTranslateError, ExceptionLayout::Unicode},
    {Exc::SystemExit, ExceptionLayout::Exit},
    {Exc::BaseExceptionGroup, ExceptionLayout::Group},
};
constexpr size_t kFieldsMax = 8;

size_t field_count(ExceptionLayout layout) {
  switch (layout) {
    case ExceptionLayout::None:
      return 0;
    case ExceptionLayout::Stop:
    case ExceptionLayout::Exit:
      return 1;
    case ExceptionLayout::Name:  // with a place for `obj`, which suggestions look at
    case ExceptionLayout::Attribute:
    case ExceptionLayout::Group:
      return 2;
    case ExceptionLayout::Import:
      return 3;
    case ExceptionLayout::OS:
    case ExceptionLayout::Unicode:
      return 5;
    case ExceptionLayout::Syntax:
      return kFieldsMax;
  }
  return 0;
}

// The error numbers of Linux that have a class of their own.
struct ErrnoRow {
  int number;
  Exc type;
};
constexpr ErrnoRow kErrnoClasses[] = {
    {1, Exc::PermissionError},           // EPERM
    {2, Exc::FileNotFoundError},         // ENOENT
    {3, Exc::ProcessLookupError},        // ESRCH
    {4, Exc::InterruptedError},          // EINTR
    {10, Exc::ChildProcessError},        // ECHILD
    {11, Exc::BlockingIOError},          // EAGAIN
    {13, Exc::PermissionError},          // EACCES
    {17, Exc::FileExistsError},          // EEXIST
    {20, Exc::NotADirectoryError},       // ENOTDIR
    {21, Exc::IsADirectoryError},        // EISDIR
    {32, Exc::BrokenPipeError},          // EPIPE
    {103, Exc::ConnectionAbortedError},  // ECONNABORTED
    {104, Exc::ConnectionResetError},    // ECONNRESET
    {108, Exc::BrokenPipeError},         // ESHUTDOWN
    {110, Exc::TimeoutError},            // ETIMEDOUT
    {111, Exc::ConnectionRefusedError},  // ECONNREFUSED
    {114, Exc::BlockingIOError},         // EALREADY
    {115, Exc::BlockingIOError},         // EINPROGRESS
};

// What a native that raised the exception put into its args.
void fields_from_args(ExceptionLayout layout, const Tuple* args, Value* fields) {
  switch (layout) {
    case ExceptionLayout::Stop:
    case ExceptionLayout::Syntax:
      if (args->count > 0) fields[0] = args->items[0];
      break;
    case ExceptionLayout::Import:
      if (args->count == 1) fields[0] = args->items[0];
      break;
    case ExceptionLayout::Exit:
      if (args->count > 0) fields[0] = args->count == 1 ? args->items[0] : Value::object(args);
      break;
    case ExceptionLayout::OS:
      if (args->count >= 2) std::copy_n(args->items, std::min(args->count, 3u), fields);
      break;
    case ExceptionLayout::Unicode:
      if (args->count == 5) std::copy_n(args->items, 5, fields);
      break;
    default:
      break;
  }
}

Value make_fields(Context& context, Exception* e, bool from_args) {
  const ExceptionLayout layout = exception_layout(context, e->cls);
  if (layout == ExceptionLayout::None) return Value::none();
  std::array<Value, kFieldsMax> fields;
  fields.fill(Value::undefined());
  if (from_args) fields_from_args(layout, e->args, fields.data());
  BELLJAR_TRY(tuple, new_tuple(context, fields.data(), field_count(layout)));
  e->fields = tuple;
  return Value::none();
}

}  // namespace

ExceptionLayout exception_layout(const Context& context, const Class* cls) {
  const Realm& realm = context.realm();
  for (uint32_t i = 0; i < cls->mro->count; ++i) {
    const Object* base = cls->mro->items[i].as_object();
    for (const LayoutRow& row : kLayouts) {
      if (realm.exception(row.base) == base) return row.layout;
    }
  }
  return ExceptionLayout::None;
}

Value reset_exception_fields(Context& context, Exception* e) {
  const ExceptionLayout layout = exception_layout(context, e->cls);
  if (layout == ExceptionLayout::Name || layout == ExceptionLayout::Attribute) {
    e->fields = Value::undefined();  // who lacks the name tells: exception_subject
    return Value::none();
  }
  return make_fields(context, e, false);
}

Value exception_field(Context& context, Exception* e, uint32_t index) {
  if (e->fields.is_undefined()) {
    if (e->frozen()) return Value::undefined();
    BELLJAR_CHECK(make_fields(context, e, true));
  }
  if (!e->fields.is(Kind::Tuple) || index >= e->fields.as<Tuple>()->count) {
    return Value::undefined();
  }
  return e->fields.as<Tuple>()->items[index];
}

Value set_exception_field(Context& context, Exception* e, uint32_t index, Value value) {
  if (e->frozen()) return Value::none();
  if (e->fields.is_undefined()) BELLJAR_CHECK(make_fields(context, e, true));
  if (e->fields.is(Kind::Tuple) && index < e->fields.as<Tuple>()->count) {
    e->fields.as<Tuple>()->items[index] = value;
  }
  return Value::none();
}

Class* os_error_class(const Context& context, Value number) {
  if (!number.is_int_like()) return nullptr;
  const ErrnoRow* row = std::ranges::lower_bound(
      kErrnoClasses, number.as_int(), {}, [](const ErrnoRow& r) { return int64_t{r.number}; });
  if (row == std::end(kErrnoClasses) || row->number != number.as_int()) return nullptr;
  return context.realm().exception(row->type);
}

Value fill_os_error(Context& context, Exception* e, const Tuple* args) {
  BELLJAR_CHECK(reset_exception_fields(context, e));
  e->args = const_cast<Tuple*>(args);
  if (args->count < 2 || args->count > 5) return Value::none();
  Value* fields = e->fields.as<Tuple>()->items;
  fields[kErrno] = args->items[0];
  fields[kStrerror] = args->items[1];
  const Value filename = args->count > 2 ? args->items[2] : Value::none();
  if (filename.is_none()) return Value::none();
  // A BlockingIOError's third argument may be how many characters were written.
  const bool number = filename.is_int_like() || filename.is(Kind::BigInt) || filename.is_float();
  if (number && e->cls == context.realm().exception(Exc::BlockingIOError)) {
    BELLJAR_TRY(written, as_index(context, filename));
    fields[kCharactersWritten] = written;
    return Value::none();
  }
  fields[kFilename] = filename;
  if (args->count == 5 && !args->items[4].is_none()) fields[kFilename2] = args->items[4];
  BELLJAR_TRY(two, new_tuple(context, args->items, 2));  // file names are no part of args
  e->args = two.as<Tuple>();
  return Value::none();
}

}  // namespace belljar
