import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { ConfirmRevoke } from '#app/features/accounts/public.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Run } from '#app/ui/text.tsx';
import { editionName } from '../domain/edition-title.ts';
import { editionsTexts } from '../texts.ts';
import { readHostTeam } from '../use-cases/read-host-team.server.ts';
import { removeHost } from '../use-cases/remove-host.server.ts';
import { readEdition } from '../views.server.ts';

const grantOf = (request: Request) => new URL(request.url).searchParams.get('grant') ?? '';

/** Asks before somebody is taken out of the host team. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const view = await readEdition(ctx.db, args.params.edition ?? '');
  if (!view) notFound();
  const over = { editionId: view.edition.id, countries: view.series.countries };
  const team = valueOrThrow(await readHostTeam(ctx, over, ''), args.request);
  const host = team.holders.find(({ assignmentId }) => assignmentId === grantOf(args.request));
  if (!host) notFound();
  const edition = editionName(view.series.editionName, view.edition.title, view.edition.ordinal, ctx.locale);
  return { locale: ctx.locale, slug: view.edition.slug, name: host.name, edition };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const slug = args.params.edition ?? '';
  const removed = await removeHost(ctx, slug, grantOf(args.request));
  if (removed.ok) return redirect(`/${ctx.locale}/desk/editions/${slug}?saved=1#host-team`);
  return removed.refusal.code === 'sign-in-required' ? redirect(signInUrl(args.request)) : refusalData(removed.refusal, {});
}

export default function RevokeOfHost() {
  const { locale, slug, name, edition } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const role = (
    <>
      {editionsTexts(locale)('editions.page.host-team')} · <Run lang={edition.lang}>{edition.text}</Run>
    </>
  );
  const back = `/${locale}/desk/editions/${slug}#host-team`;
  return <ConfirmRevoke locale={locale} name={name} role={role} back={back} refusal={refused?.refusal} />;
}
