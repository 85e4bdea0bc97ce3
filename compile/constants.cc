// See constants.h. Also the ConstantView that tells bytecode/ about values.
#include "compile/constants.h"

#include "bytecode/constant_view.h"
#include "compile/compile.h"
#include "runtime/bytes.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/str.h"

namespace belljar {
namespace {

uint32_t hash_of(std::string_view text) {
  uint32_t h = 2166136261u;
  for (char c : text) h = (h ^ static_cast<uint8_t>(c)) * 16777619u;
  return h ^ h >> 15;
}

}  // namespace

Value Constants::made(Value v) {
  if (!v.is_abrupt()) return v;
  failed_ = true;
  return Value::none();
}

Str* Constants::str(std::string_view utf8) {
  const size_t mask = table_.size() - 1;
  size_t i = hash_of(utf8) & mask;
  for (; table_[i] != nullptr; i = (i + 1) & mask) {
    if (table_[i]->view() == utf8) return table_[i];
  }
  Value v = new_str(context_, utf8);
  if (v.is_abrupt()) {
    failed_ = true;
    return context_.realm().empty_str;
  }
  table_[i] = v.as<Str>();
  if (++count_ * 2 > table_.size()) grow();
  return v.as<Str>();
}

void Constants::grow() {
  std::vector<Str*> old = std::move(table_);
  table_.assign(old.size() * 2, nullptr);
  const size_t mask = table_.size() - 1;
  for (Str* s : old) {
    if (s == nullptr) continue;
    size_t i = hash_of(s->view()) & mask;
    while (table_[i] != nullptr) i = (i + 1) & mask;
    table_[i] = s;
  }
}

Value Constants::literal(const ast::ConstantValue& value) {
  switch (value.kind) {
    case ast::ConstantKind::kNone:
      return Value::none();
    case ast::ConstantKind::kFalse:
      return Value::boolean(false);
    case ast::ConstantKind::kTrue:
      return Value::boolean(true);
    case ast::ConstantKind::kEllipsis:
      return Value::ellipsis();
    case ast::ConstantKind::kInt:
      return Value::integer(value.integer);
    case ast::ConstantKind::kBigInt:
      return made(int_from_digits(context_, value.text, value.base));
    case ast::ConstantKind::kFloat:
      return Value::real(value.number);
    case ast::ConstantKind::kComplex: {
      Complex* c = context_.heap().make<Complex>(Kind::Complex);
      c->real = 0;
      c->imag = value.number;
      return Value::object(c);
    }
    case ast::ConstantKind::kStr:
      return Value::object(str(value.text));
    case ast::ConstantKind::kBytes:
      return made(new_bytes(context_, value.text));
  }
  return Value::none();
}

Value Constants::tuple(const Value* items, size_t count) {
  return made(new_tuple(context_, items, count));
}

namespace {

class RuntimeConstants final : public ConstantView {
 public:
  size_t count(const Code& code) const override { return code.constants.size(); }

  ConstantShape shape(const Code& code, size_t index) const override {
    Value v = code.constants[index];
    return v.is_str()          ? ConstantShape::Str
           : v.is(Kind::Tuple) ? ConstantShape::Tuple
                               : ConstantShape::Other;
  }

  size_t tuple_size(const Code& code, size_t index) const override {
    if (index >= code.constants.size() || !code.constants[index].is(Kind::Tuple)) return 0;
    return code.constants[index].as<Tuple>()->count;
  }

  std::string text(const Code& code, size_t index) const override {
    if (index >= code.constants.size()) return "?";
    return show(code.constants[index], 0);
  }

  std::string text(const Str* s) const override { return std::string(s->view()); }

 private:
  static std::string show(Value v, int depth) {
    switch (v.kind()) {
      case Kind::None:
        return "None";
      case Kind::Ellipsis:
        return "...";
      case Kind::Bool:
        return v.as_bool() ? "True" : "False";
      case Kind::Int:
        return std::to_string(v.as_int());
      case Kind::Float:
        return float_repr(v.as_float());
      case Kind::Str:
        return str_repr(v.as<Str>()->view());
      case Kind::Bytes:
        return "b" + str_repr(v.as<Bytes>()->view(), true);
      case Kind::Native:
        return "<" + std::string(v.as<Native>()->name->view()) + ">";
      case Kind::Class:
        return "<" + std::string(v.as<Class>()->name->view()) + ">";
      case Kind::BigInt:
        return "<int>";
      case Kind::Complex:
        return float_repr(v.as<Complex>()->imag) + "j";
      case Kind::Tuple: {
        if (depth > 8) return "(...)";
        std::string out = "(";
        const Tuple& t = *v.as<Tuple>();
        for (uint32_t i = 0; i < t.count; ++i) {
          if (i > 0) out += ", ";
          out += show(t.items[i], depth + 1);
        }
        return out + (t.count == 1 ? ",)" : ")");
      }
      default:
        return "<constant>";
    }
  }
};

}  // namespace

const ConstantView& runtime_constants() {
  static const RuntimeConstants view;  // stateless
  return view;
}

CodeUnit::~CodeUnit() {
  for (Code* code : codes) delete code;
}

}  // namespace belljar
