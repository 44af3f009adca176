import { statSync } from "node:fs";
import { symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { DEFAULT_PROGRAM, parseProgram } from "../../src/contracts/program.ts";
import { readBytes } from "../../src/sources/bytes.ts";
import { prepareExtract } from "../../src/sources/prepare.ts";
import { balanceOf, type Files, faultsOf, load, rulesOf, SMALLEST, writeExtract } from "./extract_folder.ts";

const NAMES = ["Zürich", "São Paulo", "Łódź", "東京"];
const CLINICS = `clinic_id,name\n${NAMES.map((name, index) => `C${index + 1},${name}`).join("\n")}\n`;
const WESTERN = "clinic_id,name\nC1,Zürich\nC2,São Paulo\n";

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

async function clinicNames(files: Files, program?: string): Promise<unknown[]> {
  const { warehouse } = await load(files, program === undefined ? {} : { program });
  return (await warehouse.rows("SELECT name FROM raw.clinic ORDER BY clinic_id")).map(({ name }) => name);
}

const rules = (files: Files, program?: string): Promise<string[]> =>
  rulesOf(files, program === undefined ? {} : { program });

describe("encodings", () => {
  it.each<[string, Buffer, string?]>([
    ["UTF-8", Buffer.from(CLINICS)],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${CLINICS}`)],
    ["UTF-16 LE with a mark", Buffer.from(`\ufeff${CLINICS}`, "utf16le")],
    ["UTF-16 BE with a mark", swapped(Buffer.from(`\ufeff${CLINICS}`, "utf16le"))],
    ["UTF-16 LE as declared", Buffer.from(CLINICS, "utf16le"), "tables: {clinic: {encoding: utf-16le}}"],
    [
      "UTF-16 BE as declared",
      swapped(Buffer.from(CLINICS, "utf16le")),
      "tables: {clinic: {encoding: utf-16be}}",
    ],
    [
      "UTF-8 with a mark, whatever is declared",
      Buffer.from(`\ufeff${CLINICS}`),
      "tables: {clinic: {encoding: latin-1}}",
    ],
  ])("reads %s", async (_, bytes, program) => {
    expect(await clinicNames({ "clinic.csv": bytes }, program)).toEqual(NAMES);
  });

  it.each(["latin-1", "windows-1252"])("reads %s where the program file says so", async (encoding) => {
    const bytes = Buffer.from(WESTERN, "latin1");
    expect(await clinicNames({ "clinic.csv": bytes }, `encoding: ${encoding}`)).toEqual(NAMES.slice(0, 2));
  });

  it("tells the sign that Latin-1 does not have from Windows-1252", async () => {
    const bytes = Buffer.concat([
      Buffer.from("clinic_id,name\nC1,"),
      Buffer.from([0x80]),
      Buffer.from("uro\n"),
    ]);
    expect(await clinicNames({ "clinic.csv": bytes }, "encoding: windows-1252")).toEqual(["€uro"]);
  });

  it.each<[string, Buffer, string]>([
    ["Latin-1 that is not declared", Buffer.from(WESTERN, "latin1"), "clinic.csv 2 not_utf8"],
    [
      "a byte that UTF-8 never has",
      Buffer.concat([Buffer.from("clinic_id,name\nC1,a\nC2,"), Buffer.from([0xff, 10])]),
      "clinic.csv 3 not_utf8",
    ],
    ["a character cut off at the end", Buffer.from(CLINICS).subarray(0, -2), "clinic.csv 5 not_utf8"],
    ["UTF-16 without a mark", Buffer.from(CLINICS, "utf16le"), "clinic.csv utf16_without_mark"],
    [
      "half a pair in UTF-16",
      Buffer.concat([
        Buffer.from("\ufeffclinic_id,name\nC1,", "utf16le"),
        Buffer.from([0x00, 0xd8, 0x0a, 0x00]),
      ]),
      "clinic.csv 1 not_utf16le",
    ],
    ["an empty file", Buffer.alloc(0), "clinic.csv empty_file"],
    ["only a mark", Buffer.from("\ufeff"), "clinic.csv 1 no_header"],
    ["old Macintosh line ends", Buffer.from("clinic_id,name\rC1,North\r"), "clinic.csv 1 line_ends"],
  ])("refuses %s by name", async (_, bytes, told) => {
    expect(await rules({ "clinic.csv": bytes })).toEqual([told]);
  });
});

describe("line ends", () => {
  it.each([
    ["line feeds", "clinic_id,name\nC1,North\nC2,South\n", "header"],
    ["carriage returns with them", "clinic_id,name\r\nC1,North\r\nC2,South\r\n", "header"],
    ["both", "clinic_id,name\nC1,North\r\nC2,South\n", "numbered"],
    ["none at the end", "clinic_id,name\nC1,North\nC2,South", "header"],
    ["blank lines between", "clinic_id,name\n\nC1,North\n\nC2,South\n\n", "numbered"],
    ["breaks inside a field", 'clinic_id,other,name\nC1,"x\ny",North\nC2,z,South\n', "numbered"],
  ])("may be %s", async (_, text, layout) => {
    const { prepared, warehouse } = await load({ "clinic.csv": text });
    expect(prepared.files[1]?.content).toMatchObject({ layout });
    const found = await warehouse.rows<{ name: string; source_line: number }>(
      "SELECT name, source_line FROM raw.clinic ORDER BY name",
    );
    expect(found.map(({ name }) => name)).toEqual(["North", "South"]);
    for (const { name, source_line } of found)
      expect(
        text
          .split("\n")
          .slice(source_line - 1, source_line + 1)
          .join("\n"),
      ).toContain(name);
  });

  it("keep their numbers in a large file that is read by many threads", async () => {
    const rows = Array.from({ length: 400_000 }, (_, id) => `A${id + 2},P1,phq9,2024-01-10,${id % 28}\n`);
    const text = `assessment_id,patient_id,instrument,assessed_date,total\n${rows.join("")}`;
    const { warehouse } = await load({ "assessment.csv": text }, { threads: 4 });
    expect(
      await warehouse.rows(
        "SELECT count(*) AS rows, count_if(assessment_id = 'A' || source_line) AS right FROM raw.assessment",
      ),
    ).toEqual([{ rows: 400_000, right: 400_000 }]);
  });
});

describe("delimiters and headers", () => {
  it.each([",", ";", "\t"])("finds that %j makes the header fit", async (delimiter) => {
    const text = `clinic_id${delimiter}name${delimiter}"note, with; every\tmark"\nC1${delimiter}North${delimiter}x\n`;
    expect(await clinicNames({ "clinic.csv": text })).toEqual(["North"]);
  });

  it("reads headers in any case, with space around and quotes", async () => {
    expect(await clinicNames({ "clinic.csv": ' Clinic_ID ,"NAME"\nC1,North\n' })).toEqual(["North"]);
  });

  it("tells every missing column of every file at once", async () => {
    const files = {
      "patient.csv": "pid,sex\nP1,f\n",
      "assessment.csv": "assessment_id,instrument\nA1,phq9\n",
    };
    expect((await faultsOf(files)).map(({ file, column }) => `${file} ${column}`)).toEqual([
      "patient.csv patient_id",
      "assessment.csv patient_id",
      "assessment.csv assessed_date",
    ]);
  });

  it.each([
    ["clinic_id,name,Name\nC1,a,b\n", "clinic.csv 1 duplicate_column"],
    ['clinic_id,"name\nC1,a\n', "clinic.csv 1 broken_header"],
    ['clinic_id,"name\nC1,a"\nC2,b\n', "clinic.csv 1 broken_header"],
    [`clinic_id,${"x,".repeat(3000)}\n`, "clinic.csv 1 too_many_columns"],
    [`clinic_id,${"x".repeat(3_000_000)}`, "clinic.csv 1 header_too_long"],
    ["\nclinic_id,name\n", "clinic.csv 1 no_header"],
  ])("refuses the header %#", async (text, told) => {
    expect(await rules({ "clinic.csv": text })).toEqual([told]);
  });

  it("does not tell the first row of a file without a header", async () => {
    const [fault] = await faultsOf({ "patient.csv": "CANARY-1,1980-05-06,female\n" });
    expect(JSON.stringify(fault)).not.toContain("CANARY");
  });

  it("tells the columns it did not read", async () => {
    const { report } = await load({ "clinic.csv": "clinic_id,phone,fax,\nC1,1,2,\n" });
    expect(report.notices).toContain("clinic.csv has columns that no table reads: phone, fax");
    expect(report.notices).toContain("clinic.csv has 1 columns without a name, which were not read");
  });

  it("lacks optional columns that are told by name, numbered ones in a run", async () => {
    const { report } = await load({
      "clinic.csv": "clinic_id,name,organisation,area_code,setting,panel_size\nC1,North,,,,\n",
    });
    expect(report.notices).toContain(
      "assessment.csv lacks optional columns: episode_id, item_1 to item_21, not_done_reason, recorded_at",
    );
    expect(report.notices.filter((notice) => notice.startsWith("clinic.csv"))).toEqual([]);
  });
});

describe("files", () => {
  it("reads gzip in its place", async () => {
    const { "clinic.csv": _, ...others } = SMALLEST;
    const extractDir = await writeExtract({ ...others, "clinic.csv.gz": gzipSync(CLINICS) });
    const prepared = await prepareExtract({
      extractDir,
      program: DEFAULT_PROGRAM,
      tempDir: await writeExtract({}),
    });
    const clinic = prepared.files.find(({ table }) => table === "clinic");
    expect(clinic?.content).toMatchObject({ compression: "gzip", layout: "header", records: 4 });
  });

  it("loads gzip, clean or not", async () => {
    const text = "assessment_id,patient_id,instrument,assessed_date,total\nA3,P1,phq9,2024-04-01,4\n";
    const loaded = await load({
      "assessment_1.csv.gz": gzipSync(text),
      "assessment_2.csv.gz": gzipSync(`${text}A4,\n`),
    });
    expect(balanceOf(loaded, "assessment_1.csv.gz")).toBe("1 = 1 + 0 + 0 + 0");
    expect(balanceOf(loaded, "assessment_2.csv.gz")).toBe("2 = 0 + 1 + 1 + 0");
  });

  it.each<[string, Files, string]>([
    [
      "an archive that was cut off",
      { "clinic.csv.gz": gzipSync(CLINICS).subarray(0, -12) },
      "clinic.csv.gz 5 broken_archive",
    ],
    ["text that is called an archive", { "clinic.csv.gz": CLINICS }, "clinic.csv.gz broken_archive"],
    ["text that is called Parquet", { "clinic.parquet": CLINICS }, "clinic.parquet not_parquet"],
    [
      "Parquet with a broken footer",
      { "clinic.parquet": `PAR1${"x".repeat(40)}PAR1` },
      "clinic.parquet unreadable",
    ],
  ])("refuses %s", async (_, files, told) => {
    expect(await rules(files)).toEqual([told]);
  });

  it("refuses a small archive that grows beyond belief", async () => {
    const bomb = await writeExtract({ "bomb.gz": gzipSync(Buffer.alloc(80_000_000, "1,2\n")) });
    const read = async () => {
      for await (const chunk of readBytes(join(bomb, "bomb.gz"), true)) chunk.fill(0);
    };
    await expect(read()).rejects.toThrow("too_large");
  });

  it("refuses an extract without a required table, and tells all that are missing", async () => {
    const extractDir = await writeExtract({ "patient.csv": SMALLEST["patient.csv"] ?? "" });
    const tempDir = await writeExtract({});
    await expect(prepareExtract({ extractDir, program: DEFAULT_PROGRAM, tempDir })).rejects.toMatchObject({
      exitCode: 2,
      faults: [{ file: "clinic.csv" }, { file: "episode.csv" }, { file: "assessment.csv" }],
    });
  });

  it("refuses a folder that is not there, and a file in its place", async () => {
    const folder = await writeExtract({ file: "x" });
    const tempDir = await writeExtract({});
    for (const extractDir of [join(folder, "nowhere"), join(folder, "file")])
      await expect(prepareExtract({ extractDir, program: DEFAULT_PROGRAM, tempDir })).rejects.toMatchObject({
        exitCode: 2,
      });
  });

  it("does not follow a way out of the extract's folder", async () => {
    const outside = await writeExtract({ "secret.csv": CLINICS });
    const extractDir = await writeExtract(SMALLEST);
    const tempDir = await writeExtract({});
    const refused = async (file: string) => {
      const program = parseProgram(JSON.stringify({ tables: { clinic: { file } } }), "program.yaml");
      await expect(prepareExtract({ extractDir, program, tempDir })).rejects.toMatchObject({
        faults: [{ rule: "outside_extract" }],
      });
    };
    await symlink(join(outside, "secret.csv"), join(extractDir, "link.csv"));
    await refused("link.csv");
    await writeFile(join(tmpdir(), "outside.csv"), CLINICS);
    await refused("../outside.csv");
  });

  it("refuses a file that is not there, is of no known kind, or is a folder", async () => {
    const named = (file: string) =>
      rules({ "clinic.xlsx": "PK", "x.csv/y": "" }, `tables: {clinic: {file: ${file}}}`);
    expect(await named("nowhere.csv")).toEqual(["nowhere.csv missing_file"]);
    expect(await named("clinic.xlsx")).toEqual(["clinic.xlsx unknown_format"]);
    expect(await named("x.csv")).toEqual(["x.csv not_a_file"]);
  });

  it("tells the files it did not read", async () => {
    const { report } = await load({ "notes.docx": "x", "assessments.csv": "x" });
    expect(report.notices).toContain("notes.docx is not part of the extract and was not read");
    expect(report.notices).toContain("assessments.csv is not part of the extract and was not read");
  });

  it("reads a table in parts, also from a folder of its name", async () => {
    const head = "assessment_id,patient_id,instrument,assessed_date,total\n";
    const { report } = await load({
      "assessment_2024-02.csv": `${head}A3,P1,phq9,2024-02-01,9\n`,
      "assessment/north.csv": `${head}A4,P1,phq9,2024-03-01,8\n`,
    });
    expect(
      report.files
        .filter(({ table }) => table === "assessment")
        .map(({ file, accepted }) => `${file} ${accepted}`),
    ).toEqual(["assessment.csv 2", "assessment/north.csv 1", "assessment_2024-02.csv 1"]);
  });

  it("holds a file to the number of rows the site says it has", async () => {
    expect(await rules({ "extract.yaml": "rows: {clinic.csv: 2, patient.csv: 2}" })).toEqual([
      "clinic.csv row_count",
    ]);
  });

  it("leaves a clean file in its place and keeps copies of others private", async () => {
    const { prepared, tempDir } = await load({
      "clinic.csv": `${CLINICS}\n`,
      "staffing.csv": "clinic_id,role,month\r\nC1,cm,2024-01\r\n",
    });
    const layouts = prepared.files.map(
      ({ file, content }) => `${file} ${content.format === "csv" ? content.layout : ""}`,
    );
    expect(layouts).toEqual([
      "patient.csv header",
      "clinic.csv numbered",
      "episode.csv header",
      "assessment.csv header",
      "staffing.csv header",
    ]);
    const copy = prepared.files[1]?.content.path ?? "";
    expect(copy.startsWith(tempDir)).toBe(true);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(statSync(join(tempDir, "copies")).mode & 0o777).toBe(0o700);
  });
});
