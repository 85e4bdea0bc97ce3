d={1:1}
try:
    for k in d: d[k+1]=1
except RuntimeError as e: print(e)
