e=ValueError(1)
for i in range(10**6): e.add_note('x'*1000)
raise e
