import type { Attack } from "../attack.ts";

/** Where clouds keep the credentials of a machine, in several spellings. */
const ADDRESSES = [
  "http://169.254.169.254/latest/meta-data/",
  "http://[fd00:ec2::254]/latest/meta-data/",
  "http://[::ffff:169.254.169.254]/latest/meta-data/",
  "http://2852039166/latest/meta-data/",
  "http://metadata.google.internal/computeMetadata/v1/",
  "http://168.63.129.16/",
];

export const metadataAddress: Attack = {
  id: "A11",
  title: "the cloud's metadata service, with all of the public network granted",
  guest: ADDRESSES.map((get) => ({ get })),
  async run({ runGuest }) {
    const { outcome, denials } = await runGuest({ network: [true] });
    if (outcome.kind !== "returned")
      return { verdict: "NOT contained", evidence: `it did not get to its end: ${outcome.kind}` };
    const answers = outcome.text.split("\n").filter((line) => line.startsWith("ok"));
    if (answers.length > 0)
      return { verdict: "NOT contained", evidence: `${answers.length} of its addresses answered` };
    // On most machines nothing answers there: what counts is that nobody was sent.
    if (denials < ADDRESSES.length)
      return { verdict: "NOT contained", evidence: `${ADDRESSES.length - denials} of its addresses were asked` };
    return { verdict: "contained", evidence: `${ADDRESSES.length} spellings of it were refused` };
  },
};
