import type { MakeableDocument } from '#app/features/agendas/public.server.ts';
import { doc5Exporter, doc6Exporter } from '#app/features/participation/export.cli.server.ts';
import { doc10Exporter } from '#app/features/timeline/export.cli.server.ts';
import { doc7Exporter, doc8Exporter } from '#app/features/workshops/export.cli.server.ts';
import { type LocalisedText, localised } from '#app/lib/localised-text.ts';
import type { Exporter } from '#app/platform/cli/exporter.ts';

function bound(exporter: Exporter, title: LocalisedText): MakeableDocument {
  return {
    key: exporter.document,
    title,
    make: (ctx, { edition, lang }) => exporter.make(ctx, { edition, lang, format: 'pdf', meeting: undefined }),
  };
}

/** The documents of the program that may be bound into a meeting's file of participants, with the titles they have there. */
export const meetingDocuments: readonly MakeableDocument[] = [
  bound(
    doc5Exporter,
    localised('fr', { fr: 'Liste d’intentions de participation', en: 'List of intentions to take part', ja: '参加意向一覧' }),
  ),
  bound(doc6Exporter, localised('fr', { fr: 'Fiche d’intention de participation', en: 'Intention form', ja: '参加意向調査票' })),
  bound(
    doc7Exporter,
    localised('fr', {
      fr: 'Répartition des collectivités par atelier et résumés des interventions',
      en: 'Authorities by workshop, with the summaries of their talks',
      ja: '分科会別参加自治体一覧および発表要旨',
    }),
  ),
  bound(
    doc8Exporter,
    localised('fr', {
      fr: 'Répartition des collectivités par atelier (liste courte)',
      en: 'Authorities by workshop (short list)',
      ja: '分科会別参加自治体一覧（簡易版）',
    }),
  ),
  bound(doc10Exporter, localised('fr', { fr: 'Échéancier des préparatifs', en: 'Timeline of the preparation', ja: '準備日程表' })),
];
