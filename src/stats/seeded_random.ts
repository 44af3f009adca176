import { refuseUnless } from "./refuse.ts";

/** A source of numbers strictly between 0 and 1. */
export type Random = () => number;

type State = readonly [number, number, number, number];

/** A reproducible source of random numbers: the same 32-bit seed always gives the same sequence. Not for secrets. */
export function seededRandom(seed: number): Random {
  refuseUnless(seed >>> 0 === seed, "A seed must be a whole number from 0 to 4294967295.");
  const next = splitmix32(seed);
  const words = xoshiro128([next(), next(), next(), next()]);
  return () => (words() + 0.5) / 2 ** 32;
}

/** Xoshiro128** 1.1: 32-bit words from a state that is not all zero. Blackman and Vigna, ACM TOMS 2021; 47(4):36. */
export function xoshiro128([a, b, c, d]: State): () => number {
  return () => {
    const word = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return word;
  };
}

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/** Spreads a seed over the state, as its authors advise: Weyl steps through the finaliser of MurmurHash3 (Appleby, 2011). */
function splitmix32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let word = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return word ^ (word >>> 16);
  };
}
