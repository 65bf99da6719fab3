import { isId } from '#app/lib/id.ts';
import type { Locale } from '#app/lib/locale.ts';
import { localised } from '#app/lib/localised-text.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { dayIn } from '#app/platform/clock.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { checkTie, type TieInput } from '../../domain/list/tie.ts';
import { participationPermissions } from '../../permissions.ts';
import { participantOrganisations } from '../../queries.server.ts';
import { insertTwins } from '../../store.server.ts';
import { openParticipation } from '../open-participation.server.ts';

export type RecordTie = TieInput & { participationId: string; otherId: string; lang: Locale };

/**
 * Records that an authority of a list is tied with one of another country, since when and where that is written (in the
 * language given). Refuses what `checkTie` refuses, an organisation that is no authority (`participation.no-authority`) and
 * a tie on record already (`participation.tie-known`).
 */
export async function recordTie(ctx: Ctx, { participationId, otherId, lang, ...input }: RecordTie): Promise<Result<void>> {
  return inTransaction(ctx, async (tx) => {
    const opened = await openParticipation(tx, participationPermissions.mobilise, participationId);
    if (!opened.ok) return opened;
    const { organisation, view } = opened.value;
    const [other] = isId(otherId) ? await participantOrganisations(tx.db, [otherId]) : [];
    if (!other) return refuse('participation.tie-with-nobody');
    if (!other.isAuthority) return refuse('participation.no-authority');
    const today = dayIn(view.edition.timeZone, tx.clock.now());
    const tie = checkTie(input, [organisation.country, other.country], today);
    if (!tie.ok) return tie;
    const { since, source } = tie.value;
    const written = await insertTwins(tx.db, { a: organisation.id, b: other.id, since, source: localised(lang, { [lang]: source }) });
    if (!written) return refuse('participation.tie-known');
    await recordAudit(tx, {
      action: 'participation.record-tie',
      subject: { type: 'organisation', id: organisation.id },
      after: { with: other.id, since, source },
    });
    return ok(undefined);
  });
}
