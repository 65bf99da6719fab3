import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { Locale } from '#app/lib/locale.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { PageHead, Section } from '#app/ui/page.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { participationTexts } from '../../texts.ts';
import { OwnForms } from '../../ui/form/own-forms.tsx';
import { listOwnForms } from '../../use-cases/form/list-own-forms.server.ts';

/** An officer's forms. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  return { locale: ctx.locale as Locale, forms: await listOwnForms(ctx) };
}

export default function OwnFormsPage() {
  const { locale, forms } = useLoaderData<typeof loader>();
  const t = participationTexts(locale);
  return (
    <>
      <title>{t('participation.forms.title')}</title>
      <PageHead title={t('participation.forms.title')} lead={t('participation.forms.lead')} />
      {forms.length > 0 ? (
        <Section id="planned" title={t('participation.forms.planned')} wide>
          <OwnForms forms={forms} locale={locale} />
        </Section>
      ) : (
        <EmptyState title={t('participation.forms.none-title')}>{t('participation.forms.none')}</EmptyState>
      )}
    </>
  );
}
