import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import type { Locale } from '#app/lib/locale.ts';
import { type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions } from '#app/ui/forms.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { ErrorSummary, Notice } from '#app/ui/states.tsx';
import { keptValues, personForm, personValues, typed } from '../forms.ts';
import { readDate } from '../function-form.server.ts';
import { accountsTexts, refusalText } from '../texts.ts';
import { refusedField } from '../ui/function-fields.tsx';
import { IdentityFields } from '../ui/identity-fields.tsx';
import { PersonRoles } from '../ui/person-roles.tsx';
import { PersonData, PersonFunctions, PersonMailboxes } from '../ui/person-sections.tsx';
import { addMailbox, removeMailbox } from '../use-cases/edit-mailboxes.server.ts';
import { editPerson } from '../use-cases/edit-person.server.ts';
import { endFunction } from '../use-cases/end-function.server.ts';
import { readPerson } from '../use-cases/read-person.server.ts';

export { headers } from './no-store.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { person, ...view } = valueOrThrow(await readPerson(ctx, args.params.personId ?? ''), args.request);
  const saved = new URL(args.request.url).searchParams.has('saved');
  return { locale: ctx.locale, personId: person.id, values: personValues(person), view, saved };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const personId = args.params.personId ?? '';
  const form = await args.request.formData();
  const done = await carryOut(ctx, personId, form);
  if (done.ok) return redirect(`/${ctx.locale}/desk/people/${personId}?saved`);
  return done.refusal.code === 'sign-in-required' ? redirect(signInUrl(args.request)) : refusalData(done.refusal, keptValues(form));
}

async function carryOut(ctx: Ctx, personId: string, form: FormData): Promise<Result<void>> {
  switch (typed(form, 'intent')) {
    case 'save':
      return editPerson(ctx, { personId, facts: personForm(form) });
    case 'add-mailbox':
      return addMailbox(ctx, { personId, mailbox: typed(form, 'mailbox') });
    case 'remove-mailbox':
      return removeMailbox(ctx, { personId, mailboxId: typed(form, 'mailbox-id') });
    case 'end-function': {
      const until = readDate(typed(form, 'until'));
      if (until === undefined) return refuse('accounts.date-invalid');
      return endFunction(ctx, { personId, functionId: typed(form, 'function-id'), until });
    }
    default:
      return refuse('not-found');
  }
}

export default function Person() {
  const { locale, personId, values, view, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = accountsTexts(locale);
  const message = refused ? refusalText(t, refused.refusal) : '';
  const field = refused
    ? refused.kept.intent === 'end-function'
      ? `until-${refused.kept['function-id']}`
      : refusedField(refused.refusal.code)
    : '';
  const shown: Record<string, string> = refused?.kept.intent === 'save' ? refused.kept : values;
  const error = (name: string) => (field === name ? message : undefined);
  const { rights } = view;
  return (
    <>
      <title>{view.name}</title>
      <PageHead
        title={view.name}
        actions={
          <ButtonLink tone="bare" href={`/${locale}/desk/people`}>
            {t('accounts.people.title')}
          </ButtonLink>
        }
      />
      {saved && !refused ? <Notice tone="success" live title={t('accounts.account.saved')} /> : null}
      <ErrorSummary title={t('accounts.errors')} errors={message ? [{ name: field, message }] : []} />
      <PersonFunctions locale={locale} personId={personId} functions={view.functions} mayEdit={rights.editFunctions} error={error} />
      {view.mailboxes ? (
        <PersonMailboxes
          locale={locale}
          mailboxes={view.mailboxes}
          mayEdit={rights.editMailboxes}
          kept={refused?.kept.mailbox ?? ''}
          error={error('mailbox')}
        />
      ) : null}
      {view.roles ? (
        <PersonRoles locale={locale} personId={personId} roles={view.roles} functions={view.functions} rights={rights} />
      ) : null}
      {rights.edit ? <Identity locale={locale} values={shown} error={error('family-name')} /> : null}
      <PersonData locale={locale} personId={personId} rights={rights} />
    </>
  );
}

function Identity({ locale, values, error }: { locale: Locale; values: Record<string, string>; error: string | undefined }) {
  const t = accountsTexts(locale);
  return (
    <Section id="identity" title={t('accounts.person.identity')} wide>
      <Form hidden={{ intent: 'save' }} guardUnsaved>
        <IdentityFields locale={locale} values={values} error={error} />
        <FormActions>
          <Button>{t('accounts.person.save')}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
