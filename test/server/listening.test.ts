/** What the server prints about its port. */
import { describe, expect, test } from 'vitest';
import { cannotListen, listeningAt } from '../../src/server/listening.ts';

describe('the line that says where it listens', () => {
  test.each([
    ['127.0.0.1', 'http://127.0.0.1:4000/graphql'],
    ['::1', 'http://[::1]:4000/graphql'],
    ['0.0.0.0', 'http://localhost:4000/graphql'],
    ['::', 'http://localhost:4000/graphql'],
  ])('on %s holds an address to open', (host, address) => {
    expect(listeningAt(host, 4000)).toBe(
      `Covergraph listens at ${address}, with a page for people at ${address.replace('graphql', '')}`,
    );
  });

  test.each(['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'ESOMETHING'])(
    'is one line where it cannot: %s',
    (code) => {
      const { lines } = cannotListen(Object.assign(new Error('broken'), { code }), '::1', 80);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/^Cannot listen at \[::1\]:80: /);
    },
  );
});
