// Fitting arguments to the parameters of a Python function: defaults, *args, keyword-only,
// **kwargs, with CPython's messages. Works in place, on the registers of the frame to be.
#include <string>
#include <vector>

#include "interp/isolate.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/str.h"

namespace belljar {

namespace {

std::string quoted_list(const std::vector<Str*>& names) {
  std::string out;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += names.size() == 2 ? " and " : i + 1 == names.size() ? ", and " : ", ";
    out += "'" + std::string(names[i]->view()) + "'";
  }
  return out;
}

Value missing(Context& context, const Function* f, const std::vector<Str*>& names,
              const char* what) {
  return context.raise(
      Exc::TypeError,
      {f->qualname->view(), "() missing ", std::to_string(names.size()), " required ", what,
       " argument", names.size() == 1 ? "" : "s", ": ", quoted_list(names)});
}

Value too_many(Context& context, const Function* f, size_t given, size_t keyword_given) {
  const Code* code = f->code;
  size_t defaults = f->defaults ? f->defaults->count : 0;
  size_t most = code->positional;
  std::string takes =
      defaults ? "from " + std::to_string(most - defaults) + " to " + std::to_string(most)
               : std::to_string(most);
  std::string also;
  if (keyword_given > 0) {
    also = " positional argument" + std::string(given == 1 ? "" : "s") + " (and " +
           std::to_string(keyword_given) + " keyword-only argument" +
           (keyword_given == 1 ? "" : "s") + ")";
  }
  return context.raise(Exc::TypeError,
                       {f->qualname->view(), "() takes ", takes, " positional argument",
                        most == 1 && defaults == 0 ? "" : "s", " but ", std::to_string(given), also,
                        given == 1 && keyword_given == 0 ? " was given" : " were given"});
}

}  // namespace

Value Isolate::bind_arguments(Function* f, Value* args, size_t argc, Tuple* names) {
  const Code* code = f->code;
  size_t keywords = names ? names->count : 0;
  size_t given = argc - keywords;
  size_t positional = code->positional;
  size_t keyword_end = positional + code->keyword_only;
  bool var_args = code->flags & kCodeVarArgs;
  bool var_keywords = code->flags & kCodeVarKeywords;

  // The common case beside the exact one: trailing defaults.
  if (!names && given <= positional && code->parameter_count == positional) {
    size_t defaults = f->defaults ? f->defaults->count : 0;
    if (given + defaults >= positional) {
      for (size_t i = given; i < positional; ++i) {
        args[i] = f->defaults->items[i - (positional - defaults)];
      }
      return Value::none();
    }
  }

  // The general case binds into a copy: keywords may name any parameter.
  const size_t copied = static_cast<size_t>(argc - given) * sizeof(Value);
  if (copied > 4096 && !heap_.fits(copied)) return stop_memory();
  std::vector<Value> keyword_values(args + given, args + argc);
  Value rest = Value::undefined();
  if (var_args) {
    size_t extra = given > positional ? given - positional : 0;
    rest = new_tuple(*this, args + (given - extra), extra);
    if (rest.is_abrupt()) return rest;
  }
  Dict* extra_keywords = nullptr;
  if (var_keywords) {
    BELLJAR_TRY(dict, new_dict(*this));
    extra_keywords = dict.as<Dict>();
  }
  for (size_t i = given < positional ? given : positional; i < keyword_end; ++i) {
    args[i] = Value::undefined();
  }
  size_t keyword_only_given = 0;
  for (size_t k = 0; k < keywords; ++k) {
    Str* keyword = names->items[k].as<Str>();
    size_t at = keyword_end;
    for (size_t i = code->positional_only; i < keyword_end; ++i) {
      Str* parameter = code->parameter_names->items[i].as<Str>();
      if (parameter == keyword || str_equals(parameter, keyword)) {
        at = i;
        break;
      }
    }
    if (at == keyword_end) {
      if (extra_keywords) {
        BELLJAR_CHECK(dict_set_str(*this, extra_keywords, keyword, keyword_values[k]));
        continue;
      }
      std::vector<Str*> clash;
      for (size_t i = 0; i < code->positional_only; ++i) {
        Str* parameter = code->parameter_names->items[i].as<Str>();
        for (size_t n = 0; n < keywords; ++n) {
          if (str_equals(parameter, names->items[n].as<Str>())) clash.push_back(parameter);
        }
      }
      if (!clash.empty()) {
        std::string list;
        for (Str* s : clash) list += (list.empty() ? "" : ", ") + std::string(s->view());
        return raise(
            Exc::TypeError,
            {f->qualname->view(),
             "() got some positional-only arguments passed as keyword arguments: '", list, "'"});
      }
      return raise(Exc::TypeError, {f->qualname->view(), "() got an unexpected keyword argument '",
                                    keyword->view(), "'"});
    }
    if (!args[at].is_undefined()) {
      return raise(Exc::TypeError, {f->qualname->view(), "() got multiple values for argument '",
                                    keyword->view(), "'"});
    }
    if (at >= positional) ++keyword_only_given;
    args[at] = keyword_values[k];
  }
  if (given > positional && !var_args) return too_many(*this, f, given, keyword_only_given);

  size_t defaults = f->defaults ? f->defaults->count : 0;
  std::vector<Str*> absent;
  for (size_t i = 0; i < positional; ++i) {
    if (!args[i].is_undefined()) continue;
    if (i + defaults >= positional) {
      args[i] = f->defaults->items[i - (positional - defaults)];
    } else {
      absent.push_back(code->parameter_names->items[i].as<Str>());
    }
  }
  if (!absent.empty()) return missing(*this, f, absent, "positional");
  for (size_t i = positional; i < keyword_end; ++i) {
    if (!args[i].is_undefined()) continue;
    Str* parameter = code->parameter_names->items[i].as<Str>();
    Value v = f->kwdefaults ? dict_get_str(*this, f->kwdefaults, parameter) : Value::undefined();
    if (v.is_undefined()) absent.push_back(parameter);
    args[i] = v;
  }
  if (!absent.empty()) return missing(*this, f, absent, "keyword-only");
  size_t at = keyword_end;
  if (var_args) args[at++] = rest;
  if (var_keywords) args[at] = Value::object(extra_keywords);
  return Value::none();
}

}  // namespace belljar
