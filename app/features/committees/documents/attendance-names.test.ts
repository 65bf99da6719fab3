import { describe, expect, it } from 'vitest';
import { nameRuns, organisationRun, roleRun, shownCivility } from './attendance-names.ts';
import { sampleRow } from './testing.ts';

const native = { familyName: '谷口', givenName: '健太', kana: 'たにぐち けんた' };
const shown = (row: ReturnType<typeof sampleRow>, lang: 'fr' | 'en' | 'ja') =>
  nameRuns(row, lang)
    .map((run) => run.text)
    .join('');

describe('a name in a list', () => {
  const antonin = sampleRow(0, { civility: 'Monsieur', givenName: 'Antonin', familyName: 'de Bellanger' });
  const emilie = sampleRow(0, { civility: 'Madame', givenName: 'Émilie', familyName: 'Dubreuil-Dufresne é' });
  const kenta = sampleRow(0, { civility: 'Monsieur', givenName: 'Kenta', familyName: 'Taniguchi', native });

  it('has the recorded civility, the given name and the family name in capitals, accents kept, in French', () => {
    expect(shown(antonin, 'fr')).toBe('M. Antonin DE BELLANGER');
    expect(shown(emilie, 'fr')).toBe('Mme Émilie DUBREUIL-DUFRESNE É');
    expect(shown(kenta, 'fr')).toBe('M. Kenta TANIGUCHI');
    expect(shown(emilie, 'en')).toBe('Ms Émilie DUBREUIL-DUFRESNE É');
  });

  it('never supplies a civility that was not recorded, nor changes one it does not know', () => {
    expect(shown({ ...antonin, civility: null }, 'fr')).toBe('Antonin DE BELLANGER');
    expect(shown({ ...antonin, civility: '  ' }, 'en')).toBe('Antonin DE BELLANGER');
    expect(shown({ ...antonin, civility: 'Son Excellence' }, 'en')).toBe('Son Excellence Antonin DE BELLANGER');
  });

  it('is in its own script, family name first and without honorific in Japanese, else Latin in its printed order', () => {
    expect(nameRuns(kenta, 'ja')).toEqual([{ text: '谷口\u3000健太', style: 'strong' }]);
    expect(shown(antonin, 'ja')).toBe('Antonin DE BELLANGER');
    expect(shownCivility(antonin, 'ja')).toBe('');
  });

  it('shows the only name there is, marked with its language', () => {
    expect(nameRuns(sampleRow(0, { givenName: '', familyName: '', native }), 'fr')).toEqual([
      { text: '谷口\u3000健太', lang: 'ja', style: 'strong' },
    ]);
    expect(shown(sampleRow(0, { civility: null, givenName: 'Madonna', familyName: '' }), 'fr')).toBe('Madonna');
    expect(shown(sampleRow(0, { civility: null, givenName: '', familyName: 'Pelé' }), 'ja')).toBe('PELÉ');
  });
});

describe('an organisation in a list', () => {
  const { organisation } = sampleRow(0);

  it('has its name in the language of the list, else in another one that is marked, else as printed', () => {
    expect(organisationRun(organisation, 'ja')).toEqual({ text: 'カンヌ市' });
    expect(organisationRun(organisation, 'en')).toEqual({ text: 'Cannes', lang: 'fr' });
    expect(organisationRun({ ...organisation, names: {} }, 'ja')).toEqual({ text: 'CANNES' });
  });
});

describe('a function in a list', () => {
  it('stays as written, marked with the language it is in', () => {
    expect(roleRun(sampleRow(0, { role: 'Maire' }), 'fr', 'fr')).toEqual({ text: 'Maire' });
    expect(roleRun(sampleRow(0, { role: 'Maire' }), 'fr', 'ja')).toEqual({ text: 'Maire', lang: 'fr' });
    expect(roleRun(sampleRow(0, { role: '国際交流課長' }), 'fr', 'fr')).toEqual({ text: '国際交流課長', lang: 'ja' });
    expect(roleRun(sampleRow(0, { role: 'Director' }), 'ja', 'fr')).toEqual({ text: 'Director' });
  });
});
