import { generateKeyPairSync, sign } from "node:crypto";
import { isIPv4 } from "node:net";

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** A self-signed certificate for one name or IPv4 address, made here: no file that expires, no openssl needed. */
export function selfSigned(subject: string, validUntil = "491231235959Z"): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(set(sequence(COMMON_NAME, utf8(subject))));
  const toBeSigned = sequence(
    explicit(0, integer(2)),
    integer(1),
    sequence(ECDSA_WITH_SHA256),
    name,
    sequence(utcTime("200101000000Z"), utcTime(validUntil)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    explicit(3, sequence(sequence(SUBJECT_ALT_NAME, tagged(0x04, sequence(altName(subject)))))),
  );
  const signature = tagged(0x03, Buffer.from([0]), sign("sha256", toBeSigned, privateKey));
  const certificate = sequence(toBeSigned, sequence(ECDSA_WITH_SHA256), signature);
  return { cert: pem(certificate), key: privateKey.export({ type: "pkcs8", format: "pem" }).toString() };
}

const COMMON_NAME = Buffer.from("0603550403", "hex");
const SUBJECT_ALT_NAME = Buffer.from("0603551d11", "hex");
const ECDSA_WITH_SHA256 = Buffer.from("06082a8648ce3d040302", "hex");

function altName(subject: string): Buffer {
  return isIPv4(subject)
    ? tagged(0x87, Buffer.from(subject.split(".").map(Number)))
    : tagged(0x82, Buffer.from(subject, "latin1"));
}

const sequence = (...parts: Buffer[]) => tagged(0x30, ...parts);
const set = (...parts: Buffer[]) => tagged(0x31, ...parts);
const integer = (value: number) => tagged(0x02, Buffer.from([value]));
const utf8 = (text: string) => tagged(0x0c, Buffer.from(text));
const utcTime = (text: string) => tagged(0x17, Buffer.from(text));
const explicit = (number: number, part: Buffer) => tagged(0xa0 + number, part);

function tagged(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...derLength(content.length)]), content]);
}

function derLength(length: number): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}

function pem(der: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${der.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`;
}
