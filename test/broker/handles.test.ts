import { expect, test } from "vitest";
import { type Handle, Handles } from "../../src/broker/handles.ts";

class Thing implements Handle {
  closed = 0;
  close(): void {
    this.closed++;
  }
}
class Other implements Handle {
  close(): void {}
}

test("a number names one thing of one kind, and nothing after it is closed", () => {
  const handles = new Handles(10);
  const thing = new Thing();
  const number = handles.put(thing) ?? 0;
  expect(handles.get(number, Thing)).toBe(thing);
  expect(handles.get(number, Other)).toBeUndefined();
  handles.close(number);
  handles.close(number);
  expect([handles.get(number, Thing), thing.closed]).toEqual([undefined, 1]);
});

test("a closed number is not given again soon: a stale one names nothing", () => {
  const handles = new Handles(2);
  const numbers = Array.from({ length: 1000 }, () => {
    const number = handles.put(new Thing()) ?? 0;
    handles.close(number);
    return number;
  });
  expect(new Set(numbers).size).toBe(1000);
});

test("no more are held than may be; handles of ours count for nothing", () => {
  const handles = new Handles(1);
  handles.keep(1, new Thing());
  expect(handles.put(new Thing())).toBeTypeOf("number");
  expect(handles.hasRoom()).toBe(false);
  expect(handles.put(new Thing())).toBeUndefined();
  expect(new Handles(0).put(new Thing())).toBeUndefined();
});

test("a guest cannot close what is ours; the end closes all", () => {
  const [ours, theirs] = [new Thing(), new Thing()];
  const handles = new Handles(1);
  handles.keep(1, ours);
  handles.put(theirs);
  handles.close(1);
  expect(ours.closed).toBe(0);
  handles.closeAll();
  expect([ours.closed, theirs.closed]).toEqual([1, 1]);
});
