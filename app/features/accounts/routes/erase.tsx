import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, refusalData, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { ConfirmForm, Notice } from '#app/ui/states.tsx';
import { personalDataSources } from '../personal-data-sources.server.ts';
import { accountsTexts, refusalText } from '../texts.ts';
import { erasePerson } from '../use-cases/erase-person.server.ts';
import { readPerson } from '../use-cases/read-person.server.ts';

export { headers } from './no-store.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { person, name, rights } = valueOrThrow(await readPerson(ctx, args.params.personId ?? ''), args.request);
  if (!rights.erase) notFound();
  return { locale: ctx.locale, name, back: `/${ctx.locale}/desk/people/${person.id}` };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const erased = await erasePerson(ctx, { personId: args.params.personId ?? '' }, personalDataSources());
  return erased.ok ? redirect(`/${ctx.locale}/desk/people`) : refusalData(erased.refusal, {});
}

export default function ConfirmErase() {
  const { locale, name, back } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = accountsTexts(locale);
  const title = t('accounts.confirm-erase.title', { name });
  return (
    <>
      <title>{title}</title>
      {refused ? <Notice tone="error" live title={refusalText(t, refused.refusal)} /> : null}
      <ConfirmForm
        title={title}
        consequences={[
          { key: 'names', content: t('accounts.confirm-erase.names') },
          { key: 'kept', content: t('accounts.confirm-erase.kept') },
          { key: 'forever', content: <strong>{t('accounts.confirm-erase.forever')}</strong> },
        ]}
        buttons={
          <>
            <Button tone="danger">{t('accounts.confirm-erase.submit')}</Button>
            <ButtonLink tone="bare" href={back}>
              {t('accounts.back')}
            </ButtonLink>
          </>
        }
      />
    </>
  );
}
