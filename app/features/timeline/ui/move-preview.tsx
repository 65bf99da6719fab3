import type { ReactNode } from 'react';
import { Button, Tag } from '#app/ui/controls.tsx';
import { ChoiceGroup, Form, FormActions } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { EmptyState, Notice } from '#app/ui/states.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { Run } from '#app/ui/text.tsx';
import type { MoveModel } from '../move-model.server.ts';
import { type TimelineTranslate, timelineTexts } from '../texts.ts';

type Props = { model: MoveModel; kept: Readonly<Record<string, string>> };
type PartProps = { model: MoveModel; t: TimelineTranslate };

/** What a move would do and whom it concerns, then the question whether to tell them: nothing is written before it is confirmed. */
export function MovePreview({ model, kept }: Props): ReactNode {
  const t = timelineTexts(model.locale);
  return (
    <>
      <Notice tone={model.past ? 'warning' : 'info'} title={model.past ? t('timeline.move.past') : undefined}>
        {t('timeline.move.nothing-yet')}
      </Notice>
      <Facts model={model} t={t} />
      <Who model={model} t={t} />
      {model.following && <Following lines={model.following} model={model} t={t} />}
      <Flagged model={model} t={t} />
      <Letters model={model} t={t} />
      <Confirm model={model} kept={kept} t={t} />
    </>
  );
}

function Facts({ model: { before, after, title }, t }: PartProps): ReactNode {
  return (
    <dl className="move-facts">
      {title && (
        <div>
          <dt>{t('timeline.what')}</dt>
          <dd>
            <Run lang={title.lang}>{title.text}</Run>
          </dd>
        </div>
      )}
      <div>
        <dt>{t('timeline.move.before')}</dt>
        <dd>{before}</dd>
      </div>
      <div>
        <dt>{t('timeline.move.after')}</dt>
        <dd>
          <strong>{after ?? t('timeline.move.no-more')}</strong>
        </dd>
      </div>
    </dl>
  );
}

function Who({ model: { sides }, t }: PartProps): ReactNode {
  const sum = (of: (side: (typeof sides)[number]) => number) => sides.reduce((total, side) => total + of(side), 0);
  const [organisations, persons] = [sum((side) => side.organisations), sum((side) => side.persons)];
  return (
    <Section id="who" title={t('timeline.move.who')} lead={t('timeline.move.who-lead', { organisations, persons })} wide>
      {sides.length === 0 && <EmptyState title={t('timeline.move.nobody')} />}
      <div className="stack stack-s">
        {sides.map((side) => (
          <details key={side.side} className="move-fold">
            <summary>
              {t('timeline.move.side', { country: side.country, organisations: side.organisations, persons: side.persons })}
            </summary>
            <ul className="plain move-people">
              {side.groups.map((group) => (
                <li key={group.key}>
                  <strong>{group.name ? <Run lang={group.name.lang}>{group.name.text}</Run> : t('timeline.move.others')}</strong>{' '}
                  <span className="quiet">{t('timeline.move.persons', { count: group.count })}</span>
                  {group.persons.length > 0 && (
                    <ul className="plain">
                      {group.persons.map(({ key, name, way }) => (
                        <li key={key}>
                          {name} {way && <Tag tone={way === 'officer' ? 'wait' : 'late'}>{t(`timeline.move.${way}`)}</Tag>}
                        </li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </Section>
  );
}

type Lines = MoveModel['flagged'];

function Following({ lines, model, t }: PartProps & { lines: Lines }): ReactNode {
  return (
    <Section id="following" title={t('timeline.move.following')} lead={t('timeline.move.following-lead')} wide>
      <DataTable
        caption={t('timeline.move.following')}
        captionHidden
        rows={lines}
        rowKey={({ key }) => key}
        rowTone={({ flags }) => (flags.length > 0 ? 'attention' : undefined)}
        empty={<EmptyState title={t('timeline.move.following-none')} />}
        columns={[
          { key: 'what', header: t('timeline.what'), rowHeader: true, cell: ({ title }) => <Run lang={title.lang}>{title.text}</Run> },
          { key: 'was', header: t('timeline.move.before'), cell: ({ was }) => was },
          { key: 'date', header: t('timeline.move.after'), cell: ({ date }) => date },
          { key: 'check', header: t('timeline.check'), cell: ({ flags }) => flags.join(' · ') },
        ]}
      />
      {model.staying.length > 0 && (
        <details className="move-fold">
          <summary>{t('timeline.move.staying', { count: model.staying.length })}</summary>
          <ul className="plain move-people">
            {model.staying.map(({ key, title, date }) => (
              <li key={key}>
                <strong>{date}</strong> – <Run lang={title.lang}>{title.text}</Run>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function Flagged({ model: { flagged }, t }: PartProps): ReactNode {
  return (
    <Section id="flagged" title={t('timeline.move.flagged')} lead={flagged.length > 0 ? t('timeline.move.flagged-lead') : undefined} wide>
      <DataTable
        caption={t('timeline.move.flagged')}
        captionHidden
        rows={flagged}
        rowKey={({ key }) => key}
        empty={<p>{t('timeline.move.flagged-none')}</p>}
        columns={[
          { key: 'what', header: t('timeline.what'), rowHeader: true, cell: ({ title }) => <Run lang={title.lang}>{title.text}</Run> },
          { key: 'date', header: t('timeline.date'), cell: ({ date }) => date },
          { key: 'check', header: t('timeline.check'), cell: ({ flags }) => flags.join(' · ') },
        ]}
      />
    </Section>
  );
}

function Letters({ model: { samples, locale }, t }: PartProps): ReactNode {
  if (samples.length === 0) return null;
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  return (
    <Section id="letter" title={t('timeline.move.letter')} lead={t('timeline.move.letter-lead')} wide>
      <div className="stack stack-s">
        {samples.map(({ key, lang, subject, text }) => (
          <details key={key} className="move-fold">
            <summary>
              {names.of(lang)} – <span lang={lang}>{subject}</span>
            </summary>
            <pre className="letter-text" lang={lang}>
              {text}
            </pre>
          </details>
        ))}
      </div>
    </Section>
  );
}

function Confirm({ model, kept, t }: PartProps & Pick<Props, 'kept'>): ReactNode {
  const { kind, queued, forOfficer, fingerprint, toldByDefault } = model;
  const { act: _act, fingerprint: _shown, notify: _told, ...typed } = kept;
  const anybody = queued + forOfficer > 0;
  return (
    <Form hidden={{ ...typed, fingerprint }}>
      {anybody && (
        <ChoiceGroup
          name="notify"
          label={t('timeline.move.notify')}
          defaultValue={toldByDefault ? 'yes' : 'no'}
          choices={[
            {
              ...{ value: 'yes', label: t('timeline.move.notify-yes', { queued, officer: forOfficer }) },
              ...(forOfficer > 0 ? { hint: t('timeline.move.notify-yes-hint') } : {}),
            },
            { value: 'no', label: t('timeline.move.notify-no'), hint: t('timeline.move.notify-no-hint') },
          ]}
        />
      )}
      <FormActions>
        <Button name="act" value={kind === 'removed' ? 'confirm-remove' : 'confirm'} tone={kind === 'removed' ? 'danger' : 'main'}>
          {t(
            kind === 'entry'
              ? 'timeline.move.confirm'
              : kind === 'removed'
                ? 'timeline.move.confirm-removed'
                : 'timeline.move.confirm-edition',
          )}
        </Button>
        <Button name="act" value="again" tone="quiet">
          {t('timeline.move.again')}
        </Button>
      </FormActions>
    </Form>
  );
}
