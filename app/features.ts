import { accountsCommands } from '#app/features/accounts/cli.server.ts';
import { findAuthorityCommand } from '#app/features/authorities/cli.server.ts';
import { readAttendanceCommand } from '#app/features/committees/cli.server.ts';
import { attendanceExporter } from '#app/features/committees/export.cli.server.ts';
import { deliverablesCommands } from '#app/features/deliverables/cli.server.ts';
import { minutesExporter } from '#app/features/minutes/export.cli.server.ts';
import { doc5Exporter, doc6Exporter } from '#app/features/participation/export.cli.server.ts';
import { verifyTextCommand } from '#app/features/texts/cli.server.ts';
import { doc10Exporter } from '#app/features/timeline/export.cli.server.ts';
import { allocateCommand } from '#app/features/workshops/cli.server.ts';
import { doc7Exporter, doc8Exporter } from '#app/features/workshops/export.cli.server.ts';
import type { Command } from '#app/platform/cli/command.ts';
import { exportCommand } from './export-command.ts';
import { personalData } from './personal-data.ts';

/** The commands that features bring to the command line. */
export const featureCommands: Command[] = [
  findAuthorityCommand,
  readAttendanceCommand,
  allocateCommand,
  verifyTextCommand,
  exportCommand([attendanceExporter, doc5Exporter, doc6Exporter, doc7Exporter, doc8Exporter, doc10Exporter, minutesExporter]),
  ...deliverablesCommands,
  ...accountsCommands(personalData),
];
