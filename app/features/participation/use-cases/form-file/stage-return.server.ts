import { createHash } from 'node:crypto';
import { enteredOnBehalfOf } from '#app/access/on-behalf-of.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { recordAudit } from '#app/platform/audit/record-audit.server.ts';
import { type Ctx, inTransaction } from '#app/platform/ctx.ts';
import { LISTS_SHEET } from '#app/platform/documents/form.ts';
import { readTabular } from '#app/platform/tabular/read-tabular.server.ts';
import { formLabels } from '../../documents/form-words.ts';
import { readForm } from '../../domain/form-file/read-form.ts';
import type { FormReading } from '../../domain/form-file/reading.ts';
import { type FormReference, readReference } from '../../domain/form-file/reference.ts';
import { findSameReturn } from '../../queries-returns.server.ts';
import { insertReturn } from '../../store-returns.server.ts';
import { openForReturn, openReturns } from './open-returns.server.ts';

/** A returned file: where it was given, for whom a person says it is where the file does not, its name and its bytes. */
export type ReturnedFile = {
  /** The edition's slug, or the participation on whose page it was given. */
  at: { edition: string } | { participationId: string };
  chosen: string | null;
  fileName: string;
  bytes: Uint8Array;
};

/** The return of a file; `again` when the same file was given before, and nothing was written. */
export type StagedReturn = { returnId: string; again: boolean };

/**
 * Reads a returned form into a draft whose differences a person looks at; nothing reaches the form yet. The same bytes
 * again give the return that stands. A file made for another authority or edition, or that is no form, is refused with
 * nothing written and nothing said of whose it is; rights come from the actor alone, never from the file.
 */
export async function stageReturn(ctx: Ctx, file: ReturnedFile): Promise<Result<StagedReturn>> {
  // Whoever may take in nothing has no file read at all.
  const gate = await mayTakeIn(ctx, file.at);
  if (!gate.ok) return gate;
  const read = await readFile(file.bytes);
  if (!read.ok) return read;
  const { reading, reference } = read.value;
  const whose = ownerOf(gate.value, file.chosen, reference);
  if (!whose.ok) return whose;
  const opened = await openForReturn(ctx, whose.value);
  if (!opened.ok) return opened.refusal.code === 'not-found' ? refuse('participation.return-other-authority') : opened;
  const { participation, organisation } = opened.value;
  const fileHash = createHash('sha256').update(file.bytes).digest('hex');
  return inTransaction(ctx, async (tx) => {
    const standing = await findSameReturn(tx.db, participation.id, fileHash);
    if (standing) return ok({ returnId: standing.id, again: true });
    const baseRevision = reference && (reference.participationId === null ? 0 : reference.revision);
    const uploadedBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
    const row = { participationId: participation.id, fileName: tidyFileName(file.fileName), fileHash, baseRevision, reading, uploadedBy };
    const returnId = await insertReturn(tx.db, row);
    if (!returnId) {
      const other = await findSameReturn(tx.db, participation.id, fileHash);
      return other ? ok({ returnId: other.id, again: true }) : refuse('conflict');
    }
    await recordAudit(tx, {
      action: 'participation.stage-return',
      subject: { type: 'form-return', id: returnId },
      ...enteredOnBehalfOf(tx.actor, organisation.id),
      after: { participationId: participation.id, fileHash, answers: reading.fields.length },
    });
    return ok({ returnId, again: false });
  });
}

/** Where a file may be taken in: the edition, for which authorities, and the one of the page. */
type Intake = { edition: string; mine: ReadonlySet<string>; page: string | null };

async function mayTakeIn(ctx: Ctx, at: ReturnedFile['at']): Promise<Result<Intake>> {
  if ('participationId' in at) {
    const opened = await openForReturn(ctx, at.participationId);
    if (!opened.ok) return opened;
    const { view, participation } = opened.value;
    return ok({ edition: view.edition.slug, mine: new Set([participation.id]), page: participation.id });
  }
  const opened = await openReturns(ctx, at.edition);
  if (!opened.ok) return opened;
  const mine = new Set(opened.value.mine.map(({ participation }) => participation.id));
  return ok({ edition: at.edition, mine, page: null });
}

/** Whose form a file is: as its reference says, which must agree with the page; else as a person says. */
function ownerOf({ edition, mine, page }: Intake, chosen: string | null, reference: FormReference | null): Result<string> {
  if (reference && reference.edition !== edition) return refuse('participation.return-other-edition');
  const said = reference?.participationId ?? null;
  const meant = page ?? chosen;
  if (said !== null && meant !== null && said !== meant) return refuse('participation.return-other-authority');
  const owner = said ?? meant;
  if (owner === null) return refuse('participation.return-without-authority');
  // The same words whether it is another's or nobody's: a forged reference finds nothing out.
  return mine.has(owner) ? ok(owner) : refuse('participation.return-other-authority');
}

async function readFile(bytes: Uint8Array): Promise<Result<{ reading: FormReading; reference: FormReference | null }>> {
  const file = await readTabular(bytes, { keepLines: true, refuseMacros: true });
  if (!file.ok) return file;
  const { format, rows, hiddenSheets } = file.value;
  if (format !== 'xlsx' && format !== 'docx') return refuse('tabular.unsupported-type', { type: format.toUpperCase() });
  const reference = readReference(rows.flatMap(({ cells }) => cells.map(({ text }) => text)));
  if (reference === 'contradictory') return refuse('participation.return-two-references');
  if (reference === 'newer') return refuse('participation.return-newer');
  const { fields, unread } = readForm(rows, formLabels());
  if (fields.length === 0) return refuse('participation.return-no-form');
  const others = hiddenSheets.filter((name) => name !== LISTS_SHEET);
  return ok({ reading: { format, lang: reference?.lang ?? null, fields, unread, hiddenSheets: others }, reference });
}

/** A file name as it is shown: without folders and control characters, not endless. */
function tidyFileName(name: string): string {
  return name.split(/[/\\]/).at(-1)?.replace(/\p{C}/gu, '').trim().slice(0, 120) || '–';
}
