import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTabular } from '#app/platform/tabular/read-tabular.server.ts';
import { encodeAs } from '#app/platform/tabular/testing.ts';
import { fixtureBytes, printedRows, recogniseAll } from '../testing/fixture.ts';
import { findContradictions, type Judgement, type WarningCode } from './find-contradictions.ts';
import type { AttendanceRow } from './printed.ts';
import { type AttendanceReading, printedOrganisations, readAttendance } from './read-attendance.ts';

const NO_AUTHORITIES = [
  'CITES UNIES FRANCE',
  'CLAIR PARIS - CENTRE JAPONAIS DES COLLECTIVITES LOCALES',
  'AMBASSADE DU JAPON EN FRANCE',
  'AMBASSADE DE FRANCE AU JAPON',
  "MINISTERE DE L'EUROPE ET DES AFFAIRES ETRANGERES (MEAE)",
];

function read(...cells: string[][]): AttendanceReading {
  const result = readAttendance(printedRows(cells));
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

async function readFixture(): Promise<{ reading: AttendanceReading; judgement: Judgement }> {
  const file = await readTabular(fixtureBytes());
  const result = file.ok ? readAttendance(file.value.rows) : file;
  if (!result.ok) throw new Error(result.refusal.code);
  const recognised = recogniseAll(printedOrganisations(result.value.rows), NO_AUTHORITIES);
  return { reading: result.value, judgement: findContradictions(result.value.rows, result.value.stated, recognised) };
}

describe('the printed table of the minutes', () => {
  it('gives every row, 45 present and 96 excused, and leaves no line of the table unread', async () => {
    const { reading } = await readFixture();
    expect(reading.rows.filter((row) => row.status === 'present')).toHaveLength(45);
    expect(reading.rows.filter((row) => row.status === 'excused')).toHaveLength(96);
    expect(reading.unread).toEqual([]);
    const printed = fixtureBytes().toString('utf8').split('\n');
    for (const row of reading.rows) {
      expect(printed[row.line - 1]).toBe(
        [row.civility, row.givenName, row.familyName, row.role, row.organisation, row.mailbox ?? ''].join('\t'),
      );
    }
  });

  it('finds the counts of the text, and those that differ from the rows', async () => {
    const { reading, judgement } = await readFixture();
    expect(reading.stated.map(({ thing, value, quality, line }) => [thing, value, quality, line])).toEqual([
      ['registered', 60, 'exact', 3],
      ['present', 48, 'exact', 3],
      ['presentAuthorities', 29, 'exact', 3],
      ['excused', 80, 'at-least', 4],
      ['total', 140, 'at-least', 4],
    ]);
    expect(judgement.warnings.filter((warning) => warning.code === 'count-differs').map((warning) => warning.params)).toEqual([
      { thing: 'present', stated: 48, counted: 45, others: 0 },
      { thing: 'presentAuthorities', stated: 29, counted: 28, others: 3 },
    ]);
  });

  it('counts persons and authorities apart, and no authority as excused that has somebody present', async () => {
    const { judgement } = await readFixture();
    expect(judgement.counts.present).toEqual({ rows: 45, persons: 45, authorities: 28, otherOrganisations: 3, unrecognised: 0 });
    // 86 printed names; two are ministry and embassy, one comes twice with a stray mark, eleven authorities have somebody present.
    expect(judgement.counts.excused).toMatchObject({ rows: 96, persons: 95, otherOrganisations: 2, unrecognised: 0 });
    expect(judgement.counts.excused.authorities).toBe(86 - 2 - 1 - 11);
  });

  it('shows every contradiction of the table, at the rows that a reader finds by hand', async () => {
    const { reading, judgement } = await readFixture();
    const at = (code: WarningCode) =>
      judgement.warnings
        .filter((warning) => warning.code === code)
        .map((warning) => warning.rows.map((i) => reading.rows[i]?.familyName ?? ''));
    expect(at('duplicate-person')).toEqual([['GARRIGUE', 'GARRIGUE']]);
    expect(at('shared-mailbox')).toEqual([
      ['GACHET', 'MOUTIER-NADAUD'],
      ['VERNEUIL', 'ABADIE'],
    ]);
    expect(at('missing-mailbox').flat()).toEqual(['PRADELLE', 'SABATIER', 'SAUVAGE', 'SENECHAL', 'URBAIN', 'VASSEUR', 'WALLON', 'ANSELME']);
    expect(at('organisation-spellings')).toEqual([['LARROQUE', 'NARCISSE']]);
    expect(at('organisation-unknown')).toEqual([]);
    expect(at('present-and-excused')).toHaveLength(11);
    expect(at('present-and-excused')[0]).toEqual(['ALLEMAND', 'GAUBERT']);
  });

  it('keeps and flags stray marks, mixed case and the cut function, and flags nothing else', async () => {
    const { reading } = await readFixture();
    const flagged = reading.rows.flatMap((row) =>
      row.flags.map((flag) => [row.familyName, flag.code, row[flag.field as 'role' | 'organisation']]),
    );
    expect(flagged).toEqual([
      ['BOISSEAU', 'mixed-case', 'COMMUNAUTE URBaine LE MANS METROPOLE'],
      ['NARCISSE', 'stray-mark', "CONSEIL REGIONAL D'AUVERGNE-RHONE-ALPES*"],
      ['PLANTEVIN', 'stray-mark', 'CONSEIL REGIONAL GRAND EST*'],
      ['RIVOIRE', 'truncated', 'Adjointe déléguée au Quartier Cœur de Ville et Jonction, Action Sociale et Solid'],
    ]);
  });
});

describe('the same table in other files', () => {
  const lines = fixtureBytes()
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  const latin = (text: string) => encodeAs(text.replaceAll('’', "'"), 'windows-1252');

  async function workbook(): Promise<Uint8Array> {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('Feuil1');
    for (const cells of lines) sheet.addRow(cells);
    return new Uint8Array(await book.xlsx.writeBuffer());
  }

  async function document(): Promise<Uint8Array> {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const table = lines.filter((cells) => cells.length === 6).map((cells) => new TableRow({ children: cells.map(cell) }));
    const text = lines.filter((cells) => cells.length === 1).map(([line = '']) => new Paragraph(line));
    return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children: [...text, new Table({ rows: table })] }] })));
  }

  it.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['CSV with semicolons and quotes', () => Buffer.from(lines.map((cells) => cells.map((text) => `"${text}"`).join(';')).join('\r\n'))],
    ['Latin-1', () => latin(lines.map((cells) => cells.join('\t')).join('\n'))],
    ['UTF-16', () => Buffer.from(`\ufeff${lines.map((cells) => cells.join('\t')).join('\n')}`, 'utf16le')],
    ['an Excel workbook', workbook],
    ['a Word document', document],
  ])('%s gives the same rows, counts and contradictions', async (_, bytes) => {
    const file = await readTabular(await bytes());
    const result = file.ok ? readAttendance(file.value.rows) : file;
    if (!result.ok) throw new Error(result.refusal.code);
    const { reading, judgement } = await readFixture();
    const plain = (rows: readonly AttendanceRow[]) => rows.map(({ line: _line, sheet: _sheet, ...row }) => row);
    expect(plain(result.value.rows)).toEqual(plain(reading.rows));
    expect(result.value.stated.map(({ thing, value }) => [thing, value])).toEqual(reading.stated.map(({ thing, value }) => [thing, value]));
    const again = findContradictions(result.value.rows, [], recogniseAll(printedOrganisations(result.value.rows), NO_AUTHORITIES));
    expect(again.counts).toEqual(judgement.counts);
  });
});

describe('headers and columns', () => {
  it.each([
    [
      ['Email', 'Organisation', 'Job title', 'Last name', 'First name', 'Title'],
      ['a@pau.example', 'City of Pau', 'Mayor', 'Morel', 'Anne', 'Ms'],
    ],
    [
      ['Courriel', 'Collectivité', 'Fonction', 'Nom', 'Prénom', 'Civilité'],
      ['a@pau.example', 'City of Pau', 'Mayor', 'Morel', 'Anne', 'Ms'],
    ],
    [
      ['メールアドレス', '所属', '役職', '姓', '名', '敬称'],
      ['a@pau.example', 'City of Pau', 'Mayor', 'Morel', 'Anne', 'Ms'],
    ],
  ])('reads %j in any order', (header, row) => {
    const [found] = read(header, row).rows;
    expect(found).toMatchObject({
      civility: 'Ms',
      givenName: 'Anne',
      familyName: 'Morel',
      role: 'Mayor',
      organisation: 'City of Pau',
      mailbox: 'a@pau.example',
    });
  });

  it('takes an English "Title" for the function when functions stand in it', () => {
    expect(read(['Title', 'Name', 'First name'], ['Mayor', 'Morel', 'Anne']).rows[0]).toMatchObject({ role: 'Mayor', civility: null });
  });

  it('splits full names where print shows the boundary, and flags the guess where it does not', () => {
    const { rows } = read(
      ['Nom et prénom', 'Organisme'],
      ['M. Antonin DE BELLANGER', 'CANNES'],
      ['DURAND Anne', 'PAU'],
      ['Morel, Jean-Luc', 'PAU'],
      ['Martin Claire', 'PAU'],
    );
    expect(rows.map(({ civility, givenName, familyName }) => [civility, givenName, familyName])).toEqual([
      ['M.', 'Antonin', 'DE BELLANGER'],
      [null, 'Anne', 'DURAND'],
      [null, 'Jean-Luc', 'Morel'],
      [null, 'Claire', 'Martin'],
    ]);
    expect(rows.map((row) => row.flags.map((flag) => flag.code))).toEqual([[], [], [], ['name-split']]);
  });

  it('reads a Japanese list: family name first, kana and 出欠 columns, an undivided name kept whole', () => {
    const { rows } = read(
      ['番号', '氏名', 'フリガナ', '所属', '役職', 'メールアドレス', '出欠'],
      ['1', '山田　花子様', 'ヤマダ ハナコ', '静岡市', '国際課長', 'hanako@shizuoka.example', '出席'],
      ['2', '佐藤太郎', 'サトウ タロウ', '熊本市', '市長', '', '欠席'],
    );
    expect(rows[0]).toMatchObject({
      familyName: '山田',
      givenName: '花子',
      civility: '様',
      kana: 'ヤマダ ハナコ',
      status: 'present',
      extra: [{ label: '番号', text: '1' }],
    });
    expect(rows[1]).toMatchObject({ familyName: '佐藤太郎', givenName: '', status: 'excused', mailbox: null });
    expect(rows[1]?.flags).toEqual([{ code: 'name-split', field: 'fullName' }]);
  });

  it('reads ticks under "Présent" and "Excusé", and flags a row that has none or both', () => {
    const { rows } = read(
      ['Nom', 'Prénom', 'Présent', 'Excusé'],
      ['A', 'a', 'X', ''],
      ['B', 'b', '', 'x'],
      ['C', 'c', '', ''],
      ['D', 'd', 'x', 'x'],
    );
    expect(rows.map((row) => row.status)).toEqual(['present', 'excused', 'present', 'present']);
    expect(rows.map((row) => row.flags.some((flag) => flag.code === 'status-unclear'))).toEqual([false, false, true, true]);
  });

  it('makes nobody present by an empty cell under "Présent"', () => {
    expect(read(['Nom', 'Prénom', 'Présent'], ['A', 'a', 'oui'], ['B', 'b', '']).rows.map((row) => row.status)).toEqual([
      'present',
      'excused',
    ]);
  });

  it.each([
    ['備考', '欠席', ''],
    ['備　考', '欠席', '出席'],
    ['Remarques', 'Excusée', ''],
    ['Observations', 'ABSENTE EXCUSÉE', 'présent'],
    ['Remarks', 'Apologies.', ''],
  ])('reads remarks of nothing but presence as the status: %s, %s', (heading, absent, present) => {
    const { rows } = read(['氏名', '所属', heading], ['佐藤 花子', '熊本市', absent], ['鈴木 一郎', '静岡市', present]);
    expect(rows.map((row) => row.status)).toEqual(['excused', 'present']);
    expect(rows.flatMap((row) => [...row.flags, ...row.extra])).toEqual([]);
  });

  it('flags who has no remark where others are remarked to be present', () => {
    const { rows } = read(
      ['Nom', 'Prénom', 'Ville', 'Remarques'],
      ['A', 'a', 'PAU', 'présent'],
      ['B', 'b', 'PAU', ''],
      ['C', 'c', 'PAU', 'excusé'],
    );
    expect(rows.map((row) => [row.status, row.flags.map((flag) => flag.code)])).toEqual([
      ['present', []],
      ['present', ['status-unclear']],
      ['excused', []],
    ]);
  });

  it('never reads remarks as the status when they say anything else, on whatever page, and flags what they say of absence', () => {
    const header = ['氏名', '所属', '備考'];
    const { rows } = read(
      header,
      ['佐藤 花子', '熊本市', '欠席'],
      ['鈴木 一郎', '静岡市', ''],
      ['田中 次郎', '静岡市', '公務のため欠席'],
      header,
      ['高橋 三郎', '高松市', '通訳希望'],
    );
    expect(rows.map((row) => row.status)).toEqual(['present', 'present', 'present', 'present']);
    expect(rows.map((row) => row.flags.map((flag) => flag.code))).toEqual([['status-unclear'], [], ['status-unclear'], []]);
    expect(rows.map((row) => row.extra.map(({ text }) => text))).toEqual([['欠席'], [], ['公務のため欠席'], ['通訳希望']]);
  });

  it.each([['oui'], ['x'], ['1'], ['有'], ['non'], ['a'], ['―']])('takes %j among remarks for no status', (remark) => {
    const { rows } = read(['Nom', 'Prénom', 'Ville', 'Remarques'], ['A', 'a', 'PAU', remark], ['B', 'b', 'PAU', '']);
    expect(rows.map((row) => [row.status, row.flags, row.extra.length])).toEqual([
      ['present', [], 1],
      ['present', [], 0],
    ]);
  });

  it('believes the column of status before any remark, and flags where they disagree', () => {
    const { rows } = read(
      ['氏名', '所属', '出欠', '備考'],
      ['佐藤 花子', '熊本市', '出席', '欠席'],
      ['鈴木 一郎', '静岡市', '欠席', '欠席'],
    );
    expect(rows.map((row) => [row.status, row.flags.map((flag) => flag.code)])).toEqual([
      ['present', ['status-unclear']],
      ['excused', []],
    ]);
  });

  it('lets a remark place a person against the section, and a blank one leave them in it', () => {
    const { rows } = read(
      ['Nom', 'Prénom', 'Ville', 'Observations'],
      ['A', 'a', 'PAU', 'excusée'],
      ['B', 'b', 'PAU', ''],
      ['EXCUSÉS', '', '', ''],
      ['C', 'c', 'PAU', ''],
    );
    expect(rows.map((row) => [row.status, row.flags.length])).toEqual([
      ['excused', 0],
      ['present', 0],
      ['excused', 0],
    ]);
  });

  it('guesses the columns of a table without header from what its cells look like', () => {
    const reading = read(
      ['Madame', 'Anne', 'MOREL', 'Maire', 'PAU', 'anne@pau.example'],
      ['Monsieur', 'Luc', 'DE CLAVEL', 'Adjoint au maire', 'NANCY', ''],
      ['EXCUSÉS', '', '', '', '', ''],
      ['Madame', 'Zoé', 'ROUX', 'Chargée de mission', 'CONSEIL REGIONAL DE BRETAGNE', 'zoe@bretagne.example'],
    );
    expect(reading.columns.guessed).toBe(true);
    expect(reading.rows.map((row) => [row.status, row.familyName, row.role, row.organisation])).toEqual([
      ['present', 'MOREL', 'Maire', 'PAU'],
      ['present', 'DE CLAVEL', 'Adjoint au maire', 'NANCY'],
      ['excused', 'ROUX', 'Chargée de mission', 'CONSEIL REGIONAL DE BRETAGNE'],
    ]);
  });

  it.each([
    [
      'a programme',
      [
        ['Date', 'Heure', 'Programme', 'Lieu', 'Participants'],
        ['21', '9h', 'Accueil', 'Gare', 'Tous'],
        ['22', '10h', 'Visite', 'Campus', 'Tous'],
      ],
    ],
    ['running text', [['Monsieur Durand a ouvert la séance.'], ['Madame Morel a remercié les participants.']]],
    [
      'figures',
      [
        ['Ville', 'Habitants'],
        ['Pau', '77 000'],
      ],
    ],
  ])('refuses %s as no participants’ table', (_, cells) => {
    expect(readAttendance(printedRows(cells))).toEqual({ ok: false, refusal: { code: 'attendance.no-table' } });
  });
});

describe('nothing is dropped', () => {
  it('takes the line under the header of a Markdown table for no person, and a name of dashes in a row for one', () => {
    const header = ['Prénom', 'Nom', 'Fonction', 'Organisme', 'Courriel'];
    const { rows, unread } = read(
      header,
      ['---', ':---', ':-:', '---:', '--'],
      ['Ève', 'ROY', '--', 'TOURS', ''],
      ['--', '--', 'Maire', '--', '--'],
    );
    expect(rows.map((row) => row.line)).toEqual([3, 4]);
    expect(unread).toEqual([]);
  });

  it('says of a row without an organisation that it is missing', () => {
    const { rows } = read(
      ['Prénom', 'Nom', 'Organisme', 'Courriel'],
      ['Ève', 'ROY', '', 'a@x.example'],
      ['Lou', 'PIN', 'TOURS', 'b@x.example'],
    );
    expect(findContradictions(rows, [], recogniseAll(['TOURS'])).warnings).toEqual([
      { code: 'missing-organisation', lines: [2], rows: [0], params: { name: 'Ève ROY' } },
    ]);
  });

  it('reads rows whose empty cells at the end were cut off, and lists a line of the table that is no row', () => {
    const { rows, unread } = read(
      ['Genre', 'Prénom', 'Nom', 'Fonction', 'Organisme', 'Courriel'],
      ['', 'Anne', 'MOREL', 'Maire'],
      ['', 'suite'],
    );
    expect(rows).toMatchObject([{ familyName: 'MOREL', role: 'Maire', organisation: '', mailbox: null }]);
    expect(unread).toEqual([{ line: 3, text: ' suite' }]);
  });

  const HEADER = ['Genre', 'Prénom', 'Nom', 'Fonction', 'Organisme', 'Courriel'];
  const word = fc.stringMatching(/^[A-Za-zéè*'<>=-]{1,12}$/);
  const person = fc.tuple(
    fc.constantFrom('Monsieur', 'Madame', ''),
    word,
    word,
    word,
    word,
    fc.constantFrom('', 'a@b.example', 'A@B.example'),
  );
  const between = fc.constantFrom('row', 'header', 'EXCUSÉS', 'LISTE DES PARTICPANTS', 'page');

  it('gives as many rows as the table has, in their order and section, whatever stands between them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(between, person), { minLength: 1, maxLength: 60 }), (pages) => {
        let status = 'present';
        const cells: string[][] = [HEADER];
        const expected: string[] = [];
        for (const [what, row] of pages) {
          if (what === 'header') cells.push(HEADER);
          else if (what === 'page') cells.push(['12']);
          else if (what !== 'row') {
            cells.push([what, '', '', '', '', '']);
            status = what === 'EXCUSÉS' ? 'excused' : 'present';
          }
          cells.push([...row]);
          expected.push([cells.length, status, ...row].join('|'));
        }
        const { rows, unread } = read(...cells);
        expect(
          rows.map((r) =>
            [r.line, r.status, r.civility ?? '', r.givenName, r.familyName, r.role, r.organisation, r.mailbox ?? ''].join('|'),
          ),
        ).toEqual(expected);
        expect(unread).toHaveLength(pages.filter(([what]) => what === 'page').length);
      }),
    );
  });

  it('judges any rows without changing or losing one, and names only lines that exist', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 40 }), (people) => {
        const { rows } = read(HEADER, ...people.map((row) => [...row]));
        const before = JSON.stringify(rows);
        const { warnings, counts } = findContradictions(rows, [], recogniseAll(printedOrganisations(rows)));
        expect(JSON.stringify(rows)).toBe(before);
        expect(counts.total.rows).toBe(people.length);
        expect(counts.total.persons).toBeLessThanOrEqual(people.length);
        const lines = new Set(rows.map((row) => row.line));
        expect(warnings.flatMap((warning) => warning.lines).every((line) => lines.has(line))).toBe(true);
      }),
    );
  });
});
