import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { MeetingFrame } from '#app/features/committees/public.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { agendaModel } from '../agenda-model.server.ts';
import { itemForm, keptValues, numberOf, storedItem, textOf } from '../forms.ts';
import { agendasTexts } from '../texts.ts';
import { RefusableForm, RemoveSection } from '../ui/form-page.tsx';
import { ItemFields } from '../ui/item-fields.tsx';
import { removeItem } from '../use-cases/arrange-items.server.ts';
import { readAgendaDesk } from '../use-cases/read-agenda.server.ts';
import { addItem, editItem } from '../use-cases/write-item.server.ts';

/** The form of an item: `…/items/new`, or one that is there. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const desk = valueOrThrow(await readAgendaDesk(ctx, args.params.meetingId ?? ''), args.request);
  const model = agendaModel(ctx, desk);
  const item = desk.items.find(({ id }) => id === args.params.item);
  if (!item && args.params.item !== 'new') notFound();
  const shown = model.items.find(({ id }) => id === item?.id);
  return {
    ...{ locale: ctx.locale, head: model.head, documents: model.documents, persons: personsFor(desk, item) },
    stored: item ? storedItem(item) : {},
    revision: item ? String(item.revision) : null,
    now: shown ? [shown.title?.text, shown.speakers, shown.minutes].filter(Boolean).join(' · ') : '',
  };
}

type Desk = Extract<Awaited<ReturnType<typeof readAgendaDesk>>, { ok: true }>['value'];

/** Those who may be named; who is named already stays, although they may sit there no longer. */
function personsFor({ nameables }: Desk, item: Desk['items'][number] | undefined) {
  const left = (item?.speakerIds ?? []).filter((id) => !nameables.persons.some((person) => person.id === id));
  return [...nameables.persons, ...left.map((id) => ({ id, name: '…' }))];
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const meetingId = args.params.meetingId ?? '';
  const form = await args.request.formData();
  const done = await act(ctx, meetingId, args.params.item ?? '', form);
  if (done.ok) return redirect(`/${ctx.locale}/desk/meetings/${meetingId}/agenda?saved=1`);
  if (done.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(done.refusal, textOf(form, 'act') === 'remove' ? null : keptValues(form));
}

function act(ctx: Ctx, meetingId: string, id: string, form: FormData) {
  const revision = numberOf(form, 'revision');
  if (textOf(form, 'act') === 'remove') return removeItem(ctx, meetingId, { id, revision });
  return id === 'new' ? addItem(ctx, meetingId, itemForm(form)) : editItem(ctx, meetingId, { id, revision, input: itemForm(form) });
}

export default function ItemPage(): ReactNode {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { locale, head, revision } = data;
  const t = agendasTexts(locale);
  const title = t(revision ? 'agendas.item.edit' : 'agendas.item.new');
  const overtaken = refused?.refusal.code === 'agendas.changed-meanwhile';
  // After a conflict the form takes the revision that stands now; any other refusal leaves it on the one it was opened on.
  const based = overtaken ? revision : (refused?.kept?.revision ?? revision);
  return (
    <MeetingFrame {...{ locale, head, current: 'agenda', page: title }}>
      <Section id="form" title={title} wide>
        {overtaken && <Notice tone="warning">{t('agendas.now', { facts: data.now })}</Notice>}
        <RefusableForm
          {...{ locale, refusal: refused?.refusal, first: `title-${locale}`, back: `/${locale}/desk/meetings/${head.id}/agenda` }}
          hidden={based ? { revision: based } : {}}
        >
          {(error) => (
            <ItemFields {...{ locale, error, kept: refused?.kept ?? data.stored, persons: data.persons, documents: data.documents }} />
          )}
        </RefusableForm>
      </Section>
      {revision && <RemoveSection locale={locale} lead={t('agendas.item.remove-lead')} revision={revision} />}
    </MeetingFrame>
  );
}
