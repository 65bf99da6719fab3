import { createOrganisation } from '#app/features/authorities/public.server.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { fold } from '../domain/fold.ts';
import type { OrganisationDecision } from '../domain/import-batch.ts';
import { decidedRecognitions } from '../domain/plan-import.ts';
import type { BatchRow } from '../queries.server.ts';
import type { OrganisationOf } from './record-persons.server.ts';

/** The organisation decided for each printed name, and those made for it. */
export type CreatedOrganisations = { idOf: OrganisationOf; created: string[] };

type Made = { id: string; country: string };
type Wanted = Extract<OrganisationDecision, { kind: 'create' }>;

/**
 * Makes the hand-made organisations that were decided, one for several spellings of one name, and tells for every printed
 * name which organisation it is. Refuses what the registry refuses, a name that it knows already among others.
 */
export async function createOrganisations(tx: Ctx, batch: BatchRow): Promise<Result<CreatedOrganisations>> {
  const decided = decidedRecognitions(batch.snapshot, batch.decisions);
  const made = new Map<string, Made>();
  const byName = new Map<string, Made>();
  for (const [printed, decision] of Object.entries(batch.decisions.organisations)) {
    if (decision.kind !== 'create') continue;
    const key = `${decision.country} ${decision.organisationKind} ${fold(decision.name)}`;
    const created = byName.get(key) ?? (await make(tx, decision));
    if ('ok' in created) return created;
    byName.set(key, created);
    made.set(printed, created);
  }
  const idOf: OrganisationOf = (printed) => made.get(printed) ?? decided.get(printed)?.organisation ?? null;
  return ok({ idOf, created: [...byName.values()].map(({ id }) => id) });
}

async function make(tx: Ctx, wanted: Wanted): Promise<Made | ReturnType<typeof refuse>> {
  const lang = /[\u3040-\u30ff\u3400-\u9fff]/.test(wanted.name) ? 'ja' : 'fr';
  const unknown = {
    population: null,
    populationYear: null,
    latitude: null,
    longitude: null,
    validFrom: null,
    validTo: null,
    parentId: null,
  };
  const names = [{ lang, kind: 'official', name: wanted.name }];
  const created = await createOrganisation(tx, {
    ...unknown,
    names,
    kind: wanted.organisationKind,
    country: wanted.country,
    evenSo: false,
  });
  if (created.ok) return { id: created.value.id, country: wanted.country };
  return refuse('committees.organisation-refused', {
    name: wanted.name,
    known: created.refusal.code === 'authorities.known-already' ? 'yes' : 'no',
  });
}
