/** Runs commands as processes: what they print, on which stream, and their exit codes. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { run, start } from '../helpers/covergraph-process.ts';

const unsoundData = mkdtempSync(join(tmpdir(), 'covergraph-'));
beforeAll(() => {
  mkdirSync(join(unsoundData, 'sources'));
  writeFileSync(join(unsoundData, 'sources', 'leaflet.yaml'), 'name: Leaflet\nauthority: HEARSAY\n');
});
afterAll(() => {
  rmSync(unsoundData, { recursive: true });
});

describe('covergraph', () => {
  test('prints the answer on standard output, without colors if that is not a terminal, and exits 0', async () => {
    const { code, out, err } = await run(['coverage', 'original-medicare', 'massage-therapy'], {
      env: { COLORTERM: 'truecolor', TERM: 'xterm-256color' },
    });
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Original Medicare: Massage therapy\nNOT_COVERED\n/);
    expect(out).not.toContain('\u001b');
  });

  test('prints errors on standard error, and exits 2', async () => {
    expect(await run(['coverage', 'tricare-prim', 'massage-therapy'])).toEqual({
      code: 2,
      out: '',
      err: 'No plan in the graph is called "tricare-prim". Did you mean "tricare-prime", "tricare" or "tricare-for-life"?\n',
    });
  });

  test('ends without an error if the reader of its output closes the pipe', async () => {
    const reader = start(['schema']);
    reader.process.stdout?.once('data', () => {
      reader.process.stdout?.destroy();
    });
    const { code, err } = await reader.ended;
    expect([code, err]).toEqual([0, '']);
  });
});

describe('check', () => {
  test('finds the data that comes with the program sound, from any folder', async () => {
    const { code, out, err } = await run(['check']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^The data is sound: [1-9]\d* plans, [1-9]\d* rules, [1-9]\d* sources\.\n$/);
  });

  test('prints every problem with its place and exits 1', async () => {
    const { code, out, err } = await run(['check', '--data', unsoundData]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/leaflet\.yaml:\d+:\d+ .+/);
    expect(err).toMatch(/problems? in the data\.\n$/);
  });

  test('explains the fingerprint and prints that of a passage, whatever its white space is', async () => {
    const expected = `sha256-${createHash('sha256').update('Caf\u00e9 is open').digest('hex')}`;
    const { out } = await run(['check', '--explain', 'fingerprint'], { input: '  Cafe\u0301\n\tis  open\n' });
    expect(out).toContain('Unicode normal form C');
    expect(out.trim().split('\n').at(-1)).toBe(expected);
  });
});

describe('serve', () => {
  const ask = (port: number) =>
    fetch(`http://127.0.0.1:${String(port)}/graphql?query={__typename}`).then((response) => response.json());

  test('prints one line with the address, answers there, and ends on SIGTERM', async () => {
    const server = start(['serve', '--port', '0']);
    onTestFinished(() => {
      server.process.kill('SIGKILL');
    });
    const line = await server.line;
    expect(line).toMatch(
      /^Covergraph listens at http:\/\/127\.0\.0\.1:\d+\/graphql, with a page for people at http:\/\/127\.0\.0\.1:\d+\/$/,
    );
    expect(await ask(Number(/:(\d+)\//.exec(line)?.[1]))).toMatchObject({
      data: { __typename: 'Query' },
      extensions: { dataVersion: expect.any(String) as string },
    });
    server.process.kill('SIGTERM');
    expect(await server.ended).toEqual({ code: 0, out: `${line}\n`, err: '' });
  });

  test('finishes open requests before it ends', async () => {
    const server = start(['serve'], { env: { PORT: '0' } });
    onTestFinished(() => {
      server.process.kill('SIGKILL');
    });
    const port = Number(/:(\d+)\//.exec(await server.line)?.[1]);
    const body = JSON.stringify({ query: '{ __typename }' });
    const answered = new Promise<number | undefined>((resolve, reject) => {
      const posting = request(
        {
          port,
          method: 'POST',
          path: '/graphql',
          agent: false,
          headers: { 'content-type': 'application/json', 'content-length': body.length },
        },
        (response) => {
          response.resume().on('end', () => {
            resolve(response.statusCode);
          });
        },
      );
      posting.on('error', reject);
      posting.write(body.slice(0, 5), () =>
        setTimeout(() => {
          server.process.kill('SIGINT');
          setTimeout(() => posting.end(body.slice(5)), 100);
        }, 100),
      );
    });
    expect(await answered).toBe(200);
    expect((await server.ended).code).toBe(0);
  });

  test('prints one line if the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => {
      other.close();
    });
    await new Promise((resolve) => other.once('listening', resolve));
    const port = String((other.address() as AddressInfo).port);
    expect(await run(['serve', '--port', port])).toEqual({
      code: 1,
      out: '',
      err: `Cannot listen at 127.0.0.1:${port}: the port is taken. Stop what listens there, or choose another with --port or PORT (0 takes any free one).\n`,
    });
  });

  test('lists every wrong setting', async () => {
    const { code, out, err } = await run(['serve', '--data', '/no/such/folder'], { env: { PORT: 'http' } });
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^The settings are wrong:\n {2}PORT is "http".*\n {2}--data names .*\n$/);
  });

  test('does not start on unsound data', async () => {
    const { code, out, err } = await run(['serve', '--port', '0', '--data', unsoundData]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/leaflet\.yaml:\d+:\d+ /);
  });
});
