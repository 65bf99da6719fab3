import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button } from '#app/ui/controls.tsx';
import { Form, FormActions } from '#app/ui/forms.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { ErrorSummary, Notice } from '#app/ui/states.tsx';
import { keptValues, personForm, personValues, typed } from '../forms.ts';
import { accountsTexts, refusalText } from '../texts.ts';
import { IdentityFields } from '../ui/identity-fields.tsx';
import { OwnFacts } from '../ui/own-facts.tsx';
import { SessionList } from '../ui/session-list.tsx';
import { editPerson } from '../use-cases/edit-person.server.ts';
import { endAllSessions, endSession, listOwnSessions } from '../use-cases/end-sessions.server.ts';
import { readPerson } from '../use-cases/read-person.server.ts';

export { headers } from './no-store.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  if (ctx.actor.kind !== 'person') throw redirect(signInUrl(args.request));
  const { person, name, functions, mailboxes, roles } = valueOrThrow(await readPerson(ctx, ctx.actor.personId), args.request);
  const sessions = valueOrThrow(await listOwnSessions(ctx), args.request);
  const saved = new URL(args.request.url).searchParams.has('saved');
  return { locale: ctx.locale, personId: person.id, name, values: personValues(person), functions, mailboxes, roles, sessions, saved };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const { actor } = ctx;
  if (actor.kind !== 'person') return redirect(signInUrl(args.request));
  const form = await args.request.formData();
  const personId = actor.personId;
  const intent = typed(form, 'intent');
  const done =
    intent === 'end-session'
      ? await endSession(ctx, { sessionId: typed(form, 'session') })
      : intent === 'end-others'
        ? await endAllSessions(ctx, { personId })
        : await editPerson(ctx, { personId, facts: personForm(form) });
  return done.ok ? redirect(`/${ctx.locale}/account?saved`) : refusalData(done.refusal, keptValues(form));
}

export default function Account() {
  const { locale, personId, name, values, functions, mailboxes, roles, sessions, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = accountsTexts(locale);
  const error = refused ? refusalText(t, refused.refusal) : undefined;
  const shown: Record<string, string> = refused && refused.kept.intent === 'save' ? refused.kept : values;
  return (
    <>
      <title>{t('accounts.account.title')}</title>
      <PageHead title={t('accounts.account.title')} lead={name} />
      {saved && !refused ? <Notice tone="success" live title={t('accounts.account.saved')} /> : null}
      <ErrorSummary title={t('accounts.errors')} errors={error ? [{ name: 'family-name', message: error }] : []} />
      <Section id="identity" title={t('accounts.account.identity')} wide>
        <Form hidden={{ intent: 'save' }} guardUnsaved>
          <IdentityFields locale={locale} values={shown} error={error} />
          <FormActions>
            <Button>{t('accounts.person.save')}</Button>
          </FormActions>
        </Form>
      </Section>
      <OwnFacts locale={locale} functions={functions} mailboxes={mailboxes ?? []} roles={roles ?? []} />
      <SessionList locale={locale} sessions={sessions} />
      <Section id="data" title={t('accounts.account.data')} lead={t('accounts.account.data-lead')} wide>
        <form method="post" action={`/${locale}/desk/people/${personId}/data`}>
          <Button tone="quiet">{t('accounts.account.data-export')}</Button>
        </form>
      </Section>
    </>
  );
}
