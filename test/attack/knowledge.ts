/** Bounds on one unknown whole number. */
export interface Bounds {
  lo: number;
  hi: number;
}

/** The parts add up to the whole. */
export interface Sum {
  whole: string;
  parts: string[];
}

/** More than any count in a programme. */
const LARGEST = 1_000_000;

/** Everything an attacker knows, as unknowns with bounds and relations between them. */
export class Knowledge {
  readonly bounds = new Map<string, Bounds>();
  readonly sums: Sum[] = [];
  /** Unknowns that are never 1 to this many. */
  readonly gaps = new Map<string, number>();

  of(unknown: string): Bounds {
    const known = this.bounds.get(unknown) ?? { lo: 0, hi: LARGEST };
    this.bounds.set(unknown, known);
    return known;
  }

  /** Narrows an unknown; says whether that was news. Throws where nothing is left, since the truth must always be. */
  narrow(unknown: string, lo: number, hi: number): boolean {
    const known = this.of(unknown);
    const before = known.hi - known.lo;
    known.lo = Math.max(known.lo, lo);
    known.hi = Math.min(known.hi, hi);
    const gap = this.gaps.get(unknown) ?? 0;
    if (known.lo > 0 && known.lo <= gap) known.lo = gap + 1;
    if (known.hi > 0 && known.hi <= gap) known.hi = 0;
    if (known.lo > known.hi) throw new Error(`the attacker has contradicted itself about ${unknown}`);
    return known.hi - known.lo < before;
  }

  isAbove(unknown: string, gap: number): void {
    this.gaps.set(unknown, gap);
    this.narrow(unknown, 0, LARGEST);
  }

  add(whole: string, parts: string[]): void {
    this.sums.push({ whole, parts });
  }
}
