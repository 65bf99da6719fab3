import { isLocale } from '#app/lib/locale.ts';
import type { PersonFacts } from './store.server.ts';

/** One typed value; empty when the form has none, or a file. */
export function typed(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** What was typed, to be shown again when a form is refused. */
export function keptValues(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

/** A person as the form of `ui/identity-fields` gives it. */
export function personForm(form: FormData): PersonFacts {
  const lang = typed(form, 'lang');
  return {
    givenName: typed(form, 'given-name'),
    familyName: typed(form, 'family-name'),
    nativeGivenName: typed(form, 'native-given-name') || null,
    nativeFamilyName: typed(form, 'native-family-name') || null,
    kanaGivenName: typed(form, 'kana-given-name') || null,
    kanaFamilyName: typed(form, 'kana-family-name') || null,
    civility: typed(form, 'civility') || null,
    preferredLang: isLocale(lang) ? lang : null,
  };
}

/** The same person as values of that form. */
export function personValues(facts: PersonFacts): Record<string, string> {
  return {
    'given-name': facts.givenName,
    'family-name': facts.familyName,
    'native-given-name': facts.nativeGivenName ?? '',
    'native-family-name': facts.nativeFamilyName ?? '',
    'kana-given-name': facts.kanaGivenName ?? '',
    'kana-family-name': facts.kanaFamilyName ?? '',
    civility: facts.civility ?? '',
    lang: facts.preferredLang ?? '',
  };
}
