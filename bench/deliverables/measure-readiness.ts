import process from 'node:process';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import {
  createStaticHandler,
  createStaticRouter,
  type LoaderFunction,
  RouterContextProvider,
  type StaticHandlerContext,
  StaticRouterProvider,
} from 'react-router';
import { commandLine } from '#app/access/actor.ts';
import * as readiness from '#app/features/deliverables/routes/readiness.tsx';
import * as timeline from '#app/features/timeline/routes/timeline.tsx';
import { pinnedClock } from '#app/platform/clock.ts';
import type { Connection } from '#app/platform/db/client.ts';
import { requestContext } from '#app/platform/http/request-context.ts';
import { silentLogger } from '#app/platform/log.ts';
import { fillTimeline, seedEdition } from './seed.ts';
import { explain, median, queriesOf, say, withDatabase } from './support.ts';

const GOAL_MS = 150;
const ROUNDS = 15;
const AUTHORITIES = 200;
const ENTRIES = 60;

const TrivialPage = () => createElement('p', null, 'Entente');

type Page = { path: string; loader: LoaderFunction; Component: () => React.ReactNode };

/** Answers a page as the server does, from its loader to its markup, without the frame around it. */
function answering({ db }: Connection, pages: readonly Page[]): (url: string) => Promise<string> {
  const handler = createStaticHandler(pages.map((page) => ({ ...page })));
  return async (url) => {
    const context = new RouterContextProvider();
    const ctx = { db, clock: pinnedClock('2026-09-04'), actor: commandLine, locale: 'fr', log: silentLogger, requestId: 'bench' } as const;
    context.set(requestContext, {
      ...{ ctx, nonce: '', publicUrl: 'http://127.0.0.1', localDemo: false, clientAddress: '', unsent: null },
      setCookie: () => {},
    });
    const answer = await handler.query(new Request(`http://127.0.0.1${url}`), { requestContext: context });
    if (answer instanceof Response) throw new Error(`answered ${answer.status}`);
    if (answer.errors) throw Object.values(answer.errors)[0];
    const router = createStaticRouter(handler.dataRoutes, answer as StaticHandlerContext);
    return renderToString(createElement(StaticRouterProvider, { router, context: answer as StaticHandlerContext, hydrate: false }));
  };
}

await withDatabase(async (connection, target) => {
  const { slug, editionId } = await seedEdition(connection.db, { authorities: AUTHORITIES, people: 3 });
  await fillTimeline(connection.db, editionId, ENTRIES - 9);
  await connection.pool.query('analyze');
  const answer = answering(connection, [
    {
      path: '/trivial',
      loader: async () => connection.pool.query('select 1').then(({ rows }) => rows),
      Component: TrivialPage,
    },
    { path: '/fr/desk/editions/:edition/readiness', loader: readiness.loader as LoaderFunction, Component: readiness.default },
    { path: '/fr/desk/editions/:edition/timeline', loader: timeline.loader as LoaderFunction, Component: timeline.default },
  ]);
  const pages = [
    { name: 'a trivial page (one query, one paragraph)', url: '/trivial' },
    { name: `matrix of ${AUTHORITIES} authorities × 12 deliverables`, url: `/fr/desk/editions/${slug}/readiness` },
    { name: `grid of ${ENTRIES} entries`, url: `/fr/desk/editions/${slug}/timeline` },
  ].map((page) => ({ ...page, times: [] as number[], busy: [] as number[], size: 0 }));
  for (let round = -3; round < ROUNDS; round += 1)
    for (const page of pages) {
      const from = performance.now();
      const idle = process.cpuUsage();
      page.size = (await answer(page.url)).length;
      const { user, system } = process.cpuUsage(idle);
      if (round < 0) continue;
      page.times.push(performance.now() - from);
      page.busy.push((user + system) / 1000);
    }
  const baseline = median(pages[0]?.times ?? []);
  for (const { name, times, busy, size, url } of pages) {
    const ms = median(times);
    const queries = (await queriesOf(() => answer(url))).length;
    const against =
      url === '/trivial'
        ? ''
        : `; ${(ms / baseline).toFixed(0)} × the trivial page; goal ${GOAL_MS} ms: ${ms <= GOAL_MS ? 'met' : 'MISSED'}`;
    say(
      `${name}: median ${ms.toFixed(1)} ms of ${times.length} (slowest ${Math.max(...times).toFixed(0)}), ${median(busy).toFixed(1)} ms of processor, ${queries} queries, ${size} characters${against}`,
    );
  }
  await explain(target, await queriesOf(() => answer(pages[1]?.url ?? '')), 2);
});
