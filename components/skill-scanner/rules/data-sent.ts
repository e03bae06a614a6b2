import { call } from "../match.ts";
import { defineRule } from "../rule.ts";
import { OTHER_SENDS } from "../vocabulary/network-calls.ts";

export default defineRule({
  id: "data-sent",
  category: "suspicious_network",
  severity: "low",
  confidence: "high",
  languages: ["python", "javascript", "go", "ruby"],
  title: "data is sent by mail, file transfer or a raw connection",
  why: "It leaves the machine by a way that is seldom watched.",
  fix: "Use the HTTP interface of the skill's own service.",
  references: ["ATT&CK T1048"],
  match: call({ of: OTHER_SENDS }),
  bad: [
    'import smtplib\nwith smtplib.SMTP("mail.example.com") as s:\n    s.sendmail(a, b, text)',
    'import socket\ns = socket.socket()\ns.sendall(b"hello")',
    'from ftplib import FTP\nFTP("ftp.example.com").storbinary("STOR x", f)',
  ],
  good: ["import smtplib\nsmtplib.SMTP_PORT", "generator.send(None)", "import socket\ns = socket.socket()\ns.close()"],
});
