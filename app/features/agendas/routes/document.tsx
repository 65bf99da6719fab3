import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { MeetingFrame } from '#app/features/committees/public.ts';
import { plainText } from '#app/lib/localised-text.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { agendaModel, languageShort } from '../agenda-model.server.ts';
import { nextNumber } from '../domain/document.ts';
import { documentForm, keptValues, numberOf, storedText, textOf, uploadOf } from '../forms.ts';
import { agendasTexts } from '../texts.ts';
import { DocumentFields } from '../ui/document-fields.tsx';
import { DocumentFiles } from '../ui/document-files.tsx';
import { RefusableForm, RemoveSection } from '../ui/form-page.tsx';
import { addFile, removeFile } from '../use-cases/put-upload.server.ts';
import { readAgendaDesk } from '../use-cases/read-agenda.server.ts';
import { addDocument, editDocument, removeDocument } from '../use-cases/write-document.server.ts';

/** The form of a document: `…/documents/new`, or one that is there with its files. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { locale } = ctx;
  const desk = valueOrThrow(await readAgendaDesk(ctx, args.params.meetingId ?? ''), args.request);
  const document = desk.documents.find(({ id }) => id === args.params.document);
  if (!document && args.params.document !== 'new') notFound();
  const number = document?.number ?? String(nextNumber(desk.documents.map((one) => Number(one.number))));
  return {
    ...{ locale, head: agendaModel(ctx, desk).head, kind: document?.kind ?? null },
    makeable: desk.makeable.map(({ key, title }) => ({ key, title: plainText(title, locale) })),
    files: (document?.files ?? []).map(({ id, name, lang }) => ({ id, name, language: languageShort(lang, locale) })),
    stored: { number, 'file-lang': locale, ...storedText('title', document?.title), ...storedText('body', document?.body) },
    revision: document ? String(document.revision) : null,
    now: document ? `${number} · ${plainText(document.title, locale)}` : '',
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const { meetingId = '', document = '' } = args.params;
  const form = await args.request.formData();
  const what = textOf(form, 'act');
  const done = await act(ctx, meetingId, document, form);
  if (done.refusal?.code === 'sign-in-required') return redirect(signInUrl(args.request));
  if (!done.ok) return refusalData(done.refusal, what === '' ? keptValues(form) : null);
  const stays = what === 'add-file' || what === 'remove-file';
  return redirect(`/${ctx.locale}/desk/meetings/${meetingId}/${stays ? `documents/${document}?saved=1` : 'agenda?saved=1#documents'}`);
}

async function act(ctx: Ctx, meetingId: string, id: string, form: FormData) {
  const revision = numberOf(form, 'revision');
  const what = textOf(form, 'act');
  const done = await (what === 'remove'
    ? removeDocument(ctx, meetingId, { id, revision })
    : what === 'add-file'
      ? addFile(ctx, meetingId, { documentId: id, upload: await uploadOf(form) })
      : what === 'remove-file'
        ? removeFile(ctx, meetingId, { documentId: id, fileId: textOf(form, 'file-id') })
        : id === 'new'
          ? addDocument(ctx, meetingId, documentForm(form), await uploadOf(form))
          : editDocument(ctx, meetingId, { id, revision, input: documentForm(form) }));
  return done.ok ? { ok: true as const, refusal: undefined } : done;
}

export default function DocumentPage(): ReactNode {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { locale, head, revision, kind, makeable, files } = data;
  const t = agendasTexts(locale);
  const title = t(revision ? 'agendas.document.edit' : 'agendas.document.new');
  const overtaken = refused?.refusal.code === 'agendas.changed-meanwhile';
  const based = overtaken ? revision : (refused?.kept?.revision ?? revision);
  return (
    <MeetingFrame {...{ locale, head, current: 'agenda', page: title }}>
      <Section id="form" title={title} wide>
        {overtaken && <Notice tone="warning">{t('agendas.now', { facts: data.now })}</Notice>}
        <RefusableForm
          {...{ locale, multipart: true, refusal: refused?.refusal, first: 'number', back: `/${locale}/desk/meetings/${head.id}/agenda` }}
          hidden={based ? { revision: based } : {}}
        >
          {(error) => <DocumentFields {...{ locale, error, kind, makeable, kept: refused?.kept ?? data.stored }} />}
        </RefusableForm>
      </Section>
      {kind === 'file' && <DocumentFiles {...{ locale, files }} />}
      {revision && <RemoveSection locale={locale} lead={t('agendas.document.remove-lead')} revision={revision} />}
    </MeetingFrame>
  );
}
