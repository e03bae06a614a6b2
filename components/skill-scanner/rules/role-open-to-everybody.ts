import { says, setting } from "../match.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "role-open-to-everybody",
  category: "privilege_escalation",
  severity: "high",
  confidence: "high",
  languages: ["data"],
  title: "a role of a cloud may be taken by everybody",
  why: "Anybody with an account at this cloud becomes what the role is.",
  fix: "Name the accounts or services that may take the role.",
  references: ["CWE-284", "ATT&CK T1098.003"],
  match: setting({
    of: [
      "anywhere.AssumeRolePolicyDocument.Statement.Principal",
      "anywhere.AssumeRolePolicyDocument.Statement.Principal.AWS",
    ],
    is: says(/^["']?(\*|arn:aws:iam::\*:root)["']?$/),
  }),
  bad: [
    {
      "stack.yaml":
        'Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Statement:\n          - Effect: Allow\n            Principal: { AWS: "*" }\n            Action: sts:AssumeRole\n',
    },
  ],
  good: [
    {
      "stack.yaml":
        "Resources:\n  R:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument:\n        Statement:\n          - Effect: Allow\n            Principal: { Service: lambda.amazonaws.com }\n            Action: sts:AssumeRole\n",
    },
    {
      "stack.yaml":
        'Resources:\n  B:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      PolicyDocument:\n        Statement:\n          - Effect: Allow\n            Principal: "*"\n            Action: s3:GetObject\n',
    },
  ],
});
