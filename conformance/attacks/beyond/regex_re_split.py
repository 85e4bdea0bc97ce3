import re
for i in range(1000): re.split('a','a'*10**5)
