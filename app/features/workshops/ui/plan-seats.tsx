import type { ReactNode } from 'react';
import { listSeparator } from '#app/lib/list-text.ts';
import { Entries, Section } from '#app/ui/page.tsx';
import type { PlanModel, PlanSlot } from '../plan-model.ts';
import { workshopsTexts } from '../texts.ts';
import { SidedName } from './plan-lists.tsx';

/** A slot with its workshops, and whose delegates sit in each by default. */
export function SlotSection({ slot, model }: { slot: PlanSlot; model: PlanModel }): ReactNode {
  const t = workshopsTexts(model.locale);
  const names = (sitting: PlanSlot['without']) =>
    sitting.map((one, index) => (
      <span key={one.id}>
        {index > 0 && listSeparator(model.locale)}
        <SidedName of={one} model={model} />
      </span>
    ));
  const entry = ({ id, title, room, sitting }: PlanSlot['workshops'][number]) => ({
    ...{ key: id, title, text: sitting.length > 0 ? names(sitting) : t('workshops.plan.nobody') },
    aside: <span className="quiet">{[room, t('workshops.plan.authorities', { count: sitting.length })].filter(Boolean).join(' · ')}</span>,
  });
  const without = { key: 'without', title: t('workshops.plan.no-seat'), text: names(slot.without) };
  return (
    <Section id={`slot-${slot.id}`} title={slot.when} wide>
      <Entries items={[...slot.workshops.map(entry), ...(slot.without.length > 0 ? [without] : [])]} />
    </Section>
  );
}
