import { canonicalJson, type TextDocument } from './document.ts';

/** A side's yes as the seal holds it. No person is in it: erasing a person's data must not break the seal. */
export type SealedApproval = { side: string; on: string; bySilence: boolean };

export type Sealed = {
  kind: string;
  lang: string;
  number: number;
  document: TextDocument;
  annexes: unknown;
  /** `YYYY-MM-DD`. */
  sealedOn: string;
  approvals: readonly SealedApproval[];
};

/**
 * What the seal of an approved text is the SHA-256 of, in UTF-8: canonical JSON (keys sorted by code unit, no spaces) of the document,
 * what was frozen along with it, the day, and which side said yes on which day and how. `format` names this composition, so that another
 * one can follow without making old seals doubtful.
 */
export function sealedContent({ kind, lang, number, document, annexes, sealedOn, approvals }: Sealed): string {
  const inOrder = [...approvals].sort((a, b) => (a.side < b.side ? -1 : 1)).map(({ side, on, bySilence }) => ({ side, on, bySilence }));
  return canonicalJson({
    format: 'entente-text-1',
    ...{ kind, lang, number, document, annexes: annexes ?? null, sealedOn },
    approvals: inOrder,
  });
}

/** What tells two versions apart: canonical JSON of the document and of what is frozen along with it. */
export function versionContent(document: TextDocument, annexes: unknown): string {
  return canonicalJson({ document, annexes: annexes ?? null });
}
