import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSettings } from '../form/form-settings.ts';
import { FORM_STAGES } from '../stages.ts';
import { hasAnswered, PARTICIPATION_STATES } from '../states.ts';
import { checkExchange, checkStateByHand, EXCHANGE_KINDS } from './exchange.ts';
import { proposalsOf, readLines } from './proposals.ts';
import { checkTie } from './tie.ts';

const TODAY = '2026-03-16';
const call = { kind: 'call', heldOn: '2026-03-10', personId: null, note: 'Will answer in April', newState: '' };

describe('an exchange', () => {
  it('moves no authority that has answered, and moves nobody to an answer', () => {
    for (const from of PARTICIPATION_STATES)
      for (const to of [...PARTICIPATION_STATES, '', 'toString', 'CONTACTED']) {
        const moved = checkStateByHand(from, to);
        expect(moved.ok).toBe(!hasAnswered(from) && ['to-contact', 'contacted', 'chased'].includes(to));
        const recorded = checkExchange({ ...call, newState: to }, TODAY, from);
        expect(recorded.ok).toBe(moved.ok || to === '' || to === from);
        if (recorded.ok && (to === '' || to === from)) expect(recorded.value.newState).toBeNull();
      }
  });

  it('has a day of the calendar that is not to come, a kind and a note', () => {
    const refused = (changes: object) => {
      const checked = checkExchange({ ...call, ...changes }, TODAY, 'contacted');
      return checked.ok ? null : checked.refusal.code.replace('participation.', '');
    };
    expect(refused({})).toBeNull();
    expect(refused({ heldOn: TODAY })).toBeNull();
    for (const heldOn of ['2026-03-17', '2026-02-30', '0206-03-10', '10/03/2026', '', 'tomorrow', '2026-3-1'])
      expect(refused({ heldOn })).toBe('bad-exchange-day');
    for (const kind of ['', 'fax', 'constructor']) expect(refused({ kind })).toBe('bad-exchange-kind');
    for (const note of ['', ' \n\t ']) expect(refused({ note })).toBe('empty-note');
    expect(refused({ note: '電'.repeat(4000) })).toBeNull();
    expect(refused({ note: '電'.repeat(4001) })).toBe('long-note');
    for (const kind of EXCHANGE_KINDS) expect(refused({ kind })).toBeNull();
  });
});

describe('the settings of a form', () => {
  const stages = (dates: Partial<Record<(typeof FORM_STAGES)[number], [string, string]>>) =>
    Object.entries(dates).map(([stage, [opensOn, closesOn]]) => ({ stage: stage as (typeof FORM_STAGES)[number], opensOn, closesOn }));
  const settings = { choiceCount: 2, choicesRanked: true, talkCount: 1, stages: [] };
  const refused = (changes: Partial<Parameters<typeof checkSettings>[0]>) => {
    const checked = checkSettings({ ...settings, ...changes }, '2026-10-21');
    return checked.ok ? null : [checked.refusal.code.replace('participation.', ''), checked.refusal.params?.field];
  };

  it('are numbers within bounds', () => {
    for (const choiceCount of [0, 10, Number.NaN, 1.5, -1]) expect(refused({ choiceCount })).toEqual(['bad-choice-count', 'choiceCount']);
    for (const talkCount of [-1, 10, Number.NaN]) expect(refused({ talkCount })).toEqual(['bad-talk-count', 'talkCount']);
    expect(refused({ choiceCount: 1, talkCount: 0 })).toBeNull();
  });

  it('have dates that stand in order, and all before the edition begins', () => {
    expect(refused({ stages: stages({ intention: ['2026-01-01', '2026-03-31'], workshops: ['2026-02-01', '2026-07-31'] }) })).toBeNull();
    expect(refused({ stages: stages({ intention: ['2026-01-01', ''] }) })).toEqual(['stage-without-date', 'closesOn.intention']);
    expect(refused({ stages: stages({ intention: ['', '2026-01-01'] }) })).toEqual(['stage-without-date', 'opensOn.intention']);
    expect(refused({ stages: stages({ intention: ['2026-02-30', '2026-03-01'] }) })).toEqual(['stage-without-date', 'opensOn.intention']);
    expect(refused({ stages: stages({ talks: ['2026-04-01', '2026-03-31'] }) })).toEqual(['stage-backwards', 'closesOn.talks']);
    // Of an edition whose dates nobody knows: the part of another century would stand in calendars that cannot hold it.
    const far = checkSettings({ ...settings, stages: stages({ delegation: ['2026-04-01', '9999-12-31'] }) }, null);
    expect(far.ok || far.refusal).toMatchObject({ code: 'participation.stage-without-date', params: { field: 'closesOn.delegation' } });
    expect(refused({ stages: stages({ talks: ['2026-04-01', '2026-10-21'] }) })).toEqual(['stage-after-edition', 'closesOn.talks']);
    expect(refused({ stages: stages({ intention: ['2026-02-01', '2026-03-31'], workshops: ['2026-01-01', '2026-07-31'] }) })).toEqual([
      'stage-opens-too-early',
      'opensOn.workshops',
    ]);
    // The order holds between neighbours that have dates, whatever lies between them.
    expect(refused({ stages: stages({ intention: ['2026-01-01', '2026-05-31'], delegation: ['2026-02-01', '2026-04-30'] }) })).toEqual([
      'stage-closes-too-early',
      'closesOn.delegation',
    ]);
  });

  it('come out in the order of the form, parts without dates left out', () => {
    const days = fc.array(fc.integer({ min: 10, max: 28 }), { minLength: 8, maxLength: 8 }).map((list) => [...list].sort((a, b) => a - b));
    fc.assert(
      fc.property(days, fc.subarray([...FORM_STAGES]), (sorted, dated) => {
        const typed = FORM_STAGES.map((stage, index) => {
          const has = dated.includes(stage);
          return { stage, opensOn: has ? `2026-03-${sorted[index]}` : '', closesOn: has ? `2026-03-${sorted[index + 4]}` : '' };
        });
        const checked = checkSettings({ ...settings, stages: [...typed].reverse() }, null);
        expect(checked.ok && checked.value.stages).toEqual(typed.filter(({ opensOn }) => opensOn));
      }),
    );
  });
});

describe('a tie', () => {
  it('is between two countries, with a year that has been and a source', () => {
    const refused = (since: string, source = 'CLAIR', countries: [string, string] = ['FR', 'JP']) => {
      const checked = checkTie({ since, source }, countries, TODAY);
      return checked.ok ? checked.value.since : checked.refusal.code.replace('participation.', '');
    };
    expect(refused('1958')).toBe('1958');
    expect(refused('１９５８')).toBe('1958');
    expect(refused('')).toBeNull();
    for (const year of ['58', '2027', '1066', '19580', 'since 1958']) expect(refused(year)).toBe('bad-tie-year');
    expect(refused('1958', ' ')).toBe('tie-without-source');
    expect(refused('1958', 'x'.repeat(301))).toBe('long-tie-source');
    expect(refused('1958', 'CLAIR', ['FR', 'FR'])).toBe('tie-within-country');
  });
});

describe('pasted names', () => {
  it('are read one a line, without bullets and numbers', () => {
    const read = readLines(' • Nancy\r\n\n2. Tours\t– Ville de Bordeaux\n  熊本市 \n14e arrondissement\n');
    expect(read.ok && read.value).toEqual(['Nancy', 'Tours', 'Ville de Bordeaux', '熊本市', '14e arrondissement']);
    expect(readLines('\n \n')).toEqual({ ok: true, value: [] });
    expect(readLines('Nancy\n'.repeat(200)).ok).toBe(true);
    expect(readLines('Nancy\n'.repeat(201))).toMatchObject({ refusal: { code: 'participation.too-many-lines', params: { count: 201 } } });
  });

  const candidate = (id: string, country = 'FR', isAuthority = true) => ({ candidate: { id, country, isAuthority } });
  const states = (findings: Parameters<typeof proposalsOf>[0], listed: string[] = []) =>
    proposalsOf(findings, ['FR'], new Set(listed)).map(({ state, candidateIds }) => [state, ...candidateIds]);

  it('are chosen only where the finder is sure, the authority may be added, and nothing above names it', () => {
    const nancy = { query: 'Nancy', confidence: 0.97, candidates: [candidate('nancy'), candidate('nancy-sur-cluses')] };
    expect(states([nancy, nancy])).toEqual([
      ['sure', 'nancy', 'nancy-sur-cluses'],
      ['twice', 'nancy', 'nancy-sur-cluses'],
    ]);
    expect(states([nancy], ['nancy'])).toEqual([['on-list', 'nancy', 'nancy-sur-cluses']]);
    expect(states([{ ...nancy, confidence: 0.6 }])).toEqual([['unsure', 'nancy', 'nancy-sur-cluses']]);
    // Sure of an embassy, or of the other side: what is left is not what was meant for sure.
    expect(states([{ ...nancy, candidates: [candidate('embassy', 'FR', false), candidate('nancy')] }])).toEqual([['unsure', 'nancy']]);
    expect(states([{ ...nancy, candidates: [candidate('kanazawa', 'JP'), candidate('nancy')] }])).toEqual([['unsure', 'nancy']]);
    expect(states([{ ...nancy, candidates: [candidate('kanazawa', 'JP')] }])).toEqual([['elsewhere']]);
    expect(states([{ query: 'Atlantis', confidence: 0, candidates: [] }])).toEqual([['unknown']]);
  });
});
