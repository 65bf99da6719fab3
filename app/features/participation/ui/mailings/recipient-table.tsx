import type { ReactNode } from 'react';
import { listText } from '#app/lib/list-text.ts';
import type { Locale } from '#app/lib/locale.ts';
import { type Column, DataTable } from '#app/ui/tables.tsx';
import { Run } from '#app/ui/text.tsx';
import { participationTexts, stageText, stateText } from '../../texts.ts';
import type { RecipientOutline } from '../../use-cases/mailings/read-recipients.server.ts';
import { letterAuthority } from './letter-words.ts';

type Props = {
  locale: Locale;
  recipients: readonly RecipientOutline[];
  /** The form that the boxes belong to, by its `id`. */
  form: string;
  /** The authorities ticked before; by default all that would be written to. */
  ticked: readonly string[] | undefined;
};

/** The authorities that may be written to, each with a box to tick. */
export function RecipientTable({ locale, recipients, form, ticked }: Props): ReactNode {
  const t = participationTexts(locale);
  const columns: Column<RecipientOutline>[] = [
    {
      ...{ key: 'tick', header: t('participation.mailings.choose'), hiddenHeader: true, narrow: true },
      cell: ({ participationId, organisation, because }) => (
        <input
          type="checkbox"
          name="participation"
          form={form}
          value={participationId}
          id={participationId === recipients[0]?.participationId ? 'field-participation' : undefined}
          defaultChecked={ticked ? ticked.includes(participationId) : because === null}
          aria-label={t('participation.mailings.tick', { authority: letterAuthority(organisation, locale).text })}
        />
      ),
    },
    {
      ...{ key: 'authority', header: t('participation.mailings.authority'), rowHeader: true },
      cell: ({ organisation }) => {
        const name = letterAuthority(organisation, locale);
        return <Run lang={name.lang}>{name.text}</Run>;
      },
    },
    { key: 'state', header: t('participation.mailings.state'), cell: ({ state }) => stateText(t, state) },
    {
      ...{ key: 'owes', header: t('participation.mailings.owes') },
      cell: ({ owes }) =>
        owes.length === 0
          ? t('participation.mailings.owes-nothing')
          : listText(
              owes.map((stage) => stageText(t, stage)),
              locale,
            ),
    },
    { key: 'letters', header: t('participation.mailings.to-send'), cell: (row) => <Letters row={row} locale={locale} /> },
  ];
  return (
    <DataTable
      caption={t('participation.mailings.authorities', { count: recipients.length })}
      rows={recipients}
      rowKey={({ participationId }) => participationId}
      columns={columns}
      rowTone={({ because }) => (because ? 'quiet' : undefined)}
      empty={null}
    />
  );
}

/** How many letters an authority would get, or why it would get none. */
function Letters({ row: { letters, forOfficer, unreachable, because }, locale }: { row: RecipientOutline; locale: Locale }): ReactNode {
  const t = participationTexts(locale);
  const parts = [
    ...(because ? [t(`participation.mailings.skip.${because}`)] : [t('participation.mailings.letters', { count: letters })]),
    ...(forOfficer > 0 ? [t('participation.mailings.officer-letters', { count: forOfficer })] : []),
    ...(unreachable > 0 && because !== 'no-mailbox' ? [t('participation.mailings.unreachable', { count: unreachable })] : []),
  ];
  return parts.join(' · ');
}
