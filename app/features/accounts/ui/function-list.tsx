import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { formatPartialDate, type PartialDate } from '#app/lib/partial-date.ts';
import { Tag } from '#app/ui/controls.tsx';
import { Entries } from '#app/ui/page.tsx';
import { Filled, LocalisedRun, Run } from '#app/ui/text.tsx';
import type { FunctionView } from '../person-view.server.ts';
import { accountsTexts } from '../texts.ts';

/** A function in one line: its title, and where. */
export function FunctionLine({ held, locale }: { held: FunctionView; locale: Locale }) {
  const organisation = <Run lang={held.organisation.lang}>{held.organisation.text}</Run>;
  if (!held.title) return organisation;
  const line = accountsTexts(locale)('accounts.person.function-at', { title: '{title}', organisation: '{organisation}' });
  return <Filled text={line} parts={{ title: <LocalisedRun value={held.title} />, organisation }} />;
}

/** The functions of a person with their terms; `aside` is what can be done with each. */
export function FunctionList({
  locale,
  functions,
  aside,
}: {
  locale: Locale;
  functions: readonly FunctionView[];
  aside?: (held: FunctionView) => ReactNode;
}) {
  const t = accountsTexts(locale);
  return (
    <Entries
      items={functions.map((held) => ({
        key: held.id,
        title: held.title ? <LocalisedRun value={held.title} /> : <Run lang={held.organisation.lang}>{held.organisation.text}</Run>,
        text: (
          <>
            <Run lang={held.organisation.lang}>{held.organisation.text}</Run>
            {term(held, locale)}
          </>
        ),
        tags: (
          <>
            {held.contactKind ? <Tag>{t(`accounts.person.contact.${held.contactKind}`)}</Tag> : null}
            {held.held ? null : <Tag tone="draft">{t('accounts.person.function-ended')}</Tag>}
          </>
        ),
        aside: aside?.(held),
      }))}
    />
  );
}

/** The term in words, as far as it is known; exact days are told apart from months and years, which French words otherwise. */
function term({ from, until }: FunctionView, locale: Locale): string {
  const [start, end] = [from, until].map((date) => (date && date !== 'tbc' ? date : null));
  const day = (date: PartialDate) => /^\d{4}-\d{2}-\d{2}/.test(date);
  const one = start ? (day(start) ? 'fromDay' : 'from') : end && day(end) ? 'untilDay' : 'until';
  if (!start && !end) return '';
  const words = (date: PartialDate | null | undefined) => (date ? formatPartialDate(date, locale) : '');
  const known = { known: start && end ? 'both' : one, from: words(start), until: words(end) };
  return ` · ${accountsTexts(locale)('accounts.person.term', known)}`;
}
