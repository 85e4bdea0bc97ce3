import re
print(re.match('(a*)*b','a'*10**5))
print(re.match('(a|a|aa)+$','a'*10**5+'b'))
