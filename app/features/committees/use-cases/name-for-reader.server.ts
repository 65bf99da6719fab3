import type { Ctx } from '#app/platform/ctx.ts';
import type { OrganisationDecision } from '../domain/import-batch.ts';
import type { Recognition, RegisteredOrganisation } from '../domain/recognition.ts';
import { registered } from '../domain/registered.ts';
import { type BatchRow, organisationsById } from '../queries.server.ts';

/**
 * A batch whose organisations bear their names in the reader's language: it keeps those that whoever staged it, or decided,
 * was shown. Organisations that are gone from the registry keep what is stored.
 */
export async function nameForReader(ctx: Ctx, batch: BatchRow): Promise<BatchRow> {
  const { snapshot, decisions } = batch;
  const found = Object.values(snapshot.recognitions).flatMap(({ organisation, candidates }) => [
    organisation,
    ...candidates.map((each) => each.organisation),
  ]);
  const chosen = Object.values(decisions.organisations).map((decision) => (decision.kind === 'registered' ? decision.organisation : null));
  const ids = new Set([...found, ...chosen].flatMap((organisation) => organisation?.id ?? []));
  const known = new Map((await organisationsById(ctx.db, [...ids])).map((row) => [row.id, registered(row, ctx.locale)]));
  const named = <T extends RegisteredOrganisation | null>(organisation: T) =>
    organisation ? { ...organisation, name: known.get(organisation.id)?.name ?? organisation.name } : organisation;
  const recognition = ({ organisation, confidence, candidates }: Recognition): Recognition => ({
    organisation: named(organisation),
    confidence,
    candidates: candidates.map((each) => ({ ...each, organisation: named(each.organisation) })),
  });
  const decision = (made: OrganisationDecision): OrganisationDecision =>
    made.kind === 'registered' ? { ...made, organisation: named(made.organisation) } : made;
  return {
    ...batch,
    snapshot: { ...snapshot, recognitions: mapValues(snapshot.recognitions, recognition) },
    decisions: { ...decisions, organisations: mapValues(decisions.organisations, decision) },
  };
}

function mapValues<T>(record: Readonly<Record<string, T>>, of: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value)]));
}
