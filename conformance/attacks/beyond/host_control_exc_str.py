class E(Exception):
    def __str__(s):
        while True: pass
raise E()
