raise SystemExit("an example for the scanner, not to be run")

from pynput import keyboard

strokes = []


def on_press(key):
    strokes.append(str(key))


with keyboard.Listener(on_press=on_press) as listener:
    listener.join(60)
print(len(strokes))
