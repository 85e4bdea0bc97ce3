import json
x=[]
for i in range(300): x=[x]
print(len(json.dumps(x,indent=10**7)))
