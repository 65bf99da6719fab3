import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { MeetingFrame } from '#app/features/committees/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { signInUrl, statusOf, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions, TextField } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { EmptyState, ErrorSummary } from '#app/ui/states.tsx';
import { FilterBar } from '#app/ui/tables.tsx';
import { WRITTEN_PURPOSES } from '../domain/mailing.ts';
import { fieldOfRefusal, guestValue, mailingTexts, textOf, tickedGuests } from '../forms.ts';
import { invitationsTexts, refusalText } from '../texts.ts';
import { GuestTable } from '../ui/guest-table.tsx';
import stylesheet from '../ui/invitations.css?url';
import { MailingFields } from '../ui/mailing-fields.tsx';
import { invitationsPath } from '../ui/words.ts';
import { draftMailing } from '../use-cases/draft-mailing.server.ts';
import { readGuestList } from '../use-cases/read-guest-list.server.ts';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

const purposeOf = (given: unknown) => WRITTEN_PURPOSES.find((purpose) => purpose === given) ?? 'invitation';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { searchParams } = new URL(args.request.url);
  const search = searchParams.get('q') ?? '';
  const wanted = { meetingId: args.params.meetingId ?? '', purpose: purposeOf(searchParams.get('purpose')), search };
  return { locale: ctx.locale, search, list: valueOrThrow(await readGuestList(ctx, wanted), args.request) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, publicUrl } = requestOf(args);
  const meetingId = args.params.meetingId ?? '';
  const form = await args.request.formData();
  const [texts, to] = [mailingTexts(form), tickedGuests(form)];
  const drafted = await draftMailing(ctx, { ...texts, to, meetingId, publicUrl, purpose: purposeOf(textOf(form, 'purpose')) });
  if (drafted.ok) return redirect(invitationsPath(ctx.locale, meetingId, `/mailings/${drafted.value}`));
  if (drafted.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return data({ refusal: drafted.refusal, kept: { texts, ticked: to.map(guestValue) } }, { status: statusOf(drafted.refusal) });
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;
type Refused = ReturnType<typeof useActionData<typeof action>>;

export default function Write(): ReactNode {
  const found = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { locale, list } = found;
  const t = invitationsTexts(locale);
  const { purpose, head } = list;
  const errors = refused && [{ name: fieldOfRefusal(refused.refusal), message: refusalText(t, refused.refusal) }];
  const texts = refused?.kept.texts ?? { message: {}, replyTo: list.replyTo, signature: '', answerBy: '' };
  return (
    <MeetingFrame locale={locale} head={head} current="invitations" page={t(`invitations.write.${purpose}`)}>
      <ErrorSummary title={t('invitations.write.errors')} errors={errors ?? []} />
      <Guests found={found} refused={refused} />
      <Section id="texts" title={t('invitations.write.texts')} wide>
        <Form id="draft" guardUnsaved hidden={{ purpose }}>
          <MailingFields locale={locale} texts={texts} refusal={refused?.refusal} />
          <FormActions>
            <Button>{t('invitations.write.preview')}</Button>
            <ButtonLink tone="bare" href={invitationsPath(locale, head.id)}>
              {t('invitations.back')}
            </ButtonLink>
          </FormActions>
        </Form>
      </Section>
    </MeetingFrame>
  );
}

/** Who may be written to: the committee and the list, and, after a search, the people of an organisation. */
function Guests({ found: { locale, search, list }, refused }: { found: Data; refused: Refused }): ReactNode {
  const t = invitationsTexts(locale);
  const { purpose, guests, others } = list;
  const wanted = guests.filter(({ skipped }) => skipped === null);
  const proposed = wanted.map(({ personId, organisation }) => guestValue({ personId, organisationId: organisation?.id ?? null }));
  const ticked = refused?.kept.ticked;
  const nobody = guests.length === 0 && others.length === 0;
  return (
    <Section id="guests" title={t(`invitations.write.${purpose}`)} lead={t(`invitations.write.lead.${purpose}`)} wide>
      <div className="stack stack-l">
        {purpose === 'invitation' && <Search locale={locale} search={search} />}
        {search && others.length === 0 && !nobody && <p className="quiet">{t('invitations.write.not-found')}</p>}
        {others.length > 0 && (
          <GuestTable
            {...{ locale, form: 'draft', guests: others, ticked: ticked ?? [] }}
            caption={t('invitations.write.found', { count: others.length })}
          />
        )}
        {guests.length > 0 && (
          <GuestTable
            {...{ locale, form: 'draft', guests, first: true, ticked: ticked ?? proposed }}
            caption={t('invitations.write.guests', { count: guests.length })}
          />
        )}
        {nobody && (
          <EmptyState title={t('invitations.write.nobody')}>
            <p>{search ? t('invitations.write.not-found') : t('invitations.write.nobody-text')}</p>
          </EmptyState>
        )}
      </div>
    </Section>
  );
}

function Search({ locale, search }: { locale: Locale; search: string }): ReactNode {
  const t = invitationsTexts(locale);
  return (
    <FilterBar
      label={t('invitations.write.search')}
      hidden={{ purpose: 'invitation' }}
      buttons={<Button tone="quiet">{t('invitations.write.find')}</Button>}
    >
      <TextField
        name="q"
        type="search"
        label={t('invitations.write.search')}
        hint={t('invitations.write.search-hint')}
        defaultValue={search}
        grow
      />
    </FilterBar>
  );
}
