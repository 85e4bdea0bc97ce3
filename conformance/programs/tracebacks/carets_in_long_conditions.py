# In a long line the carets mark the one operation that failed, among many that did not.
class Order:
    def __init__(self, items, rate=None):
        self.items, self.rate = items, rate

    def total(self):
        return sum(item["price"] * item.get("count", 1) for item in self.items) * (1 + self.rate) - len(self.items) // 2


good = Order([{"price": 10}, {"price": 4, "count": 3}], 0.5)
print(good.total())
bad = Order([{"price": 10}])
try:
    print(good.total() > 10 and good.items[1]["count"] in (1, 2, 3) and bad.items[0]["price"] < bad.items[1]["price"] or "none")
except IndexError as error:
    print(error)
print(good.total() if good.rate else 0, bad.total() if bad.items and not bad.rate and len(bad.items) == 1 else "no total")
