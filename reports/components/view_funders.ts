import { chartFrame, WIDTHS } from "./chart_frame.ts";
import { curveFinding, curveTitle, spokenCurve } from "./curve_sentences.ts";
import { pointTable } from "./curve_tables.ts";
import { curvesOf, isRead } from "./curves.ts";
import { drawCurve } from "./draw_curve.ts";
import { maker } from "./elements.ts";
import { count, day, inHundred } from "./formats.ts";
import { funderSet, whenOf } from "./funder_set.ts";
import { largestGap } from "./largest_gap.ts";
import { cellsOf, mainInstrument, programmeCell, type View } from "./release.ts";
import { isReadable } from "./sentences.ts";
import { named, STRINGS } from "./strings.ts";
import { FUNDER_STRINGS } from "./strings_funders.ts";
import { table } from "./table.ts";

const { set: words, time: timeWords, equity: equityWords, limits: limitWords } = FUNDER_STRINGS;

/** What was promised, when and by whom; said plainly where nothing was. */
export const promised: View = ({ document, release }) => {
  const h = maker(document);
  const { registration, subjects, absent } = funderSet(release);
  const begin = release.manifest.extract.coverage_start;
  const measures = registration?.measures.length ?? 0;
  return h(
    "div",
    { class: "promises" },
    registration
      ? h(
          "p",
          { class: "finding" },
          words.registered(words.measures(count(measures), measures === 1), day(registration.registered)),
          " ",
          begin && (registration.registered <= begin ? words.before : words.during(day(begin))),
          " ",
          words.owner(registration.owner),
        )
      : h("p", null, h("span", { class: "badge badge-open" }, words.none), " ", words.noneMeaning),
    table(document, {
      caption: words.caption,
      hideCaption: true,
      columns: [
        {
          label: words.measure,
          header: true,
          cell: ({ measure }) => h("a", { href: `measures/${measure.id}.html` }, measure.title),
        },
        { label: words.when, cell: whenOf },
        { label: words.definition, cell: ({ measure }) => measure.definition },
      ],
      rows: subjects,
      stack: true,
    }),
    absent.length > 0 &&
      h(
        "p",
        { class: "absent" },
        words.absent(
          absent
            .map(({ title, missing_tables }) =>
              missing_tables.length > 0 ? words.needs(title, missing_tables.join(", ")) : title,
            )
            .join(", "),
        ),
      ),
  );
};

/** How long remission took, on the scale that most people have. */
export const timeToRemission: View = (context) => {
  const { document, release } = context;
  const h = maker(document);
  const instrument = mainInstrument(release);
  const { events, scales } = release.manifest.survival;
  const event = events.find(({ id }) => id === "remission");
  const sets =
    instrument && event ? scales.map((scale) => curvesOf(release, { instrument, event, scale })) : [];
  const drawn = sets.filter(({ programme }) => programme.some(isRead));
  const [first] = drawn;
  if (!first) return h("p", { class: "absent" }, timeWords.none);
  return h(
    "div",
    null,
    h("p", { class: "finding" }, curveFinding(first, first.programme)),
    h("p", { class: "note-line" }, timeWords.beside),
    h(
      "div",
      { class: "pair" },
      drawn.map((set) => {
        const by = named(STRINGS.survival.by, set.scale.id);
        return chartFrame(document, {
          title: curveTitle(set, set.programme),
          subtitle: STRINGS.survival.subtitle(
            set.event.title,
            set.instrument.name,
            by,
            named(STRINGS.survival.polarity, set.event.id),
          ),
          alternative: `${curveFinding(set, set.programme)} ${spokenCurve(set, set.programme)}`,
          drawing: drawCurve(document, WIDTHS.half, { points: set.programme }),
          twin: pointTable(document, set),
        });
      }),
    ),
    h("p", { class: "more" }, h("a", { href: "time_to_improvement.html" }, timeWords.more)),
  );
};

/** The largest gap between a group and the programme that chance alone hardly explains, over every promised measure. */
export const fairness: View = ({ document, release }) => {
  const h = maker(document);
  const { compared, apart, largest } = largestGap(release, funderSet(release).subjects);
  if (compared === 0) return h("p", { class: "absent" }, equityWords.nobody);
  return h(
    "div",
    null,
    h(
      "p",
      { class: "finding" },
      largest
        ? equityWords.largest(
            largest.group,
            largest.by.toLowerCase(),
            largest.measure.toLowerCase(),
            inHundred(largest.value),
            inHundred(largest.others),
          )
        : equityWords.none(count(compared)),
    ),
    h(
      "p",
      { class: "note-line" },
      equityWords.how(count(apart), count(compared), count(Math.round(compared / 20))),
    ),
    h("p", { class: "more" }, h("a", { href: "equity.html" }, equityWords.page)),
  );
};

/** How many are missing from each promised outcome, and between what bounds that leaves it. */
export const whoIsMissing: View = ({ document, release }) => {
  const h = maker(document);
  const said = funderSet(release).subjects.flatMap((subject) => {
    const cell = programmeCell(cellsOf(release, subject));
    const { measure } = subject;
    if (!measure.has_follow_up || measure.kind === "mean" || !isReadable(cell)) return [];
    const { follow_up, highest_possible, observed, numerator } = cell;
    if (follow_up === null || highest_possible === null || observed === numerator) return [];
    return [
      limitWords.missing(
        measure.title,
        inHundred(1 - follow_up),
        inHundred(cell.value),
        inHundred(highest_possible),
      ),
    ];
  });
  if (said.length === 0) return h("p", null, limitWords.nothing);
  return h(
    "ul",
    null,
    said.map((sentence) => h("li", null, sentence)),
  );
};
