def average(scores):
    return sum(scores.values()) / len(scores)


team = {"ana": 3, "bo": 5}
print("average", average(team))
team["cy"] = "7"
print("average", average(team))
