// Binding for natives that stand for functions written in Python (kNativePython): CPython words
// argument errors of those differently from its C functions', and checks in another order.
#include <string>
#include <vector>

#include "runtime/class.h"
#include "runtime/context.h"
#include "runtime/dict.h"
#include "runtime/list.h"
#include "runtime/signature.h"
#include "runtime/str.h"

namespace belljar {

namespace {

std::string qualified_name(const Native* native) {
  std::string name(native->name->view());
  return native->owner ? std::string(native->owner->name->view()) + "." + name : name;
}

std::string quoted_list(const std::vector<Str*>& names) {
  std::string out;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += names.size() == 2 ? " and " : i + 1 == names.size() ? ", and " : ", ";
    out += "'" + std::string(names[i]->view()) + "'";
  }
  return out;
}

Value missing(Context& context, const Native* native, const std::vector<Str*>& names,
              const char* what) {
  return context.raise(
      Exc::TypeError,
      {qualified_name(native), "() missing ", std::to_string(names.size()), " required ", what,
       " argument", names.size() == 1 ? "" : "s", ": ", quoted_list(names)});
}

Value too_many(Context& context, const Native* native, size_t given, size_t keyword_only_given) {
  const Signature& s = *native->signature;
  const bool defaults = s.required < s.positional;
  std::string takes = defaults ? "from " + std::to_string(s.required) + " to " : "";
  takes += std::to_string(s.positional);
  std::string also;
  if (keyword_only_given > 0) {
    also = " positional argument" + std::string(given == 1 ? "" : "s") + " (and " +
           std::to_string(keyword_only_given) + " keyword-only argument" +
           (keyword_only_given == 1 ? "" : "s") + ")";
  }
  return context.raise(
      Exc::TypeError, {qualified_name(native), "() takes ", takes, " positional argument",
                       s.positional == 1 && !defaults ? "" : "s", " but ", std::to_string(given),
                       also, given == 1 && keyword_only_given == 0 ? " was given" : " were given"});
}

}  // namespace

Value bind_python_style(Context& context, const Native* native, Value* args, size_t argc,
                        Tuple* names) {
  const Signature& s = *native->signature;
  const size_t keywords = names ? names->count : 0;
  const size_t given = argc - keywords;
  const size_t positional = s.positional;
  Value bound[kMaxParameters];
  for (size_t i = 0; i < given && i < positional; ++i) bound[i] = args[i];
  if (s.var_args >= 0) {
    const size_t extra = given > positional ? given - positional : 0;
    BELLJAR_TRY(rest, new_tuple(context, args + (given - extra), extra));
    bound[s.var_args] = rest;
  }
  Dict* others = nullptr;
  if (s.var_keywords >= 0) {
    BELLJAR_TRY(dict, new_dict(context));
    others = dict.as<Dict>();
    bound[s.var_keywords] = dict;
  }
  size_t keyword_only_given = 0;
  for (size_t k = 0; k < keywords; ++k) {
    Str* keyword = names->items[k].as<Str>();
    int at = -1;
    for (int i = 0; i < s.count && at < 0; ++i) {
      const Parameter& p = s.parameters[i];
      const bool by_name = p.mode == Parameter::Either || p.mode == Parameter::KeywordOnly;
      if (by_name && str_equals(p.name, keyword)) at = i;
    }
    if (at < 0) {
      if (others) {
        BELLJAR_CHECK(dict_set_str(context, others, keyword, args[given + k]));
        continue;
      }
      return context.raise(Exc::TypeError,
                           {qualified_name(native), "() got an unexpected keyword argument '",
                            keyword->view(), "'"});
    }
    if (!bound[at].is_undefined()) {
      return context.raise(
          Exc::TypeError,
          {qualified_name(native), "() got multiple values for argument '", keyword->view(), "'"});
    }
    if (s.parameters[at].mode == Parameter::KeywordOnly) ++keyword_only_given;
    bound[at] = args[given + k];
  }
  if (given > positional && s.var_args < 0) {
    return too_many(context, native, given, keyword_only_given);
  }
  // First all positional ones that are missing, then the keyword-only ones.
  for (bool keyword_only : {false, true}) {
    std::vector<Str*> absent;
    for (int i = 0; i < s.count; ++i) {
      const Parameter& p = s.parameters[i];
      if (p.mode == Parameter::VarArgs || p.mode == Parameter::VarKeywords) continue;
      if ((p.mode == Parameter::KeywordOnly) != keyword_only || !bound[i].is_undefined()) continue;
      if (p.required) absent.push_back(p.name);
      bound[i] = p.value;
    }
    if (!absent.empty()) {
      return missing(context, native, absent, keyword_only ? "keyword-only" : "positional");
    }
  }
  for (int i = 0; i < s.count; ++i) args[i] = bound[i];
  return Value::none();
}

}  // namespace belljar
