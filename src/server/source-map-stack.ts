/** Maps stack frames of the bundled program to lines of the sources. */
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapping, type SourceMapPayload } from 'node:module';

/** The source map that the build wrote. It does not exist when the sources run directly. */
const bundled = new URL('./program.js.map', import.meta.url);
const inBundle = /\bprogram\.js:(\d+):(\d+)\)?$/;
/** Frames that were mapped before: reading the source map takes a third of a second, and errors tend to repeat. */
const places = new Map<string, string>();
const MAX_PLACES = 1_000;

/** The frames of an error's stack, one text each. Frames in the bundle are replaced by their places in the sources. */
export function mapStackFrames(stack: string, map = bundled): string[] {
  const frames = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
  const unknown = frames.filter((frame) => inBundle.test(frame) && !places.has(frame));
  if (unknown.length > 0) {
    const found = read(map);
    if (found === null) return frames;
    if (places.size + unknown.length > MAX_PLACES) places.clear();
    for (const frame of unknown) places.set(frame, placeOf(frame, found));
  }
  return frames.map((frame) => places.get(frame) ?? frame);
}

function placeOf(frame: string, map: SourceMap): string {
  const [, line, column] = inBundle.exec(frame) ?? [];
  // A source map counts lines and columns from 0, a stack from 1.
  const {
    originalSource,
    originalLine = 0,
    originalColumn = 0,
  }: Partial<SourceMapping> = map.findEntry(Number(line) - 1, Number(column) - 1);
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
