import { describe, expect, it } from 'vitest';
import { differences } from './differences.ts';

const name = (text: string, kind = 'official', lang = 'fr') => ({ lang, kind, name: text });
const record = {
  names: [name('Vallombreuse'), name('ヴァロンブルーズ', 'official', 'ja')],
  ...{ population: 1200, populationYear: 2023, latitude: null, longitude: null, validFrom: '2021', validTo: null },
};

describe('what a second editor is shown', () => {
  it('is nothing when both say the same, whatever the order of names and the blanks around them', () => {
    const typed = { ...record, names: [...record.names.toReversed(), name(' '), name(' Vallombreuse ')] };
    expect(differences(record, typed)).toEqual([]);
  });

  it('is each fact on which they differ, with both sides', () => {
    const typed = { ...record, names: [name('Vallombreuse-les-Bains'), name('Vallombreuse', 'alias')], population: null, validTo: '2030' };
    expect(differences(record, typed)).toEqual([
      { field: 'names', now: ['Vallombreuse', 'ヴァロンブルーズ'], mine: ['Vallombreuse-les-Bains', 'Vallombreuse'] },
      { field: 'population', now: ['1200'], mine: [] },
      { field: 'validTo', now: [], mine: ['2030'] },
    ]);
  });
});
