// Every installer of built-in classes and functions; builtins.cc calls them in order.
#pragma once

namespace belljar {

class RealmBuilder;

void install_object(RealmBuilder&);      // object, NoneType, NotImplemented, Ellipsis
void install_type(RealmBuilder&);        // type
void install_functions(RealmBuilder&);   // functions, methods, descriptors of C++ types, modules
void install_exceptions(RealmBuilder&);  // the hierarchy of exceptions.def, with the two below:
void install_exception_types(RealmBuilder&);   // what OSError, SyntaxError … have besides
void install_exception_groups(RealmBuilder&);  // BaseExceptionGroup, ExceptionGroup
void install_descriptors(RealmBuilder&);       // property, staticmethod, classmethod, super
void install_generator(RealmBuilder&);         // generator methods
void install_reflection(RealmBuilder&);  // callable getattr hasattr setattr delattr isinstance
                                         // issubclass id hash repr print …
void install_int(RealmBuilder&);         // int, bool
void install_float(RealmBuilder&);
void install_complex(RealmBuilder&);
void install_numeric_functions(RealmBuilder&);  // abs divmod pow round hex oct bin
void install_str(RealmBuilder&);
void install_bytes(RealmBuilder&);           // bytes, bytearray
void install_text_functions(RealmBuilder&);  // chr ord ascii format
void install_list(RealmBuilder&);
void install_tuple(RealmBuilder&);
void install_dict(RealmBuilder&);   // dict and its views
void install_set(RealmBuilder&);    // set, frozenset
void install_range(RealmBuilder&);  // range, slice
void install_iterators(
    RealmBuilder&);  // iterator classes, enumerate zip map filter reversed iter next
void install_sequence_functions(RealmBuilder&);  // len sorted min max sum any all
void install_type_forms(RealmBuilder&);          // list[int], int | str; after the containers

// For profiles in which str.format and str.format_map are refused when they are called: a format
// string would read attributes that the check has not seen. After install_str.
void restrict_str_format(RealmBuilder&);

// All of the above.
void install_builtins(RealmBuilder&);

}  // namespace belljar
