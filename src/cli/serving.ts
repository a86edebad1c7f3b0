/** The command `serve`: settings, then a server that listens. */
import { type Flags, settingsOf } from '../config/reading.ts';
import { readServerSettings } from '../config/server.ts';
import type { CliIo } from './run.ts';

/**
 * Starts the server and prints where it listens. `unnamed` are words of the command line that belong to no flag. Rejects
 * with a Refusal that lists everything that is wrong.
 */
export async function serve(
  flags: Flags,
  { around, serve: listen, say }: Pick<CliIo, 'around' | 'serve' | 'say'>,
  unnamed: readonly string[] = [],
): Promise<void> {
  say(await listen(settingsOf(await readServerSettings(flags, around, unnamed))));
}
