import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { organisations } from '#app/features/authorities/schema.server.ts';
import { editions, workshops } from '#app/features/editions/schema.server.ts';
import { createdAt, id, instant, localisedText } from '#app/platform/db/columns.ts';
import type { AllocationProblem, AllocationResult } from './domain/allocation/problem.ts';
import type { PlanPlacement, PlanSeat, PublishedPlacement } from './domain/plan.ts';

const edition = () =>
  uuid()
    .notNull()
    .references(() => editions.id);

const organisation = () =>
  uuid()
    .notNull()
    .references(() => organisations.id);

const workshop = () =>
  uuid()
    .notNull()
    .references(() => workshops.id, { onDelete: 'cascade' });

/** What the allocation of an edition's talks is held to. No row: nothing but the minutes. */
export const allocationSettings = pgTable('allocation_settings', {
  editionId: edition().primaryKey(),
  /** Minutes of one talk where neither the workshop nor anybody says otherwise. */
  talkMinutes: integer().notNull().default(7),
  /** Authorities asked for in every workshop, by country (ISO 3166-1 alpha-2). */
  minPerCountry: jsonb().$type<Record<string, number>>().notNull().default({}),
  /** The difference allowed between the workshops' numbers of speaking authorities; null for any. */
  maxSpread: integer(),
  /** Decides between plans that are equally good; drawn once, kept. */
  seed: integer().notNull().default(1),
  timeLimitSeconds: integer().notNull().default(30),
  /** Counts every change that the board shows (settings, rooms, chairs, pairs, pins, draft), so that two people learn of each other. */
  revision: integer().notNull().default(1),
});

/** What a workshop can hold: minutes for talks and seats. No row: the length of its slot, and any number of seats. */
export const workshopCapacities = pgTable(
  'workshop_capacities',
  { workshopId: workshop().primaryKey(), talkMinutes: integer().notNull(), seats: integer().notNull() },
  (t) => [check('workshop_capacities_natural', sql`${t.talkMinutes} >= 0 and ${t.seats} >= 0`)],
);

/** An authority that prepares and moderates a workshop: it speaks there. */
export const workshopChairs = pgTable(
  'workshop_chairs',
  { workshopId: workshop(), organisationId: organisation(), source: localisedText(), createdAt: createdAt() },
  (t) => [primaryKey({ columns: [t.workshopId, t.organisationId] })],
);

/** Two authorities that speak together in an edition. `jointMinutes` null: each has its own talk. */
export const pairs = pgTable(
  'pairs',
  {
    id: id(),
    editionId: edition(),
    /** Ordered, so that a pair is recorded once. */
    firstId: organisation(),
    secondId: organisation(),
    jointMinutes: integer(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('pairs_first').on(t.editionId, t.firstId),
    unique('pairs_second').on(t.editionId, t.secondId),
    check('pairs_ordered', sql`${t.firstId} < ${t.secondId}`),
  ],
);

/** A placement held by hand: the next run keeps it. */
export const pins = pgTable(
  'pins',
  { editionId: edition(), organisationId: organisation(), workshopId: workshop(), createdAt: createdAt() },
  (t) => [primaryKey({ columns: [t.editionId, t.organisationId] })],
);

/** A computation of an allocation, with everything needed to do it again: its inputs, seed and solver. Never changed once done. */
export const allocationRuns = pgTable(
  'allocation_runs',
  {
    id: id(),
    editionId: edition(),
    number: integer().notNull(),
    state: text().$type<'running' | 'done' | 'cancelled' | 'failed'>().notNull(),
    input: jsonb().$type<AllocationProblem>().notNull(),
    timeLimitSeconds: integer().notNull(),
    progress: jsonb()
      .$type<{ level: string; value: number | null; bound: number | null; elapsedSeconds: number }[]>()
      .notNull()
      .default([]),
    result: jsonb().$type<AllocationResult>(),
    /** The code of what went wrong, when the run has no result. */
    failure: text(),
    /** The run that this one repeats. */
    replayOf: uuid(),
    startedBy: uuid(),
    startedAt: instant().notNull(),
    /** Raised while a process works on it: a run whose process has died is found by it. */
    aliveAt: instant().notNull(),
    finishedAt: instant(),
  },
  (t) => [
    unique('allocation_runs_number').on(t.editionId, t.number),
    // One at a time, whatever the processes.
    uniqueIndex('allocation_runs_running').on(t.editionId).where(sql`state = 'running'`),
  ],
);

/** The plan being worked on: a run's result, moved by hand since. One per edition. */
export const draftPlans = pgTable('draft_plans', {
  editionId: edition().primaryKey(),
  runId: uuid().references(() => allocationRuns.id),
  placements: jsonb().$type<PlanPlacement[]>().notNull(),
  /** The board's revision at which it was made. */
  updatedAt: instant().notNull(),
});

/** A plan that was published; the latest version is in force. Never changed. */
export const publishedPlans = pgTable(
  'published_plans',
  {
    id: id(),
    editionId: edition(),
    version: integer().notNull(),
    runId: uuid().references(() => allocationRuns.id),
    /** What it stands on: chairs, pairs, minutes and choices as they were. */
    input: jsonb().$type<AllocationProblem>().notNull(),
    placements: jsonb().$type<PublishedPlacement[]>().notNull(),
    attendance: jsonb().$type<PlanSeat[]>().notNull(),
    publishedBy: uuid(),
    publishedAt: instant().notNull(),
  },
  (t) => [unique('published_plans_version').on(t.editionId, t.version), index('published_plans_edition').on(t.editionId, t.version)],
);
