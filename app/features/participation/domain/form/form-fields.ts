import { isId } from '#app/lib/id.ts';
import { isLocale, type Locale } from '#app/lib/locale.ts';
import { printable, printableLine } from '#app/lib/printable.ts';
import { type Answers, CONTACT_KINDS, type FormContact, SHARINGS, stageOfPath, type TalkProposal, WISHES } from '../answers.ts';
import { type AnswerFault, MOST_DELEGATES } from '../check-answers.ts';
import { FORM_STAGES, type FormStage } from '../stages.ts';
import { ANSWER_STATES } from '../states.ts';
import type { FilledForm } from './form-units.ts';

/** A form as typed: texts by the names of its fields (`choices.0`, `talks.0.title`, `contacts.1.mailbox`). */
export type Fields = Readonly<Record<string, string>>;

/** What is wrong with fields beyond what is wrong with answers. */
export type FieldFault =
  | AnswerFault
  | { path: string; code: 'choice-before-missing' | 'twin-not-chosen'; params?: Record<string, string | number> };

/** Fields as read: the form they make, and for each of its lists the rows of the page that they come from. */
export type ReadForm = FilledForm & { faults: FieldFault[]; rows: { choices: number[]; talks: number[]; contacts: number[] } };

/** The most rows of a list that are read: more cannot be typed. */
const MOST_ROWS = 30;

const one = <T extends string>(values: readonly T[], text: string | undefined): T | null => values.find((value) => value === text) ?? null;

/** The number of the recorded form that fields were typed over; 0, the empty form, for what is no number. */
export function revisionOf(fields: Fields): number {
  return /^\d{1,9}$/.test(fields.base ?? '') ? Number(fields.base) : 0;
}

/** The parts of the form that fields were typed into: the others were not on the page, or closed. */
export function partsOf(fields: Fields): FormStage[] {
  return FORM_STAGES.filter((stage) => fields[`part.${stage}`] === '1');
}

/**
 * The form that fields make. Parts that were not on the page stay as in `base`. Texts lose what cannot be printed and the spaces
 * around them; empty rows are left out; a value that no list offers counts as none.
 */
export function readFields(fields: Fields, base: FilledForm, lang: Locale): ReadForm {
  const has = (stage: FormStage) => partsOf(fields).includes(stage);
  const choices = rowsOf((at) => idOrText(line(fields, `choices.${at}`)), Boolean);
  const talks = rowsOf(
    (at) => talkOf(fields, at, lang),
    ({ title, abstract }) => title !== '' || abstract !== '',
  );
  const contacts = rowsOf(
    (at) => contactOf(fields, at),
    ({ kind: _, ...texts }) => Object.values(texts).some((text) => text !== ''),
  );
  const { delegates, faults: ofDelegates } = delegatesOf(line(fields, 'delegates'));
  const answers: Answers = {
    ...base.answers,
    // An answer stays until another one is given: a page cannot untick it, and the authority would stand where nobody says it does.
    ...(has('intention') && {
      intention: one(ANSWER_STATES, fields.intention) ?? base.answers.intention,
      remarks: text(fields, 'remarks'),
    }),
    ...(has('workshops') && { choices: choices.values, ...wishesOf(fields) }),
    ...(has('talks') && { talks: talks.values, sponsored: line(fields, 'sponsored') }),
    ...(has('delegation') && { delegates }),
  };
  const faults = [...gapsOf(choices.rows), ...twinFault(fields), ...ofDelegates].filter(({ path }) =>
    has(stageOfField(path) ?? 'intention'),
  );
  const rows = { choices: choices.rows, talks: talks.rows, contacts: contacts.rows };
  return { answers, contacts: has('intention') ? contacts.values : base.contacts, faults, rows };
}

/** Where on the page a fault of answers stands: lists lose their empty rows when they are read. */
export function fieldOfFault({ path }: Pick<FieldFault, 'path'>, rows: ReadForm['rows']): string {
  const [key = '', at, ...rest] = path.split('.');
  if (key !== 'choices' && key !== 'talks' && key !== 'contacts') return path;
  const last = rest[0] ?? (key === 'talks' ? 'title' : key === 'contacts' ? 'name' : undefined);
  const row = rows[key][Number(at ?? rows[key].length - 1)] ?? 0;
  return [key, row, ...(last ? [last] : [])].join('.');
}

/** A form as the fields of its page, every part of it. */
export function fieldsOf({ answers, contacts }: FilledForm): Record<string, string> {
  const fields: Record<string, string> = Object.fromEntries(FORM_STAGES.map((stage) => [`part.${stage}`, '1']));
  const { choices, talks, delegates, ...single } = answers;
  for (const [key, value] of Object.entries(single)) fields[key] = value ?? '';
  choices.forEach((id, at) => {
    fields[`choices.${at}`] = id;
  });
  talks.forEach((talk, at) => {
    for (const [key, value] of Object.entries(talk)) fields[`talks.${at}.${key}`] = value;
  });
  contacts.forEach((contact, at) => {
    for (const [key, value] of Object.entries(contact)) fields[`contacts.${at}.${key}`] = value ?? '';
  });
  fields.delegates = delegates === null ? '' : String(delegates);
  return fields;
}

/** The part of the form that a field belongs to; `null` for what belongs to none: the revision, the source. */
export function stageOfField(name: string): FormStage | null {
  const [key = '', rest] = name.split('.');
  if (key === 'part') return one(FORM_STAGES, rest);
  if (key.startsWith('twin')) return 'workshops';
  if (key === 'base' || key === 'source' || key === 'contactRows') return null;
  return stageOfPath(name);
}

/** `next`, and of the parts that were not on its page what `previous` held: whatever was typed stays. */
export function carriedOver(previous: Fields, next: Fields): Record<string, string> {
  const typed = partsOf(next);
  const kept = Object.entries(previous).filter(([name]) => {
    const stage = stageOfField(name);
    return stage !== null && !typed.includes(stage);
  });
  return { ...Object.fromEntries(kept), ...next };
}

/** How many rows of a list fields hold, empty ones between them included. */
export function rowCount(fields: Fields, list: 'choices' | 'talks' | 'contacts'): number {
  const rows = Object.keys(fields).flatMap((name) => {
    const at = new RegExp(`^${list}\\.(\\d{1,2})(\\.|$)`).exec(name)?.[1];
    return at !== undefined && fields[name] !== '' && !name.endsWith('.lang') && !name.endsWith('.kind') ? [Number(at) + 1] : [];
  });
  return Math.min(Math.max(0, ...rows), MOST_ROWS);
}

/** Whether a field is one of the form's: anything else that is sent is no answer. */
export function isFormField(name: string): boolean {
  return FIELD.test(name);
}

const FIELD =
  /^(base|intention|remarks|speak|chair|withTwin|twin(Id|Name|Found|Was)|sharing|sponsored|delegates|contactRows|choices\.\d{1,2}|part\.[a-z]+|talks\.\d{1,2}\.(title|abstract|lang)|contacts\.\d{1,2}\.(name|title|mailbox|phone|kind)|source\.[a-zA-Z]+)$/;

/**
 * The twin that fields name: one of those proposed (`twinId`), or one searched for: found (`twinFound`) or only typed, which is
 * `typed` and waits to be chosen. Words that the page showed together with what was found (`twinWas`) are settled by the choice
 * made there, were it none of them.
 */
export function twinOf(fields: Fields): { id: string | null; typed: string | null } {
  const name = line(fields, 'twinName');
  const chosenFrom = name === line(fields, 'twinWas') && fields.twinId !== undefined;
  if (name !== '' && !chosenFrom) {
    const found = line(fields, 'twinFound');
    return isId(found) ? { id: found.toLowerCase(), typed: null } : { id: null, typed: name };
  }
  return { id: idOrText(line(fields, 'twinId')) || null, typed: null };
}

const line = (fields: Fields, name: string) => printableLine(fields[name] ?? '');
const text = (fields: Fields, name: string) => printable(fields[name] ?? '').trim();
const idOrText = (value: string) => (isId(value) ? value.toLowerCase() : value);

function rowsOf<T>(read: (at: number) => T, filled: (row: T) => boolean): { values: T[]; rows: number[] } {
  const all = Array.from({ length: MOST_ROWS }, (_, at) => ({ at, row: read(at) })).filter(({ row }) => filled(row));
  return { values: all.map(({ row }) => row), rows: all.map(({ at }) => at) };
}

function talkOf(fields: Fields, at: number, lang: Locale): TalkProposal {
  const given = fields[`talks.${at}.lang`];
  const texts = { title: line(fields, `talks.${at}.title`), abstract: text(fields, `talks.${at}.abstract`) };
  return { ...texts, lang: isLocale(given) ? given : lang };
}

function contactOf(fields: Fields, at: number): FormContact {
  const of = (key: string) => line(fields, `contacts.${at}.${key}`);
  const kind = one(CONTACT_KINDS, of('kind'));
  return { name: of('name'), title: of('title'), mailbox: of('mailbox'), phone: of('phone'), kind };
}

function wishesOf(fields: Fields) {
  const wish = (name: string) => one(WISHES, fields[name]);
  const twin = { withTwin: wish('withTwin'), twinId: twinOf(fields).id, sharing: one(SHARINGS, fields.sharing) };
  return { speak: wish('speak'), chair: wish('chair'), ...twin };
}

/** A number as typed, full-width digits included; a fault for what is none. */
function delegatesOf(typed: string): { delegates: number | null; faults: FieldFault[] } {
  const folded = typed.normalize('NFKC');
  if (/^-?\d{1,6}$/.test(folded)) return { delegates: Number(folded), faults: [] };
  const fault: FieldFault = { path: 'delegates', code: 'delegates-out-of-range', params: { most: MOST_DELEGATES } };
  return { delegates: null, faults: folded === '' ? [] : [fault] };
}

/** A second choice without a first is a slip: it would silently become the first. */
function gapsOf(rows: readonly number[]): FieldFault[] {
  const gap = rows.findIndex((row, index) => row !== index);
  return gap < 0 ? [] : [{ path: `choices.${gap}`, code: 'choice-before-missing' }];
}

function twinFault(fields: Fields): FieldFault[] {
  const { typed } = twinOf(fields);
  return typed === null ? [] : [{ path: 'twinName', code: 'twin-not-chosen', params: { name: typed.slice(0, 200) } }];
}
