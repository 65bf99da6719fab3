import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { translator } from '#app/platform/i18n/messages.ts';
import { LocalisedRun } from '#app/ui/text.tsx';
import { siteCatalogues } from '../messages/index.ts';
import type { Run } from '../shared-model.ts';

/** A text of the record in the page's language, or in the best other one, marked as such. */
export function SiteText({ value, locale }: { value: Run; locale: Locale }): ReactNode {
  return <LocalisedRun value={value} labels={{ untranslated: translator(locale, siteCatalogues)('site.untranslated') }} />;
}

/** A text of several paragraphs, parted by empty lines. */
export function SiteProse({ value, locale }: { value: Run; locale: Locale }): ReactNode {
  const paragraphs = value.text.split(/\n{2,}/);
  return (
    <div className="prose">
      {paragraphs.map((text, index) => (
        <p key={text}>
          <SiteText value={{ ...value, text, fallback: value.fallback && index === paragraphs.length - 1 }} locale={locale} />
        </p>
      ))}
    </div>
  );
}

/** A theme set as a title: what follows its colon steps back to a second line. */
export function ThemeTitle({ value }: { value: Run }): ReactNode {
  const parted = /^(.+?)\s*([:：])\s*(.+)$/su.exec(value.text);
  if (!parted) return value.text;
  const [, head, colon, rest] = parted;
  const space = value.lang === 'fr' ? ' ' : '';
  return (
    <>
      {head}
      <span className="hidden-text">
        {space}
        {colon}{' '}
      </span>
      <span className="theme-rest">{rest}</span>
    </>
  );
}
