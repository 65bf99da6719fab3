import { commandLine } from '#app/access/actor.ts';
import { recordTwins } from '#app/features/participation/public.server.ts';
import { type GivenEdition, givenEditionWithForm } from '#app/features/participation/testing.ts';
import { joinPair, openBoard, setChair } from '#app/features/workshops/public.server.ts';
import { givenRooms, givenSpeaker } from '#app/features/workshops/testing.ts';
import { publishPlan } from '#app/features/workshops/use-cases/publish-plan.server.ts';
import { readPublication } from '#app/features/workshops/use-cases/read-publication.server.ts';
import { startRun } from '#app/features/workshops/use-cases/start-run.server.ts';
import { runFiled } from '#app/features/workshops/use-cases/work-on-run.server.ts';
import type { Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** Authorities of each side: 60 in all. */
const FRENCH = 36;
const JAPANESE = 24;
const PAIRS = 12;

const SUMMARY = {
  fr: 'La collectivité présente une démarche conduite avec ses habitants, ses écoles et ses entreprises. L’exposé dit ce qui a été tenté, ce que cela a coûté, ce qui a été abandonné et ce que les partenaires peuvent reprendre. Des chiffres suivis sur cinq ans montrent les effets sur l’emploi, le logement et la fréquentation des lieux.\nLa seconde partie revient sur le rôle des jumelages et des universités.',
  ja: '住民、学校、企業とともに進めてきた取組を紹介します。何を試み、どれだけの費用がかかり、何をやめ、他の自治体が何を生かせるのかを、五年間の数値とともに報告します。\n後半では、姉妹都市交流と大学の役割について述べます。',
};

/** The value of what must succeed. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

/** The name of the authority whose form is filled in. */
export const ONE = 'Commune 1';

/** An edition of 60 authorities with talks, summaries, twins, chairs and a published plan. */
export async function publishedEdition(ctx: Ctx): Promise<GivenEdition> {
  const edition = await givenEditionWithForm(ctx.db);
  const by: Ctx = { ...ctx, actor: commandLine };
  const speakers: { organisationId: string }[] = [];
  for (let at = 0; at < FRENCH + JAPANESE; at++) {
    const country = at < FRENCH ? 'FR' : 'JP';
    const lang = country === 'FR' ? 'fr' : 'ja';
    speakers.push(
      await givenSpeaker(by, edition, {
        ...{
          country,
          name: country === 'FR' ? `Commune ${at + 1}` : `第${at + 1}市`,
          delegates: 2 + (at % 4),
          choices: [at % 4, (at + 1) % 4],
        },
        talks: [{ title: lang === 'fr' ? `Une démarche de la commune ${at + 1}` : `第${at + 1}市の取組`, abstract: SUMMARY[lang], lang }],
        sponsored: at % 5 === 0 ? 'Université de la ville' : '',
      }),
    );
  }
  await givenRooms(by, edition, { talkMinutes: 150, seats: 200 });
  const at = async () => ({ edition: edition.slug, revision: must(await openBoard(by, edition.slug)).settings.revision });
  const id = (index: number) => speakers[index]?.organisationId ?? '';
  for (let pair = 0; pair < PAIRS; pair++) {
    const [first, second] = [id(pair), id(FRENCH + pair)];
    await recordTwins(ctx.db, { a: first, b: second, since: null, source: null });
    must(await joinPair(by, { ...(await at()), organisationIds: [first, second], jointMinutes: pair % 2 === 0 ? 7 : null }));
  }
  for (const [index, workshopId] of edition.workshopIds.entries())
    must(await setChair(by, { ...(await at()), workshopId, organisationId: id(FRENCH - 1 - index), chairs: true }));
  const run = must(await startRun(by, { edition: edition.slug }));
  await runFiled(run.id);
  const mark = must(await readPublication(by, edition.slug)).publication?.mark ?? '';
  must(await publishPlan(by, { ...(await at()), version: 1, mark }));
  return edition;
}
