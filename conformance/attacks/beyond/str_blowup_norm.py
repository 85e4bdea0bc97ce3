x='\u0390'*10**6
while True: x.upper().casefold()
