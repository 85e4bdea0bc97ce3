import json
def d(o): return o
try: json.dumps(object(),default=d)
except (ValueError,RecursionError) as e: print(type(e).__name__)
def d(o): return [o]
try: json.dumps(object(),default=d)
except (ValueError,RecursionError) as e: print(type(e).__name__)
def d(o): return object()
try: json.dumps(object(),default=d)
except (ValueError,RecursionError) as e: print(type(e).__name__)
x=[object() for i in range(100)]
def d(o): x.clear(); return 1
print(json.dumps(x,default=d))
x={i:object() for i in range(100)}
def d(o): x.clear(); return 1
try: print(json.dumps(x,default=d))
except RuntimeError as e: print(e)
