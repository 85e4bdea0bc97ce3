"""str.partition and str.rpartition: always three parts, around the first or the last separator."""


def attempt(action, *arguments, **keywords):
    try:
        print(repr(action(*arguments, **keywords)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


# The three parts put together give the text back; the middle one is the separator.
for text in ("key=value", "a=b=c", "=start", "end=", "=", "==", "none", ""):
    first, last = text.partition("="), text.rpartition("=")
    print(repr(text), first, last, "".join(first) == text == "".join(last))

# Without the separator the text is the first part of partition, and the last part of rpartition.
print("plain".partition(":"))
print("plain".rpartition(":"))

# A separator may be longer than one character, up to the whole text and beyond.
print("one::two::three".partition("::"), "one::two::three".rpartition("::"))
print("whole".partition("whole"), "whole".rpartition("whole"))
print("whole".partition("wholesome"), "whole".rpartition("wholesome"))

# Of occurrences that overlap, partition takes the leftmost, rpartition the rightmost.
print("aaaaa".partition("aa"), "aaaaa".rpartition("aa"))
print("abababa".partition("aba"), "abababa".rpartition("aba"))

# Characters of any width, in the text and in the separator.
print("naïve→café→☕".partition("→"), "naïve→café→☕".rpartition("→"))
print("x🐍y🐍z".partition("🐍"), "x🐍y🐍z".rpartition("🐍"))
print("ascii".partition("é"), "ascii".rpartition("🐍"))
print("a\0b\0c".partition("\0"), "a\0b\0c".rpartition("\0"))

# The empty separator is refused, even for the empty text.
attempt("text".partition, "")
attempt("".rpartition, "")

# The separator is a str, given once and by position.
for separator in (None, 1, b"=", ["="]):
    attempt("a=b".partition, separator)
    attempt("a=b".rpartition, separator)
attempt("a=b".partition)
attempt("a=b".partition, "=", 1)
attempt("a=b".rpartition, sep="=")


# The parts of a subclass of str are plain str.
class Name(str):
    pass


for part in Name("first last").partition(" ") + Name("a/b/c").rpartition("/"):
    print(repr(part), type(part).__name__)

# bytes and bytearray have the same pair; the parts are of the type that was cut.
print(b"a=b=c".partition(b"="), b"a=b=c".rpartition(b"="), b"abc".partition(b"="), b"abc".rpartition(b"="))
print(bytearray(b"a=b=c").partition(b"="), bytearray(b"a=b").rpartition(b"?"))
attempt(b"a=b".partition, "=")
attempt(b"a=b".partition, b"")
attempt(b"a=b".partition, 61)
