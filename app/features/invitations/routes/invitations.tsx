import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { MeetingFrame } from '#app/features/committees/public.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink, Tag } from '#app/ui/controls.tsx';
import { Facts } from '#app/ui/figures.tsx';
import { SelectField, TextField } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { EmptyState, Notice } from '#app/ui/states.tsx';
import { DataTable, FilterBar, ListFoot } from '#app/ui/tables.tsx';
import { readAnswerFilter, STANDINGS } from '../domain/count-answers.ts';
import { invitationsTexts } from '../texts.ts';
import { AnswerTable } from '../ui/answer-table.tsx';
import stylesheet from '../ui/invitations.css?url';
import { invitationsPath, momentText } from '../ui/words.ts';
import { readInvitations } from '../use-cases/read-invitations.server.ts';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { searchParams } = new URL(args.request.url);
  const filter = readAnswerFilter(searchParams);
  const list = valueOrThrow(await readInvitations(ctx, { meetingId: args.params.meetingId ?? '', filter }), args.request);
  return { locale: ctx.locale, filter, list, withdrawn: searchParams.has('withdrawn') };
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Invitations(): ReactNode {
  const found = useLoaderData<typeof loader>();
  const { locale, list } = found;
  const t = invitationsTexts(locale);
  const { head, counts, total } = list;
  const here = invitationsPath(locale, head.id);
  return (
    <MeetingFrame locale={locale} head={head} current="invitations" page={t('invitations.title')} actions={<Actions found={found} />}>
      {found.withdrawn && (
        <Notice tone="success" live>
          {t('invitations.withdrawn')}
        </Notice>
      )}
      {total === 0 ? (
        <EmptyState title={t('invitations.none')}>
          <p>{t('invitations.none-text')}</p>
        </EmptyState>
      ) : (
        <>
          <Facts
            items={STANDINGS.filter((standing) => standing !== 'not-invited' || counts[standing] > 0).map((standing) => ({
              key: standing,
              label: t(`invitations.standing.${standing}`),
              value: <a href={`${here}?standing=${standing}#answers`}>{counts[standing]}</a>,
              note: standing === 'waiting' ? t('invitations.waiting-note') : undefined,
            }))}
          />
          <Answers found={found} />
        </>
      )}
      <Mailings found={found} />
    </MeetingFrame>
  );
}

function Actions({ found: { locale, list } }: { found: Data }): ReactNode {
  const t = invitationsTexts(locale);
  const { head, counts, mayWrite, open } = list;
  if (!mayWrite) return null;
  const at = (rest: string) => invitationsPath(locale, head.id, rest);
  return (
    <>
      {open && (
        <ButtonLink tone={counts.waiting > 0 ? 'quiet' : 'main'} href={at('/write?purpose=invitation')}>
          {t('invitations.action.invite')}
        </ButtonLink>
      )}
      {open && counts.waiting > 0 && (
        <ButtonLink href={at('/write?purpose=reminder')}>{t('invitations.action.remind', { count: counts.waiting })}</ButtonLink>
      )}
      <ButtonLink tone="quiet" href={at('/letters')}>
        {t('invitations.action.letters')}
      </ButtonLink>
    </>
  );
}

function Answers({ found: { locale, filter, list } }: { found: Data }): ReactNode {
  const t = invitationsTexts(locale);
  const here = invitationsPath(locale, list.head.id);
  const query = new URLSearchParams({
    ...(filter.standing ? { standing: filter.standing } : {}),
    ...(filter.text ? { q: filter.text } : {}),
  });
  const file = (format: string) => `${here}/answers/${format}?${query}`;
  return (
    <Section id="answers" title={t('invitations.answers')} wide>
      <FilterBar label={t('invitations.filter')} buttons={<Button tone="quiet">{t('invitations.filter')}</Button>}>
        <TextField name="q" type="search" label={t('invitations.filter.text')} defaultValue={filter.text} grow />
        <SelectField
          name="standing"
          label={t('invitations.column.answer')}
          placeholder={t('invitations.filter.any')}
          defaultValue={filter.standing ?? ''}
          options={STANDINGS.map((value) => ({ value, label: t(`invitations.standing.${value}`) }))}
        />
      </FilterBar>
      <AnswerTable
        locale={locale}
        meetingId={list.head.id}
        lines={list.lines}
        caption={t('invitations.answers-caption', { count: list.lines.length })}
        empty={<EmptyState title={t('invitations.no-match')} actions={<ButtonLink href={here}>{t('invitations.show-all')}</ButtonLink>} />}
      />
      <ListFoot
        count={t('invitations.shown', { shown: list.lines.length, total: list.total })}
        exports={
          <>
            <a href={file('xlsx')}>XLSX</a> <a href={file('csv')}>CSV</a>
          </>
        }
      />
    </Section>
  );
}

/** What was written about the meeting, newest first. */
function Mailings({ found: { locale, list } }: { found: Data }): ReactNode {
  const t = invitationsTexts(locale);
  if (list.mailings.length === 0) return null;
  return (
    <Section id="mailings" title={t('invitations.mailings')} wide>
      <DataTable
        caption={t('invitations.mailings-caption', { count: list.mailings.length })}
        captionHidden
        rows={list.mailings}
        rowKey={({ mailing }) => mailing.id}
        empty={null}
        columns={[
          {
            ...{ key: 'purpose', header: t('invitations.column.purpose'), rowHeader: true },
            cell: ({ mailing }) => (
              <a href={invitationsPath(locale, list.head.id, `/mailings/${mailing.id}`)}>{t(`invitations.purpose.${mailing.purpose}`)}</a>
            ),
          },
          {
            ...{ key: 'state', header: t('invitations.column.state') },
            cell: ({ mailing }) =>
              mailing.state === 'draft' ? (
                <Tag tone="draft">{t('invitations.state.draft')}</Tag>
              ) : (
                <Tag tone="ok">{t('invitations.state.sent')}</Tag>
              ),
          },
          {
            ...{ key: 'when', header: t('invitations.column.when') },
            cell: ({ mailing }) => momentText(mailing.sentAt ?? mailing.createdAt, locale),
          },
          {
            ...{ key: 'letters', header: t('invitations.column.letters'), numeric: true },
            cell: ({ counts, mailing }) =>
              mailing.state === 'draft' ? mailing.personIds.length : (counts.get('queued') ?? 0) + (counts.get('by-officer') ?? 0),
          },
          {
            ...{ key: 'officer', header: t('invitations.column.officer'), numeric: true },
            cell: ({ counts }) => counts.get('for-officer') ?? 0,
          },
        ]}
      />
    </Section>
  );
}
