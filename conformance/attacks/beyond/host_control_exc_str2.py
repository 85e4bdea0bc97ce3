class E(Exception):
    def __str__(s): raise E()
raise E()
