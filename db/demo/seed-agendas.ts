import { addDocument, addItem, readAgendaDesk, recordVoiced } from '#app/features/agendas/public.server.ts';
import { meetingsOfEdition } from '#app/features/committees/public.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { granted } from './granted.ts';
import { PLENARY_AGENDA, PLENARY_DOCUMENTS, PLENARY_VOICED } from './rfj-9-agendas.ts';

/** Loads the agenda of the first French plenary committee, its documents and what was voiced there; nothing when there is an agenda already. */
export async function seedDemoAgendas(base: Ctx, editionId: string): Promise<void> {
  const ctx: Ctx = { ...base, locale: 'fr' };
  const all = await meetingsOfEdition(ctx.db, editionId);
  const plenary = all.find(
    ({ meeting, committee }) => committee.kind === 'plenary' && committee.sides.includes('FR') && meeting.number === 1,
  );
  if (!plenary) return;
  const meetingId = plenary.meeting.id;
  const { items, nameables } = granted(await readAgendaDesk(ctx, meetingId));
  if (items.length > 0) return;
  const idOf = (list: readonly { id: string; name: string }[], name: string) => list.find((one) => one.name === name)?.id ?? null;
  const documents = await seedDocuments(ctx, meetingId);
  for (const { title, note = {}, speakers, documents: numbers = [] } of PLENARY_AGENDA) {
    const ids = speakers.map((name) => idOf(nameables.persons, name));
    const labels = speakers.filter((_, i) => ids[i] === null).join('\n');
    const documentIds = numbers.flatMap((number) => documents.get(number) ?? []);
    const input = { title, note, minutes: null, speakerIds: ids.flatMap((id) => id ?? []), speakerLabels: labels, documentIds };
    granted(await addItem(ctx, meetingId, input));
  }
  for (const { kind, text, person = '', organisation, source, outcome } of PLENARY_VOICED) {
    const personId = idOf(nameables.persons, person) ?? '';
    const organisationId = idOf(nameables.organisations, organisation) ?? '';
    const settled = { state: outcome ? 'settled' : 'open', outcome: outcome?.text ?? {}, settledOn: outcome?.on ?? '' };
    const by = { personId, organisationId, byLabel: personId || organisationId ? '' : person || organisation };
    granted(await recordVoiced(ctx, plenary.committee.id, { kind, text, ...by, meetingId, mailDate: '', source, ...settled }));
  }
}

async function seedDocuments(ctx: Ctx, meetingId: string): Promise<Map<number, string>> {
  const ids = new Map<number, string>();
  for (const document of PLENARY_DOCUMENTS) {
    const { number } = document;
    const input =
      'generated' in document
        ? { number, kind: 'generated', generatedKey: document.generated, title: {}, body: {} }
        : { number, kind: 'page', generatedKey: '', title: document.title, body: document.body };
    ids.set(number, granted(await addDocument(ctx, meetingId, input, null)));
  }
  return ids;
}
