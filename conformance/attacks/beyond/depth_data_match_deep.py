x=[]
for i in range(1000): x=[x]
match x:
    case [[[[*_]]]]: print('ok')
