import { gatherReadiness, markCells } from '#app/features/deliverables/public.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { granted } from './granted.ts';

/** What the first authorities of each side are made to have handed in early: who, of whom the sheet is begun or here, who shows no poster. */
const EARLY = [
  { at: 0, deliverable: 'presentation-sheet', to: 'received', on: '2026-03-09', note: '' },
  { at: 1, deliverable: 'presentation-sheet', to: 'in-progress', on: '2026-03-12', note: '' },
  { at: 2, deliverable: 'presentation-sheet', to: 'in-progress', on: '2026-03-13', note: '' },
  { at: 3, deliverable: 'poster', to: 'waived', on: '2026-03-10', note: 'Présente un film à la place de l’affiche' },
] as const;

/** Marks a few deliverables of the demo edition through the use case; nothing when some are marked already. */
export async function seedDemoReadiness(base: Ctx, slug: string): Promise<void> {
  const ctx: Ctx = { ...base, locale: 'fr' };
  const { lines } = granted(await gatherReadiness(ctx, slug));
  if (lines.some(({ cells }) => cells.some(({ mark }) => mark !== null))) return;
  for (const { at, deliverable, to, on, note } of EARLY) {
    const asked = lines.filter(({ cells }) => cells.some((cell) => cell.deliverable === deliverable));
    const [line] = asked.slice(at);
    if (line)
      granted(await markCells(ctx, slug, { cells: [{ organisationId: line.organisation.id, deliverable, revision: 0 }], to, on, note }));
  }
}
