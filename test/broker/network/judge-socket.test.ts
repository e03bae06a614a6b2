import { describe, expect, test } from "vitest";
import { judgeConnection, judgeName } from "../../../src/broker/network/judge-socket.ts";
import { resolveGrants } from "../../../src/policy/resolve.ts";

const PUBLIC = "93.184.215.14";

describe("a raw connection that was granted", () => {
  const judge = (denial: string) => {
    const { network } = resolveGrants({ network: ["tcp://x.example:443"], deny: { network: [denial] } }, "/");
    const connection = judgeConnection(network, PUBLIC, 443, new Set(["x.example"]));
    return [judgeName(network, "x.example"), connection].map(({ denied }) => denied === undefined);
  };

  test.each(["x.example", "x.example:443", "https://x.example", "http://x.example:443", "tcp://x.example:443"])(
    "is shut by --deny-network=%s",
    (denial) => expect(judge(denial)).toEqual([false, false]),
  );

  test.each(["*.x.example", "http://x.example", "https://x.example:8443", "x.example:80", "tcp://x.example:80"])(
    "is not shut by --deny-network=%s",
    (denial) => expect(judge(denial)).toEqual([true, true]),
  );
});

describe("what a granted name has led to", () => {
  const { network } = resolveGrants({ network: ["tcp://x.example:443", "tcp://10.0.0.2:443"] }, "/");
  const judge = (address: string) => judgeConnection(network, address, 443, new Set(["x.example"]));

  test.each(["127.0.0.1", "10.0.0.1", "169.254.169.254", "fd00::1"])("%s is no place to connect to", (address) => {
    expect(judge(address)).toMatchObject({ rule: "private-address", denied: {} });
  });

  test("but its very address, once that is granted", () => {
    expect(judge("10.0.0.2").denied).toBeUndefined();
    expect(judge(PUBLIC).denied).toBeUndefined();
  });
});
