import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from './domain/differences.ts';
import type { OrganisationInput } from './domain/organisation-input.ts';
import { factsForm, factsValues, keptValues, nameRows, refusedField, withMoreRows } from './forms.ts';

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

const line = fc.string({ unit: fc.constantFrom(...'abcé静岡 <>"&\'-'), minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '');
const option = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const facts: fc.Arbitrary<OrganisationInput> = fc.record({
  names: fc.array(
    fc.record({ lang: fc.constantFrom('fr', 'ja', 'ja-Hrkt', 'und'), kind: fc.constantFrom('official', 'short', 'alias'), name: line }),
    { maxLength: 20 },
  ),
  population: option(fc.integer({ min: 0, max: 100_000_000 })),
  populationYear: option(fc.integer({ min: 1800, max: 2200 })),
  latitude: option(fc.integer({ min: -9_000_000, max: 9_000_000 }).map((n) => n / 100_000)),
  longitude: option(fc.integer({ min: -18_000_000, max: 18_000_000 }).map((n) => n / 100_000)),
  validFrom: option(fc.constantFrom('2021', '2021-03', '2021-03-01')),
  validTo: option(fc.constantFrom('2022', '2022-03')),
});

const numbers = (typed: Record<string, string>) => {
  const { population, latitude, longitude } = factsForm(formOf(typed));
  return { population, latitude, longitude };
};

describe('the form of an organisation', () => {
  it('sends back untouched what it was made from', () => {
    fc.assert(
      fc.property(facts, (given) => {
        expect(differences(given, factsForm(formOf(factsValues(given))))).toEqual([]);
      }),
    );
  });

  it.each([
    ['103671', 103_671],
    ['103 671', 103_671],
    ['103\u202f671', 103_671],
    ['１０３，６７１', 103_671],
    ['103.671', 103_671],
    ['', null],
    ['beaucoup', Number.NaN],
    ['1e9', Number.NaN],
    ['0x10', Number.NaN],
    ['9'.repeat(40), Number.NaN],
    ['<b>1</b>', Number.NaN],
  ])('reads the population %j as %j', (typed, read) => {
    expect(numbers({ population: typed }).population).toEqual(read);
  });

  it.each([
    ['48,69', 48.69],
    ['−8.01', -8.01],
    ['-180', -180],
    ['48°41', Number.NaN],
    ['Infinity', Number.NaN],
  ])('reads the latitude %j as %j', (typed, read) => {
    expect(numbers({ latitude: typed }).latitude).toEqual(read);
  });

  it('gives more lines when asked, but never without end', () => {
    let values: Record<string, string> = { rows: '3' };
    for (let i = 0; i < 100; i++) values = withMoreRows(values);
    expect(nameRows(values)).toBe(120);
    for (const rows of ['1e9', '-1', '99999', 'x']) expect(nameRows({ rows })).toBeLessThanOrEqual(120);
  });

  it('keeps everything typed but files, and of a choice given twice the one that is not empty', () => {
    const form = formOf({ 'name-0': ' <i>Nancy</i> ' });
    form.append('parent', '');
    form.append('parent', 'chosen');
    form.append('aliases', new File(['x'], 'x'));
    expect(keptValues(form)).toEqual({ 'name-0': ' <i>Nancy</i> ', parent: 'chosen' });
  });

  it('puts the refusal of a name at the line that holds it', () => {
    const values = { rows: '3', 'name-0': 'Nancy', 'name-2': '***', aliases: 'Nancey\n---' };
    const at = (name: string) => refusedField({ code: 'authorities.bad-name', params: { name } }, values);
    expect([at('***'), at('---'), at('elsewhere')]).toEqual(['name-2', 'aliases', 'name-0']);
    expect(refusedField({ code: 'authorities.bad-place' }, values)).toBe('latitude');
  });
});
