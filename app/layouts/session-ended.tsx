import { data, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import type { Locale } from '#app/lib/locale.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { translator } from '#app/platform/i18n/messages.ts';
import { Button } from '#app/ui/controls.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { layoutCatalogues } from './messages/index.ts';

/** Answers a form that came after its session had ended; nobody else has business here. */
export function loader(args: LoaderFunctionArgs) {
  const { ctx, unsent } = requestOf(args);
  if (!unsent) throw redirect(`/${ctx.locale}/sign-in`);
  return data({ locale: ctx.locale as Locale, unsent }, { status: 401, headers: { 'cache-control': 'no-store' } });
}

/** Nothing typed is lost: one signs in beside this page, then sends the form again from it. */
export default function SessionEnded() {
  const { locale, unsent } = useLoaderData<typeof loader>();
  const t = translator(locale, layoutCatalogues);
  const signIn = `/${locale}/sign-in?next=${encodeURIComponent(unsent.back)}`;
  return (
    <>
      <title>{t('layout.session-ended.title')}</title>
      <PageHead
        title={t('layout.session-ended.title')}
        lead={t(unsent.fields ? 'layout.session-ended.kept' : 'layout.session-ended.file')}
      />
      <p>
        <a href={signIn} target={unsent.fields ? '_blank' : undefined} rel="noreferrer">
          {t(unsent.fields ? 'layout.session-ended.sign-in-beside' : 'layout.session-ended.sign-in')}
        </a>
      </p>
      {unsent.fields ? (
        <form method="post" action={unsent.action}>
          {unsent.fields.map(([name, value], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a name may come several times, and the page is rendered once
            <input key={index} type="hidden" name={name} value={value} />
          ))}
          <Button type="submit">{t('layout.session-ended.again')}</Button>
        </form>
      ) : null}
    </>
  );
}
