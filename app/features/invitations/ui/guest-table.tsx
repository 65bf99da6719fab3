import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { readText } from '#app/lib/localised-text.ts';
import { Tag } from '#app/ui/controls.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { LocalisedRun, Run } from '#app/ui/text.tsx';
import type { SkipReason } from '../domain/mailing.ts';
import { guestValue } from '../forms.ts';
import type { Guest } from '../queries-guests.server.ts';
import { invitationsTexts } from '../texts.ts';
import { bodyName, languageText, personText } from './words.ts';

type Shown = Guest & { skipped?: SkipReason | null };

type Props = {
  locale: Locale;
  caption: string;
  guests: readonly Shown[];
  /** The form that the boxes belong to, by its `id`. */
  form: string;
  ticked: readonly string[];
  /** The table that an error about the choice leads to. */
  first?: boolean;
};

/** People who may be written to, each with a box to tick and why nothing would be written. */
export function GuestTable({ locale, caption, guests, form, ticked, first }: Props): ReactNode {
  const t = invitationsTexts(locale);
  const boxValue = (guest: Shown) => guestValue({ personId: guest.personId, organisationId: guest.organisation?.id ?? null });
  return (
    <DataTable
      caption={caption}
      rows={guests}
      rowKey={({ personId }) => personId}
      rowTone={({ skipped }) => (skipped ? 'quiet' : undefined)}
      empty={null}
      columns={[
        {
          ...{ key: 'tick', header: t('invitations.write.choose'), hiddenHeader: true, narrow: true },
          cell: (guest) => (
            <input
              type="checkbox"
              name="guest"
              form={form}
              value={boxValue(guest)}
              id={first && guest === guests[0] ? 'field-guest' : undefined}
              defaultChecked={ticked.includes(boxValue(guest))}
              aria-label={t('invitations.write.tick', { name: personText(guest.name, locale, t) })}
            />
          ),
        },
        {
          ...{ key: 'person', header: t('invitations.column.person'), rowHeader: true },
          cell: (guest) => <PersonCell locale={locale} name={guest.name} title={guest.title} />,
        },
        {
          ...{ key: 'organisation', header: t('invitations.column.organisation') },
          cell: ({ organisation }) => {
            const body = bodyName(organisation?.names ?? null, locale, t);
            return <Run lang={body.lang}>{body.text}</Run>;
          },
        },
        { key: 'language', header: t('invitations.column.language'), cell: ({ lang }) => languageText(lang, locale) },
        {
          ...{ key: 'way', header: t('invitations.column.way') },
          cell: ({ skipped, elected, mailbox }) => {
            if (skipped) return t(`invitations.skip.${skipped}`);
            if (elected || !mailbox) return <Tag tone="wait">{t(elected ? 'invitations.way.elected' : 'invitations.way.no-mailbox')}</Tag>;
            return t('invitations.way.mail');
          },
        },
      ]}
    />
  );
}

/** A person with the function under the name. */
export function PersonCell({
  locale,
  name,
  title,
  href,
}: {
  locale: Locale;
  name: Guest['name'];
  title: Guest['title'];
  href?: string;
}): ReactNode {
  const t = invitationsTexts(locale);
  const read = readText(title, locale);
  const text = personText(name, locale, t);
  return (
    <>
      {href ? <a href={href}>{text}</a> : text}
      {read && (
        <>
          <br />
          <span className="quiet guest-function">
            <LocalisedRun value={read} />
          </span>
        </>
      )}
    </>
  );
}
