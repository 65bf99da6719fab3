import { Fragment, type ReactNode } from 'react';

/** A text as read from the store: the words, the language they are really in, whether that is another than the one asked for. */
export type RunText = {
  text: string;
  lang: string;
  fallback?: boolean | undefined;
  stale?: boolean | undefined;
};

/** The discreet marks beside a text; leave one out to show nothing. */
export type RunLabels = {
  untranslated?: string | undefined;
  stale?: string | undefined;
};

/** A run of text that carries its own language, and says so discreetly when it stands in for a missing or outdated translation. */
export function LocalisedRun({ value, labels = {} }: { value: RunText; labels?: RunLabels | undefined }): ReactNode {
  const mark = value.fallback ? labels.untranslated : value.stale ? labels.stale : undefined;
  return (
    <>
      <span lang={value.lang}>
        <Ordinals text={value.text} lang={value.lang} />
      </span>
      {mark && <small className="untranslated">{mark}</small>}
    </>
  );
}

/**
 * A message with marked-up parts in it: every `{name}` of `text` is replaced by the part of that name, so that each language
 * keeps its own order and punctuation. Give the translator the braces themselves as values: `t('x', { city: '{city}' })`.
 */
export function Filled({ text, parts }: { text: string; parts: Readonly<Record<string, ReactNode>> }): ReactNode {
  return text.split(/(\{\w+\})/).map((piece) => {
    const name = piece.slice(1, -1);
    return piece.startsWith('{') && Object.hasOwn(parts, name) ? <Fragment key={name}>{parts[name]}</Fragment> : piece;
  });
}

/** A name or a title in a given language inside a text of another: `<Run lang="ja">静岡市</Run>`. */
export function Run({ lang, children }: { lang: string; children: ReactNode }): ReactNode {
  return <span lang={lang}>{children}</span>;
}

/** Figures, or Roman numerals of two letters and more (`Le` and `Vers` are words), and the letters of a French ordinal, plain or raised. */
const FRENCH_ORDINAL = /(?<![\p{L}\p{N}])(\d+|[IVXLC]{2,})(ers?|res?|ᵉʳˢ?|ʳᵉˢ?|es?|ᵉˢ?)(?![\p{L}\p{N}])/u;
const SUPERSCRIPT_LETTERS: Record<string, string> = { ᵉ: 'e', ʳ: 'r', ˢ: 's' };

/**
 * A text whose French ordinals are set with raised letters: `9es Rencontres` and `9ᵉˢ Rencontres` read alike. Other languages
 * are left as they are (English ordinals stay on the line). Numerals: Arabic, or Roman capitals as in `XXIe`.
 */
export function Ordinals({ text, lang }: { text: string; lang: string }): ReactNode {
  if (!lang.startsWith('fr')) return text;
  const parts = text.split(new RegExp(FRENCH_ORDINAL, 'gu'));
  return parts.map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity than their order
    index % 3 === 2 ? <sup key={index}>{part.replace(/[ᵉʳˢ]/gu, (letter) => SUPERSCRIPT_LETTERS[letter] ?? letter)}</sup> : part,
  );
}

/** Compounds short enough to stay whole on the narrowest screen. */
const COMPOUND = /([\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)+)/u;
const LONGEST_COMPOUND = 20;

/** A title set large: its ordinals raised, and its compounds (`franco-japonaises`) never broken at their hyphen. */
export function TitleText({ text, lang }: { text: string; lang: string }): ReactNode {
  return text.split(new RegExp(COMPOUND, 'gu')).map((part, index) =>
    index % 2 === 1 && part.length <= LONGEST_COMPOUND ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity than their order
      <span key={index} className="nowrap">
        {part}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Ordinals key={index} text={part} lang={lang} />
    ),
  );
}

/** What the `datetime` attribute of HTML accepts among our dates: a year, a month, a day, a local or a zoned time, an hour of the day. */
const MACHINE_DATE = /^(\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?|\d{2}:\d{2})$/;

/** A date or an hour in words (`children`) with its machine form; a range or an unknown date has none, and is shown as plain text. */
export function DateRun({ value, children }: { value: string; children: ReactNode }): ReactNode {
  if (!MACHINE_DATE.test(value)) return <span className="num">{children}</span>;
  return (
    <time className="num" dateTime={value}>
      {children}
    </time>
  );
}

/** Words for assistive technology only. */
export function HiddenText({ children }: { children: ReactNode }): ReactNode {
  return <span className="hidden-text">{children}</span>;
}
