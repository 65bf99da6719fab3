import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { MeetingFrame } from '#app/features/committees/public.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { HiddenValues } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { type AgendaModel, agendaModel } from '../agenda-model.server.ts';
import { textOf } from '../forms.ts';
import { agendasTexts, refusalText } from '../texts.ts';
import { AgendaItems, DocumentList } from '../ui/agenda-lists.tsx';
import stylesheet from '../ui/agendas.css?url';
import { VoicedNotes } from '../ui/voiced-notes.tsx';
import { copyPreviousAgenda, moveItem } from '../use-cases/arrange-items.server.ts';
import { readAgenda } from '../use-cases/read-agenda.server.ts';
import { moveDocument } from '../use-cases/write-document.server.ts';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

/** The agenda of a meeting, its documents and what was voiced. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const view = valueOrThrow(await readAgenda(ctx, args.params.meetingId ?? ''), args.request);
  return { model: agendaModel(ctx, view), saved: new URL(args.request.url).searchParams.has('saved') };
}

/** Moves an item or a document by one place, or takes over the agenda of the meeting before. */
export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const meetingId = args.params.meetingId ?? '';
  const form = await args.request.formData();
  const done = await act(ctx, meetingId, form);
  if (done.ok)
    return redirect(`/${ctx.locale}/desk/meetings/${meetingId}/agenda${textOf(form, 'what') === 'document' ? '#documents' : '#agenda'}`);
  if (done.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(done.refusal, null);
}

function act(ctx: Ctx, meetingId: string, form: FormData) {
  if (textOf(form, 'act') === 'copy') return copyPreviousAgenda(ctx, meetingId);
  const move = { id: textOf(form, 'id'), direction: textOf(form, 'act') === 'up' ? ('up' as const) : ('down' as const) };
  return textOf(form, 'what') === 'document' ? moveDocument(ctx, meetingId, move) : moveItem(ctx, meetingId, move);
}

export default function AgendaPage(): ReactNode {
  const { model, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { locale, head, mayEdit, undated, items, minutes } = model;
  const t = agendasTexts(locale);
  const meeting = `/${locale}/desk/meetings/${head.id}`;
  return (
    <MeetingFrame
      {...{ locale, head, current: 'agenda', page: t('agendas.title') }}
      actions={<ButtonLink href={`${meeting}/file`}>{t('agendas.file.open')}</ButtonLink>}
    >
      {saved && (
        <Notice tone="success" live>
          {t('agendas.saved')}
        </Notice>
      )}
      {refused && (
        <Notice tone="error" live title={t('agendas.refused')}>
          {refusalText(t, refused.refusal)}
        </Notice>
      )}
      {undated && <Notice>{t('agendas.no-date')}</Notice>}
      <Section
        id="agenda"
        title={t('agendas.title')}
        lead={items.length > 0 ? t('agendas.total', { count: items.length, minutes }) : undefined}
        wide
        actions={mayEdit && <ItemActions model={model} />}
      >
        <AgendaItems model={model} />
      </Section>
      <Section
        id="documents"
        title={t('agendas.documents.title')}
        lead={t('agendas.documents.lead')}
        wide
        actions={
          mayEdit && (
            <ButtonLink tone="quiet" href={`${meeting}/documents/new`}>
              {t('agendas.documents.add')}
            </ButtonLink>
          )
        }
      >
        <DocumentList model={model} />
      </Section>
      <Voiced model={model} />
    </MeetingFrame>
  );
}

function ItemActions({ model: { locale, head, previous } }: { model: AgendaModel }): ReactNode {
  const t = agendasTexts(locale);
  return (
    <>
      <ButtonLink tone="quiet" href={`/${locale}/desk/meetings/${head.id}/agenda/items/new`}>
        {t('agendas.add-item')}
      </ButtonLink>
      {previous && (
        <form method="post">
          <HiddenValues values={{ act: 'copy' }} />
          <Button tone="quiet">{t('agendas.copy', { title: previous })}</Button>
        </form>
      )}
    </>
  );
}

function Voiced({ model: { locale, head, notes, mayRecord, voiced } }: { model: AgendaModel }): ReactNode {
  const t = agendasTexts(locale);
  const actions = (
    <>
      {mayRecord && (
        <ButtonLink tone="quiet" href={`/${locale}/desk/committees/${voiced.committeeId}/voiced/new?meeting=${head.id}`}>
          {t('agendas.voiced.add')}
        </ButtonLink>
      )}
      <ButtonLink tone="bare" href={`/${locale}/desk/editions/${voiced.edition}/voiced`}>
        {t('agendas.voiced.all')}
      </ButtonLink>
    </>
  );
  return (
    <Section id="voiced" title={t('agendas.voiced.title')} lead={t('agendas.voiced.lead')} wide actions={actions}>
      <VoicedNotes notes={notes} locale={locale} />
    </Section>
  );
}
