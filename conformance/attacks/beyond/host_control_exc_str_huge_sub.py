class E(Exception):
    def __str__(s): return 'y'*5*10**7
raise E()
