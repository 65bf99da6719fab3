import { describe, expect, it } from 'vitest';
import { checkDocument } from '#app/features/texts/domain/document.ts';
import { newId } from '#app/lib/id.ts';
import { LOCALES } from '#app/lib/locale.ts';
import { type ComposeFacts, composeDocument } from './compose-document.ts';
import { minutesTexts } from './texts.ts';

const FACTS: ComposeFacts = {
  chair: 'Monsieur Antonin DE BELLANGER, Adjoint au Maire',
  taker: 'Mme Z',
  counts: { registered: 60, present: 48, authorities: 29, excused: 80 },
  items: [
    {
      title: 'Présentation',
      documents: [
        { number: '5', title: 'Liste <b>' },
        { number: '6', title: '' },
      ],
      speakers: [
        { label: 'Mme X', personId: newId() },
        { label: `M. ${'y'.repeat(400)}`, personId: null },
      ],
    },
    { title: 'Divers', documents: [], speakers: [] },
  ],
  next: [{ meeting: '2e COPIL', date: 'février 2026', mode: 'en visioconférence' }],
};
const NOTHING: ComposeFacts = { chair: null, taker: null, counts: null, items: [], next: [] };

describe('composed minutes', () => {
  it.each(LOCALES)('are a document that the editor takes, in %s, whatever is known of the meeting', (lang) => {
    for (const facts of [FACTS, NOTHING]) expect(checkDocument(composeDocument(facts, minutesTexts(lang), newId)).ok).toBe(true);
  });

  it('follow the agenda: a heading, the documents, an empty statement for each speaker', () => {
    const { content } = composeDocument(FACTS, minutesTexts('fr'), newId);
    const at = content.findIndex((block) => block.type === 'heading');
    expect(content.slice(at, at + 6).map(({ type }) => type)).toEqual([
      ...['heading', 'paragraph', 'statement', 'statement'],
      ...['heading', 'paragraph'],
    ]);
    expect(JSON.stringify(content[at + 1])).toContain('{"type":"docRef","attrs":{"number":"5"}}');
    expect(content[at + 2]).toMatchObject({ attrs: { speaker: 'Mme X' }, content: [{ type: 'paragraph' }] });
  });

  it('quote the figures that were computed, and none when nobody is on the list', () => {
    const said = JSON.stringify(composeDocument(FACTS, minutesTexts('fr'), newId));
    for (const figure of ['60 personnes inscrites', '48 présentes', '29 collectivités', '80 excusées']) expect(said).toContain(figure);
    expect(JSON.stringify(composeDocument(NOTHING, minutesTexts('fr'), newId))).not.toContain('inscrite');
  });

  it('never say that more were there than those among whom they are counted', () => {
    const counts = { registered: 1, present: 3, authorities: 1, excused: 0 };
    const said = (lang: (typeof LOCALES)[number]) => JSON.stringify(composeDocument({ ...NOTHING, counts }, minutesTexts(lang), newId));
    expect(said('fr')).toMatch(/1\spersonne s’était inscrite\s; 3\sétaient présentes/);
    expect(said('fr')).not.toContain('dont');
    expect(said('ja')).not.toContain('うち');
  });

  it('give every statement, decision and action an identifier of its own, and end with the grid and the list', () => {
    const { content } = composeDocument(FACTS, minutesTexts('ja'), newId);
    const ids = content.flatMap((block) => ('attrs' in block && 'id' in block.attrs ? [block.attrs.id] : []));
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(4);
    expect(content.filter(({ type }) => type === 'timelineGrid' || type === 'attendanceList').map(({ type }) => type)).toEqual([
      'timelineGrid',
      'attendanceList',
    ]);
  });
});
