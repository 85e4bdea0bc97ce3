try: ('{:'*1000+'}'*1000).format(*range(1000))
except ValueError as e: print(e)
