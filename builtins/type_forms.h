// What a class needs for C[int] to be an alias, as list[int] is.
#pragma once

namespace belljar {

class RealmBuilder;
struct Class;

// Gives `cls` the class method __class_getitem__.
void make_subscriptable(RealmBuilder& b, Class* cls);

}  // namespace belljar
