import json
print(len(json.dumps([0]*10**5,separators=('x'*10**5,':'))))
