import json
for s in ('['*10**6,'{"a":'*10**6,'['*10**5+']'*10**5,'[{}'*10**5):
    try: json.loads(s)
    except (ValueError,RecursionError) as e: print(type(e).__name__)
x=[]
for i in range(10**5): x=[x]
try: json.dumps(x)
except (ValueError,RecursionError) as e: print(type(e).__name__)
x={}
for i in range(10**5): x={'a':x}
try: json.dumps(x,indent=4)
except (ValueError,RecursionError) as e: print(type(e).__name__)
