import type { ReactNode } from 'react';
import { listText } from '#app/lib/list-text.ts';
import { translator } from '#app/platform/i18n/messages.ts';
import { ButtonLink, SideMark } from '#app/ui/controls.tsx';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { Ordinals } from '#app/ui/text.tsx';
import type { EditionModel } from '../edition-model.server.ts';
import { siteCatalogues } from '../messages/index.ts';
import type { EditionTeaser, Run } from '../shared-model.ts';
import { EditionLine } from './edition-line.tsx';
import { figureLabel, figureWords } from './figures.ts';
import { SiteText } from './text.tsx';

type Props = { page: EditionModel };

const named = (value: Run, locale: string) => <span lang={value.lang === locale ? undefined : value.lang || undefined}>{value.text}</span>;

/** Host, co-organisers, patronage, partners and goals. */
export function OrganisersSection({ page }: Props): ReactNode {
  const { locale, host, organisers, sdgs } = page;
  const t = translator(locale, siteCatalogues);
  if (!host && organisers.length === 0 && sdgs.length === 0) return null;
  return (
    <Section id="organisers" title={t('site.edition.organisers')}>
      <dl className="organisers">
        {host && (
          <div>
            <dt>{t('site.edition.host-city')}</dt>
            <dd>{named(host, locale)}</dd>
          </div>
        )}
        {organisers.map(({ role, items }) => (
          <div key={role}>
            <dt>{t(`site.edition.${role}`)}</dt>
            {items.map(({ id, name }) => (
              <dd key={id}>{named(name, locale)}</dd>
            ))}
          </div>
        ))}
        {sdgs.length > 0 && (
          <div>
            <dt>{t('site.edition.sdg')}</dt>
            <dd>
              {sdgs.length === 17
                ? t('site.edition.sdg-all')
                : listText(
                    sdgs.map((number) => t('site.edition.sdg-number', { number })),
                    locale,
                  )}
            </dd>
          </div>
        )}
      </dl>
    </Section>
  );
}

/** The printed figures, each with its date and source, even where they disagree. */
export function FiguresSection({ page }: Props): ReactNode {
  const { locale, figures } = page;
  const t = translator(locale, siteCatalogues);
  if (figures.length === 0) return null;
  return (
    <Section id="figures" title={t('site.edition.figures')}>
      <DataTable
        caption={t('site.edition.figures-caption')}
        captionHidden
        empty={null}
        rows={figures}
        rowKey={(figure) => figure.id}
        columns={[
          { key: 'figure', header: t('site.edition.figure'), rowHeader: true, cell: (figure) => figureLabel(figure, locale) },
          {
            key: 'value',
            header: t('site.edition.value'),
            numeric: true,
            cell: (figure) => figureWords(figure, locale),
          },
          { key: 'as-of', header: t('site.edition.as-of'), narrow: true, cell: (figure) => figure.asOf },
          {
            key: 'source',
            header: t('site.edition.source'),
            cell: (figure) => (
              <>
                <SiteText value={figure.source} locale={locale} />
                {figure.note && (
                  <>
                    <br />
                    <small className="quiet">
                      <SiteText value={figure.note} locale={locale} />
                    </small>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** The line of all editions, and the way to the ones before and after. */
export function LineSection({ page }: Props): ReactNode {
  const { locale, line, previous, next, series } = page;
  const t = translator(locale, siteCatalogues);
  return (
    <Section
      id="editions"
      wide
      title={t('site.edition.line')}
      actions={
        <ButtonLink tone="quiet" small href={`/${locale}/series/${series.slug}`}>
          {t('site.edition.all')}
        </ButtonLink>
      }
    >
      <EditionLine items={line} locale={locale} />
      <div className="neighbours">
        {previous && <Neighbour label={t('site.edition.previous')} edition={previous} locale={locale} rel="prev" />}
        {next && <Neighbour label={t('site.edition.next')} edition={next} locale={locale} rel="next" />}
      </div>
    </Section>
  );
}

function Neighbour({
  label,
  edition,
  locale,
  rel,
}: {
  label: string;
  edition: EditionTeaser;
  locale: EditionModel['locale'];
  rel: string;
}): ReactNode {
  return (
    <a className={`neighbour neighbour-${rel}`} href={`/${locale}/editions/${edition.slug}`} rel={rel}>
      <span className="eyebrow">{label}</span>
      <span className="neighbour-place">
        <SideMark side={edition.side} />
        <span>
          {named(edition.place, locale)}
          <span className="quiet num"> {edition.dates}</span>
        </span>
      </span>
      <span className="quiet" lang={edition.name.lang === locale ? undefined : edition.name.lang}>
        <Ordinals text={edition.name.text} lang={edition.name.lang} />
      </span>
    </a>
  );
}
