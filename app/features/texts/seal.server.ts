import { createHash } from 'node:crypto';
import type { Db } from '#app/platform/db/client.ts';
import type { TextDocument } from './domain/document.ts';
import { type SealedApproval, sealedContent, versionContent } from './domain/seal.ts';
import type { TextRow } from './queries.server.ts';
import { findSeal, type VersionRow } from './queries-life.server.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** What tells two versions apart: a document and its annexes as 64 hexadecimal digits. */
export function hashOfVersion(document: TextDocument, annexes: unknown): string {
  return sha256(versionContent(document, annexes));
}

/** The seal of a version: what `sealedContent` says, as 64 hexadecimal digits. */
export function sealOf(
  text: Pick<TextRow, 'kind' | 'lang'>,
  version: Pick<VersionRow, 'number' | 'document' | 'annexes'>,
  sealed: { sealedOn: string; approvals: readonly SealedApproval[] },
): string {
  const { number, document, annexes } = version;
  return sha256(sealedContent({ kind: text.kind, lang: text.lang, number, document, annexes, ...sealed }));
}

/** What a seal was found to be: the one that was kept and the one that the text has now. */
export type SealCheck = { version: number; sealedOn: string; seal: string; computed: string; holds: boolean };

/** Computes the seal of an approved text again from what is stored; null for a text without one. */
export async function verifySeal(db: Db, text: Pick<TextRow, 'id' | 'kind' | 'lang'>): Promise<SealCheck | null> {
  const found = await findSeal(db, text.id);
  if (!found) return null;
  const { seal, version } = found;
  const computed = sealOf(text, version, seal);
  return { version: version.number, sealedOn: seal.sealedOn, seal: seal.seal, computed, holds: computed === seal.seal };
}
