import type { ReactNode } from 'react';
import { translator } from '#app/platform/i18n/messages.ts';
import { Tag } from '#app/ui/controls.tsx';
import { Section } from '#app/ui/page.tsx';
import type { EditionModel, SlotLine, WorkshopLine } from '../edition-model.server.ts';
import { siteCatalogues } from '../messages/index.ts';
import { SiteText } from './text.tsx';

/** The workshops with their example subjects, and the slots they will share. What is undecided is said to be so. */
export function WorkshopsSection({ page }: { page: EditionModel }): ReactNode {
  const { locale, workshops, slots } = page;
  const t = translator(locale, siteCatalogues);
  if (workshops.length === 0) return null;
  return (
    <Section id="workshops" title={t('site.edition.workshops')} lead={slots.length > 0 ? <SlotsLead page={page} /> : undefined}>
      <ol className="entries entries-numbered">
        {workshops.map((workshop) => (
          <Workshop key={workshop.number} workshop={workshop} slot={slots.find((slot) => slot.id === workshop.slotId)} page={page} />
        ))}
      </ol>
    </Section>
  );
}

/** The slots, one a line, and the undecided said once for all workshops. */
function SlotsLead({ page }: { page: EditionModel }): ReactNode {
  const { locale, slots, zoneCity } = page;
  const t = translator(locale, siteCatalogues);
  const undecided = page.workshops.every((workshop) => workshop.undecided);
  return (
    <>
      {slots.map((slot) => (
        <span key={slot.id} className="slot-line">
          <SlotTimes slot={slot} locale={locale} />
          <span>
            <SiteText value={slot.label} locale={locale} />
            {slot.rooms && (
              <>
                {' · '}
                <SiteText value={slot.rooms} locale={locale} />
              </>
            )}
          </span>
          {slot.reader && (
            <small className="num">
              {t('site.edition.zone-reader', {
                city: zoneCity.text,
                reader: t('site.edition.reader-zone'),
                from: slot.reader.from,
                to: slot.reader.to,
              })}
            </small>
          )}
        </span>
      ))}
      {undecided && <Tag tone="wait">{t('site.edition.workshop-tbc')}</Tag>}
    </>
  );
}

function SlotTimes({ slot, locale }: { slot: SlotLine; locale: EditionModel['locale'] }): ReactNode {
  const t = translator(locale, siteCatalogues);
  return (
    <strong className="num">
      {slot.day}
      <br />
      {t('site.edition.slot-times', { from: slot.from, to: slot.to })}
    </strong>
  );
}

function Workshop({ workshop, slot, page }: { workshop: WorkshopLine; slot: SlotLine | undefined; page: EditionModel }): ReactNode {
  const { locale } = page;
  const t = translator(locale, siteCatalogues);
  const allUndecided = page.workshops.every((other) => other.undecided);
  return (
    <li>
      <span className="entry-number num" aria-hidden="true">
        {workshop.number}
      </span>
      <div className="entry-body">
        <h3>
          <span className="hidden-text">{t('site.edition.workshop', { number: workshop.number })} </span>
          <SiteText value={workshop.title} locale={locale} />
        </h3>
        {(slot || workshop.room) && (
          <p className="entry-text num">
            {slot && t('site.edition.slot-when', { day: slot.day, from: slot.from, to: slot.to })}
            {slot && workshop.room && ' · '}
            {workshop.room && <SiteText value={workshop.room} locale={locale} />}
          </p>
        )}
        {workshop.subjects.length > 0 && (
          <>
            <p className="eyebrow subjects-head">{t('site.edition.subjects')}</p>
            <ul className="subjects">
              {workshop.subjects.map((subject) => (
                <li key={subject.text}>
                  <SiteText value={subject} locale={locale} />
                </li>
              ))}
            </ul>
          </>
        )}
        {workshop.undecided && !allUndecided && (
          <p>
            <Tag tone="wait">{t('site.edition.workshop-tbc')}</Tag>
          </p>
        )}
      </div>
    </li>
  );
}
