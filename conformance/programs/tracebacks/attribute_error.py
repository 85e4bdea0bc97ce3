class Thing:
    def __init__(self):
        self.value = None

    def use(self):
        return self.value.name.upper()


thing = Thing()
result = [thing.use()]
