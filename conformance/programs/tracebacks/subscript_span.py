data = {"users": [{"name": "ana"}]}
print(data["users"][0]["mail"].lower())
