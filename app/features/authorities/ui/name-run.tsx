import type { Locale } from '#app/lib/locale.ts';
import { displayName } from '../domain/display-name.ts';
import type { OrganisationName } from '../domain/organisation.ts';

/** A name with its language; where the source does not say which, it is left to the reader. */
export function NameRun({ name, lang }: { name: string; lang: string }) {
  return lang === '' || lang === 'und' ? <span>{name}</span> : <span lang={lang}>{name}</span>;
}

/** The name that a reader of the language is shown. */
export function ShownName({ names, locale }: { names: readonly OrganisationName[]; locale: Locale }) {
  const { text, lang } = displayName(names, locale);
  return <NameRun name={text} lang={lang} />;
}
