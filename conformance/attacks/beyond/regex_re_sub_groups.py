import re
print(len(re.sub('(a+)',r'\1'*10**5,'a'*10**5)))
