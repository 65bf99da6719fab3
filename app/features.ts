import type { Command } from '#app/platform/cli/command.ts';

/** The commands that features bring to the command line. */
export const featureCommands: Command[] = [];
