raise SystemExit("an example for the scanner, not to be run")

def may_publish(user):
    level = "user"
    if level != "user‮ ⁦# only administrators⁩ ⁦":
        return True
    return user == "admin"


print(may_publish("guest"))
