import json
a=[1]
for i in range(100): a=[a,a]
print(json.dumps(a))
