import { describe, expect, it } from 'vitest';
import { type LineEdition, type ProposalFacts, proposedMembers } from './proposed-members.ts';

const held = (ordinal: number, hostCountry: string, hostOrganisationId: string | null, year: string | null): LineEdition => ({
  ...{ ordinal, hostCountry, hostOrganisationId, year, held: true },
});
const LINE: LineEdition[] = [
  held(1, 'FR', 'nancy', '2008'),
  held(2, 'JP', 'kanazawa', '2010'),
  held(3, 'FR', 'chartres', '2012'),
  held(5, 'FR', 'tours', '2016'),
  held(7, 'FR', 'aix', '2022'),
  held(8, 'JP', 'shizuoka', '2024'),
  { ...held(9, 'FR', 'cannes', '2026'), held: false },
  { ...held(10, 'JP', null, '2028'), held: false },
];
const cannes: ProposalFacts = { kind: 'core', sides: ['FR'], ordinal: 9, line: LINE, coOrganisers: [], seated: [] };
const ids = (facts: Partial<ProposalFacts>) => proposedMembers({ ...cannes, ...facts }).map(({ organisationId }) => organisationId);

describe('the members proposed for a committee', () => {
  it('are its host, then its co-organisers, then the former hosts of its side by edition', () => {
    const coOrganisers = [
      { organisationId: 'cuf', country: 'FR' },
      { organisationId: 'mofa', country: 'JP' },
    ];
    expect(ids({ coOrganisers })).toEqual(['cannes', 'cuf', 'nancy', 'chartres', 'tours', 'aix']);
  });

  it('are those of both sides for a joint committee, of the other side alone for that side’s', () => {
    expect(ids({ kind: 'joint', sides: ['FR', 'JP'] })).toEqual(['cannes', 'nancy', 'kanazawa', 'chartres', 'tours', 'aix', 'shizuoka']);
    expect(ids({ sides: ['JP'] })).toEqual(['kanazawa', 'shizuoka']);
  });

  it('are nobody for a plenary committee', () => {
    expect(ids({ kind: 'plenary' })).toEqual([]);
  });

  it('leave out who sits there, hosts of later editions and of editions that were not held', () => {
    expect(ids({ seated: ['nancy', 'cannes'] })).toEqual(['chartres', 'tours', 'aix']);
    expect(ids({ ordinal: 5 })).toEqual(['tours', 'nancy', 'chartres']);
    const cancelled = LINE.map((edition) => (edition.ordinal === 3 ? { ...edition, held: false } : edition));
    expect(ids({ line: cancelled })).not.toContain('chartres');
  });

  it('stand once, with all their reasons, also without a known year', () => {
    const line = [...LINE, held(6, 'FR', 'cannes', null), held(4, 'FR', 'nancy', '2014')];
    const coOrganisers = [{ organisationId: 'nancy', country: 'FR' }];
    const proposed = proposedMembers({ ...cannes, line, coOrganisers });
    expect(proposed[0]).toEqual({ organisationId: 'cannes', host: true, coOrganiser: false, hostedIn: [] });
    expect(proposed[1]).toEqual({ organisationId: 'nancy', host: false, coOrganiser: true, hostedIn: ['2008', '2014'] });
  });
});
