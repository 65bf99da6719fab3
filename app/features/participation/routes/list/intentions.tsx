import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { countryName } from '#app/features/editions/public.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { ButtonLink } from '#app/ui/controls.tsx';
import { Facts } from '#app/ui/figures.tsx';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { EmptyState, Notice } from '#app/ui/states.tsx';
import { ListFoot, Pagination } from '#app/ui/tables.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { comparisonText, dayText, doc5Words, editionOf } from '../../doc5-texts.ts';
import { intentionQuery, readIntentionFilter } from '../../domain/list/intention-filter.ts';
import { EditionTabs } from '../../ui/edition-tabs.tsx';
import { CrossedTable } from '../../ui/list/crossed-table.tsx';
import { IntentionCounts, PastEditions } from '../../ui/list/intention-counts.tsx';
import { IntentionFilters } from '../../ui/list/intention-filters.tsx';
import { IntentionsCurve } from '../../ui/list/intentions-curve.tsx';
import stylesheet from '../../ui/participation.css?url';
import { listRights } from '../../use-cases/list/list-rights.server.ts';
import { readCrossedList } from '../../use-cases/list/read-crossed-list.server.ts';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

/** Rows of a page: more would be slow to read for people before it is for machines. */
const PAGE_SIZE = 100;
const FORMATS = ['pdf', 'docx', 'xlsx', 'csv'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { searchParams } = new URL(args.request.url);
  const wanted = { filter: readIntentionFilter(searchParams), lang: ctx.locale };
  const list = valueOrThrow(await readCrossedList(ctx, args.params.edition ?? '', wanted), args.request);
  const added = searchParams.get('added') ?? '';
  return {
    locale: ctx.locale,
    list,
    rights: await listRights(ctx, list.view),
    done: { saved: searchParams.has('saved'), added: /^\d{1,4}$/.test(added) ? Number(added) : null },
  };
}

type Data = Awaited<ReturnType<typeof loader>>;

export default function Intentions(): ReactNode {
  const { locale, list, rights, done } = useLoaderData<typeof loader>();
  const words = doc5Words(list, locale);
  const { t } = words;
  const here = `/${locale}/desk/editions/${list.view.edition.slug}/intentions`;
  const edition = editionOf(list, locale);
  const actions = (
    <>
      {rights.mobilises.length > 0 && <ButtonLink href={`${here}/add`}>{t('participation.doc5.add')}</ButtonLink>}
      {rights.arranges && (
        <ButtonLink tone="quiet" href={`${here}/settings`}>
          {t('participation.doc5.settings')}
        </ButtonLink>
      )}
    </>
  );
  return (
    <>
      <title>{t('participation.doc5.title')}</title>
      <Breadcrumbs
        label={t('participation.desk.path')}
        items={[{ label: t('participation.desk.title'), href: `/${locale}/desk/participation` }, { label: t('participation.doc5.short') }]}
      />
      <PageHead
        eyebrow={<LocalisedRun value={edition} />}
        title={t('participation.doc5.title')}
        lead={t('participation.doc5.lead', { date: dayText(list.today, locale) })}
        actions={actions}
      />
      <EditionTabs
        slug={list.view.edition.slug}
        locale={locale}
        current="intentions"
        mobilises={rights.mobilises.length > 0}
        arranges={rights.arranges}
      />
      {done.saved && <Done text={t('participation.doc5.saved')} />}
      {done.added !== null && <Done text={t('participation.doc5.added', { count: done.added })} />}
      <Head />
      <List />
      <IntentionsCurve list={list} words={words} />
      <IntentionCounts list={list} words={words} />
      <PastEditions list={list} words={words} />
    </>
  );
}

function Done({ text }: { text: string }): ReactNode {
  return (
    <Notice tone="success" live>
      {text}
    </Notice>
  );
}

/** The figures that are asked for first: who confirms and who considers, on each side, and whether that is many. */
function Head(): ReactNode {
  const { locale, list } = useLoaderData<typeof loader>();
  const words = doc5Words(list, locale);
  const known = list.compared.filter(({ comparison }) => comparison.kind !== 'nothing');
  const states = list.compared.flatMap((compared) => (compared.state === 'coming' ? [] : [{ compared, state: compared.state }]));
  return (
    <Facts
      items={states.map(({ compared, state }) => ({
        key: `${compared.country} ${state}`,
        label: `${words.t(`participation.desk.counted.${state}`)} · ${countryName(compared.country, locale)}`,
        value: compared.count,
        note: known.includes(compared) ? comparisonText(compared, words) : undefined,
      }))}
    />
  );
}

function List(): ReactNode {
  const { locale, list, rights }: Data = useLoaderData<typeof loader>();
  const words = doc5Words(list, locale);
  const { t } = words;
  const { filter } = list;
  const here = `/${locale}/desk/editions/${list.view.edition.slug}/intentions`;
  const pages = Math.ceil(list.rows.length / PAGE_SIZE);
  const page = Math.min(filter.page, Math.max(1, pages));
  const query = intentionQuery({ ...filter, page: 1 });
  const nobody = list.intentions.length === 0;
  return (
    <Section id="list" title={t('participation.doc5.list')} wide>
      {!nobody && <IntentionFilters list={list} words={words} here={here} />}
      <CrossedTable
        list={list}
        rows={list.rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
        words={words}
        opens={rights.mobilises}
        empty={<Empty nobody={nobody} />}
      />
      <ListFoot
        count={t('participation.doc5.count', { count: list.matching.length, rows: list.rows.length })}
        exports={
          !nobody && (
            <>
              <span>{t('participation.doc5.download')}</span>
              {FORMATS.map((format) => (
                <ButtonLink key={format} small tone="quiet" download href={`${here}/export/${format}${query && `?${query}`}`}>
                  {format.toUpperCase()}
                </ButtonLink>
              ))}
            </>
          )
        }
      >
        <Pagination
          page={page}
          pages={pages}
          href={(to) => `${here}?${intentionQuery({ ...filter, page: to })}#list`}
          labels={{
            nav: t('participation.doc5.pages'),
            previous: t('participation.doc5.previous'),
            next: t('participation.doc5.next'),
            page: (to) => t('participation.doc5.page', { page: to }),
          }}
        />
      </ListFoot>
    </Section>
  );
}

function Empty({ nobody }: { nobody: boolean }): ReactNode {
  const { locale, list } = useLoaderData<typeof loader>();
  const { t } = doc5Words(list, locale);
  return nobody ? (
    <EmptyState title={t('participation.doc5.empty')}>{t('participation.doc5.empty-text')}</EmptyState>
  ) : (
    <EmptyState title={t('participation.doc5.no-match')}>{t('participation.doc5.no-match-text')}</EmptyState>
  );
}
