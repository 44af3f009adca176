import type { Bounds } from "../bounds.ts";
import type { Move } from "./certificate.ts";
import { LinearProgram } from "./linear_program.ts";
import { type Links, linkSums } from "./links.ts";
import { MoveSearch } from "./move_search.ts";
import { Narrowing } from "./narrowing.ts";
import { findNeighbourhood } from "./neighbourhood.ts";
import type { Outsider } from "./outsider.ts";
import type { Sum } from "./sums.ts";
import { Walk } from "./walk.ts";

/** How often each search is begun without a solver, round by round: once settles most, and every round meets other tables. */
const ROUNDS = [1, 1, 2, 3, 5, 5] as const;
const LAST_STARTS = 30;

/** How many unknowns around a secret a linear program speaks of: few where that is enough, and then more. */
const SIZES = [700, 2_000, 5_000] as const;

interface Options {
  truth: readonly number[];
  sums: readonly Sum[];
  outsider: Outsider;
  /** How many values each secret must have. */
  enough: number;
  checkTime: () => void;
  /** Hides one of some numbers that could open a secret, and says of which the outsider knows less now. */
  hide: (margins: readonly number[]) => readonly number[];
}

/**
 * Finds tables that give every secret enough values: near by without a solver, and with linear programs where that does not
 * find them. Where the programs do not either, more is hidden. What was found stays good then, since the outsider only knows less.
 */
export class Audit {
  readonly #options: Options;
  readonly #links: Links;
  /** With the sums that others imply: together they say no more, but one by one they do. */
  readonly #everyLink: Links;
  readonly #bounds: Bounds[];
  readonly #walk: Walk;
  readonly #search: MoveSearch;
  /** Programs around one secret, by their size; one that is whole serves others too. */
  readonly #programs = new Map<number, LinearProgram>();
  #centre = -1;

  constructor(options: Options) {
    const { truth, sums, outsider, enough } = options;
    this.#options = options;
    this.#links = linkSums(
      truth.length,
      sums.filter(({ implied }) => !implied),
    );
    this.#everyLink = linkSums(truth.length, sums);
    this.#bounds = truth.map((_, unknown) => outsider.bounds(unknown));
    this.#walk = new Walk(truth, outsider.secrets, enough);
    this.#search = new MoveSearch(this.#links, this.#boundsOf, this.#walk);
  }

  /** The walk through those tables. */
  run(): Iterable<Move> {
    this.#openNarrow();
    try {
      for (const starts of ROUNDS)
        for (const secret of this.#walk.unsettled()) {
          this.#options.checkTime();
          this.#search.widen(secret, starts);
        }
      for (const secret of this.#walk.unsettled()) this.#settle(secret);
      return this.#walk.moves();
    } finally {
      this.#forgetPrograms();
    }
  }

  /** Opens what single sums already hold too narrowly; the rest needs a search, or a program, to tell. */
  #openNarrow(): void {
    const { outsider, enough, hide, checkTime } = this.#options;
    for (let opened = new Set([-1]); opened.size > 0; ) {
      checkTime();
      opened = new Set();
      for (const unknown of outsider.rethink()) this.#rebound(unknown);
      const narrowing = new Narrowing(this.#everyLink, this.#bounds);
      for (const secret of this.#walk.unsettled()) {
        if (narrowing.width(secret) >= enough) continue;
        const heldBy = narrowing.heldBy(secret);
        if (heldBy.some((unknown) => opened.has(unknown) || outsider.mustRethink(unknown))) continue;
        for (const unknown of hide(heldBy.flatMap(outsider.sources))) {
          opened.add(unknown);
          this.#rebound(unknown);
        }
      }
    }
  }

  #settle(secret: number): void {
    for (;;) {
      this.#options.checkTime();
      this.#search.widen(secret, 1);
      if (this.#walk.settles(secret)) return;
      const margins = this.#solve(secret);
      if (this.#walk.settles(secret)) return;
      for (const unknown of this.#options.hide(margins)) this.#rebound(unknown);
      for (const unknown of this.#options.outsider.rethink()) this.#rebound(unknown);
    }
  }

  /**
   * Asks linear programs whether a secret is held too narrowly, and says what could be hidden where it is: surely, if by some of
   * what is tied together alone. Where they allow enough values, looks longer for tables of whole numbers. Where none are
   * found, nothing is taken on trust: whatever is shown near by could be hidden.
   */
  #solve(secret: number): readonly number[] {
    const { outsider, enough, truth } = this.#options;
    const most = (truth[secret] ?? 0) + enough;
    let near: readonly number[] = [];
    for (const size of SIZES) {
      const program = this.#programOf(secret, size);
      const [highest, lowest] = [program.push(secret, 1, most), program.push(secret, -1, most)];
      const values = wholeNumbers(lowest.value, highest.value);
      if (values.length < enough) return [...highest.heldBy, ...lowest.heldBy].flatMap(outsider.sources);
      near = near.length > 0 ? near : program.unknowns.flatMap(outsider.sources);
      if (program.isWhole) {
        this.#search.widen(secret, LAST_STARTS);
        this.#visit(secret, program, values);
        return near;
      }
    }
    this.#search.widen(secret, LAST_STARTS);
    return near;
  }

  /** Goes to tables in which a secret has other values, as far as a program of all that is tied to it finds them. */
  #visit(secret: number, program: LinearProgram, values: readonly number[]): void {
    for (const value of values) {
      if (this.#walk.settles(secret)) return;
      if (this.#walk.hasTaken(secret, value)) continue;
      const move = program.reach(secret, value);
      if (move) this.#walk.visit(move);
    }
  }

  /** A program of about so many unknowns around a secret, or of all that is tied to it where there is one; the last ones where they still stand. */
  #programOf(secret: number, size: number): LinearProgram {
    const whole = [...this.#programs.values()].find((program) => program.isWhole && program.holds(secret));
    if (whole) return whole;
    if (this.#centre !== secret) this.#forgetPrograms();
    this.#centre = secret;
    const known = this.#programs.get(size);
    if (known) return known;
    const neighbourhood = findNeighbourhood(this.#links, secret, this.#isKnown, size);
    const program = new LinearProgram({
      neighbourhood,
      links: this.#links,
      bounds: this.#boundsOf,
      table: this.#walk.table,
    });
    this.#programs.set(size, program);
    return program;
  }

  #rebound(unknown: number): void {
    const tiesMore = this.#isKnown(unknown);
    this.#bounds[unknown] = this.#options.outsider.bounds(unknown);
    if (tiesMore) this.#forgetPrograms();
    for (const program of this.#programs.values()) if (program.holds(unknown)) program.rebound(unknown);
  }

  #forgetPrograms(): void {
    for (const program of this.#programs.values()) program.dispose();
    this.#programs.clear();
  }

  #boundsOf = (unknown: number): Bounds => this.#bounds[unknown] ?? NOTHING_KNOWN;

  #isKnown = (unknown: number): boolean => {
    const { lo, hi } = this.#boundsOf(unknown);
    return lo === hi;
  };
}

const NOTHING_KNOWN: Bounds = { lo: 0, hi: Number.POSITIVE_INFINITY };

/** From the least to the most, give or take the solver's own rounding. */
function wholeNumbers(least: number, most: number): number[] {
  const [first, last] = [Math.ceil(least - 1e-6), Math.floor(most + 1e-6)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
}
