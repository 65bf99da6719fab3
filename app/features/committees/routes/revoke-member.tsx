import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { ConfirmRevoke } from '#app/features/accounts/public.ts';
import { readText } from '#app/lib/localised-text.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { LocalisedRun } from '#app/ui/text.tsx';
import { readMembers } from '../use-cases/read-members.server.ts';
import { removeMember } from '../use-cases/remove-member.server.ts';

const grantOf = (request: Request) => new URL(request.url).searchParams.get('grant') ?? '';

/** Asks before a membership ends. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const input = { committeeId: args.params.committeeId ?? '', q: '' };
  const { committee, desk } = valueOrThrow(await readMembers(ctx, input), args.request);
  const member = desk.holders.find(({ assignmentId }) => assignmentId === grantOf(args.request));
  if (!member) notFound();
  return { locale: ctx.locale, committeeId: committee.id, committee: readText(committee.name, ctx.locale), name: member.name };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const committeeId = args.params.committeeId ?? '';
  const removed = await removeMember(ctx, { committeeId, assignmentId: grantOf(args.request) });
  if (removed.ok) return redirect(`/${ctx.locale}/desk/committees/${committeeId}?saved=1#members`);
  return removed.refusal.code === 'sign-in-required' ? redirect(signInUrl(args.request)) : refusalData(removed.refusal, {});
}

export default function RevokeOfMember() {
  const { locale, committeeId, committee, name } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = `/${locale}/desk/committees/${committeeId}#members`;
  const role = committee && <LocalisedRun value={committee} />;
  return <ConfirmRevoke locale={locale} name={name} role={role} back={back} refusal={refused?.refusal} />;
}
