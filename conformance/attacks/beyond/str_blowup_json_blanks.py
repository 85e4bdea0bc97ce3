import json
s = ' ' * 4_000_000 + '1'
while True:
    json.loads(s)
    json.JSONDecoder().decode(s)
