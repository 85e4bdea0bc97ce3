# string: constants and capwords.
import string

for name in ("ascii_letters", "ascii_lowercase", "ascii_uppercase", "digits", "hexdigits", "octdigits", "printable", "punctuation", "whitespace"):
    print(name, repr(getattr(string, name)), len(getattr(string, name)))

print(string.capwords("the quick  brown\tfox\n"), string.capwords("a-b-CC", "-"), string.capwords("x  y", " "), repr(string.capwords("")))
print(string.capwords("éCLAIR ßharp", None), string.capwords("one,TWO,,three", ","))
print("".join(c for c in "a1 b2!" if c in string.ascii_letters), all(c in string.printable for c in string.punctuation))
