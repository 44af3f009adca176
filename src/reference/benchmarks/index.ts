import type { Benchmark } from "./benchmark.ts";
import { MINNESOTA } from "./minnesota.ts";
import { NEW_YORK } from "./new_york.ts";
import { OTHER_PROGRAMMES } from "./other_programmes.ts";

/** Every published figure that a page may hold beside ours. */
export const BENCHMARKS: readonly Benchmark[] = [...MINNESOTA, ...NEW_YORK, ...OTHER_PROGRAMMES];
