/**
 * Finding authorities: how many printed names are right at first, and how long a search takes as one types, with the query
 * plan. `node bench/find-authority.ts` (an embedded database of its own, or DATABASE_URL).
 */
import { sql } from 'drizzle-orm';
import { commandLine } from '#app/access/actor.ts';
import { readTyped } from '#app/features/authorities/domain/typed-search.ts';
import { findOrganisations, searchOrganisations, searchQuery } from '#app/features/authorities/queries.server.ts';
import { expectedNames, FIXTURES } from '#app/features/authorities/testing.ts';
import { loadReferenceData } from '#app/features/authorities/use-cases/load-reference-data.server.ts';
import { systemClock } from '#app/platform/clock.ts';
import { connect, type Db } from '#app/platform/db/client.ts';
import { startEmbedded } from '#app/platform/db/embedded.ts';
import { migrateDatabase } from '#app/platform/db/migrate.ts';
import { silentLogger } from '#app/platform/log.ts';

const say = (text: string) => void process.stdout.write(`${text}\n`);

/** What people type, as they type it: every beginning of these is one search. */
const TYPED = [
  'Aix-en-Provence',
  'saint etienne',
  'Shizuoka',
  'Communauté d’agglomération de La Rochelle',
  'Kumamoto City',
  '熊本市',
  '静岡県',
  'ナンシー',
  'くまもと',
  'Sao Paulo',
  'San José',
  'Tübingen',
  'Le Mans Métropole',
  'conseil départemental',
  'Nantes',
  'Eu',
  'Baalbek',
  '東京都渋谷区',
  'Saint-Germain-en-Laye',
  'Montpelier',
  'zzzz',
  'Ville de Nancy',
];

const percentile = (sorted: readonly number[], p: number) =>
  sorted[Math.min(sorted.length - 1, Math.ceil((p / 100) * sorted.length) - 1)] ?? 0;

async function accuracy(db: Db) {
  for (const fixture of FIXTURES) {
    const rows = expectedNames(fixture);
    const from = performance.now();
    const findings = await findOrganisations(
      db,
      rows.map((row) => row.printed),
    );
    const ms = performance.now() - from;
    const wrong = findings.filter((f, i) => {
      const found = f.match?.isAuthority ? `${f.match.identifier.system}:${f.match.kind}:${f.match.identifier.code}` : null;
      return found !== rows[i]?.expected;
    });
    const share = ((100 * (rows.length - wrong.length)) / rows.length).toFixed(1);
    const sure = wrong.filter((f) => f.confidence > 0.9).length;
    say(
      `${fixture}: ${rows.length - wrong.length} of ${rows.length} right at first (${share} %), ${sure} wrong above 0.9; ${ms.toFixed(0)} ms for all`,
    );
    for (const f of wrong) say(`  ${f.query} → ${f.match?.names[0]?.name ?? 'nothing'} (${f.confidence})`);
  }
}

async function speed(db: Db) {
  const beginnings = TYPED.flatMap((text) => [...text].map((_, i) => [...text].slice(0, i + 1).join('')));
  for (const text of beginnings) await searchOrganisations(db, text);
  const times: { text: string; ms: number }[] = [];
  for (let round = 0; round < 3; round++) {
    for (const text of beginnings) {
      const from = performance.now();
      await searchOrganisations(db, text);
      times.push({ text, ms: performance.now() - from });
    }
  }
  const sorted = times.map((t) => t.ms).sort((a, b) => a - b);
  say(
    `search as one types: ${times.length} searches, median ${percentile(sorted, 50).toFixed(1)} ms, 95 % within ${percentile(sorted, 95).toFixed(1)} ms, slowest ${sorted.at(-1)?.toFixed(1)} ms`,
  );
  const slowest = [...times].sort((a, b) => b.ms - a.ms).slice(0, 5);
  say(`  slowest: ${slowest.map((t) => `${t.text} ${t.ms.toFixed(0)} ms`).join(', ')}`);
}

async function plan(db: Db, text: string) {
  const typed = readTyped(text);
  if (!typed) return;
  const { rows } = await db.execute<{ 'QUERY PLAN': string }>(sql`explain (analyze, buffers, timing off) ${searchQuery(typed, {})}`);
  say(`plan of "${text}" (${typed.entries.join(' ')}):`);
  for (const row of rows) say(`  ${row['QUERY PLAN']}`);
}

const embedded = process.env.DATABASE_URL ? null : await startEmbedded('.test-data/bench');
const target = embedded?.target ?? { connectionString: process.env.DATABASE_URL ?? '' };
await migrateDatabase(target, 'db/migrations');
const connection = connect(target, silentLogger);
try {
  const ctx = { db: connection.db, clock: systemClock, actor: commandLine, locale: 'en', log: silentLogger, requestId: 'bench' } as const;
  const from = performance.now();
  const loaded = await loadReferenceData(ctx);
  say(
    loaded > 0
      ? `reference data: ${loaded} organisations loaded in ${((performance.now() - from) / 1000).toFixed(1)} s`
      : 'reference data: loaded before',
  );
  await accuracy(connection.db);
  await speed(connection.db);
  for (const text of ['sain', '静岡', 'Aix-en-P']) await plan(connection.db, text);
} finally {
  await connection.close();
  await embedded?.release();
}
