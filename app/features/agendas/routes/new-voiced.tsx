import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { keptValues, voicedForm } from '../forms.ts';
import { agendasTexts } from '../texts.ts';
import { VoicedPage } from '../ui/voiced-page.tsx';
import { readVoicedDesk } from '../use-cases/read-voiced.server.ts';
import { recordVoiced } from '../use-cases/record-voiced.server.ts';
import { voicedFormModel } from '../voiced-model.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const desk = valueOrThrow(await readVoicedDesk(ctx, { committeeId: args.params.committeeId ?? '' }), args.request);
  const meeting = new URL(args.request.url).searchParams.get('meeting') ?? '';
  return { model: voicedFormModel(desk, ctx.locale), stored: { kind: 'question', state: 'open', meeting } };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const form = await args.request.formData();
  const desk = valueOrThrow(await readVoicedDesk(ctx, { committeeId: args.params.committeeId ?? '' }), args.request);
  const done = await recordVoiced(ctx, desk.committee.id, voicedForm(form));
  if (done.ok) return redirect(`/${ctx.locale}/desk/editions/${desk.edition.slug}/voiced?saved=1`);
  if (done.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(done.refusal, keptValues(form));
}

export default function NewVoiced(): ReactNode {
  const { model, stored } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = agendasTexts(model.locale);
  return <VoicedPage model={model} title={t('agendas.voiced.new')} kept={refused?.kept ?? stored} refusal={refused?.refusal} />;
}
