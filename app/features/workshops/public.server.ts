export { type PlanEntry, type PlanReading, type PublishedPlan, readPlan } from './use-cases/read-plan.server.ts';
