import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import type { Locale } from '#app/lib/locale.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { Button } from '#app/ui/controls.tsx';
import { SelectField } from '#app/ui/forms.tsx';
import { Notice } from '#app/ui/states.tsx';
import { FilterBar } from '#app/ui/tables.tsx';
import { lifeTexts } from '../life-texts.ts';
import { Changes } from '../ui/changes.tsx';
import { LifePage } from '../ui/life-page.tsx';
import lifeSheet from '../ui/text-life.css?url';
import { type Comparison, compareVersions } from '../use-cases/compare-versions.server.ts';

export const links = () => [{ rel: 'stylesheet', href: lifeSheet }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const query = new URL(args.request.url).searchParams;
  const numbers: { from?: number; to?: number } = {};
  for (const name of ['from', 'to'] as const) {
    const asked = query.get(name);
    if (asked !== null) numbers[name] = /^\d{1,6}$/.test(asked) ? Number(asked) : 0;
  }
  const comparison = valueOrThrow(await compareVersions(ctx, { textId: args.params.text ?? '', ...numbers }), args.request);
  return { locale: ctx.locale, comparison };
}

export default function Compare(): ReactNode {
  const { locale, comparison } = useLoaderData<typeof loader>();
  const t = lifeTexts(locale);
  const { changes, annexesDiffer } = comparison;
  return (
    <LifePage
      {...{ locale, text: comparison, refusal: undefined, field: 'from', title: t('texts.compare.title') }}
      lead={t('texts.compare.legend')}
    >
      <Choice comparison={comparison} locale={locale} />
      {annexesDiffer && <Notice>{t('texts.compare.annexes')}</Notice>}
      {changes.every(({ kind }) => kind === 'same') && <p>{t('texts.compare.none')}</p>}
      <Changes changes={changes} lang={comparison.lang} locale={locale} />
    </LifePage>
  );
}

function Choice({ comparison, locale }: { comparison: Comparison; locale: Locale }): ReactNode {
  const t = lifeTexts(locale);
  const options = comparison.versions.map(({ number }) => ({ value: String(number), label: t('texts.version', { number }) }));
  return (
    <FilterBar label={t('texts.compare.title')} buttons={<Button tone="quiet">{t('texts.compare.show')}</Button>}>
      <SelectField name="from" label={t('texts.compare.from')} options={options} defaultValue={String(comparison.from)} />
      <SelectField name="to" label={t('texts.compare.to')} options={options} defaultValue={String(comparison.to)} />
    </FilterBar>
  );
}
