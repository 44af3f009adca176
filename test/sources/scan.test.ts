import { describe, expect, it } from "vitest";
import { MAX_RECORD_BYTES, RecordScanner } from "../../src/sources/scan.ts";
import { bare, damage, random, stretchesOf } from "./random_damage.ts";

/** Scans records of three fields, handed over in pieces of `size` bytes. */
function scan(text: string | Buffer, { fields = 3, size = 1 << 20, header = "a,b,c" } = {}) {
  const records: string[] = [];
  const damage: string[] = [];
  const scanner = new RecordScanner({
    delimiter: 44,
    fields,
    header: Buffer.from(header),
    firstLine: 2,
    onRecord: (bytes, start, end, line) => records.push(`${line}:${bytes.toString("utf8", start, end)}`),
    onDamage: (line, kind) => damage.push(`${line}:${kind}`),
  });
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) scanner.write(bytes.subarray(at, at + size));
  scanner.end();
  return { records, damage, scanner };
}

describe("scanning records", () => {
  it("reads plain, empty and quoted fields", () => {
    const { records, damage } = scan('1,2,3\n,,\n"a ""b"", c",,"x"\r\n');
    expect(records).toEqual(["2:1,2,3", "3:,,", '4:"a ""b"", c",,"x"']);
    expect(damage).toEqual([]);
  });

  it("reads the same however its bytes are cut", () => {
    const text = '1,2,3\r\n"é\nü",,"x""y"\n\n4,"5,6\n7,8,9\na\rb,,\nx"y,,\n1,2\na,b,c\n"p"q,,\n9,9,';
    const whole = scan(text);
    for (let size = 1; size < 30; size++) {
      const cut = scan(text, { size });
      expect({ size, records: cut.records, damage: cut.damage }).toEqual({
        size,
        records: whole.records,
        damage: whole.damage,
      });
    }
    expect(whole.damage.length).toBeGreaterThan(5);
  });

  it("keeps the line numbers right behind a line break in a field", () => {
    const { records, scanner } = scan('1,"two\nlines",3\n4,5,6\n');
    expect(records).toEqual(['2:1,"two\nlines",3', "4:4,5,6"]);
    expect(scanner.innerLines).toBe(1);
  });

  it.each([
    ["1,2\n", "wrong_field_count"],
    ["1,2,3,\n", "wrong_field_count"],
    ['1,2"2,3\n', "stray_quote"],
    ['1,"2"2,3\n', "text_after_quote"],
    ['1,"2,3\n', "unclosed_quote"],
    ["1,2\0,3\n", "nul_byte"],
    ['1,"2\0",3\n', "nul_byte"],
    ["1,2\r3,3\n", "stray_carriage_return"],
    ["1,2,", "record_cut_off"],
    ["a,b,c\n", "repeated_header"],
  ])("sets aside %j as %s", (text, rule) => {
    const { records, damage } = scan(`7,8,9\n${text}`);
    expect(records).toEqual(["2:7,8,9"]);
    expect(damage).toEqual([`3:${rule}`]);
  });

  it("loses one line to a stray quote, not the file", () => {
    const lines = Array.from({ length: 1000 }, (_, line) => `${line},x,y`);
    lines[10] = '10,"x,y';
    lines[500] = '500,x,"y"';
    lines[700] = '700,x",y';
    const { records, damage } = scan(`${lines.join("\n")}\n`);
    expect(damage).toEqual(["12:unclosed_quote", "702:stray_quote"]);
    expect(records).toHaveLength(998);
  });

  it("sets aside a record that is too long, and reads on", () => {
    const long = "x".repeat(MAX_RECORD_BYTES * 3);
    const { records, damage } = scan(`${long},2,3\n4,5,6\n`, { size: 65_536 });
    expect(damage).toEqual(["2:record_too_long"]);
    expect(records).toEqual(["3:4,5,6"]);
  });

  it("does not count blank lines as records", () => {
    const { records, scanner } = scan("1,2,3\n\n\r\n4,5,6\n\n");
    expect(records).toEqual(["2:1,2,3", "5:4,5,6"]);
    expect(scanner.blankLines).toBe(3);
  });

  it("notices a missing last line end and accepts the record", () => {
    const { records, scanner } = scan("1,2,3\n4,5,6");
    expect(records).toHaveLength(2);
    expect(scanner.unterminated).toBe(true);
  });

  it.each([
    ["1,2,3\n", true],
    ['é,"2, 3",3\n', true],
    [" 1,2,3\n", false],
    ["1,2 ,3\n", false],
    ["1,2,3 \r\n", false],
    ["1,2,3 ", false],
    ['1,"2 ",3\n', false],
    ['1," 2",3\n', false],
    ["1,\t2,3\n", false],
    ['1,"2\n2",3\n', false],
    ["1,\u00a02,3\n", false],
    ["1,2\u0085,3\n", false],
    ["1,2\u3000,3\n", false],
    ["1,2,3\ufeff\n", false],
  ])("tells whether %j is plain: %s", (text, plain) => {
    expect(scan(text).scanner.plain).toBe(plain);
  });

  it("accounts for every line of damaged text", () => {
    const text = '1,2,3\n"x\ny",2,3\n1,"2\n\n3,4\n"""",,\na,"b\nc,d,e\n';
    const { scanner } = scan(text);
    const lines = text.split("\n").length - 1;
    expect(scanner.records + scanner.damaged + scanner.blankLines + scanner.innerLines).toBe(lines);
  });

  it("agrees with another reading on 3,000 damaged texts, however they are cut", () => {
    let damaged = 0;
    for (let seed = 1; seed <= 3000; seed++) {
      const draw = random(seed);
      const rows = Array.from(
        { length: 12 },
        (_, id) => `${id},${draw() < 0.3 ? '"x, ""y"""' : "z"},${Math.floor(draw() * 99)}`,
      );
      const text = damage(`a,b,c\n${rows.join("\n")}\n`, draw);
      const { records, damage: told } = scan(text.slice(6), { size: 1 + Math.floor(draw() * 40) });
      const lines = text.split("\n");
      const unfinished = lines.pop() ?? "";
      if (unfinished !== "") lines.push(unfinished);
      const stretches = stretchesOf(lines, 3).map(({ line, lines: count }) =>
        count === 0 || (unfinished.endsWith(",") && line + count === lines.length)
          ? `${line + 1} damaged`
          : `${line + 1}:${bare(lines.slice(line, line + count).join("\n"))}`,
      );
      const found = [...records, ...told.map((entry) => entry.replace(/:.*/, " damaged"))];
      expect({ seed, found: found.toSorted() }).toEqual({ seed, found: stretches.toSorted() });
      damaged += told.length;
    }
    expect(damaged).toBeGreaterThan(3000);
  });
});
