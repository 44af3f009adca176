import { relative, resolve } from "node:path";
import type { Program } from "../src/contracts/program.ts";
import { internalPolicy, type Policy, publicPolicy } from "../src/disclosure/policy.ts";
import { ProgramError } from "../src/errors.ts";

/** The policy of each edition that is made. */
interface Policies {
  public: Policy<"public">;
  internal?: Policy<"internal">;
}

/**
 * The policies of a program file: the public one always, the internal one where it asks for that edition. Throws a ProgramError for
 * one that protects less than the ready rule it names.
 */
export function policiesOf({ disclosure }: Program): Policies {
  return {
    public: publicPolicy(disclosure.public),
    ...(disclosure.internal && { internal: internalPolicy(disclosure.internal) }),
  };
}

/** Throws a ProgramError where something internal would be put into a folder that the program file says anyone can read. */
export function refusePublicFolder(place: string, { disclosure }: Program): void {
  const open = disclosure.public_folders.find((folder) => {
    const way = relative(resolve(folder), resolve(place));
    return way === "" || !way.startsWith("..");
  });
  if (open !== undefined)
    throw new ProgramError(
      `${place} is in ${open}, which the program file says anyone can read; the internal edition is not put there. Name another folder`,
    );
}
