// The thread of one run: the solver holds its thread for seconds, and a run that goes wrong ends with it.
import { parentPort, workerData } from 'node:worker_threads';
import type { AllocationProblem, AllocationResult } from '../domain/allocation/problem.ts';
import { type AllocationStage, allocate } from './allocate.server.ts';

export type AllocationJob = { readonly problem: AllocationProblem; readonly timeLimitSeconds: number };
export type AllocationMessage =
  | { readonly kind: 'stage'; readonly stage: AllocationStage }
  | { readonly kind: 'end'; readonly result: AllocationResult | null };

const send = (message: AllocationMessage) => parentPort?.postMessage(message);
const { problem, timeLimitSeconds } = workerData as AllocationJob;
const result = await allocate(problem, timeLimitSeconds, (stage) => send({ kind: 'stage', stage }));
send({ kind: 'end', result });
