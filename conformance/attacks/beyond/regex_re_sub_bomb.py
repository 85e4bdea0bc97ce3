import re
print(len(re.sub('a','b'*10**5,'a'*10**5)))
