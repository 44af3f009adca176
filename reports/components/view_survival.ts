import { chartFrame, twinOf, WIDTHS } from "./chart_frame.ts";
import { absentCurve, curveFinding, curveTitle, difference, spokenCurve } from "./curve_sentences.ts";
import { groupTable, pointTable } from "./curve_tables.ts";
import { type CurveSet, curvesOf, isRead } from "./curves.ts";
import { drawCurve } from "./draw_curve.ts";
import { type Child, type Make, maker, slug } from "./elements.ts";
import { source } from "./measure_frame.ts";
import { type InstrumentEntry, instrumentsInUse, type View, type ViewContext } from "./release.ts";
import { named, STRINGS } from "./strings.ts";

const { survival: words } = STRINGS;

/** Time to each event on each instrument in use: in weeks and in contacts, by severity at the start and by clinic. */
export const survival: View = (context) => {
  const h = maker(context.document);
  const { manifest, survival: points } = context.release;
  const instruments = instrumentsInUse(manifest).filter(({ id }) =>
    points.some(({ instrument }) => instrument === id),
  );
  if (instruments.length === 0) return h("p", { class: "absent" }, words.nobody);
  return h(
    "div",
    null,
    instruments.map((instrument) =>
      h(
        "section",
        { class: "instrument", "aria-labelledby": slug("on", instrument.id) },
        h("h2", { id: slug("on", instrument.id) }, instrument.name),
        manifest.survival.events.map((event) => ofEvent(context, h, instrument, event)),
      ),
    ),
    h(
      "p",
      { class: "source" },
      `${source(context)} ${words.source} `,
      h("a", { href: "data/survival.csv", download: true }, STRINGS.measure.download),
    ),
  );
};

function ofEvent(
  { document, release }: ViewContext,
  h: Make,
  instrument: InstrumentEntry,
  event: CurveSet["event"],
): Child {
  const { scales } = release.manifest.survival;
  const sets = scales.map((scale) => curvesOf(release, { instrument, event, scale }));
  const [first] = sets;
  if (!first || first.programme.length === 0) return null;
  const isDrawn = sets.some(({ programme }) => programme.some(isRead));
  return h(
    "div",
    { class: "window" },
    h("h3", { id: slug(instrument.id, event.id), tabindex: -1 }, event.title),
    h("p", { class: "muted" }, event.definition),
    h("p", { class: "finding" }, curveFinding(first, first.programme)),
    isDrawn && [
      h(
        "div",
        { class: "pair" },
        sets.map((set) => ofEveryone(document, h, set)),
      ),
      bySeverity(document, h, first),
      byClinic(document, h, first),
    ],
  );
}

function ofEveryone(document: Document, h: Make, set: CurveSet): Child {
  const { programme: points, scale, event, instrument } = set;
  const by = named(words.by, scale.id);
  const missing = scale.missing_tables.join(", ");
  if (missing) return h("p", { class: "absent" }, words.notComputable(by, missing));
  if (!points.some(isRead)) return h("p", { class: "absent" }, absentCurve(points));
  return chartFrame(document, {
    title: curveTitle(set, points),
    subtitle: words.subtitle(event.title, instrument.name, by, named(words.polarity, event.id)),
    alternative: `${curveFinding(set, points)} ${spokenCurve(set, points)}`,
    drawing: drawCurve(document, WIDTHS.half, { points }),
    twin: pointTable(document, set),
  });
}

/** Small multiples, each before everyone's curve. */
function bySeverity(document: Document, h: Make, set: CurveSet): Child {
  const { severities, programme } = set;
  const shown = severities.filter(({ points }) => points.some(isRead));
  if (shown.length < 2) return null;
  return h(
    "div",
    { class: "groups" },
    h("h4", null, words.bySeverity),
    h("p", { class: "note-line" }, `${difference(words.severity, severities)} ${words.dashed}`),
    h(
      "div",
      { class: "panels" },
      shown.map(({ name, points }) =>
        chartFrame(document, {
          title: name,
          subtitle: `${curveTitle(set, points)}. ${named(words.polarity, set.event.id)}.`,
          alternative: `${name}. ${curveFinding(set, points)} ${spokenCurve(set, points)}`,
          drawing: drawCurve(document, WIDTHS.panel, { points, reference: programme }),
        }),
      ),
    ),
    twinOf(document, groupTable(document, set, { what: words.severity, curves: severities })),
  );
}

function byClinic(document: Document, h: Make, set: CurveSet): Child {
  const { clinics } = set;
  if (clinics.length < 2) return null;
  return [
    h("p", { class: "note-line" }, difference(words.clinic, clinics)),
    h(
      "details",
      { class: "twin" },
      h("summary", null, words.clinicTable),
      groupTable(document, set, { what: words.clinic, curves: clinics }),
    ),
  ];
}
