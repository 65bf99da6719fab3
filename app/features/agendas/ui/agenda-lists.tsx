import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { ButtonLink } from '#app/ui/controls.tsx';
import { Entries } from '#app/ui/page.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { HiddenText, LocalisedRun } from '#app/ui/text.tsx';
import type { AgendaModel, ShownDocument } from '../agenda-model.server.ts';
import { agendasTexts } from '../texts.ts';
import { OrderButtons } from './order-buttons.tsx';

/** The items of an agenda in their order, with the buttons that change it for those who may. */
export function AgendaItems({ model }: { model: AgendaModel }): ReactNode {
  const { locale, items, mayEdit, head } = model;
  const t = agendasTexts(locale);
  const meeting = `/${locale}/desk/meetings/${head.id}`;
  if (items.length === 0) return <EmptyState title={t('agendas.empty')}>{t('agendas.empty-text')}</EmptyState>;
  return (
    <Entries
      numbered
      items={items.map((item, i) => ({
        key: item.id,
        title: item.title && <LocalisedRun value={item.title} />,
        href: mayEdit ? `${meeting}/agenda/items/${item.id}` : undefined,
        text: <ItemText item={item} meeting={meeting} />,
        aside: mayEdit && (
          <OrderButtons
            {...{ locale, what: 'item', id: item.id, title: item.title?.text ?? '', first: i === 0, last: i === items.length - 1 }}
          />
        ),
      }))}
    />
  );
}

function ItemText({ item, meeting }: { item: AgendaModel['items'][number]; meeting: string }): ReactNode {
  const line = [item.speakers, item.minutes].filter(Boolean).join(' · ');
  return (
    <>
      {item.note && (
        <>
          <LocalisedRun value={item.note} />
          <br />
        </>
      )}
      {line && <span className="quiet">{line}</span>}
      {line && item.documents.length > 0 && <span className="quiet"> · </span>}
      {item.documents.map(({ id, label, title }, i) => (
        <span key={id}>
          {i > 0 && ' · '}
          <a href={`${meeting}/file/${id}`} title={title}>
            {label}
          </a>
        </span>
      ))}
    </>
  );
}

/** The numbered documents of a meeting, with the buttons that change them for those who may. */
export function DocumentList({ model }: { model: Pick<AgendaModel, 'locale' | 'documents' | 'mayEdit' | 'head'> }): ReactNode {
  const { locale, documents, mayEdit, head } = model;
  const t = agendasTexts(locale);
  const meeting = `/${locale}/desk/meetings/${head.id}`;
  if (documents.length === 0) return <EmptyState title={t('agendas.documents.empty')}>{t('agendas.documents.empty-text')}</EmptyState>;
  return (
    <Entries
      numbered
      items={documents.map((document, i) => ({
        ...{ key: document.id, number: document.number, href: `${meeting}/file/${document.id}`, text: document.kindText },
        title: document.title && <LocalisedRun value={document.title} />,
        aside: mayEdit && <DocumentActions {...{ document, locale, meeting, first: i === 0, last: i === documents.length - 1 }} />,
      }))}
    />
  );
}

type ActionsProps = { document: ShownDocument; locale: Locale; meeting: string; first: boolean; last: boolean };

function DocumentActions({ document, locale, meeting, first, last }: ActionsProps): ReactNode {
  const t = agendasTexts(locale);
  return (
    <div className="agenda-actions">
      <OrderButtons {...{ locale, what: 'document', id: document.id, title: document.full, first, last }} />
      <ButtonLink small tone="quiet" href={`${meeting}/documents/${document.id}`}>
        <span aria-hidden="true">{t('agendas.edit')}</span>
        <HiddenText>{t('agendas.edit-named', { title: document.full })}</HiddenText>
      </ButtonLink>
    </div>
  );
}
