import type { OrganisationRef } from '#app/features/editions/public.ts';
import { MINUTES_TIMELINE } from './sources.ts';

const CUF: OrganisationRef = { system: 'LOCAL', kind: 'network', code: 'cuf' };
const CLAIR: OrganisationRef = { system: 'LOCAL', kind: 'network', code: 'clair-paris' };

/** The remark on what was due on the former host's site: the printed grid still names it. */
const ON_FORMER_SITE = {
  fr: 'imprimé : sur le site de Shizuoka, ville hôte des 8es Rencontres',
  en: 'printed: on the website of Shizuoka, host of the 8th Meeting',
  ja: '印字：前回開催市・静岡市のサイトで',
};

const base = { track: 'registration', audience: 'authorities', side: 'FR', source: MINUTES_TIMELINE } as const;

/**
 * The dates of the printed grid of the ninth edition, as printed: the year 2024 left over from the edition before stands in
 * them, in the rows of 2026. Dates printed without a year have that of their row.
 */
export const cannesTimeline = [
  {
    ...base,
    ...{ kind: 'deadline', track: 'declaration', audience: 'core-committee', deliverable: 'declaration-answer-1', date: '2026-05-31' },
    title: {
      fr: 'Déclaration finale : réponse à la première version du comité japonais',
      en: 'Final declaration: answer to the Japanese committee’s first version',
      ja: '共同宣言：日本側第1案への回答',
    },
  },
  {
    ...base,
    ...{ kind: 'opening', deliverable: 'individual-registration', side: null, date: '2024-06-03', printedIn: '2026-06' },
    title: { fr: 'Ouverture des inscriptions individuelles', en: 'Individual registration opens', ja: '個人登録の受付開始' },
    note: ON_FORMER_SITE,
  },
  {
    ...base,
    ...{ kind: 'opening', deliverable: 'hotel-booking', side: null, date: '2024-06-03', printedIn: '2026-06' },
    title: { fr: 'Ouverture des réservations hôtelières', en: 'Hotel booking opens', ja: '宿泊予約の受付開始' },
    note: ON_FORMER_SITE,
  },
  {
    ...base,
    ...{ kind: 'deadline', deliverable: 'individual-registration', side: null, date: '2024-07-31', printedIn: '2026-07' },
    title: { fr: 'Inscription individuelle', en: 'Individual registration', ja: '個人登録' },
    note: ON_FORMER_SITE,
  },
  {
    ...base,
    ...{ kind: 'deadline', track: 'workshops', deliverable: 'workshop-choice', date: '2024-07-31', printedIn: '2026-07', addressee: CUF },
    title: {
      fr: 'Choix des ateliers et résumés, par la fiche d’intention',
      en: 'Choice of workshops and summaries, by the intention form',
      ja: '分科会の希望と発表要旨（参加意向調査票）',
    },
  },
  {
    ...base,
    ...{ kind: 'deadline', track: 'workshops', audience: 'workshop-chairs', deliverable: 'talks-synthesis' },
    ...{ date: '2024-07-31', printedIn: '2026-07' },
    title: { fr: 'Synthèse des interventions', en: 'Synthesis of the talks', ja: '発表内容のまとめ' },
  },
  {
    ...base,
    ...{ kind: 'deadline', track: 'declaration', audience: 'core-committee', deliverable: 'declaration-answer-2', date: '2026-07-31' },
    title: {
      fr: 'Déclaration finale : réponse à la deuxième version du comité japonais',
      en: 'Final declaration: answer to the Japanese committee’s second version',
      ja: '共同宣言：日本側第2案への回答',
    },
    note: { fr: 'confirme l’essentiel du contenu', en: 'confirms the essentials', ja: '内容の大筋を確定' },
  },
  {
    ...base,
    ...{ kind: 'deadline', track: 'communication', deliverable: 'poster', date: '2024-08-31', printedIn: '2026-08', addressee: CLAIR },
    title: { fr: 'Affiches pour l’exposition numérique', en: 'Posters for the digital exhibition', ja: 'デジタル展示用ポスター' },
  },
  {
    ...base,
    ...{
      kind: 'deadline',
      track: 'communication',
      deliverable: 'presentation-sheet',
      date: '2024-08-31',
      printedIn: '2026-08',
      addressee: CUF,
    },
    title: { fr: 'Fiches de présentation bilingues', en: 'Bilingual presentation sheets', ja: '自治体紹介シート（二言語）' },
  },
  {
    ...base,
    ...{ kind: 'deadline', deliverable: 'hotel-booking', date: '2024-09-15', printedIn: '2026-09' },
    title: { fr: 'Réservation hôtelière', en: 'Hotel booking', ja: '宿泊予約' },
    note: ON_FORMER_SITE,
  },
  {
    ...base,
    ...{ kind: 'deadline', track: 'workshops', deliverable: 'slides', date: '2024-09-15', printedIn: '2026-09', addressee: CLAIR },
    title: {
      fr: 'Diapositives avec leur traduction en japonais',
      en: 'Slides with their Japanese translation',
      ja: '発表スライド（日本語訳付き）',
    },
  },
  {
    ...base,
    ...{ kind: 'deadline', track: 'declaration', audience: 'workshop-chairs', deliverable: 'chairs-summaries', addressee: CUF },
    ...{ date: '2024-09-30', printedIn: '2026-09' },
    title: {
      fr: 'Déclaration finale : résumés des présentations par les chefs d’atelier',
      en: 'Final declaration: the chairs’ summaries of the presentations',
      ja: '共同宣言：座長による発表の総括',
    },
    note: { fr: 'imprimé : à CUF et Shizuoka', en: 'printed: to CUF and Shizuoka', ja: '印字：CUFおよび静岡市へ' },
  },
  {
    ...base,
    ...{ kind: 'milestone', track: 'organisation', side: null, date: '2026-10' },
    title: { fr: 'Préparations', en: 'Preparations', ja: '準備' },
  },
] as const;
