/** Builds the program when its sources have changed since the last build. */
export function ensureBuild(node: string): Promise<void>;
