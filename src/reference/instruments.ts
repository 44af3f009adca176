import type { Instrument } from "./instrument.ts";
import { bdi2 } from "./instruments/bdi2.ts";
import { gad7 } from "./instruments/gad7.ts";
import { hamd17 } from "./instruments/hamd17.ts";
import { phq9 } from "./instruments/phq9.ts";
import { phq9m } from "./instruments/phq9m.ts";
import { qidsSr16 } from "./instruments/qids_sr16.ts";

/** Every registered instrument, in the order in which pages show them. */
export const INSTRUMENTS: readonly Instrument[] = [phq9, gad7, phq9m, bdi2, hamd17, qidsSr16];

/** The registered instrument with this id, or undefined. */
export const findInstrument = (id: string): Instrument | undefined =>
  INSTRUMENTS.find((instrument) => instrument.id === id);
