class O: pass
O() in range(10**12)
