import { describe, expect, it } from 'vitest';
import { fixtureBytes, printedRows } from '../testing/fixture.ts';
import { countAttendance } from './count-attendance.ts';
import { splitFullName } from './person-name.ts';
import { looksTruncated } from './row-flags.ts';
import { sectionOf } from './sections.ts';
import { readStatedCounts } from './stated-counts.ts';

describe('section titles', () => {
  it.each([
    'LISTE DES PARTICPANTS',
    'Liste des participants',
    'PRÉSENTS',
    'Étaient présents :',
    'Participants (45)',
    'Attendees',
    '出席者',
    '参加者名簿',
  ])('%s opens the present', (text) => expect(sectionOf(text)).toBe('present'));

  it.each([
    'EXCUSÉS',
    'Excusé(e)s',
    'Personnes excusées',
    'Absents excusés',
    'Étaient excusés :',
    'Apologies for absence',
    'EXCUSES (96)',
    '欠席者一覧',
    '欠席者：',
  ])('%s opens the excused', (text) => expect(sectionOf(text)).toBe('excused'));

  it.each([
    '',
    '12',
    'Présentation',
    'Monsieur',
    'PAU',
    'Le maire a présenté ses excuses',
    'Présents et excusés',
    '静岡市',
    'Liste des documents',
  ])('%s opens none', (text) => expect(sectionOf(text)).toBeNull());
});

describe('counts in the text', () => {
  const counts = (...lines: string[]) =>
    readStatedCounts(printedRows(lines.map((line) => [line]))).map(({ thing, value, quality }) => `${thing} ${quality} ${value}`);

  it('reads French, English and Japanese sentences', () => {
    expect(counts('12 inscrits dont 9 présents, issus de 7 collectivités ; environ 30 personnes se sont excusées.')).toEqual([
      'registered exact 12',
      'present exact 9',
      'presentAuthorities exact 7',
      'excused about 30',
    ]);
    expect(counts('60 participants registered; 48 attended, from 29 local authorities; over 80 people sent apologies.')).toEqual([
      'registered exact 60',
      'present exact 48',
      'presentAuthorities exact 29',
      'excused at-least 80',
    ]);
    expect(counts('登録60名、29自治体から48名が出席した。欠席者は80名以上。')).toEqual([
      'present exact 48',
      'presentAuthorities exact 29',
      'excused at-least 80',
    ]);
  });

  it('reads a sentence that pasted text broke, and names the line of the number', () => {
    expect(readStatedCounts(printedRows([['Le comité comptait 48'], ['personnes présentes.']]))).toEqual([
      { thing: 'present', value: 48, quality: 'exact', line: 1 },
    ]);
  });

  it('takes no other number for one', () => {
    expect(
      counts(
        'Déjeuner (70 personnes)',
        'Cocktail (150 personnes), tous présents',
        '17 ODD',
        'le 22 septembre, excusée',
        '1er COPIL',
        '2 ateliers',
      ),
    ).toEqual([]);
  });

  it('does not read cells of a table as running text', () => {
    expect(readStatedCounts(printedRows([['48 présents', 'x']]))).toEqual([]);
  });
});

describe('functions that were cut', () => {
  it.each([
    'Action Sociale et Solid',
    'Adjoint au maire délégué aux relations inter',
    'Chargée de',
    'Directrice du protocole,',
    'Conseiller (relations',
    'Vice-présidente chargée…',
  ])('%s', (role) => expect(looksTruncated(role)).toBe(true));

  it('flags one function in the printed table only', () => {
    const roles = fixtureBytes()
      .toString('utf8')
      .split('\n')
      .map((line) => line.split('\t')[3] ?? '')
      .filter(Boolean);
    expect(roles.length).toBeGreaterThan(140);
    expect(roles.filter(looksTruncated)).toHaveLength(1);
  });
});

describe('names', () => {
  it.each([
    ['Zoé AUDEBERT-BAILLARD', 'Zoé', 'AUDEBERT-BAILLARD', true],
    ['DE NOGARET Jules', 'Jules', 'DE NOGARET', true],
    ['J. DURAND', 'J.', 'DURAND', true],
    ['ANNE DURAND', 'ANNE', 'DURAND', false],
    ['Durand', '', 'Durand', false],
    ['静岡 花子', '花子', '静岡', true],
  ])('%s', (printed, givenName, familyName, sure) => {
    expect(splitFullName(printed, null)).toEqual({ civility: null, givenName, familyName, sure });
  });
});

describe('counting', () => {
  it('does not count an authority as excused that has somebody present, and counts a repeated person once', () => {
    const row = (status: 'present' | 'excused', person: string, organisation: string) => ({
      status,
      person,
      organisation,
      organisationClass: 'authority' as const,
    });
    const counts = countAttendance([
      row('present', 'a', 'PAU'),
      row('excused', 'b', 'PAU'),
      row('excused', 'c', 'TOURS'),
      row('excused', 'c', 'TOURS'),
    ]);
    expect(counts.excused).toMatchObject({ rows: 3, persons: 2, authorities: 1 });
    expect(counts.total).toEqual({ rows: 4, persons: 3 });
  });
});
