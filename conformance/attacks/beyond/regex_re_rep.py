import re
for p in ('a{1000}{1000}{1000}','(a{1,1000}){1,1000}','(((a{100}){100}){100}){100}','('*5000+')'*5000,'['*100000,'x'*10**6,'(?:'*2000+'a'+')'*2000,'a|'*10**5, '.*'*10**5, '[a-z]'*10**5, '(a)'*10**5,'(?P<n>a)'*2):
    try:
        r=re.compile(p); print('ok')
    except (re.error,RecursionError,OverflowError) as e: print(type(e).__name__, str(e)[:60])
