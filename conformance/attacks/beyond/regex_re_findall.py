import re
while True: re.findall('','a'*10**6)
