import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** Zod's issues as sentences with file, path and mend. Values are not quoted. */
export function describeIssues(issues: readonly Issue[], fileName: string): string[] {
  return issues.flatMap((issue) => describe(issue, issue.path)).map((fault) => `${fileName}, ${fault}`);
}

function describe(issue: Issue, path: readonly PropertyKey[]): string[] {
  const at = path.map(String).join(".") || "top level";
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => `${at}: unknown key "${key}"; correct its spelling or remove it`);
  if (issue.code === "invalid_union") {
    const closest = closestBranch(issue.errors);
    if (closest) return closest.flatMap((inner) => describe(inner, [...path, ...inner.path]));
  }
  return [`${at}: ${issue.message}`];
}

/** Of the shapes a value may take, the one it was meant to be: the right kind of thing, with the keys it has. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const sameKind = branches.filter((issues) => !issues.some(isOtherKind));
  const sameKeys = sameKind.find((issues) => !issues.some(isUnknownKey));
  return sameKeys ?? sameKind[0]?.filter(isUnknownKey);
}

const isOtherKind = ({ code, path }: Issue): boolean =>
  path.length === 0 && (code === "invalid_type" || code === "invalid_union");

const isUnknownKey = ({ code, path }: Issue): boolean => path.length === 0 && code === "unrecognized_keys";
