seen = []
try:
    while True:
        seen.append(len(seen))
except Exception:
    print("never printed: no handler sees a limit")
finally:
    print("nor is this")
