/** Where a bug is, in the sources: the program is one bundle, whose own lines and names say little. */
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapping, type SourceMapPayload } from 'node:module';

/** As the build left it; nowhere where the sources themselves run. */
const bundled = new URL('./program.js.map', import.meta.url);

/** The frames of an error's stack, those in the bundle as places of the sources. */
export function framesOf(stack: string, map = bundled): string[] {
  const frames = stack.split('\n').map((line) => line.trim()).filter((line) => line.startsWith('at '));
  const found = frames.some((frame) => inBundle.test(frame)) ? read(map) : null;
  return found === null ? frames : frames.map((frame) => {
    const [, line = '', column = ''] = inBundle.exec(frame) ?? [];
    const { originalSource, originalLine = 0, originalColumn = 0 }: Partial<SourceMapping> = line === '' ? {} : found.findEntry(Number(line) - 2, Number(column) - 1); // numbers from 0, and a line before the code
    return originalSource === undefined ? frame : `at ${originalSource.replace(/^(?:\.\.\/)+/, '')}:${String(originalLine + 1)}:${String(originalColumn + 1)}`;
  });
}

const inBundle = /\bprogram\.js:(\d+):(\d+)\)?$/;

function read(map: URL): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(map, 'utf8')) as SourceMapPayload);
  } catch {
    return null;
  }
}
