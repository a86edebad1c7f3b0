/** Every way in which a database or its TLS fails has a sentence: by code, by class, and by the driver's words. */
import { describe, expect, test } from 'vitest';
import { DatabaseError, toDatabaseError, type DatabaseErrorCode } from '../../../src/store/postgres/database-errors.ts';
import { wholeNumber, wholeNumberOrNull } from '../../../src/store/postgres/numbers.ts';

const thrown = (code: string, message = 'what the engine says'): unknown =>
  toDatabaseError(Object.assign(new Error(message), { code }));
const codeOf = (error: unknown): string => (error instanceof DatabaseError ? error.code : 'no fault');

/** One line for each code that an operator meets; from PostgreSQL's manual, appendix A. */
const STATES: readonly (readonly [string, DatabaseErrorCode, passes: boolean])[] = [
  ['08000', 'UNREACHABLE', true],
  ['08001', 'UNREACHABLE', true],
  ['08006', 'UNREACHABLE', true],
  ['08P01', 'UNREACHABLE', true],
  ['0A000', 'UNSUPPORTED', false],
  ['22001', 'WRONG_TABLES', false],
  ['22003', 'WRONG_TABLES', false],
  ['22021', 'ENCODING', false],
  ['22P02', 'WRONG_TABLES', false],
  ['22P05', 'ENCODING', false],
  ['23502', 'CONSTRAINT', false],
  ['23505', 'CONSTRAINT', false],
  ['23514', 'CONSTRAINT', false],
  ['25006', 'READ_ONLY', false],
  ['25P02', 'REFUSED', false],
  ['25P03', 'CANCELLED', true],
  ['28000', 'NOT_ADMITTED', false],
  ['28P01', 'NOT_ADMITTED', false],
  ['3D000', 'NO_DATABASE', false],
  ['3F000', 'NOT_MIGRATED', true],
  ['40001', 'CONTENDED', true],
  ['40P01', 'CONTENDED', true],
  ['42501', 'NOT_ALLOWED', false],
  ['42601', 'REFUSED', false],
  ['42703', 'WRONG_TABLES', false],
  ['42804', 'WRONG_TABLES', false],
  ['42883', 'WRONG_TABLES', false],
  ['42P01', 'NOT_MIGRATED', true],
  ['53100', 'FULL', false],
  ['53200', 'NO_MEMORY', true],
  ['53300', 'TOO_MANY_CONNECTIONS', true],
  ['53400', 'TOO_LARGE', false],
  ['54000', 'TOO_LARGE', false],
  ['55006', 'LOCKED', true],
  ['55P03', 'LOCKED', true],
  ['57014', 'CANCELLED', true],
  ['57P01', 'RESTARTING', true],
  ['57P02', 'RESTARTING', true],
  ['57P03', 'RESTARTING', true],
  ['57P04', 'NO_DATABASE', false],
  ['57P05', 'UNREACHABLE', true],
  ['58030', 'MACHINE', false],
  ['58P01', 'MACHINE', false],
  ['F0000', 'MACHINE', false],
  ['P0001', 'REFUSED', false],
  ['XX000', 'MACHINE', false],
  ['XX001', 'CORRUPTED', false],
];
/** All classes of appendix A, and two that it does not have. */
const CLASSES =
  '03 08 09 0A 0B 0F 0L 0P 0Z 10 20 21 22 23 24 25 26 27 28 2B 2D 2F 34 38 39 3B 3D 3F 40 42 44 53 54 55 57 58 72 F0 HV P0 XX QQ 99'.split(
    ' ',
  );

describe('an SQLSTATE', () => {
  test.each(STATES)('%s is %s', (code, expected, passes) => {
    const fault = thrown(code);
    expect([codeOf(fault), (fault as DatabaseError).passes]).toEqual([expected, passes]);
    if (expected !== 'NOT_ADMITTED') expect(String(fault)).toContain(`what the engine says (SQLSTATE ${code}). `);
  });

  test('of any class has a sentence and a way out', () => {
    for (const each of CLASSES)
      for (const rest of ['000', '001', 'Z9Z']) {
        const fault = thrown(`${each}${rest}`);
        expect(codeOf(fault), `${each}${rest}`).not.toBe('no fault');
        expect(String(fault)).toMatch(
          /^Error: [A-Z].+: what the engine says \(SQLSTATE .{5}\)\. [A-Z].+\.$|^Error: The database does not admit .+\. .+\.$/s,
        );
      }
  });
});

/** Node's manual, "X509 certificate error codes", and its own codes for TLS. */
const NODE: readonly (readonly [DatabaseErrorCode, string])[] = [
  ['TLS_EXPIRED', 'CERT_HAS_EXPIRED CERT_NOT_YET_VALID CRL_HAS_EXPIRED CRL_NOT_YET_VALID'],
  ['TLS_WRONG_HOST', 'HOSTNAME_MISMATCH ERR_TLS_CERT_ALTNAME_INVALID ERR_TLS_CERT_ALTNAME_FORMAT'],
  [
    'TLS_UNTRUSTED',
    'DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_GET_ISSUER_CERT UNABLE_TO_GET_ISSUER_CERT_LOCALLY UNABLE_TO_VERIFY_LEAF_SIGNATURE UNABLE_TO_GET_CRL UNABLE_TO_DECRYPT_CERT_SIGNATURE UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY CERT_SIGNATURE_FAILURE CERT_CHAIN_TOO_LONG CERT_REVOKED CERT_UNTRUSTED CERT_REJECTED INVALID_CA INVALID_PURPOSE PATH_LENGTH_EXCEEDED CRL_SIGNATURE_FAILURE ERROR_IN_CERT_NOT_BEFORE_FIELD ERROR_IN_CERT_NOT_AFTER_FIELD',
  ],
  ['TLS_FAILED', 'EPROTO ERR_SSL_WRONG_VERSION_NUMBER ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION ERR_TLS_HANDSHAKE_TIMEOUT'],
  ['TLS_FILE', 'ERR_OSSL_PEM_NO_START_LINE ERR_OSSL_X509_KEY_VALUES_MISMATCH'],
  [
    'UNREACHABLE',
    'ECONNREFUSED ECONNRESET ECONNABORTED ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH ETIMEDOUT EPIPE ENOENT EMFILE',
  ],
];

test.each(NODE.flatMap(([expected, codes]) => codes.split(' ').map((code) => [code, expected] as const)))(
  'Node code %s is %s',
  (code, expected) => {
    expect(codeOf(thrown(code))).toBe(expected);
  },
);

test.each([
  ['The server does not support SSL connections', 'TLS_UNSUPPORTED'],
  ['There was an error establishing an SSL connection', 'TLS_FAILED'],
  ['SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string', 'NOT_ADMITTED'],
  ['Connection terminated unexpectedly', 'UNREACHABLE'],
  ['Query read timeout', 'UNREACHABLE'],
  ['timeout expired', 'UNREACHABLE'],
  ['timeout exceeded when trying to connect', 'UNREACHABLE'],
])('the driver says "%s": %s', (message, expected) => {
  expect(codeOf(toDatabaseError(new Error(message)))).toBe(expected);
});

test('a connection that is cut while TLS is agreed on differs from one that is cut later', () => {
  const [during, later] = [
    'Client network socket disconnected before secure TLS connection was established',
    'read ECONNRESET',
  ].map((message) => codeOf(thrown('ECONNRESET', message)));
  expect([during, later]).toEqual(['TLS_FAILED', 'UNREACHABLE']);
});

test('a certificate file that cannot be read is named', () => {
  const error = Object.assign(new Error("ENOENT: no such file or directory, open 'ca.pem'"), {
    code: 'ENOENT',
    syscall: 'open',
    path: 'ca.pem',
  });
  expect(String(toDatabaseError(error))).toMatch(/certificate or key file .+'ca\.pem'\. See that sslrootcert/);
});

test('a login that failed names neither the user nor the host, and says what may be missing', () => {
  const said = String(
    thrown('28000', 'no pg_hba.conf entry for host "10.0.0.1", user "mary", database "plans", no encryption'),
  );
  expect(said).toContain('sslmode=require');
  expect(said).not.toMatch(/mary|10\.0\.0\.1/);
});

test('a bug stays a bug', () => {
  const bugs = [new TypeError('x is not a function'), new Error('something'), new RangeError('far')];
  expect(bugs.map(toDatabaseError)).toEqual(bugs);
});

describe('a whole number from the database', () => {
  test.each([
    [7, 7],
    ['7', 7],
    [7n, 7],
    ['0', 0],
    ['-3', -3],
    ['9007199254740991', 9007199254740991],
  ])('%o is %d', (value, expected) => {
    expect(wholeNumber(value, 'a.b')).toBe(expected);
  });
  test.each(['9007199254740993', '1.5', '', 'x', 1.5, Number.NaN, null, undefined, {}, [7], true])(
    '%o is refused, with the column that holds it',
    (value) => {
      expect(() => wholeNumber(value, 'covergraph.version.number')).toThrow(
        /covergraph migrate makes them: covergraph\.version\.number holds/,
      );
    },
  );
  test('may be missing where the column may be empty', () => {
    expect([wholeNumberOrNull(null, 'a'), wholeNumberOrNull('2', 'a')]).toEqual([null, 2]);
  });
});
