def decide(request):
    return {"allow": request["amount"] <= 100, "who": request["who"]}


def forever(request):
    while True:
        pass
