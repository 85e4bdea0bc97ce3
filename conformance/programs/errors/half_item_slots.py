"""Classes with only one of __setitem__ and __delitem__: the statement for the other says which is missing."""


class Deletes:
    def __delitem__(self, key):
        print("deleted", key)


class Assigns:
    def __setitem__(self, key, value):
        print("assigned", key, value)


class Reads:
    def __getitem__(self, key):
        return key


class Nothing:
    pass


def assign(target, key):
    target[key] = "value"


def delete(target, key):
    del target[key]


for make in (Deletes, Assigns, Reads, Nothing):
    for key in (0, "name", slice(1, 2)):
        for action in (assign, delete):
            try:
                action(make(), key)
            except Exception as e:
                print(make.__name__, action.__name__, key, type(e).__name__ + ":", e)
