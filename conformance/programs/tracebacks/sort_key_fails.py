def key(item):
    return item["rank"]


rows = [{"rank": 2}, {"rnk": 1}]
rows.sort(key=key)
