/** A published specification that a number implements or comes close to. */
export interface Spec {
  id: string;
  version: string;
  match: "same" | "similar";
}
