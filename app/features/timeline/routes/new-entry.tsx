import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { refuse } from '#app/lib/result.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { entryFormModel } from '../entry-form-model.server.ts';
import { entryForm, keptValues } from '../forms.ts';
import { timelineTexts } from '../texts.ts';
import { EntryPage } from '../ui/entry-page.tsx';
import { addEntry } from '../use-cases/add-entry.server.ts';
import { readTimeline } from '../use-cases/read-timeline.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const timeline = valueOrThrow(await readTimeline(ctx, args.params.edition ?? ''), args.request);
  if (timeline.editsFor.length === 0) valueOrThrow(refuse('not-allowed'), args.request);
  return entryFormModel(timeline, ctx.locale);
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const edition = args.params.edition ?? '';
  const form = await args.request.formData();
  const added = await addEntry(ctx, edition, entryForm(form));
  if (added.ok) return redirect(`/${ctx.locale}/desk/editions/${edition}/timeline?saved=1`);
  if (added.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(added.refusal, keptValues(form));
}

export default function NewEntry(): ReactNode {
  const model = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const title = timelineTexts(model.locale)('timeline.form.new');
  return <EntryPage model={model} title={title} kept={refused?.kept ?? {}} refusal={refused?.refusal} />;
}
