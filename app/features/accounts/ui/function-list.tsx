import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { formatPartialDate } from '#app/lib/partial-date.ts';
import { Tag } from '#app/ui/controls.tsx';
import { Entries } from '#app/ui/page.tsx';
import { LocalisedRun, Run } from '#app/ui/text.tsx';
import type { FunctionView } from '../person-view.server.ts';
import { accountsTexts } from '../texts.ts';

/** A function in one line: its title, and where. */
export function FunctionLine({ held }: { held: FunctionView }) {
  return (
    <>
      {held.title ? <LocalisedRun value={held.title} /> : null}
      {held.title ? ', ' : ''}
      <Run lang={held.organisation.lang}>{held.organisation.text}</Run>
    </>
  );
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

/** The term in words, as far as it is known. */
function term({ from, until }: FunctionView, locale: Locale): string {
  if (!from && !until) return '';
  const t = accountsTexts(locale);
  const shown = { from: from ? formatPartialDate(from, locale) : '…', until: until ? formatPartialDate(until, locale) : '…' };
  return ` · ${t('accounts.person.term', shown)}`;
}
