import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { plainText } from '#app/lib/localised-text.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Notice } from '#app/ui/states.tsx';
import { keptValues, numberOf, storedVoiced, textOf, voicedForm } from '../forms.ts';
import { agendasTexts } from '../texts.ts';
import { RemoveSection } from '../ui/form-page.tsx';
import { VoicedPage } from '../ui/voiced-page.tsx';
import { readVoicedDesk } from '../use-cases/read-voiced.server.ts';
import { editVoiced, removeVoiced } from '../use-cases/record-voiced.server.ts';
import { voicedFormModel } from '../voiced-model.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const desk = valueOrThrow(await readVoicedDesk(ctx, { noteId: args.params.note ?? '' }), args.request);
  if (!desk.note) notFound();
  const { note } = desk;
  return {
    ...{ model: voicedFormModel(desk, ctx.locale), stored: storedVoiced(note), revision: String(note.revision) },
    now: plainText(note.text, ctx.locale),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const id = args.params.note ?? '';
  const form = await args.request.formData();
  const desk = valueOrThrow(await readVoicedDesk(ctx, { noteId: id }), args.request);
  const change = { id, revision: numberOf(form, 'revision') };
  const removes = textOf(form, 'act') === 'remove';
  const done = await (removes ? removeVoiced(ctx, change) : editVoiced(ctx, { ...change, input: voicedForm(form) }));
  if (done.ok) return redirect(`/${ctx.locale}/desk/editions/${desk.edition.slug}/voiced?saved=1`);
  if (done.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(done.refusal, removes ? null : keptValues(form));
}

export default function Voiced(): ReactNode {
  const { model, stored, revision, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = agendasTexts(model.locale);
  const overtaken = refused?.refusal.code === 'agendas.changed-meanwhile';
  const hidden = { revision: overtaken ? revision : (refused?.kept?.revision ?? revision) };
  return (
    <VoicedPage model={model} title={t('agendas.voiced.edit')} kept={refused?.kept ?? stored} refusal={refused?.refusal} hidden={hidden}>
      {overtaken && <Notice tone="warning">{t('agendas.now', { facts: now })}</Notice>}
      <RemoveSection locale={model.locale} lead={t('agendas.voiced.remove-lead')} revision={revision} />
    </VoicedPage>
  );
}
