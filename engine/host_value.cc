// Views read the interpreter's objects in place; results are copied into its heap.
#include "engine/host_value.h"

#include <cstring>

#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/exception.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/str.h"
#include "sdk/document.h"
#include "support/utf8.h"

namespace belljar {
namespace {

static_assert(sizeof(Value) == 16 && std::is_trivially_copyable_v<Value>);

std::string valid_utf8(std::string_view text) {
  std::string out;
  while (true) {
    const size_t bad = find_invalid_utf8(text);
    out += text.substr(0, bad);
    if (bad == text.npos) return out;
    append_utf8(out, 0xFFFD);
    text.remove_prefix(bad + 1);
  }
}

// What a host sees: an instance of a class derived from a builtin type is that type's value.
Value seen(const unsigned char* bytes) {
  Value value;
  std::memcpy(static_cast<void*>(&value), bytes, sizeof value);
  return payload(value);
}

}  // namespace

ValueView ValueAccess::view(Value value) {
  ValueView out;
  std::memcpy(out.bytes_, &value, sizeof value);
  return out;
}

ValueView::ValueView() noexcept {
  Value none = Value::none();
  std::memcpy(bytes_, &none, sizeof none);
}

ValueView::Kind ValueView::kind() const noexcept {
  switch (seen(bytes_).kind()) {
    case belljar::Kind::None:
      return Kind::None;
    case belljar::Kind::Bool:
      return Kind::Bool;
    case belljar::Kind::Int:
      return Kind::Int;
    case belljar::Kind::Float:
      return Kind::Float;
    case belljar::Kind::Str:
      return Kind::Str;
    case belljar::Kind::Bytes:
      return Kind::Bytes;
    case belljar::Kind::List:
    case belljar::Kind::Tuple:
      return Kind::List;
    case belljar::Kind::Dict:
      return Kind::Dict;
    default:
      return Kind::Other;
  }
}

bool ValueView::boolean() const noexcept {
  Value value = seen(bytes_);
  return value.is(belljar::Kind::Bool) && value.as_bool();
}

int64_t ValueView::integer() const noexcept {
  Value value = seen(bytes_);
  if (value.is(belljar::Kind::Bool)) return value.as_bool() ? 1 : 0;
  return value.is(belljar::Kind::Int) ? value.as_int() : 0;
}

double ValueView::real() const noexcept {
  Value value = seen(bytes_);
  return value.is(belljar::Kind::Float) ? value.as_float() : static_cast<double>(integer());
}

std::string_view ValueView::text() const noexcept {
  Value value = seen(bytes_);
  if (value.is(belljar::Kind::Str)) return value.as<Str>()->view();
  return value.is(belljar::Kind::Bytes) ? value.as<Bytes>()->view() : std::string_view();
}

size_t ValueView::size() const noexcept {
  Value value = seen(bytes_);
  switch (value.kind()) {
    case belljar::Kind::List:
      return value.as<List>()->size;
    case belljar::Kind::Tuple:
      return value.as<Tuple>()->count;
    case belljar::Kind::Dict:
      return value.as<Dict>()->live;
    default:
      return text().size();
  }
}

ValueView ValueView::item(size_t index) const noexcept {
  Value value = seen(bytes_);
  if (value.is(belljar::Kind::List) && index < value.as<List>()->size)
    return ValueAccess::view(value.as<List>()->items[index]);
  if (value.is(belljar::Kind::Tuple) && index < value.as<Tuple>()->count)
    return ValueAccess::view(value.as<Tuple>()->items[index]);
  return {};
}

ValueView ValueView::member(std::string_view key) const noexcept {
  Value value = seen(bytes_);
  uint32_t position = 0;
  while (DictEntry* entry =
             value.is(belljar::Kind::Dict) ? dict_next(value.as<Dict>(), &position) : nullptr) {
    Value name = payload(entry->key);
    if (name.is_str() && name.as<Str>()->view() == key) return ValueAccess::view(entry->value);
  }
  return {};
}

bool ValueView::next(size_t* position, ValueView* key, ValueView* value) const noexcept {
  Value dict = seen(bytes_);
  if (!dict.is(belljar::Kind::Dict) || *position > UINT32_MAX) return false;
  auto place = static_cast<uint32_t>(*position);
  DictEntry* entry = dict_next(dict.as<Dict>(), &place);
  if (!entry) return false;
  *position = place;
  *key = ValueAccess::view(entry->key);
  *value = ValueAccess::view(entry->value);
  return true;
}

ValueView HostCall::operator[](size_t index) const noexcept {
  return has(index) ? ValueAccess::view(static_cast<const Value*>(arguments_)[index]) : ValueView();
}

bool HostCall::has(size_t index) const noexcept {
  return index < size_ && !static_cast<const Value*>(arguments_)[index].is_undefined();
}

bool HostCall::charge(uint64_t steps) noexcept {
  return static_cast<Context*>(context_)->charge(steps);
}

// --- results

HostResult HostResult::boolean(bool value) {
  HostResult out;
  out.kind_ = Kind::Bool;
  out.integer_ = value;
  return out;
}
HostResult HostResult::integer(int64_t value) {
  HostResult out;
  out.kind_ = Kind::Int;
  out.integer_ = value;
  return out;
}
HostResult HostResult::real(double value) {
  HostResult out;
  out.kind_ = Kind::Float;
  out.real_ = value;
  return out;
}
HostResult HostResult::text(std::string value) {
  HostResult out;
  out.kind_ = Kind::Text;
  out.text_ = std::move(value);
  return out;
}
HostResult HostResult::json(std::string text) {
  HostResult out;
  out.kind_ = Kind::Json;
  out.text_ = std::move(text);
  return out;
}
HostResult HostResult::list(std::vector<HostResult> items) {
  HostResult out;
  out.kind_ = Kind::List;
  out.items_ = std::move(items);
  return out;
}
HostResult HostResult::object(std::vector<std::pair<std::string, HostResult>> members) {
  HostResult out;
  out.kind_ = Kind::Object;
  for (auto& [name, value] : members) {
    out.keys_.push_back(std::move(name));
    out.items_.push_back(std::move(value));
  }
  return out;
}
HostResult HostResult::error(std::string class_name, std::string message) {
  HostResult out;
  out.kind_ = Kind::Error;
  out.name_ = std::move(class_name);
  out.text_ = std::move(message);
  return out;
}

Class* builtin_exception(Context& context, std::string_view name) {
  const Realm& realm = context.realm();
  for (Class* cls : realm.exceptions) {
    if (!cls || cls->name->view() != name) continue;
    const Value wanted = Value::object(realm.exception(Exc::Exception));
    for (uint32_t i = 0; i < cls->mro->count; ++i) {
      if (cls->mro->items[i].as_object() == wanted.as_object()) return cls;
    }
  }
  return nullptr;
}

Value ValueAccess::make(Context& context, const HostResult& result) {
  using Kind = HostResult::Kind;
  if (!context.charge(1 + result.text_.size() / 16)) return Value::stopped();
  DepthGuard guard(context);
  if (!guard) return context.depth_exceeded();
  switch (result.kind_) {
    case Kind::None:
      return Value::none();
    case Kind::Bool:
      return Value::boolean(result.integer_ != 0);
    case Kind::Int:
      return Value::integer(result.integer_);
    case Kind::Float:
      return Value::real(result.real_);
    case Kind::Text:
      return new_str(context, valid_utf8(result.text_));
    case Kind::Json: {
      Value made = sym::parse_json(context, result.text_);
      if (!made.is(belljar::Kind::Raised)) return made;
      context.take_pending();
      return Value::undefined();
    }
    case Kind::Error: {
      BELLJAR_TRY(message, new_str(context, valid_utf8(result.text_)));
      Class* cls = builtin_exception(context, result.name_);
      if (!cls) cls = context.realm().exception(Exc::RuntimeError);
      BELLJAR_TRY(error, new_exception(context, cls, &message, 1));
      return context.raise_value(error);
    }
    case Kind::List:
    case Kind::Object:
      break;
  }
  // Nothing below calls back, so nothing is collected and nothing needs a root.
  const bool object = result.kind_ == Kind::Object;
  BELLJAR_TRY(out, object ? new_dict(context) : new_list(context, nullptr, 0));
  for (size_t i = 0; i < result.items_.size(); ++i) {
    BELLJAR_TRY(item, make(context, result.items_[i]));
    if (object) {
      BELLJAR_TRY(key, new_str(context, valid_utf8(result.keys_[i])));
      BELLJAR_CHECK(dict_set_str(context, out.as<Dict>(), key.as<Str>(), item));
    } else {
      BELLJAR_CHECK(list_append(context, out.as<List>(), item));
    }
  }
  return out;
}

}  // namespace belljar
