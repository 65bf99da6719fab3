import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import lifeSheet from '../ui/text-life.css?url';
import { TextPageBody } from '../ui/text-page.tsx';
import readingSheet from '../ui/text-reading.css?url';
import { commentText } from '../use-cases/comment-text.server.ts';
import { readText } from '../use-cases/read-text.server.ts';
import { withdrawComment } from '../use-cases/withdraw-comment.server.ts';

export const links = () => [
  { rel: 'stylesheet', href: readingSheet },
  { rel: 'stylesheet', href: lifeSheet },
];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const query = new URL(args.request.url).searchParams;
  const asked = query.get('version');
  const version = asked === null ? {} : { version: /^\d{1,6}$/.test(asked) ? Number(asked) : 0 };
  const page = valueOrThrow(await readText(ctx, { textId: args.params.text ?? '', ...version }), args.request);
  const count = Number(/^\d{1,6}$/.exec(query.get('mails') ?? '')?.[0] ?? 0);
  return { locale: ctx.locale, page, open: query.get('comment'), done: query.get('done'), count };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const form = await args.request.formData();
  const textId = args.params.text ?? '';
  const typed = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const here = `/${ctx.locale}/desk/texts/${textId}`;
  if (typed('act') === 'take-back') {
    const done = await withdrawComment(ctx, { textId, commentId: typed('comment') });
    if (done.ok) return redirect(`${here}?done=taken-back#c-${typed('comment')}`);
    if (done.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
    return refusalData(done.refusal, null);
  }
  const kept = {
    ...{ block: typed('block'), quote: typed('quote'), kind: typed('kind') },
    ...{ body: typed('body'), proposed: typed('proposed'), for: typed('for') },
  };
  const said = await commentText(ctx, { ...kept, textId, version: Number(typed('version')), forPersonId: kept.for });
  if (said.ok) return redirect(`${here}?done=commented#c-${said.value.id}`);
  if (said.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(said.refusal, kept);
}

export default function Text(): ReactNode {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <TextPageBody {...data} refused={refused ?? null} />;
}
