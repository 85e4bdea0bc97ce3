// str.format and str.format_map where the profile refuses them: with RestrictedPython's text.
#include "builtins/install.h"
#include "runtime/call.h"
#include "runtime/realm_builder.h"

namespace belljar {

namespace {

Value refuse(Call& c) {
  return c.context().raise(Exc::NotImplementedError,
                           "Using the format*() methods of `str` is not safe");
}

constexpr NativeDef kMethods[] = {
    {"format", "self, *args, **kwargs", refuse},
    {"format_map", "self, *args, **kwargs", refuse},
};

}  // namespace

void restrict_str_format(RealmBuilder& b) { b.methods(b.building().of_kind(Kind::Str), kMethods); }

}  // namespace belljar
