import type { ReactNode } from 'react';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions, TextareaField, TextField } from '#app/ui/forms.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { ErrorSummary } from '#app/ui/states.tsx';
import type { Kept } from '../forms.ts';
import type { EditionsKey } from '../messages/index.ts';
import { editionsTexts, languageName, refusalText } from '../texts.ts';

/** What an action answers when it refuses. */
export type Refused = { refusal: Refusal; kept: Kept } | undefined;

/** The field that a refusal speaks of; texts name theirs in the refusal itself. */
const FIELD_OF: Record<string, string> = {
  'editions.bad-slug': 'slug',
  'editions.slug-taken': 'slug',
  'editions.bad-country': 'country-a',
  'editions.same-country-twice': 'country-b',
  'editions.bad-cadence': 'cadence',
  'editions.pattern-without-ordinal': 'editionName',
  'editions.bad-ordinal': 'ordinal',
  'editions.ordinal-taken': 'ordinal',
  'editions.bad-state': 'state',
  'editions.host-outside-series': 'hostCountry',
  'editions.host-in-other-country': 'host',
  'editions.unknown-organisation': 'host',
  'editions.bad-dates': 'dates',
  'editions.held-without-date': 'dates',
  'editions.figure-without-date': 'dates',
  'editions.day-outside-edition': 'dates',
  'editions.bad-time-zone': 'timeZone',
  'editions.bad-sdg': 'sdgs',
  'editions.bad-workshop-number': 'number',
  'editions.workshop-number-taken': 'number',
  'editions.bad-talk-minutes': 'talkMinutes',
  'editions.too-many-subjects': 'subjects',
  'editions.bad-times': 'startsAt',
  'editions.slot-taken': 'startsAt',
  'editions.bad-parallel': 'parallel',
  'editions.bad-figure': 'value',
  'editions.bad-figure-kind': 'kind',
  'editions.bad-position': 'position',
  'editions.not-an-authority': 'host',
};

/** What fields need: the words, what was typed or stands on record, and what is wrong with it. */
export type FormTools = {
  locale: Locale;
  t: ReturnType<typeof editionsTexts>;
  value: (name: string) => string | undefined;
  error: (name: string) => string | undefined;
  /** Name, value and error of a field at once. */
  field: (name: string) => { name: string; defaultValue: string | undefined; error: string | undefined };
};

/** The tools of a form: what was typed goes before what stands on record. */
export function formTools(locale: Locale, refused: Refused, stored: Kept = {}): FormTools {
  const t = editionsTexts(locale);
  const wrong = refused && fieldOf(refused.refusal, locale);
  const value: FormTools['value'] = (name) => refused?.kept[name] ?? stored[name];
  const error: FormTools['error'] = (name) => (refused && wrong === name ? refusalText(t, refused.refusal) : undefined);
  return { locale, t, value, error, field: (name) => ({ name, defaultValue: value(name), error: error(name) }) };
}

/** Fields of several languages show a refusal beside the first of them, the reader's own. */
function fieldOf(refusal: Refusal, locale: Locale): string {
  const named = refusal.params?.field ?? FIELD_OF[refusal.code] ?? '';
  const lang = refusal.params?.lang ?? locale;
  return LOCALISED.includes(String(named)) ? `${named}.${lang}` : String(named);
}

const LOCALISED = [
  'name',
  'shortName',
  'editionName',
  'description',
  'city',
  'title',
  'theme',
  'venue',
  'presentation',
  'source',
  'label',
  'rooms',
  'room',
  'note',
  'subjects',
];

type FormPageProps = {
  tools: FormTools;
  refused: Refused;
  title: string;
  lead?: ReactNode;
  back: string;
  submit?: string | undefined;
  hidden?: Readonly<Record<string, string>> | undefined;
  children: ReactNode;
};

/** A page that is one form: its title, what is wrong if anything is, the fields, and the way back. */
export function FormPage({ tools, refused, title, lead, back, submit, hidden, children }: FormPageProps): ReactNode {
  const { t, locale } = tools;
  const errors =
    refused && refused.refusal.code !== 'choose'
      ? [{ name: fieldOf(refused.refusal, locale), message: refusalText(t, refused.refusal) }]
      : [];
  return (
    <>
      <title>{title}</title>
      <PageHead title={title} lead={lead} />
      <ErrorSummary title={t('editions.form.errors')} errors={errors} />
      <Form guardUnsaved hidden={hidden}>
        {children}
        <FormActions>
          <Button>{submit ?? t('editions.form.save')}</Button>
          <ButtonLink tone="bare" href={back}>
            {t('editions.form.cancel')}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

type LocalisedProps = { tools: FormTools; name: string; label: EditionsKey; hint?: EditionsKey; required?: boolean; rows?: number };

/** One field per language, the reader's own first; `rows` for texts of several lines. */
export function LocalisedFields({ tools, name, label, hint, required, rows }: LocalisedProps): ReactNode {
  const { t, locale, value, error } = tools;
  return [locale, ...LOCALES.filter((lang) => lang !== locale)].map((lang, index) => {
    const props = {
      name: `${name}.${lang}`,
      lang,
      label: t('editions.form.in-language', { label: t(label), language: languageName(lang, locale) }),
      hint: hint && index === 0 ? t(hint) : undefined,
      mark: required && index === 0 ? undefined : t('editions.form.optional'),
      error: error(`${name}.${lang}`),
      defaultValue: value(`${name}.${lang}`),
    };
    return rows === undefined ? <TextField key={lang} {...props} /> : <TextareaField key={lang} rows={rows} {...props} />;
  });
}
