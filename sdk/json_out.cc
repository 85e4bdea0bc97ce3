// The writer behind json_out.h.
#include "sdk/json_out.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "runtime/class.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/number.h"
#include "runtime/protocol.h"
#include "runtime/str.h"
#include "sdk/model.h"
#include "sdk/sym/dates.h"
#include "sdk/sym/enums.h"
#include "sdk/sym/srn.h"
#include "sdk/sym/uuid.h"

namespace belljar::sym {

namespace {

class Writer {
 public:
  Writer(Context& context, JsonForm form, std::string* out, std::string* what)
      : context_(context), form_(form), out_(*out), what_(*what) {}

  Value write(Value v) {
    if (!context_.charge(1)) return Value::stopped();
    Value p = payload(v);
    switch (p.kind()) {
      case Kind::None:
        out_ += "null";
        return Value::none();
      case Kind::Bool:
        out_ += p.as_bool() ? "true" : "false";
        return Value::none();
      case Kind::Int:
        out_ += std::to_string(p.as_int());
        return Value::none();
      case Kind::BigInt: {
        std::string digits;
        BELLJAR_CHECK(int_to_text(context_, p, 10, &digits));
        out_ += digits;
        return Value::none();
      }
      case Kind::Float:
        // JSON has no infinities.
        if (!std::isfinite(p.as_float())) return refuse(v);
        out_ += float_repr(p.as_float());
        return Value::none();
      case Kind::Str:
        return text(p.as<Str>());
      default:
        break;
    }
    DepthGuard guard(context_);
    if (!guard) return context_.depth_exceeded();
    // What was written counts against the heap's limit, though it is not in it.
    if (!context_.heap().fits(out_.size())) return context_.stop_memory();
    switch (p.kind()) {
      case Kind::List:
      case Kind::Tuple:
        return array(p);
      case Kind::Dict:
        return object(p.as<Dict>());
      case Kind::Set:
      case Kind::FrozenSet:
        return form_ == JsonForm::Argument ? set(p.as<Set>()) : refuse(v);
      default:
        return form_ == JsonForm::Plain ? refuse(v) : tagged(v);
    }
  }

 private:
  Value refuse(Value v) {
    what_ = shown_type(context_, v);
    return Value::undefined();
  }

  Value text(const Str* s) {
    if (!context_.charge_bytes(s->size())) return Value::stopped();
    append_json_text(&out_, s->view());
    return Value::none();
  }

  Value array(Value v) {
    const bool list = v.is(Kind::List);
    out_ += '[';
    for (size_t i = 0; i < (list ? v.as<List>()->size : v.as<Tuple>()->count); ++i) {
      if (i > 0) out_ += ", ";
      Value done = write(list ? v.as<List>()->items[i] : v.as<Tuple>()->items[i]);
      if (!done.is_none()) return done;
    }
    out_ += ']';
    return Value::none();
  }

  Value set(Set* set) {
    std::vector<std::string> texts;
    uint32_t at = 0;
    while (SetEntry* e = set_next(set, &at)) {
      std::string one;
      Writer item(context_, form_, &one, &what_);
      Value done = item.write(e->key);
      if (!done.is_none()) return done;
      texts.push_back(std::move(one));
      if (!context_.charge(16)) return Value::stopped();
    }
    std::sort(texts.begin(), texts.end());
    out_ += '[';
    for (size_t i = 0; i < texts.size(); ++i) {
      if (i > 0) out_ += ", ";
      out_ += texts[i];
    }
    out_ += ']';
    return Value::none();
  }

  Value object(Dict* dict) {
    out_ += '{';
    uint32_t at = 0;
    bool first = true;
    while (DictEntry* e = dict_next(dict, &at)) {
      if (!first) out_ += ", ";
      first = false;
      Value key = payload(e->key);
      Value item = e->value;
      if (key.is_str()) {
        BELLJAR_CHECK(text(key.as<Str>()));
      } else if (form_ == JsonForm::Plain && (is_number(key) || key.is_none())) {
        // json.dumps writes such keys as the text of their JSON.
        out_ += '"';
        Value done = write(key);
        if (!done.is_none()) return done;
        out_ += '"';
      } else {
        what_ = "dict with a key of type " + std::string(shown_type(context_, e->key));
        return Value::undefined();
      }
      out_ += ": ";
      Value done = write(item);
      if (!done.is_none()) return done;
    }
    out_ += '}';
    return Value::none();
  }

  void begin(std::string_view type) {
    out_ += "{\"$type\": ";
    append_json_text(&out_, type);
  }
  Value member(std::string_view name, Value v) {
    out_ += ", ";
    append_json_text(&out_, name);
    out_ += ": ";
    return write(v.is_undefined() ? Value::none() : v);
  }
  Value members(Value v, std::initializer_list<Name> names) {
    for (Name n : names) {
      Value done = member(text_of(context_, n)->view(), stored(context_, v, n));
      if (!done.is_none()) return done;
    }
    out_ += '}';
    return Value::none();
  }
  Value tagged_text(std::string_view type, std::string_view value) {
    begin(type);
    out_ += ", \"value\": ";
    append_json_text(&out_, value);
    out_ += '}';
    return Value::none();
  }

  Value model(Value v, const ModelClass& model) {
    // A form's fields and options are plain objects.
    const bool tags = untagged_ == 0;
    if (tags) begin(model.cls->name->view());
    if (!tags) out_ += '{';
    const bool form = model.spec->type == Type::SymPromptForm;
    untagged_ += form ? 1 : 0;
    ++in_model_;
    bool first = !tags;
    for (size_t i = 0; i < model.fields.size(); ++i) {
      Value value = model_get(v, i);
      if (value.is_undefined()) continue;
      if (!first) out_ += ", ";
      first = false;
      append_json_text(&out_, model.fields[i].name->view());
      out_ += ": ";
      Value done = write(value);
      if (!done.is_none()) return done;
    }
    untagged_ -= form ? 1 : 0;
    --in_model_;
    out_ += '}';
    return Value::none();
  }

  Value template_event(Value v) {
    begin("TemplateEvent");
    Value done = member("template", stored(context_, v, Name::template_));
    if (!done.is_none()) return done;
    done = member("event", stored(context_, v, Name::event));
    if (!done.is_none()) return done;
    if (text_view(stored(context_, v, Name::event)) == "ignore") {
      return members(v, {Name::message, Name::payload});
    }
    return members(v, {Name::target_srn, Name::duration, Name::payload});
  }

  Value tagged(Value v) {
    if (const ModelClass* m = model_of(context_, v)) return model(v, *m);
    switch (type_of(context_, v)) {
      case Type::TemplateEvent:
        return template_event(v);
      case Type::UUID:
        if (in_model_ > 0) return text(stored(context_, v, Name::hidden_text).as<Str>());
        return tagged_text("UUID", uuid_text(context_, v));
      case Type::SRN:
        return tagged_text("SRN", srn_text(context_, v));
      case Type::User: {
        begin("User");
        out_ += ", \"id\": ";
        append_json_text(&out_, uuid_text(context_, stored(context_, v, Name::id)));
        return members(v, {Name::username});
      }
      case Type::UserIdentity:
        begin("UserIdentity");
        return members(v, {Name::service, Name::service_id, Name::user_id});
      default:
        break;
    }
    if (is_a(context_, v, Type::SymResource)) {
      begin(type_name(context_, v));
      out_ += ", \"srn\": ";
      append_json_text(&out_, srn_text(context_, stored(context_, v, Name::srn)));
      out_ += '}';
      return Value::none();
    }
    const char* date_type = date_type_of(context_, v);
    if (!date_type) return refuse(v);
    if (std::string_view(date_type) == "timedelta") {
      BELLJAR_TRY(seconds, duration_seconds(context_, v));
      begin("timedelta");
      Value done = member("seconds", seconds);
      out_ += '}';
      return done;
    }
    BELLJAR_TRY(iso, date_text(context_, v));
    return tagged_text(date_type, text_view(iso));
  }

  Context& context_;
  JsonForm form_;
  std::string& out_;
  std::string& what_;
  int untagged_ = 0;  // > 0: inside a SymPromptForm
  int in_model_ = 0;  // > 0: inside a model, where UUIDs are plain text
};

}  // namespace

void append_json_text(std::string* out, std::string_view text) {
  constexpr char kHex[] = "0123456789abcdef";
  *out += '"';
  for (size_t i = 0; i < text.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    if (c == '"' || c == '\\') {
      *out += '\\';
      *out += static_cast<char>(c);
    } else if (c == '\n') {
      *out += "\\n";
    } else if (c < 0x20) {
      *out += "\\u00";
      *out += kHex[c >> 4];
      *out += kHex[c & 15];
    } else if (c == 0xed && i + 2 < text.size() &&
               static_cast<unsigned char>(text[i + 1]) >= 0xa0) {
      // A lone surrogate is not UTF-8: escaped.
      uint32_t unit = 0xd000u | (static_cast<uint32_t>(text[i + 1] & 0x3f) << 6) |
                      static_cast<uint32_t>(text[i + 2] & 0x3f);
      *out += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4) *out += kHex[unit >> shift & 15];
      i += 2;
    } else {
      *out += static_cast<char>(c);
    }
  }
  *out += '"';
}

Value append_json(Context& context, Value v, JsonForm form, std::string* out, std::string* what) {
  Writer writer(context, form, out, what);
  return writer.write(v);
}

}  // namespace belljar::sym
