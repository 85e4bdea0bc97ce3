"""f-strings: conversions, format specs, nesting, =, braces, triple quotes, and format errors."""
name, n, pi, big = "Ada", 42, 3.14159265, 12345678901234567890
print(f"{name} {n} {pi} {big}", f"{{{name}}}", f"{name!r} {name!s} {'é'!a}", f"{n=} {n = } {name=!s} {pi=:.2f}")
print(f"[{n:5}] [{n:<5}] [{n:^5}] [{n:>5}] [{n:05}] [{n:+}] [{n: }] [{n:*^9}] [{-n:=+6}] [{n:,}] [{big:_}]")
print(f"{n:b} {n:o} {n:x} {n:X} {n:#b} {n:#o} {n:#x} {n:c} {n:e} {n:f} {n:g} {n:%} {255:#06x} {big:,}")
print(f"{pi:.3f} {pi:10.2f}| {pi:<10.1f}| {pi:e} {pi:.0f} {pi:g} {pi:%} {pi:+.1f} {1e100:g} {1e-7:g} {1e16} {1e15} {0.1+0.2} {1/3:.20f}")
print(f"{name:10}| {name:>10}| {name:^10}| {name:.2}| {name:-^9.1}|")
width, precision = 12, 4
print(f"{pi:{width}.{precision}f}| {name:{'<'}{width}}| {n:{'0'}{8}}|")
print(f"{'nested ' + f'{name}'}")
print(f"{[x for x in range(3)]} { {'a': 1}['a'] } {(lambda v: v * 2)(4)} {name.upper()} {name[0]} {1 if n else 2}")
print(f"""multi
{name
}
line""", f'{name}' "plain" f"{n}", rf"\d{n}\n", f"\x41{n}\u00e9\N{BULLET}")
print(f"{True} {None} {[]} {()} {1.0} {1e3} {-0.0} {float('inf')} {float('nan')}", f"{True:5} {False:d} {True:x}")
print(f"{n!r:>6} {name!r:>8} {'a' 'b'} {n,} {n, pi}")
print("{} {} {}".format(1, "two", 3.0), "{1} {0} {1}".format("a", "b"), "{x} {y!r:>5}".format(x=1, y="z"), "{0[1]} {0[0]:03}".format([7, 8]))
print("%s %d %5.2f %x %-5s| %05d %+d %% %r %c %e %o" % ("s", 42, pi, 255, "ab", 7, 3, "q", "c", 1234.5, 8), "%(a)s %(b)03d" % {"a": 1, "b": 2})
print(format(n), format(n, "08b"), format(pi, ".1f"), format(name, ">6"), format(1234567.891, ",.2f"), format(0.00001234), format(1e22), format(123456789.0))
for value, spec in [(n, "q"), (name, "d"), (name, "="), (pi, "d"), (n, ".2"), (n, "s"), ([], "5"), (None, "5"), (name, ","), (n, ",_"), (1.5, "c"), (n, "10.2d")]:
    try:
        print(f"{value:{spec}}")
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
for text in ["{", "}", "{0", "{!x}", "{0!x}", "{} {0}", "{a.b}", "{:{}}"]:
    try:
        print(text.format(1))
    except (ValueError, KeyError, IndexError, AttributeError) as error:
        print(type(error).__name__, error)
