import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { ButtonLink, Tag } from '#app/ui/controls.tsx';
import { Section } from '#app/ui/page.tsx';
import { Steps } from '#app/ui/states.tsx';
import { dayText } from '../day-text.ts';
import { TEXT_STATES } from '../domain/text-state.ts';
import { type LifeKey, lifeTexts } from '../life-texts.ts';
import { sideName } from '../names.ts';
import type { TextPage } from '../use-cases/read-text.server.ts';

type Props = { page: TextPage; locale: Locale };

/** Where the text stands: its four states, each with its day. */
export function LifeSteps({ page, locale }: Props): ReactNode {
  const t = lifeTexts(locale);
  const dayOf = (step: string) => page.steps.findLast((one) => one.step === step)?.on;
  const days = {
    draft: undefined,
    proposed: page.state === 'draft' ? undefined : dayOf('propose'),
    approved: dayOf('seal'),
    published: dayOf('publish'),
  };
  return (
    <Steps
      label={t('texts.steps')}
      labels={{ done: t('texts.steps.done'), current: t('texts.steps.current') }}
      current={page.state}
      steps={TEXT_STATES.map((state) => {
        const day = days[state];
        return {
          key: state,
          label: (
            <>
              {t(`texts.step.${state}`)}
              {day && (
                <>
                  {' '}
                  <small className="quiet nowrap">{dayText(day, locale)}</small>
                </>
              )}
            </>
          ),
        };
      })}
    />
  );
}

/** Which sides must say yes to the latest version, and which have. */
export function Approvals({ page, locale }: Props): ReactNode {
  const t = lifeTexts(locale);
  const { latest } = page;
  if (!latest) return null;
  const rule = latest.silence ? 'texts.approvals.rule-silence' : 'texts.approvals.rule-explicit';
  return (
    <Section id="approval" wide title={t('texts.approvals')} lead={t(rule, { day: dayText(latest.until, locale) })}>
      <ul className="text-said">
        {latest.sides.map((side) => {
          const given = page.approvals.find((one) => one.side === side);
          const day = given ? dayText(given.approvedOn, locale) : '';
          return (
            <li key={side}>
              <div className="text-said-head">
                <b>{sideName(side, locale)}</b>
                <Tag tone={given ? 'ok' : 'wait'}>
                  {given ? t(given.bySilence ? 'texts.approvals.silence' : 'texts.approvals.yes', { day }) : t('texts.approvals.waiting')}
                </Tag>
                {given?.name && <span>{given.name}</span>}
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** The seal of an approved text, computed again as the page was made. */
export function Seal({ page, locale }: Props): ReactNode {
  const t = lifeTexts(locale);
  const { seal } = page;
  if (!seal) return null;
  return (
    <Section id="seal" wide title={t('texts.seal')} lead={t('texts.seal.lead')}>
      <p>{t('texts.seal.on', { number: seal.version, day: dayText(seal.sealedOn, locale) })}</p>
      <p className="text-seal">{seal.seal}</p>
      <p>
        <Tag tone={seal.holds ? 'ok' : 'late'}>{t(seal.holds ? 'texts.seal.holds' : 'texts.seal.broken')}</Tag>
      </p>
    </Section>
  );
}

/** The corrections beside a sealed text. */
export function Errata({ page, locale }: Props): ReactNode {
  const t = lifeTexts(locale);
  if (page.errata.length === 0) return null;
  return (
    <Section id="errata" wide title={t('texts.errata')}>
      <ol className="text-said">
        {page.errata.map(({ number, insteadOf, read, reason, addedOn }) => (
          <li key={number}>
            <p className="text-said-head">
              <b>{t('texts.errata.number', { number, day: dayText(addedOn, locale) })}</b>
            </p>
            {insteadOf && <Line label={t('texts.erratum.instead-of')} text={insteadOf} />}
            {read && <Line label={t('texts.erratum.read')} text={read} />}
            <Line label={t('texts.erratum.reason')} text={reason} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Line({ label, text }: { label: string; text: string }): ReactNode {
  return (
    <p className="text-said-words">
      <span className="quiet">{label}</span> {text}
    </p>
  );
}

/** The versions that were proposed, each to be read, and compared two by two. */
export function Versions({ page, locale }: Props): ReactNode {
  const t = lifeTexts(locale);
  const compare = (
    <ButtonLink small tone="quiet" href={`/${locale}/desk/texts/${page.id}/compare`}>
      {t('texts.versions.compare')}
    </ButtonLink>
  );
  return (
    <Section id="versions" wide title={t('texts.versions')} actions={page.versions.length > 1 && compare}>
      {page.versions.length === 0 && <p className="quiet">{t('texts.versions.none')}</p>}
      <ul className="text-said">
        {page.versions.map(({ number, note, proposedOn, commentsUntil }) => (
          <li key={number}>
            <div className="text-said-head">
              <a
                href={`/${locale}/desk/texts/${page.id}?version=${number}`}
                aria-current={page.shown.number === number ? 'page' : undefined}
              >
                {t('texts.version-of', { number, day: dayText(proposedOn, locale) })}
              </a>
              <span>{t('texts.versions.comments-until', { day: dayText(commentsUntil, locale) })}</span>
            </div>
            {note && <p className="text-said-words">{note}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Each step of the text's life: what, when, by whom, why. */
export function Trail({ page, locale }: Props): ReactNode {
  const t = lifeTexts(locale);
  if (page.steps.length === 0) return null;
  return (
    <Section id="trail" wide title={t('texts.trail')}>
      <ol className="text-said">
        {page.steps.map(({ step, version, side, on, name, note, bySilence }, index) => {
          const silent = step === 'approve' && bySilence;
          const key = `texts.trail.${step}${silent ? '-silence' : ''}` as LifeKey;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the trail
            <li key={index}>
              <div className="text-said-head">
                <span className="num">{dayText(on, locale)}</span>
                <b>{t(key, { version: version ?? '', side: side ? sideName(side, locale) : '' })}</b>
                {name && <span>{name}</span>}
              </div>
              {note && <p className="text-said-words">{note}</p>}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
