import type { EditionView } from '#app/features/editions/public.server.ts';
import { editionName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { formatPartialDate, partialDate } from '#app/lib/partial-date.ts';
import { printableLine } from '#app/lib/printable.ts';
import type { FormDocument, FormField, FormSection } from '#app/platform/documents/form.ts';
import { MOST_DELEGATES } from '../domain/check-answers.ts';
import { type FormFields, formPaths, kindOf } from '../domain/form-file/fields.ts';
import { writeReference } from '../domain/form-file/reference.ts';
import { FORM_STAGES, type FormStage, type StageDates } from '../domain/stages.ts';
import type { FormSettings } from '../queries.server.ts';
import { type ParticipationTranslate, participationTexts, stageText } from '../texts.ts';
import { labelText, offeredKind, optionText, optionTexts } from './form-words.ts';

/** What a form is made of. `filled` is null for a blank one. */
export type IntentionForm = {
  view: EditionView;
  settings: FormSettings;
  stages: readonly StageDates[];
  filled: {
    participationId: string;
    revision: number;
    authority: string;
    /** The authority’s short name in addresses and names of files. */
    slug: string;
    fields: FormFields;
    /** The twin that it names, as the form writes it. */
    twin: string;
  } | null;
  /** The address of the instance, where it can be returned besides by mail; null where none is known. */
  origin: string | null;
  /** `YYYY-MM-DD`: the day whose state the form shows. */
  asOf: string;
};

/** Contacts that a form has room for; more where more are recorded. */
const CONTACTS = 2;

/** The intention form (document 6) of an edition in a language: blank, or filled with what is recorded. */
export function intentionForm(form: IntentionForm, lang: Locale): FormDocument {
  const { view, filled } = form;
  const t = participationTexts(lang);
  const edition = printableLine(editionName(view.series.editionName, view.edition.title, view.edition.ordinal, lang).text);
  const title = t('participation.doc6.title');
  const subtitle = filled ? printableLine(filled.authority) : t('participation.doc6.blank');
  const reference = { edition: view.edition.slug, participationId: filled?.participationId ?? null, revision: filled?.revision ?? 0, lang };
  const place = printableLine(plainText(view.edition.city, lang));
  return {
    lang,
    kicker: `${edition} · ${t('participation.doc6.number')}`,
    title,
    subtitle,
    running: [edition, `${title} – ${subtitle}`],
    facts: [
      { label: t('participation.doc6.fact.dates'), value: formatPartialDate(view.edition.dates, lang) },
      ...(place ? [{ label: t('participation.doc6.fact.place'), value: place }] : []),
      {
        label: t('participation.doc6.fact.return'),
        value: returnText(form, lang, t),
      },
    ],
    lead: [t('participation.doc6.lead')],
    sections: sections(form, lang, t),
    reference: { label: t('participation.doc6.label.reference'), value: writeReference(reference) },
    footer: t('participation.doc6.footer', { date: day(form.asOf, lang) }),
    orientation: 'portrait',
    author: edition,
    documentTitle: `${title} – ${filled ? subtitle : edition}`,
    description: t('participation.doc6.description', { edition }),
    keywords: [],
    date: form.asOf,
  };
}

function returnText({ origin, view }: IntentionForm, lang: Locale, t: ParticipationTranslate): string {
  if (origin === null) return t('participation.doc6.return');
  return t('participation.doc6.return-at', { url: `${origin}/${lang}/desk/editions/${view.edition.slug}/returns` });
}

const day = (date: string, lang: Locale) => formatPartialDate(partialDate(date), lang);

function sections(form: IntentionForm, lang: Locale, t: ParticipationTranslate): FormSection[] {
  const paths = formPaths(countsOf(form));
  const of = (test: (path: string) => boolean) => paths.filter(test).map((path) => fieldOf(path, form, lang, t));
  const starting = (...heads: string[]) => of((path) => heads.includes(path.split('.')[0] ?? ''));
  const { count, ranked } = { count: form.settings.choiceCount, ranked: form.settings.choicesRanked };
  const numbered = (index: number, title: string) => t('participation.doc6.section', { number: index + 1, title });
  const stage = (name: FormStage): Pick<FormSection, 'title' | 'note'> => ({
    title: numbered(FORM_STAGES.indexOf(name), stageText(t, name)),
    note: openText(form.stages, name, lang, t),
  });
  const authority: FormField = {
    label: t('participation.doc6.label.authority'),
    kind: 'text',
    lines: 1,
    value: form.filled?.authority ?? '',
  };
  const rule = t(ranked ? 'participation.doc6.choices-ranked' : 'participation.doc6.choices-plain', { count });
  return [
    { ...stage('intention'), fields: [authority, ...starting('intention')] },
    { title: t('participation.doc6.contacts'), note: t('participation.doc6.contacts-note'), fields: starting('contacts') },
    {
      ...stage('workshops'),
      note: [openText(form.stages, 'workshops', lang, t), rule].join(lang === 'ja' ? '' : ' '),
      list: workshopTexts(form.view, lang),
      fields: starting('choices', 'speak', 'chair', 'withTwin', 'twinId', 'sharing'),
    },
    { ...stage('talks'), fields: starting('talks', 'sponsored') },
    { ...stage('delegation'), fields: starting('delegates') },
    { title: t('participation.doc6.remarks'), note: t('participation.doc6.remarks-note'), fields: starting('remarks') },
  ];
}

/** How many choices, talks and contacts the form has rows for: as many as asked for, and all that are recorded. */
function countsOf({ settings, filled }: IntentionForm): { choices: number; talks: number; contacts: number } {
  const recorded = (head: string) =>
    Math.max(
      0,
      ...[...(filled?.fields.keys() ?? [])].filter((path) => path.startsWith(`${head}.`)).map((path) => Number(path.split('.')[1]) + 1),
    );
  return {
    choices: Math.max(settings.choiceCount, recorded('choices')),
    talks: Math.max(settings.talkCount, recorded('talks')),
    contacts: Math.max(CONTACTS, recorded('contacts')),
  };
}

function openText(stages: readonly StageDates[], name: FormStage, lang: Locale, t: ParticipationTranslate): string {
  const dates = stages.find(({ stage }) => stage === name);
  return dates
    ? t('participation.doc6.open', { from: day(dates.opensOn, lang), until: day(dates.closesOn, lang) })
    : t('participation.doc6.no-dates');
}

function workshopTexts({ workshops }: EditionView, lang: Locale): { mark: string; text: string }[] {
  return workshops.map(({ number, title }) => ({ mark: `${number}.`, text: printableLine(plainText(title, lang)) }));
}

const LINES: Record<string, number> = { abstract: 8, remarks: 4 };
const HINTED = ['delegates', 'twinId', 'abstract'] as const;

function fieldOf(path: string, form: IntentionForm, lang: Locale, t: ParticipationTranslate): FormField {
  const value = form.filled?.fields.get(path) ?? null;
  const last = path.split('.').at(-1) ?? '';
  const hinted = HINTED.find((known) => known === last);
  const label = labelText(path, lang);
  const hint = hinted && t(`participation.doc6.hint.${hinted === 'abstract' ? 'talk-abstract' : hinted}`);
  const kind = kindOf(path);
  const offered = offeredKind(path);
  if (offered) return { label, hint, kind: 'boxes', options: optionTexts(offered, lang), value: optionText(offered, value, lang) };
  if (kind === 'number') return { label, hint, kind, least: 0, most: MOST_DELEGATES, value: value === null ? '' : String(value) };
  if (kind === 'workshop') {
    const options = workshopTexts(form.view, lang).map(({ mark, text }) => `${mark} ${text}`);
    const at = form.view.workshops.findIndex(({ id }) => id === value);
    return { label, hint, kind: 'list', options, value: options[at] ?? '' };
  }
  return { label, hint, kind: 'text', lines: LINES[last] ?? 1, value: kind === 'twin' ? (form.filled?.twin ?? '') : String(value ?? '') };
}
