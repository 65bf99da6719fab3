import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import type { Permission } from '#app/access/authorize.ts';
import { RoleHolders } from '#app/features/accounts/public.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, refusalData } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Facts } from '#app/ui/figures.tsx';
import { HiddenValues } from '#app/ui/forms.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { Ordinals } from '#app/ui/text.tsx';
import { type DeskLine, deskEdition } from '../desk-edition.server.ts';
import { idOf, textOf } from '../forms.ts';
import { editionsPermissions } from '../permissions.ts';
import { gateOfEdition } from '../sides.server.ts';
import { editionsTexts, refusalText } from '../texts.ts';
import { addHost } from '../use-cases/add-host.server.ts';
import { readHostTeam } from '../use-cases/read-host-team.server.ts';
import { removeFigure } from '../use-cases/remove-figure.server.ts';
import { removeOrganisation } from '../use-cases/remove-organisation.server.ts';
import { readEdition } from '../views.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const view = await readEdition(ctx.db, args.params.edition ?? '');
  if (!view) notFound();
  const { countries } = view.series;
  const may = await gateOfEdition(ctx, view);
  const ofASide = (permission: Permission) => [null, ...countries].some((side) => may(permission, side).ok);
  const { searchParams } = new URL(args.request.url);
  const team = await readHostTeam(ctx, { editionId: view.edition.id, countries }, searchParams.get('person') ?? '');
  return {
    locale: ctx.locale,
    page: deskEdition(view, ctx.locale, may),
    may: may(editionsPermissions.editEdition).ok,
    mayAdd: { figures: ofASide(editionsPermissions.recordFigure), organisations: ofASide(editionsPermissions.recordOrganisation) },
    team: team.ok ? team.value : null,
    saved: searchParams.has('saved'),
  };
}

/** The small things done on the page itself: taking out a figure or an organisation, taking a person into the host team. */
export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const view = await readEdition(ctx.db, args.params.edition ?? '');
  if (!view) notFound();
  const form = await args.request.formData();
  const done = `/${ctx.locale}/desk/editions/${view.edition.slug}?saved=1`;
  if (form.has('person')) {
    const added = await addHost(ctx, view.edition.slug, textOf(form, 'person'));
    return added.ok ? redirect(`${done}#host-team`) : refusalData(added.refusal, { part: 'host-team' });
  }
  const id = idOf(form, 'id') ?? '';
  const { edition } = view;
  const role = textOf(form, 'role');
  const known = role ? view.organisations.some((item) => item.id === id) : view.figures.some((item) => item.id === id);
  if (!known) notFound();
  const removed = role ? await removeOrganisation(ctx, edition.id, { organisationId: id, role }) : await removeFigure(ctx, edition.id, id);
  return removed.ok ? redirect(done) : refusalData(removed.refusal, { part: '' });
}

export default function Edition(): ReactNode {
  const { locale, page, may, mayAdd, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = editionsTexts(locale);
  const link = (path: string, label: string, shown = may) =>
    shown ? (
      <ButtonLink small tone="quiet" href={`/${locale}/desk/editions/${page.slug}/${path}`}>
        {label}
      </ButtonLink>
    ) : undefined;
  const part = (id: 'workshops' | 'slots' | 'figures' | 'organisations' | 'moves' | 'contradictions', add?: ReactNode) => (
    <Section id={id} title={t(`editions.page.${id}`)} actions={add}>
      {page[id].length === 0 ? (
        <p className="quiet">{t('editions.page.none')}</p>
      ) : (
        <Lines lines={page[id]} may={may} remove={t('editions.form.remove')} />
      )}
    </Section>
  );
  return (
    <>
      <Opening move={link('timeline/move', t('editions.form.postpone'))} />
      {saved && !refused && (
        <Notice tone="success" live>
          {t('editions.page.saved')}
        </Notice>
      )}
      {refused && !refused.kept.part && (
        <Notice tone="error" live>
          {refusalText(t, refused.refusal)}
        </Notice>
      )}
      {part('workshops', link('workshops/new', t('editions.form.workshop-new')))}
      {part('slots', link('slots/new', t('editions.form.slot')))}
      {part('figures', link('figures/new', t('editions.form.figure'), mayAdd.figures))}
      {part('organisations', link('organisations/new', t('editions.form.organisation'), mayAdd.organisations))}
      <HostTeam />
      {part('moves')}
      {part('contradictions')}
    </>
  );
}

/** Name, theme, state, dates and place, and what can be done with the whole. */
function Opening({ move }: { move: ReactNode }): ReactNode {
  const { locale, page, may } = useLoaderData<typeof loader>();
  const t = editionsTexts(locale);
  const actions = (
    <>
      {may && <ButtonLink href={`/${locale}/desk/editions/${page.slug}/facts`}>{t('editions.page.edit')}</ButtonLink>}
      {move}
      <a href={`/${locale}/editions/${page.slug}`}>{t('editions.page.public')}</a>
    </>
  );
  const name = <Ordinals text={page.name.text} lang={page.name.lang} />;
  return (
    <>
      <title>{page.name.text}</title>
      <PageHead title={name} titleLang={page.name.lang} lead={page.theme || undefined} actions={actions} />
      <Facts
        items={[
          { key: 'state', label: t('editions.column.state'), value: t(`editions.state.${page.state}`) },
          { key: 'dates', label: t('editions.column.dates'), value: page.dates },
          { key: 'place', label: t('editions.column.place'), value: page.place, note: page.venue },
        ]}
      />
    </>
  );
}

/** Who prepares the edition on the spot, for those who may know. */
function HostTeam(): ReactNode {
  const { locale, page, team } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (!team) return null;
  const t = editionsTexts(locale);
  const here = `/${locale}/desk/editions/${page.slug}`;
  return (
    <Section id="host-team" title={t('editions.page.host-team')} lead={t('editions.page.host-team-lead')} wide>
      <RoleHolders
        locale={locale}
        desk={team}
        caption={t('editions.page.host-team')}
        here={`${here}#host-team`}
        revokeHref={(grant) => `${here}/host-team?grant=${grant}`}
        refusal={refused?.kept.part ? refused.refusal : undefined}
      />
    </Section>
  );
}

function Lines({ lines, may, remove }: { lines: readonly DeskLine[]; may: boolean; remove: string }): ReactNode {
  return (
    <ul className="entries">
      {lines.map(({ key, title, text, href, removal }) => (
        <li key={key}>
          <div className="entry-body">
            <h3 className="sentence">{href && may ? <a href={href}>{title}</a> : title}</h3>
            {text && <p className="entry-text">{text}</p>}
          </div>
          {removal && (
            <form method="post" className="entry-aside">
              <HiddenValues values={removal} />
              <Button tone="bare" small>
                {remove}
                <span className="hidden-text"> {title}</span>
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
