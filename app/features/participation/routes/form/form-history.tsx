import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { ButtonLink } from '#app/ui/controls.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { formPath } from '../../addresses.ts';
import { FormVersionSection } from '../../ui/form/form-version.tsx';
import { formWords } from '../../ui/form/form-words.ts';
import { namesOf } from '../../ui/names.ts';
import { meetingsFor } from '../../use-cases/form/check-form.server.ts';
import { readFormHistory } from '../../use-cases/form/read-form-history.server.ts';

/** Every version of an authority's form. A meeting in which a wish was voiced is named to those who may see the meeting. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const history = valueOrThrow(await readFormHistory(ctx, args.params.participation ?? ''), args.request);
  const meetings = await meetingsFor(ctx, history.opened.view.edition.id);
  const titles = new Map(meetings.map(({ id, title }) => [id, plainText(title, ctx.locale)]));
  return { locale: ctx.locale as Locale, history, titles };
}

export default function FormHistoryPage() {
  const { locale, history, titles } = useLoaderData<typeof loader>();
  const { opened, versions, organisations } = history;
  const words = formWords(locale, opened.view, organisations);
  const { t } = words;
  const { authority, edition } = namesOf(opened.organisation, opened.view, locale);
  return (
    <>
      <title>{t('participation.history.title', { authority: authority.text })}</title>
      <PageHead
        eyebrow={<LocalisedRun value={edition} />}
        title={t('participation.history.title', { authority: authority.text })}
        lead={t('participation.history.lead')}
        actions={
          <ButtonLink tone="quiet" small href={formPath(locale, opened.participation.id)}>
            {t('participation.history.form')}
          </ButtonLink>
        }
      />
      {versions.length === 0 && <EmptyState title={t('participation.history.none-title')}>{t('participation.history.none')}</EmptyState>}
      {versions.map((version) => (
        <FormVersionSection key={version.revision} words={words} version={version} meetings={titles} />
      ))}
    </>
  );
}
