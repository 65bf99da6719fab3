import type { ReactNode } from 'react';
import { SideMark, Tag } from '#app/ui/controls.tsx';
import { Section } from '#app/ui/page.tsx';
import { type Column, DataTable } from '#app/ui/tables.tsx';
import type { PlanLine, PlanModel, PlanWorkshop } from '../plan-model.ts';
import { workshopsTexts } from '../texts.ts';

/** Keeps a sign on the line of its name: the space may not break, nor what stands before it. */
const GLUE = '\u00a0';

/** A name behind the sign of its side. */
export function SidedName({ of, model }: { of: { text: string; lang: string; side: 'a' | 'b' | null }; model: PlanModel }): ReactNode {
  return (
    <span>
      {of.side && (
        <span className="nowrap">
          <SideMark side={of.side} label={model.sides[of.side === 'a' ? 0 : 1]} />
          {GLUE}
        </span>
      )}
      <span lang={of.lang || undefined}>{of.text}</span>
    </span>
  );
}

/** A workshop with those who speak there, or have chosen it. */
export function WorkshopSection({ workshop, model }: { workshop: PlanWorkshop; model: PlanModel }): ReactNode {
  const { locale } = model;
  const t = workshopsTexts(locale);
  const ranked = workshop.lines.some(({ choice }) => choice !== '');
  const twin = ({ twin: other, joint }: PlanLine) =>
    other && (
      <>
        <SidedName of={other} model={model} /> {joint && <Tag>{t('workshops.plan.joint')}</Tag>}
      </>
    );
  const columns: Column<PlanLine>[] = [
    {
      key: 'authority',
      header: t('workshops.plan.authority'),
      rowHeader: true,
      cell: (line) => (
        <>
          <SidedName of={line} model={model} /> {line.chair && <Tag tone="info">{t('workshops.plan.chair')}</Tag>}
        </>
      ),
    },
    ...(ranked ? [{ key: 'choice', header: t('workshops.plan.choice'), narrow: true, cell: ({ choice }: PlanLine) => choice }] : []),
    { key: 'twin', header: t('workshops.plan.twin-column'), cell: twin },
    { key: 'talk', header: t('workshops.plan.talk'), cell: (line) => <Talk line={line} model={model} /> },
  ];
  return (
    <Section
      id={`workshop-${workshop.number}`}
      title={workshop.title}
      lead={[workshop.when, workshop.room].filter(Boolean).join(' · ')}
      wide
    >
      <DataTable
        caption={workshop.counts}
        columns={columns}
        rows={workshop.lines}
        rowKey={({ id }) => id}
        empty={<p className="quiet">{t('workshops.plan.nobody')}</p>}
        dense
      />
    </Section>
  );
}

function Talk({ line: { talks, sponsored, toldByTwin }, model: { locale } }: { line: PlanLine; model: PlanModel }) {
  const t = workshopsTexts(locale);
  const quiet = <span className="quiet">{t('workshops.plan.no-summary')}</span>;
  return (
    <>
      {talks.length === 0 && !toldByTwin && quiet}
      {talks.map(({ title, lang, hasSummary }) => (
        <div key={`${lang}${title}`}>
          <span lang={lang === locale ? undefined : lang}>{title}</span> {!hasSummary && quiet}
        </div>
      ))}
      {sponsored && <div className="quiet">{t('workshops.plan.sponsored', { name: sponsored })}</div>}
    </>
  );
}

/** Who comes without speaking; for organisers, who has no place. */
export function OthersSections({ model }: { model: PlanModel }): ReactNode {
  const t = workshopsTexts(model.locale);
  const list = (id: string, title: string, rows: PlanModel['listening']) =>
    rows.length > 0 && (
      <Section id={id} title={title} wide>
        <DataTable
          caption={t('workshops.plan.authorities', { count: rows.length })}
          columns={[
            {
              key: 'authority',
              header: t('workshops.plan.authority'),
              rowHeader: true,
              cell: (one) => <SidedName of={one} model={model} />,
            },
            { key: 'country', header: t('workshops.plan.country'), cell: ({ country }) => country },
            { key: 'choices', header: t('workshops.plan.choices'), cell: ({ choices }) => choices },
          ]}
          rows={rows}
          rowKey={({ id: key }) => key}
          empty={null}
          dense
        />
      </Section>
    );
  return (
    <>
      {list('listening', t('workshops.plan.listening'), model.listening)}
      {list('placeless', t(`workshops.plan.placeless-${model.basis.kind}`), model.placeless ?? [])}
    </>
  );
}
