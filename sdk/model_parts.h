// What the files of the model layer share.
#pragma once

#include "runtime/dict.h"
#include "sdk/model.h"

namespace belljar::sym {

const ModelField* find_field(const ModelClass& model, std::string_view name, size_t* index);

// TypeError if f(**values) could not be: a keyword is a str.
Value check_keywords(Context& context, Dict* values);

// What an instance has beyond its fields (copy(update=…), construct(…)), in order; null at the end.
inline DictEntry* next_extra(Value instance, uint32_t* at) {
  Dict* extra = instance.as<Instance>()->extra;
  return extra ? dict_next(extra, at) : nullptr;
}

void install_model_export(Build& b, Class* base);  // dict(), json(), copy()
void install_model_schema(Build& b, Class* base);  // schema(), schema_json()

}  // namespace belljar::sym
