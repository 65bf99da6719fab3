import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import type { Grant } from '#app/access/actor.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, refusalData, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { ConfirmForm, Notice } from '#app/ui/states.tsx';
import { isGrantedRole } from '../domain/grant-shape.ts';
import { accountsTexts, refusalText } from '../texts.ts';
import { RoleOver } from '../ui/role-text.tsx';
import { grantRole } from '../use-cases/grant-role.server.ts';
import { readPerson } from '../use-cases/read-person.server.ts';

export { headers } from './no-store.ts';

/** The role that the address names, over what its kind needs and nothing else; `null` for those that other features grant. */
function grantOf(request: Request): Grant | null {
  const query = new URL(request.url).searchParams;
  const role = query.get('role');
  if (!isGrantedRole(role)) return null;
  if (role === 'instance-admin') return { role };
  if (role === 'secretariat') return { role, side: (query.get('side') ?? '').normalize('NFKC').trim().toUpperCase() };
  return role === 'authority-editor' || role === 'authority-reader' ? { role, organisationId: query.get('organisation') ?? '' } : null;
}

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const grant = grantOf(args.request);
  if (!grant) notFound();
  const { person, name, functions } = valueOrThrow(await readPerson(ctx, args.params.personId ?? ''), args.request);
  const held = functions.find((candidate) => candidate.organisationId === grant.organisationId);
  const over = { role: grant.role, side: grant.side || null, over: held?.organisation ?? null };
  return { locale: ctx.locale, name, over, back: `/${ctx.locale}/desk/people/${person.id}` };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const personId = args.params.personId ?? '';
  const grant = grantOf(args.request);
  if (!grant) notFound();
  const granted = await grantRole(ctx, { personId, grant });
  return granted.ok ? redirect(`/${ctx.locale}/desk/people/${personId}?saved#roles`) : refusalData(granted.refusal, {});
}

export default function ConfirmGrant() {
  const { locale, name, over, back } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = accountsTexts(locale);
  const title = t('accounts.confirm-grant.title', { name });
  return (
    <>
      <title>{title}</title>
      {refused ? <Notice tone="error" live title={refusalText(t, refused.refusal)} /> : null}
      <ConfirmForm
        title={title}
        consequences={[
          {
            key: 'role',
            content: (
              <>
                {t(`accounts.role.${over.role}`)} · <RoleOver role={over} locale={locale} />
              </>
            ),
          },
          { key: 'effect', content: t('accounts.confirm-grant.effect') },
        ]}
        buttons={
          <>
            <Button>{t('accounts.confirm-grant.submit')}</Button>
            <ButtonLink tone="bare" href={back}>
              {t('accounts.back')}
            </ButtonLink>
          </>
        }
      />
    </>
  );
}
