import { argument, call, says } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "network-library-loaded",
  category: "dangerous_imports",
  severity: "low",
  confidence: "high",
  languages: ["ruby"],
  title: "a library for the network is loaded",
  why: "What stands at the top of a Ruby file runs as soon as the file is required.",
  fix: "Name the hosts that it talks to in the documentation.",
  references: ["ATT&CK T1071"],
  match: call({
    of: ["rb.require"],
    where: argument(
      0,
      says(
        /^(net\/(https?|ftp|smtp|telnet)|open-uri|socket|resolv|httparty|rest-client|faraday|excon|typhoeus|httpclient|mechanize|curb)$/,
      ),
    ),
  }),
  bad: [{ "a.rb": 'require "net/http"' }, { "a.rb": "require 'open-uri'\nputs 1" }],
  good: [{ "a.rb": 'require "json"' }, { "a.rb": 'require_relative "socket"' }],
});
