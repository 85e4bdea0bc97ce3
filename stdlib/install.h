// Installers of the modules of Python's standard library that a program can import. Those that are
// naturally Python stand in python/; the rest are natives here, a file or folder each.
#pragma once

namespace belljar {

class RealmBuilder;

// All of them, in every realm: the profile decides which may be imported.
void install_stdlib(RealmBuilder&);

void install_hidden(RealmBuilder&);
void install_itertools(RealmBuilder&);
void install_math(RealmBuilder&);
void install_operator(RealmBuilder&);
void install_bisect(RealmBuilder&);
void install_heapq(RealmBuilder&);        // the natives of heapq.py, in `_heapq`
void install_collections(RealmBuilder&);  // the natives of collections.py, in `_collections`
void install_functools(RealmBuilder&);    // and of functools.py
void install_objects(RealmBuilder&);      // what library modules ask of objects, in `_belljar`
void install_re(RealmBuilder&);

}  // namespace belljar
