import type { EditionRecord } from '#app/features/editions/public.ts';
import { AIX_DECLARATION, AIX_EDITORIAL, AIX_PROGRAMME, AIX_SITE } from './sources.ts';

/** The seventh edition, from the host's site and the declaration adopted at its close; put off by the pandemic. */
export const aix: EditionRecord = {
  slug: 'rfj-7',
  ordinal: 7,
  state: 'held',
  hostCountry: 'FR',
  host: { system: 'COG', kind: 'commune', code: '13001' },
  city: { fr: 'Aix-en-Provence', en: 'Aix-en-Provence', ja: 'エクス＝アン＝プロヴァンス' },
  dates: '2022-10-03/2022-10-06',
  movedFrom: {
    dates: '2020',
    reason: { fr: 'Pandémie de Covid-19', en: 'Covid-19 pandemic', ja: '新型コロナウイルス感染症の世界的流行' },
    source: AIX_EDITORIAL,
  },
  timeZone: 'Europe/Paris',
  theme: {
    fr: 'Dans un monde post-Covid, l’urgence de l’innovation au service d’un territoire durable et inclusif',
    en: 'In a post-Covid world, the urgency of innovation for sustainable and inclusive territories',
    ja: 'コロナ後の世界における、持続可能で包摂的な地域づくりのためのイノベーションの緊急性',
  },
  venue: { fr: 'Centre de congrès, Aix-en-Provence', en: 'Congress centre, Aix-en-Provence', ja: 'エクス＝アン＝プロヴァンス会議場' },
  // No Japanese version has been written of this one: the page shows the French and says so.
  presentation: {
    fr: 'Repoussées par la pandémie, ces Rencontres ont réuni à Aix-en-Provence des collectivités des deux pays autour de l’innovation. Pour la première fois, deux tables rondes ont précédé les ateliers : l’une d’élus des villes ayant déjà accueilli les Rencontres, l’autre d’experts. Elles se sont achevées par l’adoption de la Déclaration d’Aix-en-Provence.',
    en: 'Put off by the pandemic, the Meeting brought authorities of both countries to Aix-en-Provence to discuss innovation. For the first time two round tables came before the workshops: one of elected representatives of former host cities, one of experts. It closed with the Declaration of Aix-en-Provence.',
  },
  sdgs: Array.from({ length: 17 }, (_, index) => index + 1),
  source: AIX_SITE,
  organisations: [
    { ref: { system: 'LOCAL', kind: 'ministry', code: 'fr-meae' }, role: 'patronage' },
    { ref: { system: 'LOCAL', kind: 'ministry', code: 'jp-mic' }, role: 'patronage' },
    { ref: { system: 'LOCAL', kind: 'ministry', code: 'jp-mofa' }, role: 'patronage' },
  ],
  workshops: [
    {
      number: 1,
      title: {
        fr: 'Vers quel modèle économique durable ?',
        en: 'Towards which sustainable economic model?',
        ja: '持続可能な経済モデルを求めて',
      },
      subjects: [],
    },
    {
      number: 2,
      title: {
        fr: 'Une société responsable et respectueuse de tous',
        en: 'A responsible society that respects everyone',
        ja: '責任ある、すべての人を尊重する社会',
      },
      subjects: [],
    },
    {
      number: 3,
      title: {
        fr: 'Les collectivités locales, acteurs de l’environnement',
        en: 'Local authorities as actors for the environment',
        ja: '環境の担い手としての地方自治体',
      },
      subjects: [],
    },
  ],
  figures: [
    { kind: 'authorities', side: 'FR', value: 22, qualifier: 'exact', asOf: '2022-10-06', source: AIX_DECLARATION },
    { kind: 'authorities', side: 'JP', value: 14, qualifier: 'exact', asOf: '2022-10-06', source: AIX_DECLARATION },
    {
      kind: 'participants',
      value: 200,
      qualifier: 'over',
      asOf: '2022',
      source: AIX_EDITORIAL,
      note: { fr: 'décideurs publics des deux pays', en: 'public decision-makers of both countries', ja: '両国の行政関係者' },
    },
  ],
  contradictions: [
    {
      subject: 'workshop-title',
      printed: 'Les collectivités locales acteurs de l’environnement',
      kept: 'Les collectivités locales, acteurs de l’environnement',
      note: { fr: 'La virgule manque dans la déclaration.', en: 'The declaration lacks the comma.', ja: '宣言では読点が抜けている。' },
      source: AIX_PROGRAMME,
    },
  ],
};
