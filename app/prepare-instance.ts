import type { Progress, Services } from './services.ts';

/** Loads what every instance needs, and the demo where it is asked for. */
export async function prepareInstance(_services: Services, _wanted: { demo: boolean }, _progress: Progress): Promise<{ demo: boolean }> {
  return { demo: false };
}
