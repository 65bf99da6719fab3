import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { beginSignIn } from '#app/features/accounts/public.server.ts';
import type { Locale } from '#app/lib/locale.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions } from '#app/ui/forms.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { formPath } from '../../addresses.ts';
import { maskedMailbox } from '../../domain/form/form-link.ts';
import { participationTexts } from '../../texts.ts';
import { namesOf } from '../../ui/names.ts';
import { openFormLink } from '../../use-cases/form/open-form-link.server.ts';

/** The secret stands in the address: no cache keeps the page, no search engine lists it, and no other site is told where one came from. */
export const headers = () => ({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });

/**
 * Where a personal link leads. Whoever may read the form goes on to it; a stranger is asked to prove the mailbox the link was made
 * for; somebody else who is signed in learns that it is not theirs, and nothing more.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const locale = ctx.locale as Locale;
  const opened = await openFormLink(ctx, args.params.token ?? '');
  if (!opened.ok) return data({ locale, kind: 'invalid' as const }, { status: 404 });
  const { participationId, mailbox, organisation, view, mayRead } = opened.value;
  if (mayRead) throw redirect(formPath(locale, participationId));
  if (ctx.actor.kind === 'person') return data({ locale, kind: 'stranger' as const }, { status: 403 });
  return data({ locale, kind: 'asks' as const, mailbox: maskedMailbox(mailbox), names: namesOf(organisation, view, locale) });
}

/** Has the code mailed. The mailbox is the one on record for the link's person: nothing of the request says where a code goes. */
export async function action(args: ActionFunctionArgs) {
  const request = requestOf(args);
  const locale = request.ctx.locale as Locale;
  const opened = await openFormLink(request.ctx, args.params.token ?? '');
  if (!opened.ok) return refusalData(opened.refusal, null);
  const { participationId, mailbox, mayRead } = opened.value;
  if (mayRead) return redirect(formPath(locale, participationId));
  // Somebody else is signed in: nobody is to be signed in over them unawares. The page says so.
  if (request.ctx.actor.kind === 'person') return redirect(new URL(args.request.url).pathname);
  const begun = await beginSignIn(request, mailbox, formPath(locale, participationId));
  return begun.ok ? redirect(begun.value) : refusalData(begun.refusal, null);
}

export default function FormLink() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (view.kind === 'invalid') return <InvalidLink locale={view.locale} />;
  if (view.kind === 'stranger') return <StrangersLink locale={view.locale} />;
  const t = participationTexts(view.locale);
  const { authority, edition } = view.names;
  return (
    <>
      <title>{t('participation.link.title')}</title>
      <PageHead
        eyebrow={<LocalisedRun value={edition} />}
        title={authority.text}
        titleLang={authority.lang}
        lead={t('participation.link.lead')}
      />
      <div className="stack stack-l">
        {refused ? (
          <Notice tone="error" live title={t('participation.link.not-sent')}>
            <p>{t('participation.link.too-many')}</p>
          </Notice>
        ) : null}
        <Form>
          <p>{t('participation.link.code', { mailbox: view.mailbox })}</p>
          <FormActions>
            <Button>{t('participation.link.send')}</Button>
          </FormActions>
          <p className="quiet">{t('participation.link.not-mine')}</p>
        </Form>
      </div>
    </>
  );
}

function InvalidLink({ locale }: { locale: Locale }) {
  const t = participationTexts(locale);
  return (
    <>
      <title>{t('participation.link.invalid-title')}</title>
      <PageHead title={t('participation.link.invalid-title')} lead={t('participation.link.invalid')} />
      <p>
        <ButtonLink tone="quiet" href={`/${locale}/sign-in?next=/${locale}/desk/forms`}>
          {t('participation.link.sign-in')}
        </ButtonLink>
      </p>
    </>
  );
}

function StrangersLink({ locale }: { locale: Locale }) {
  const t = participationTexts(locale);
  return (
    <>
      <title>{t('participation.link.stranger-title')}</title>
      <PageHead title={t('participation.link.stranger-title')} lead={t('participation.link.stranger')} />
      <Form action={`/${locale}/sign-out`}>
        <FormActions>
          <ButtonLink href={`/${locale}/desk/forms`}>{t('participation.link.own-forms')}</ButtonLink>
          <Button tone="quiet">{t('participation.link.sign-out')}</Button>
        </FormActions>
      </Form>
    </>
  );
}
