import type { Locale } from '#app/lib/locale.ts';
import { printable } from '#app/lib/printable.ts';
import { squeeze } from '#app/lib/squeeze.ts';
import type { Answers, FormContact, Sharing, TalkProposal, Wish } from '../answers.ts';
import { MOST_CONTACTS } from '../check-answers.ts';
import type { AnswerState } from '../states.ts';

/** One answer on its own: a text, an identifier or code, a number; null where nothing is said. */
export type FieldValue = string | number | null;
/** A form as single answers by path. */
export type FormFields = ReadonlyMap<string, FieldValue>;

/** What kind of answer a path takes. */
export type FieldKind = 'intention' | 'workshop' | 'wish' | 'sharing' | 'twin' | 'number' | 'contact-kind' | 'language' | 'text';

const MOST_CHOICES = 9;
const MOST_TALKS = 9;
const numbered = (most: number, paths: (index: number) => string[]) => Array.from({ length: most }, (_, index) => paths(index)).flat();

const TALK_PARTS = ['title', 'abstract', 'lang'] as const;
const CONTACT_PARTS = ['name', 'title', 'mailbox', 'phone', 'kind'] as const;

/** The paths of a form with so many choices, talks and contacts, in the form's order. */
export function formPaths(counts: { choices: number; talks: number; contacts: number }): string[] {
  return [
    'intention',
    ...numbered(counts.contacts, (index) => CONTACT_PARTS.map((part) => `contacts.${index}.${part}`)),
    ...numbered(counts.choices, (index) => [`choices.${index}`]),
    ...['speak', 'chair', 'withTwin', 'twinId', 'sharing'],
    ...numbered(counts.talks, (index) => TALK_PARTS.map((part) => `talks.${index}.${part}`)),
    ...['sponsored', 'delegates', 'remarks'],
  ];
}

/** Every path that any edition's form may have. */
export const ALL_PATHS: readonly string[] = formPaths({ choices: MOST_CHOICES, talks: MOST_TALKS, contacts: MOST_CONTACTS });

/** The kind of answer that a path takes. */
export function kindOf(path: string): FieldKind {
  const [head, , part] = path.split('.');
  if (head === 'choices') return 'workshop';
  if (head === 'talks') return part === 'lang' ? 'language' : 'text';
  if (head === 'contacts') return part === 'kind' ? 'contact-kind' : 'text';
  if (path === 'intention' || path === 'sharing') return path;
  if (path === 'twinId') return 'twin';
  if (path === 'delegates') return 'number';
  return path === 'sponsored' || path === 'remarks' ? 'text' : 'wish';
}

/** A form taken apart into single answers, as recorded; what says nothing is left out. */
export function fieldsOf(answers: Answers, contacts: readonly FormContact[]): Map<string, FieldValue> {
  const { choices, talks, ...single } = answers;
  const entries: [string, FieldValue][] = [
    ...Object.entries(single),
    ...choices.map((id, index): [string, FieldValue] => [`choices.${index}`, id]),
    ...talks.flatMap((talk, index) => TALK_PARTS.map((part): [string, FieldValue] => [`talks.${index}.${part}`, talk[part]])),
    ...contacts.flatMap((contact, index) =>
      CONTACT_PARTS.map((part): [string, FieldValue] => [`contacts.${index}.${part}`, contact[part]]),
    ),
  ];
  return new Map(entries.filter(([, value]) => value !== null && value !== ''));
}

/** Single answers put together to a form again; rows that nothing was written in close up. `lang` is a talk's where none is said. */
export function formOf(fields: FormFields, lang: Locale): { answers: Answers; contacts: FormContact[] } {
  const text = (path: string) => String(fields.get(path) ?? '');
  const code = <Code extends string>(path: string) => (fields.get(path) ?? null) as Code | null;
  const indexes = (most: number) => Array.from({ length: most }, (_, index) => index);
  const talks = indexes(MOST_TALKS).flatMap((index): TalkProposal[] => {
    const [title, abstract] = [text(`talks.${index}.title`), text(`talks.${index}.abstract`)];
    if (!title && !abstract) return [];
    return [{ title, abstract, lang: code<Locale>(`talks.${index}.lang`) ?? languageOf(`${title} ${abstract}`, lang) }];
  });
  const contacts = indexes(MOST_CONTACTS).flatMap((index): FormContact[] => {
    const of = (part: string) => text(`contacts.${index}.${part}`);
    const contact = { name: of('name'), title: of('title'), mailbox: of('mailbox'), phone: of('phone') };
    return Object.values(contact).some(Boolean) ? [{ ...contact, kind: code(`contacts.${index}.kind`) }] : [];
  });
  const answers: Answers = {
    intention: code<AnswerState>('intention'),
    choices: indexes(MOST_CHOICES).flatMap((index) => code<string>(`choices.${index}`) ?? []),
    speak: code<Wish>('speak'),
    chair: code<Wish>('chair'),
    withTwin: code<Wish>('withTwin'),
    twinId: code<string>('twinId'),
    sharing: code<Sharing>('sharing'),
    talks,
    sponsored: text('sponsored'),
    delegates: fields.get('delegates') === undefined ? null : Number(fields.get('delegates')),
    remarks: text('remarks'),
  };
  return { answers, contacts };
}

/** The language of a talk that does not say it: Japanese by its script, else the form's, which a Latin text in a Japanese form is not. */
function languageOf(text: string, lang: Locale): Locale {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text)) return 'ja';
  return lang === 'ja' ? 'en' : lang;
}

/** A text as files carry it there and back. */
export function carried(text: string): string {
  return squeeze(printable(text), true);
}

/** Whether two answers say the same, as far as a file can tell. */
export function sameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  const plain = (value: FieldValue | undefined) => (typeof value === 'string' ? carried(value) || null : (value ?? null));
  return plain(a) === plain(b);
}
