import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { countryName } from '#app/features/editions/public.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { ButtonLink, Tag } from '#app/ui/controls.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { type Column, DataTable } from '#app/ui/tables.tsx';
import { DateRun } from '#app/ui/text.tsx';
import { MAILING_PURPOSES } from '../../domain/mailings/mailing.ts';
import { participationTexts } from '../../texts.ts';
import { EditionTabs } from '../../ui/edition-tabs.tsx';
import { mailingDay } from '../../ui/mailings/letter-words.ts';
import { MailingHead, mailingEdition, mailingsPath } from '../../ui/mailings/mailing-head.tsx';
import { listMailings } from '../../use-cases/mailings/list-mailings.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { view, sides, mailings } = valueOrThrow(await listMailings(ctx, args.params.edition ?? ''), args.request);
  return {
    ...{ locale: ctx.locale, edition: mailingEdition(view, ctx.locale), timeZone: view.edition.timeZone, severalSides: sides.length > 1 },
    mailings: mailings.map(({ mailing: { id, side, purpose, state, createdAt }, counts }) => {
      const count = (...of: Parameters<typeof counts.get>[0][]) => of.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0);
      return {
        ...{ id, side, purpose, state, createdAt, letters: count('draft', 'queued') },
        ...{ forOfficer: count('for-officer', 'by-officer'), leftOut: count('skipped') },
      };
    }),
  };
}

type Row = Awaited<ReturnType<typeof loader>>['mailings'][number];
const TONES = { draft: 'draft', sent: 'ok', discarded: 'plain' } as const;

export default function Mailings(): ReactNode {
  const { locale, edition, mailings, timeZone, severalSides } = useLoaderData<typeof loader>();
  const t = participationTexts(locale);
  const actions = MAILING_PURPOSES.map((purpose, index) => (
    <ButtonLink key={purpose} tone={index === 0 ? 'main' : 'quiet'} href={`${mailingsPath(locale, edition.slug)}/new?purpose=${purpose}`}>
      {t(`participation.mailings.new.${purpose}`)}
    </ButtonLink>
  ));
  const columns: Column<Row>[] = [
    {
      ...{ key: 'purpose', header: t('participation.mailings.purpose'), rowHeader: true },
      cell: ({ id, purpose }) => <a href={`/${locale}/desk/mailings/${id}`}>{t(`participation.mailings.purpose.${purpose}`)}</a>,
    },
    ...(severalSides
      ? [{ key: 'side', header: t('participation.mailings.side'), cell: ({ side }: Row) => countryName(side, locale) }]
      : []),
    {
      ...{ key: 'when', header: t('participation.mailings.when') },
      cell: ({ createdAt }) => <DateRun value="">{mailingDay(createdAt, locale, timeZone)}</DateRun>,
    },
    {
      ...{ key: 'state', header: t('participation.mailings.state') },
      cell: ({ state }) => <Tag tone={TONES[state]}>{t(`participation.mailings.state.${state}`)}</Tag>,
    },
    { key: 'letters', header: t('participation.mailings.to-send'), numeric: true, cell: ({ letters }) => letters },
    { key: 'officer', header: t('participation.mailings.for-officer'), numeric: true, cell: ({ forOfficer }) => forOfficer },
    { key: 'left-out', header: t('participation.mailings.left-out'), numeric: true, cell: ({ leftOut }) => leftOut },
  ];
  return (
    <>
      <MailingHead locale={locale} edition={edition} lead={t('participation.mailings.lead')} actions={mailings.length > 0 && actions} />
      <EditionTabs slug={edition.slug} locale={locale} current="mailings" mobilises />
      <DataTable
        caption={t('participation.mailings.caption', { count: mailings.length })}
        rows={mailings}
        rowKey={({ id }) => id}
        columns={columns}
        empty={
          <EmptyState title={t('participation.mailings.none')} actions={actions}>
            {t('participation.mailings.none-text')}
          </EmptyState>
        }
      />
    </>
  );
}
