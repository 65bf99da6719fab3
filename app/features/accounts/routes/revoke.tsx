import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, refusalData, valueOrThrow } from '#app/platform/http/respond.ts';
import { accountsTexts } from '../texts.ts';
import { ConfirmRevoke } from '../ui/confirm-revoke.tsx';
import { RoleOver } from '../ui/role-text.tsx';
import { readPerson } from '../use-cases/read-person.server.ts';
import { revokeRole } from '../use-cases/revoke-role.server.ts';

export { headers } from './no-store.ts';

const grantOf = (request: Request) => new URL(request.url).searchParams.get('grant') ?? '';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { person, name, roles } = valueOrThrow(await readPerson(ctx, args.params.personId ?? ''), args.request);
  const role = roles?.find((candidate) => candidate.assignmentId === grantOf(args.request));
  if (!role) notFound();
  return { locale: ctx.locale, name, role, back: `/${ctx.locale}/desk/people/${person.id}` };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const revoked = await revokeRole(ctx, { assignmentId: grantOf(args.request) });
  return revoked.ok ? redirect(`/${ctx.locale}/desk/people/${args.params.personId}?saved#roles`) : refusalData(revoked.refusal, {});
}

export default function RevokeOfPerson() {
  const { locale, name, role, back } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const words = (
    <>
      {accountsTexts(locale)(`accounts.role.${role.role}`)} · <RoleOver role={role} locale={locale} />
    </>
  );
  return <ConfirmRevoke locale={locale} name={name} role={words} back={back} refusal={refused?.refusal} />;
}
