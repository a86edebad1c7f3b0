/** The command `serve`: reads the settings and starts the server. */
import { type Flags, settingsOf } from '../config/reading.ts';
import { readServerSettings } from '../config/server.ts';
import type { CliIo } from './ports.ts';

/**
 * Starts the server and prints its address. `unnamed` are the words of the command line that belong to no flag. Rejects
 * with a CliError that lists every wrong setting.
 */
export async function serve(
  flags: Flags,
  { around, serve: listen, say }: Pick<CliIo, 'around' | 'serve' | 'say'>,
  unnamed: readonly string[] = [],
): Promise<void> {
  say(await listen(settingsOf(await readServerSettings(flags, around, unnamed))));
}
