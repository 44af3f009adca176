import { type SignalLabel, signalMark } from "./signal_mark.ts";
import { STRINGS } from "./strings.ts";
import { COMMITTEE_STRINGS } from "./strings_committee.ts";

/** How a clinic stands among the others: the icon of a signal with words of its own. */
export const clinicMark = (document: Document, label: SignalLabel): Element =>
  signalMark(document, label, {
    label: COMMITTEE_STRINGS.clinics.labels[label],
    meaning: STRINGS.signals.verdict[label],
  });
