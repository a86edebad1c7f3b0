/** Where a bug is, in the sources: the program is one bundle, whose own lines and names say little. */
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapping, type SourceMapPayload } from 'node:module';

/** As the build left it; nowhere where the sources themselves run. */
const bundled = new URL('./program.js.map', import.meta.url);
const inBundle = /\bprogram\.js:(\d+):(\d+)\)?$/;
/** Frames whose place is known: to read the map takes a third of a second, and a bug seldom comes once. */
const places = new Map<string, string>();
const mostPlaces = 1_000;

/** The frames of an error's stack, those in the bundle as places of the sources. */
export function mapStackFrames(stack: string, map = bundled): string[] {
  const frames = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
  const unknown = frames.filter((frame) => inBundle.test(frame) && !places.has(frame));
  if (unknown.length > 0) {
    const found = read(map);
    if (found === null) return frames;
    if (places.size + unknown.length > mostPlaces) places.clear();
    for (const frame of unknown) places.set(frame, placeOf(frame, found));
  }
  return frames.map((frame) => places.get(frame) ?? frame);
}

function placeOf(frame: string, map: SourceMap): string {
  const [, line, column] = inBundle.exec(frame) ?? [];
  // It counts from 0, and there is a line before the code.
  const {
    originalSource,
    originalLine = 0,
    originalColumn = 0,
  }: Partial<SourceMapping> = map.findEntry(Number(line) - 2, Number(column) - 1);
  return originalSource === undefined
    ? frame
    : `at ${originalSource.replace(/^(?:\.\.\/)+/, '')}:${String(originalLine + 1)}:${String(originalColumn + 1)}`;
}

function read(map: URL): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(map, 'utf8')) as SourceMapPayload);
  } catch {
    return null;
  }
}
