import { MOST_DELEGATES } from '../check-answers.ts';
import { type FieldValue, kindOf } from './fields.ts';
import { fold } from './fold.ts';

/** What an answer may be chosen from, with every wording that stands for it, in any language. */
export type Option = { value: string; texts: readonly string[] };

/** What a file's texts are understood by. */
export type FormFacts = {
  workshops: readonly { id: string; number: number; titles: readonly string[] }[];
  options: Readonly<Record<'intention' | 'wish' | 'sharing' | 'contact-kind' | 'language', readonly Option[]>>;
  /** The organisation that a name stands for with certainty; null where there is none or several. */
  twinOf(name: string): string | null;
};

export type TextFault =
  | 'unknown-workshop'
  | 'several-workshops'
  | 'number-and-title'
  | 'no-such-answer'
  | 'several-ticked'
  | 'no-number'
  | 'twin-unknown';

/** What a text says: a value (null: nothing), said to be a `guess` where more was written than was read; or why it says none. */
export type Interpretation = { value: FieldValue; guess: boolean } | { fault: TextFault };

const NOTHING: Interpretation = { value: null, guess: false };

/** What the text of a file means as the answer of a path. Nothing is computed; a text that could mean two things means none. */
export function interpret(path: string, text: string, facts: FormFacts): Interpretation {
  const kind = kindOf(path);
  if (text === '') return NOTHING;
  if (kind === 'text') return { value: text, guess: false };
  if (kind === 'number') return count(text);
  if (kind === 'workshop') return workshop(text, facts.workshops);
  if (kind === 'twin') {
    const id = facts.twinOf(text);
    return id === null ? { fault: 'twin-unknown' } : { value: id, guess: false };
  }
  return choice(text, facts.options[kind]);
}

/** `3`, `３名`, `3 personnes`; not `2 ou 3`, not `-3`, not `2,5`. */
function count(text: string): Interpretation {
  const plain = text.normalize('NFKC').trim();
  const [digits, more] = plain.match(/\d+/g) ?? [];
  if (digits === undefined || more !== undefined || /[-−–]\s*\d/.test(plain) || digits.length > 9) return { fault: 'no-number' };
  const value = Number(digits);
  return { value, guess: plain !== digits || value > MOST_DELEGATES };
}

/** A workshop by its number, its title, or both; a number and a title that name two workshops name none. */
function workshop(text: string, workshops: FormFacts['workshops']): Interpretation {
  const folded = fold(text);
  const titled = workshops
    .flatMap(({ id, number, titles }) => titles.map((title) => ({ id, number, title: fold(title) })))
    .filter(({ title }) => title !== '' && folded.endsWith(title))
    .sort((a, b) => b.title.length - a.title.length);
  const [best] = titled;
  if (best) {
    const before = folded.slice(0, folded.length - best.title.length);
    const digits: readonly string[] = before.match(/\d+/g) ?? [];
    const same = titled.filter(({ title }) => title === best.title);
    const chosen =
      same.find(({ number }) => digits.includes(String(number))) ??
      (digits.length === 0 && same.every(({ id }) => id === best.id) ? best : null);
    return chosen ? { value: chosen.id, guess: false } : { fault: 'number-and-title' };
  }
  const numbers = new Set((text.normalize('NFKC').match(/\d+/g) ?? []).map(Number));
  const named = workshops.filter(({ number }) => numbers.has(number));
  const [only, another] = named;
  if (another) return { fault: 'several-workshops' };
  if (!only) return { fault: 'unknown-workshop' };
  // A title that is not (or no more) the workshop's: the number stands, and the reader is told.
  return { value: only.id, guess: numbers.size > 1 || /\p{L}{4}/u.test(text.replace(/atelier|workshop|分科会/giu, '')) };
}

const BOX = /([☐☑☒□■▢▣✓✔✗✘]|\[[^\]]{0,2}\])/u;
const EMPTY_BOX = /^[☐□▢]$|^\[\s*\]$/u;
const CROSS = /^\s*[x×レ○●v✓✔]\s+/iu;

/** One of a few answers: typed, or ticked among the printed ones. */
function choice(text: string, options: readonly Option[]): Interpretation {
  const [before = '', ...boxes] = text.normalize('NFC').split(BOX);
  if (boxes.length === 0) return said(text, options);
  const answers = boxes.flatMap((box, index) => (index % 2 === 0 ? [{ ticked: !EMPTY_BOX.test(box), text: boxes[index + 1] ?? '' }] : []));
  const [ticked, another] = answers.filter((answer) => answer.ticked);
  if (another) return { fault: 'several-ticked' };
  if (ticked) return said(ticked.text, options);
  // A box taken away and a cross typed in its place; or an answer written before the boxes.
  if (fold(before) !== '') return said(before.replace(CROSS, ''), options);
  const printed = new Set(answers.map((answer) => match(answer.text, options)));
  return printed.size === options.length && !printed.has(null) ? NOTHING : { fault: 'no-such-answer' };
}

function said(text: string, options: readonly Option[]): Interpretation {
  if (fold(text) === '') return NOTHING;
  const value = match(text, options);
  return value === null ? { fault: 'no-such-answer' } : { value, guess: false };
}

/** The option that a text is, letter for letter but for what {@link fold} takes away, or the only one that it begins. */
function match(text: string, options: readonly Option[]): string | null {
  const folded = fold(text);
  if (folded === '') return null;
  const by = (test: (option: string) => boolean) => options.filter(({ texts }) => texts.some((option) => test(fold(option))));
  const [exact, twice] = by((option) => option === folded);
  if (exact && !twice) return exact.value;
  const [begun, more] = by((option) => option.startsWith(folded));
  return begun && !more ? begun.value : null;
}
