import { listText } from '#app/lib/list-text.ts';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
import { type LocalisedText, localised } from '#app/lib/localised-text.ts';
import type { Refusal } from '#app/lib/result.ts';
import { type Translate, translator } from '#app/platform/i18n/messages.ts';
import type { Warning } from './domain/find-contradictions.ts';
import type { CommitteeKind } from './domain/meeting-input.ts';
import { committeesCatalogues } from './messages/catalogues.ts';

export type CommitteesKey = Extract<keyof typeof committeesCatalogues.en, string>;
export type CommitteesTranslate = Translate<CommitteesKey>;

/** The translator of committees' texts. */
export function committeesTexts(locale: Locale): CommitteesTranslate {
  return translator(locale, committeesCatalogues);
}

/** A refusal in words; one that has none here is said in general terms. */
export function refusalText(t: CommitteesTranslate, refusal: Refusal): string {
  const key = `refusals.${refusal.code}`;
  return key in committeesCatalogues.en ? t(key as CommitteesKey, refusal.params) : t('committees.form.refused');
}

/** A contradiction in words. */
export function warningText({ code, params }: Pick<Warning, 'code' | 'params'>, locale: Locale): string {
  const said = Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? listText(value, locale) : value]);
  return committeesTexts(locale)(`committees.warning.${code}`, Object.fromEntries(said));
}

/** Some lines of a file: `lines 10, 61`. */
export function linesText(lines: readonly number[], locale: Locale): string {
  return committeesTexts(locale)('committees.import.lines', { count: lines.length, lines: listText(lines, locale) });
}

/** The name of an imported file, in words where the text was pasted and so has none. */
export function fileNameText(fileName: string, locale: Locale): string {
  return fileName || committeesTexts(locale)('committees.import.pasted');
}

/** A language's name in a language, as the middle of a sentence has it. */
export function languageName(lang: Locale, locale: Locale): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(lang) ?? lang;
}

/** What a meeting of a committee is called by its number, in each language: `3e COPIL restreint`, `第3回幹事会`. */
export function meetingName(kind: CommitteeKind, number: number, source: Locale): LocalisedText {
  return localised(
    source,
    Object.fromEntries(LOCALES.map((lang) => [lang, committeesTexts(lang)(`committees.called.${kind}`, { number })])),
  );
}
