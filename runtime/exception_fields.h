// What some exceptions keep beside `args`: OSError its errno, SyntaxError its position, an
// exception group its members. One tuple an exception, whose layout its class decides.
//
// An exception that the runtime raises has no such tuple until something asks: it is then read off
// `args`. One that a program makes has the tuple from __new__ on, empty until __init__ fills it.
#pragma once

#include <cstdint>

#include "runtime/context.h"
#include "runtime/object.h"

namespace belljar {

enum class ExceptionLayout : uint8_t {
  None,
  Name,       // NameError: name
  Attribute,  // AttributeError: name, obj
  Import,     // ImportError: msg, name, path
  OS,         // OSError: errno, strerror, filename, filename2, characters_written
  Syntax,     // SyntaxError: see SyntaxField
  Unicode,    // UnicodeError's three: encoding, object, start, end, reason
  Stop,       // StopIteration: value
  Exit,       // SystemExit: code
  Group,      // BaseExceptionGroup: message, exceptions
};
enum ImportField : uint32_t { kImportMsg, kImportName, kImportPath };
enum OSField : uint32_t { kErrno, kStrerror, kFilename, kFilename2, kCharactersWritten };
enum SyntaxField : uint32_t {
  kSyntaxMsg,
  kSyntaxFilename,
  kSyntaxLineno,
  kSyntaxOffset,
  kSyntaxText,
  kSyntaxEndLineno,
  kSyntaxEndOffset,
  kSyntaxPrintFileAndLine
};
enum UnicodeField : uint32_t { kEncoding, kObject, kStart, kEnd, kReason };
enum GroupField : uint32_t { kGroupMessage, kGroupExceptions };

ExceptionLayout exception_layout(const Context& context, const Class* cls);
// Undefined where it was never set or has been deleted.
Value exception_field(Context& context, Exception* exception, uint32_t index);
Value set_exception_field(Context& context, Exception* exception, uint32_t index, Value value);
// The tuple of an exception that a program makes: __new__ and the start of __init__.
Value reset_exception_fields(Context& context, Exception* exception);

// OSError(errno, strerror, filename …): takes what its arguments say, and sets args.
Value fill_os_error(Context& context, Exception* exception, const Tuple* args);
// The subclass of OSError that stands for this errno, or null.
Class* os_error_class(const Context& context, Value error_number);
inline bool is_exception_group(const Context& context, Value v) {
  return v.is(Kind::Exception) &&
         exception_layout(context, v.as<Exception>()->cls) == ExceptionLayout::Group;
}
// str(e) of the classes that have fields; Undefined: as any exception.
Value exception_fields_text(Context& context, Exception* exception);

}  // namespace belljar
