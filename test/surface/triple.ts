/** A result and its ends; undefined where a drawing shows none. */
export interface Triple {
  value?: number | undefined;
  lower?: number | undefined;
  upper?: number | undefined;
}
